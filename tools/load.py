"""The servers to compare with, each started as its users would start it, and clients for them."""

import asyncio
import contextlib
import itertools
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

import psutil

from harness.connection import Connection
from harness.server import ROOT, SERVER_PYTHON, free_port, started_server

START_LIMIT = 120
FORM = "form"


@dataclass(frozen=True)
class Rival:
    """A running server and its clients.

    Attributes:
        address: without a slash at the end.
        process: of the server.
        path: that takes pictures.
        headers: of each request.
        before: what stands before a picture in a body.
        after: what stands after it.
    """

    address: str
    process: psutil.Process
    path: str
    headers: tuple[str, ...] = ()
    before: bytes = b""
    after: bytes = b""

    def cpu_seconds(self) -> float:
        """Processor time of the server since its start, in user and system mode."""
        times = self.process.cpu_times()
        return times.user + times.system


@contextlib.contextmanager
def ours() -> Iterator[Rival]:
    """The server of this project in its own environment, without the request log."""
    with started_server(stdout=subprocess.DEVNULL) as (address, process):
        yield Rival(address, psutil.Process(process.pid), "/api/predict")


@contextlib.contextmanager
def plain() -> Iterator[Rival]:
    """FastAPI and Keras in ten lines (`plain`), under uvicorn."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "tools.plain:app", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--log-level", "error"], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    headers = (f"Content-Type: multipart/form-data; boundary={FORM}",)
    before = f'--{FORM}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'.encode()
    try:
        _wait(f"{address}/openapi.json", process)
        yield Rival(address, psutil.Process(process.pid), "/predict", headers, before, f"\r\n--{FORM}--\r\n".encode())
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait(address: str, process: subprocess.Popen, pause: float = 0.2) -> None:
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError):  # which a refusal and an answer of 4xx or 5xx are too
            urllib.request.urlopen(address, timeout=5).close()
            return
        time.sleep(pause)
    raise RuntimeError(f"{address} did not answer within {START_LIMIT} s, or its server ended.")


def start_seconds() -> float:
    """Seconds from the start of the process until /healthz reports ready, after a model has answered."""
    port = free_port()
    started = time.perf_counter()
    process = subprocess.Popen(
        [SERVER_PYTHON, "app.py"], cwd=ROOT, env={**os.environ, "PORT": str(port)}, stdout=subprocess.DEVNULL
    )
    try:
        _wait(f"http://127.0.0.1:{port}/healthz", process, pause=0.01)
        return time.perf_counter() - started
    finally:
        process.terminate()
        process.wait(timeout=60)


def import_seconds() -> float:
    """Duration of a process that only imports Gradio, in seconds."""
    started = time.perf_counter()
    subprocess.run([SERVER_PYTHON, "-c", "import gradio"], check=True)
    return time.perf_counter() - started


def ask(rival: Rival, pictures: list[bytes], clients: int, *, seconds: float = 1e9, requests: int = 10**9) -> float:
    """Answers per second for several clients, each with its own connection, until the time or the requests are over.

    Raises:
        RuntimeError: an answer was not 200.
    """
    return asyncio.run(_ask(rival, pictures, clients, seconds, requests))


async def _ask(rival: Rival, pictures: list[bytes], clients: int, seconds: float, requests: int) -> float:
    numbers, started = itertools.count(), time.perf_counter()
    bodies = [rival.before + picture + rival.after for picture in pictures]

    async def client() -> int:
        connection, answered = await Connection().open(rival.address), 0
        while (number := next(numbers)) < requests and time.perf_counter() - started < seconds:
            body = bodies[number % len(bodies)]
            await connection.send_head(len(body), rival.path, *rival.headers)
            await connection.send(body)
            status, content = await connection.answer()
            if status != 200:
                raise RuntimeError(f"{rival.path} answered {status}: {content}")
            answered += 1
        connection.close()
        return answered

    answered = sum(await asyncio.gather(*(client() for _ in range(clients))))
    return answered / (time.perf_counter() - started)
