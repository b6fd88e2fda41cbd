"""A minimal HTTP client with a persistent connection, so that many clients cost little."""

import asyncio
import json
from urllib.parse import urlsplit


class Connection:
    """A connection that is opened once and used for one request after another."""

    async def open(self, address: str) -> "Connection":
        self.reader, self.writer = await asyncio.open_connection(urlsplit(address).hostname, urlsplit(address).port)
        return self

    async def send_head(self, length: int, path: str = "/api/predict", *headers: str) -> None:
        lines = [f"POST {path} HTTP/1.1", "Host: test", f"Content-Length: {length}", *headers]
        await self.send("\r\n".join([*lines, "", ""]).encode())

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self) -> tuple[int, dict]:
        """Status and JSON; raises `asyncio.IncompleteReadError` if the server has closed the connection."""
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(head.split("content-length: ")[1].split("\r\n")[0])
        return int(head.split()[1]), json.loads(await self.reader.readexactly(length))

    def close(self) -> None:
        self.writer.close()
