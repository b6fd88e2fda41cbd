"""A minute with 64 clients, good, bad, slow and rude, and a clean end by SIGTERM: `SOAK_SECONDS=10` for a shorter one.

Every request that was sent whole is answered, and rightly: a digit with its label and the very probabilities that it
gets alone, anything else with its own refusal.
"""

import asyncio
import json
import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image

from tests.conftest import started_server
from tests.test_demo_images import encoded, png_header

SECONDS = float(os.environ.get("SOAK_SECONDS", 60))
SLOW = 2.0
"""Seconds that a slow body takes."""

BAD = {
    (415, "text"): b"a digit, please",
    (415, "half an image"): png_header(9, 9),
    (413, "too many pixels"): png_header(10_000, 5_001),
    (413, "too long"): bytes(10_000_001),
    (422, "nothing"): b"",
}


@dataclass
class Soak:
    """What the clients know of one another."""

    address: str
    good: dict[bytes, dict]
    until: float
    counts: Counter = field(default_factory=Counter)

    def goes_on(self) -> bool:
        return time.monotonic() < self.until


class Connection:
    """One connection, kept for many requests, as a browser does."""

    async def open(self, address: str) -> "Connection":
        self.reader, self.writer = await asyncio.open_connection(urlsplit(address).hostname, urlsplit(address).port)
        return self

    async def send_head(self, length: int, query: str = "") -> None:
        head = f"POST /api/predict{query} HTTP/1.1\r\nHost: soak\r\nContent-Length: {length}\r\n\r\n"
        await self.send(head.encode())

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self) -> tuple[int, dict]:
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(head.split("content-length: ")[1].split("\r\n")[0])
        return int(head.split()[1]), json.loads(await self.reader.readexactly(length))

    def close(self) -> None:
        self.writer.close()


def essence(content: dict) -> dict:
    """An answer without its times."""
    return {key: value for key, value in content.items() if key != "timings_ms"}


async def good(soak: Soak) -> None:
    connection = await Connection().open(soak.address)
    while soak.goes_on():
        body, expected = random.choice(list(soak.good.items()))
        await connection.send_head(len(body))
        await connection.send(body)
        status, content = await connection.answer()
        assert (status, essence(content)) == (200, expected)
        soak.counts["good"] += 1
    connection.close()


async def bad(soak: Soak) -> None:
    connection = await Connection().open(soak.address)
    while soak.goes_on():
        (status, _), body = random.choice(list(BAD.items()))
        await connection.send_head(len(body))
        await connection.send(body)
        answered, content = await connection.answer()
        assert answered == status and list(content) == ["error"]
        soak.counts["bad"] += 1
        await asyncio.sleep(0.05)
    connection.close()


async def rude(soak: Soak) -> None:
    """Leaves in the middle of its body, or without waiting for the answer."""
    while soak.goes_on():
        body = random.choice(list(soak.good))
        connection = await Connection().open(soak.address)
        await connection.send_head(len(body))
        await connection.send(body[: random.choice([0, 100, len(body)])])
        connection.close()
        soak.counts["rude"] += 1
        await asyncio.sleep(0.05)


async def slow(soak: Soak) -> None:
    """Sends its body in pieces."""
    while soak.goes_on():
        body, expected = random.choice(list(soak.good.items()))
        connection = await Connection().open(soak.address)
        await connection.send_head(len(body))
        for start in range(0, len(body), 100):
            await connection.send(body[start : start + 100])
            await asyncio.sleep(SLOW * 100 / len(body))
        status, content = await connection.answer()
        assert (status, essence(content)) == (200, expected)
        connection.close()
        soak.counts["slow"] += 1


async def stuck(soak: Soak) -> None:
    """Its body never comes whole."""
    while soak.until - time.monotonic() > 12:
        connection = await Connection().open(soak.address)
        await connection.send_head(5000)
        await connection.send(b"\x89PNG")
        status, content = await connection.answer()
        assert status == 408 and list(content) == ["error"]
        connection.close()
        soak.counts["stuck"] += 1


CLIENTS: dict[Callable[[Soak], Awaitable[None]], int] = {good: 40, bad: 8, rude: 6, slow: 8, stuck: 2}


async def run(soak: Soak, process: subprocess.Popen) -> list[tuple[str, BaseException]]:
    """Which clients failed, and how."""
    clients = [
        asyncio.create_task(client(soak), name=client.__name__)
        for client, number in CLIENTS.items()
        for _ in range(number)
    ]
    assert len(clients) == 64
    await asyncio.wait(clients)
    process.send_signal(signal.SIGTERM)
    return [(client.get_name(), error) for client in clients if (error := client.exception())]


@pytest.fixture(scope="module")
def pngs(pictures) -> list[bytes]:
    return [encoded(Image.fromarray(picture), "PNG") for picture in pictures[:50]]


async def alone(address: str, bodies: list[bytes]) -> dict[bytes, dict]:
    """What each gets while nobody else asks."""
    connection, answers = await Connection().open(address), {}
    for body in bodies:
        await connection.send_head(len(body))
        await connection.send(body)
        status, content = await connection.answer()
        assert status == 200
        answers[body] = essence(content)
    connection.close()
    return answers


def test_no_answer_is_wrong_and_none_is_lost(pngs, digits, monkeypatch):
    # the server goes on with whole requests whose clients have left: with those it has more in hand than 64
    monkeypatch.setenv("MAX_REQUESTS", str(2 * sum(CLIENTS.values())))
    with started_server(stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as (address, process):
        right = asyncio.run(alone(address, pngs))
        labels = [answer["label"] for answer in right.values()]
        soak = Soak(address, right, time.monotonic() + SECONDS)
        failures = asyncio.run(run(soak, process))
        _, errors = process.communicate(timeout=30)

    assert np.mean([label == str(digit) for label, digit in zip(labels, digits[1])]) > 0.95
    assert failures == []
    assert all(soak.counts[kind] for kind in ("good", "bad", "rude", "slow"))
    assert process.returncode in (0, -signal.SIGTERM)
    assert "Traceback" not in errors
    print(dict(soak.counts))
