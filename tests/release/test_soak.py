"""A minute with 64 clients, good, bad, slow and rude, and SIGTERM in the midst of it: `SOAK_SECONDS=10` for less.

Every request that was sent whole is answered, and rightly: a digit with its label and the very probabilities that it
gets alone, anything else with its own refusal. So is, after SIGTERM, each that had begun before: its head lay with the
server on a connection that it had already answered on, or the server had said `100 Continue`. Of those that begin later
none may be half answered.
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

from tests.conftest import started_server
from tests.connection import Connection
from tests.server.test_images import encoded, png_header

SECONDS = float(os.environ.get("SOAK_SECONDS", 60))
SLOW = 2.0
"""Seconds that a slow body takes."""
AFTER = 4.0
"""Seconds that the clients go on after SIGTERM."""

BAD = {
    (415, "text"): b"a digit, please",
    (415, "half an image"): png_header(9, 9),
    (413, "too many pixels"): png_header(10_000, 5_001),
    (413, "too long"): bytes(10_000_001),
    (422, "nothing"): b"",
}


class Ended(Exception):
    """The server has stopped, as it was told, before a request began."""


@dataclass
class Soak:
    """What the clients know of one another."""

    address: str
    good: dict[bytes, dict]
    until: float
    told: float = float("inf")
    counts: Counter = field(default_factory=Counter)

    def goes_on(self) -> bool:
        return time.monotonic() < self.until

    @contextlib.contextmanager
    def request(self) -> Iterator[Callable[[], None]]:
        """One request, which begins when what this gives is called; the server need not answer it if that is late."""
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
    """An answer without its times."""
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
            if status != 413:  # a reset, for what is not read any more of a body, may overtake the refusal
                begins()
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
        with soak.request():
            connection = await Connection().open(soak.address)
            await connection.send_head(len(body))
            await connection.send(body[: random.choice([0, 100, len(body)])])
            connection.close()
        soak.counts["rude"] += 1
        await asyncio.sleep(0.05)


async def slow(soak: Soak) -> None:
    """Sends its body in pieces, once the server has said that it reads it."""
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
    """Its body never comes whole."""
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
    # the server goes on with whole requests whose clients have left: with those more than 64 are in progress
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
