"""Prints a line for each request: method, path, status and time, but nothing of the body."""

import logging
import sys
from time import perf_counter
from urllib.parse import quote

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOGGER = logging.getLogger("both_sides.requests")


class RequestLog:
    """Writes `POST /api/predict 200 1.9 ms` when a request has ended; `-` stands for a status that was never sent."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        started = perf_counter()
        status = "-"

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            milliseconds = (perf_counter() - started) * 1000
            path = quote(scope["path"], errors="replace")  # a line break could forge a line
            LOGGER.info("%s %s %s %.1f ms", scope["method"], path, status, milliseconds)


def to_standard_output() -> None:
    """Prints the lines; without this call they are dropped."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    LOGGER.handlers = [handler]
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
