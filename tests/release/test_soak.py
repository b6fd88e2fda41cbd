"""A minute with 64 clients, good, bad, slow and rude, and SIGTERM in the middle: `SOAK_SECONDS=10` for less.

Every complete request gets the right answer: a digit gets its label and exactly the probabilities that it gets without
other clients, and anything else its own error. After SIGTERM the same holds for each request that had begun before: the
server had its head on a connection on which it had already answered, or it had sent `100 Continue`. Of later requests,
none may be answered in part.
"""

import asyncio
import contextlib
import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest
from PIL import Image

from harness.connection import Connection
from harness.server import started_server
from tests.server.image_files import encoded, png_header

SECONDS = float(os.environ.get("SOAK_SECONDS", 60))
SLOW = 2.0
"""Seconds that a slow body takes."""
AFTER = 4.0
"""Seconds for which the clients continue after SIGTERM."""

BAD = {
    (415, "text"): b"a digit, please",
    (415, "half an image"): png_header(9, 9),
    (413, "too many pixels"): png_header(10_000, 5_001),
    (413, "too long"): bytes(10_000_001),
    (422, "nothing"): b"",
}


class Ended(Exception):
    """The server had stopped after SIGTERM before a request began."""


@dataclass
class Soak:
    """State that the clients share."""

    address: str
    good: dict[bytes, dict]
    until: float
    told: float = float("inf")
    counts: Counter = field(default_factory=Counter)

    def goes_on(self) -> bool:
        return time.monotonic() < self.until

    @contextlib.contextmanager
    def request(self) -> Iterator[Callable[[], None]]:
        """Runs one request, which begins when the yielded function is called; a late one need not be answered."""
        began = float("inf")

        def begins() -> None:
            nonlocal began
            began = time.monotonic()

        try:
            yield begins
            self.counts["answered at the end"] += began < self.told < time.monotonic()
        except (OSError, asyncio.IncompleteReadError) as error:
            if time.monotonic() < self.told or began < self.told or getattr(error, "partial", b""):
                raise
            self.counts["too late"] += 1
            raise Ended from error


def essence(content: dict) -> dict:
    """An answer without its timings."""
    return {key: value for key, value in content.items() if key != "timings_ms"}


async def good(soak: Soak) -> None:
    connection = await Connection().open(soak.address)
    while soak.goes_on():
        body, expected = random.choice(list(soak.good.items()))
        with soak.request() as begins:
            await connection.send_head(len(body))
            begins()
            await connection.send(body)
            status, content = await connection.answer()
        assert (status, essence(content)) == (200, expected)
        soak.counts["good"] += 1
    connection.close()


async def bad(soak: Soak) -> None:
    connection = await Connection().open(soak.address)
    while soak.goes_on():
        (status, _), body = random.choice(list(BAD.items()))
        with soak.request() as begins:
            await connection.send_head(len(body))
            if status != 413:  # a reset, because of the unread rest of the body, may arrive before the refusal
                begins()
            await connection.send(body)
            answered, content = await connection.answer()
        assert answered == status and list(content) == ["error"]
        soak.counts["bad"] += 1
        await asyncio.sleep(0.05)
    connection.close()


async def rude(soak: Soak) -> None:
    """Closes the connection in the middle of its body, or without waiting for the answer."""
    while soak.goes_on():
        body = random.choice(list(soak.good))
        with soak.request():
            connection = await Connection().open(soak.address)
            await connection.send_head(len(body))
            await connection.send(body[: random.choice([0, 100, len(body)])])
            connection.close()
        soak.counts["rude"] += 1
        await asyncio.sleep(0.05)


async def slow(soak: Soak) -> None:
    """Sends its body in pieces, after the server's `100 Continue`."""
    while soak.goes_on():
        body, expected = random.choice(list(soak.good.items()))
        with soak.request() as begins:
            connection = await Connection().open(soak.address)
            await connection.send_head(len(body), "/api/predict", "Expect: 100-continue")
            assert (await connection.reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 100 ")
            begins()
            for start in range(0, len(body), 100):
                await connection.send(body[start : start + 100])
                await asyncio.sleep(SLOW * 100 / len(body))
            status, content = await connection.answer()
        assert (status, essence(content)) == (200, expected)
        connection.close()
        soak.counts["slow"] += 1


async def stuck(soak: Soak) -> None:
    """Never completes its body."""
    while soak.until - time.monotonic() > 12 + AFTER:
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
    await asyncio.wait(clients, timeout=soak.until - AFTER - time.monotonic())
    soak.told = time.monotonic()
    process.send_signal(signal.SIGTERM)
    await asyncio.wait(clients)
    errors = [(client.get_name(), client.exception()) for client in clients]
    return [(name, error) for name, error in errors if error and not isinstance(error, Ended)]


@pytest.fixture(scope="module")
def pngs(pictures) -> list[bytes]:
    return [encoded(Image.fromarray(picture), "PNG") for picture in pictures[:50]]


async def alone(address: str, bodies: list[bytes]) -> dict[bytes, dict]:
    """The answer to each request while there are no other clients."""
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
    # the server still processes complete requests of clients that have left, so more than 64 may be in progress
    monkeypatch.setenv("MAX_REQUESTS", str(2 * sum(CLIENTS.values())))
    with started_server(stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as (address, process):
        right = asyncio.run(alone(address, pngs))
        labels = [answer["label"] for answer in right.values()]
        soak = Soak(address, right, time.monotonic() + SECONDS)
        failures = asyncio.run(run(soak, process))
        _, errors = process.communicate(timeout=30)

    assert np.mean([label == str(digit) for label, digit in zip(labels, digits[1])]) > 0.95
    assert failures == []
    assert all(soak.counts[kind] for kind in ("good", "bad", "rude", "slow", "answered at the end", "too late"))
    assert process.returncode in (0, -signal.SIGTERM)
    assert "Traceback" not in errors
    print(dict(soak.counts))
