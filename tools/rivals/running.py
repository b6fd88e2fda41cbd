"""Starts one server, asks it by `wrk`, and ends it with all its processes."""

import contextlib
import json
import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from harness.server import ROOT, free_port
from tools.rivals.servers import Server

START_LIMIT = 300
"""Seconds."""
STOP_LIMIT = 10
LOAD = Path(__file__).parent / "load.lua"


@dataclass(frozen=True)
class Load:
    """What the clients saw: answers a second, and the median and 99th percentile of the latency in milliseconds."""

    rate: float
    p50: float
    p99: float


class Running:
    """A server that has answered.

    Attributes:
        start: seconds from its command to its first answer.
        probabilities: of that answer, one for each label.
    """

    def __init__(self, server: Server, address: str, process: psutil.Process, picture: Path):
        self._server, self._address, self._process, self._picture = server, address, process, picture
        started = time.perf_counter()
        self.probabilities = self._first_answer(started)
        self.start = time.perf_counter() - started

    def _first_answer(self, started: float) -> list[float]:
        body = self._picture.read_bytes()
        while time.perf_counter() - started < START_LIMIT:
            if not self._process.is_running() or self._process.status() == psutil.STATUS_ZOMBIE:
                raise RuntimeError(f"{self._server.name} ended before it answered.")
            request = urllib.request.Request(self._address, body, {"Content-Type": self._server.content_type})
            with contextlib.suppress(OSError):  # which a refusal and an answer of 4xx or 5xx are too
                said = json.loads(urllib.request.urlopen(request, timeout=START_LIMIT).read())
                return list(said["probabilities"].values()) if isinstance(said, dict) else said
            time.sleep(0.02)
        raise RuntimeError(f"{self._server.name} did not answer within {START_LIMIT} s.")

    def load(self, clients: int, seconds: float) -> Load:
        """Asks by so many connections for so many seconds.

        Raises:
            RuntimeError: a request had no answer, or one that is not 2xx.
        """
        command = ["wrk", "--threads", "1", "--connections", str(clients), "--duration", f"{seconds:g}s"]
        command += ["--timeout", "30s", "--script", str(LOAD), self._address]
        ended = subprocess.run(
            [*command, "--", str(self._picture), self._server.content_type], capture_output=True, text=True, check=True
        )
        seen = json.loads(ended.stdout.splitlines()[-1])
        if seen["errors"]:
            raise RuntimeError(f"{self._server.name}: {seen['errors']} of {seen['requests']} requests failed.")
        return Load(seen["requests"] / seen["duration"] * 1e6, seen["p50"] / 1e3, seen["p99"] / 1e3)

    def memory(self) -> int:
        """Bytes of all its processes; what several of them share is divided among them (PSS)."""
        family = [self._process, *self._process.children(recursive=True)]
        return sum(process.memory_full_info().pss for process in family)


@contextlib.contextmanager
def running(server: Server, file: str, picture: bytes, folder: Path) -> Iterator[Running]:
    """Starts a server and waits for its first answer.

    Args:
        server: to start.
        file: of the model, in `static/models/`.
        picture: a PNG.
        folder: for the body of a request, and for what the server prints.
    """
    if not shutil.which("wrk"):
        raise FileNotFoundError("The program 'wrk' is missing. Debian's package of this name has it.")
    port = free_port()
    body, log = folder / "body", folder / "log"
    body.write_bytes(server.body(picture))
    environment = {**os.environ, **server.environment, "PORT": str(port), "RIVALS_FILE": file}
    with log.open("wb") as output:
        process = psutil.Popen(server.command(port), cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield Running(server, f"http://127.0.0.1:{port}{server.path}", process, body)
    except RuntimeError as error:
        raise RuntimeError(f"{error}\n{log.read_text(errors='replace')[-2000:]}") from error
    finally:
        _end(process)


def _end(process: psutil.Popen) -> None:
    family = process.children(recursive=True)
    process.terminate()
    _, left = psutil.wait_procs([process, *family], timeout=STOP_LIMIT)
    for each in left:
        with contextlib.suppress(psutil.NoSuchProcess):
            each.kill()
    psutil.wait_procs(left)
