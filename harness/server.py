"""The server in a process and an environment of its own, as a user starts it."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SERVER_PYTHON = ROOT / ".venv" / "bin" / "python"
"""The environment of `make demo`: `requirements.txt` and nothing else."""
PATIENCE = 180
"""Seconds to wait at most for an expected event, so that a busy machine does not make it fail."""


def free_port() -> int:
    """A port of this machine at which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def started_server(folder: Path = ROOT, **options) -> Iterator[tuple[str, subprocess.Popen]]:
    """The server's address and its process, once it has answered.

    Args:
        folder: of the project, or of a copy of it.
        options: for `subprocess.Popen`.
    """
    python = SERVER_PYTHON if SERVER_PYTHON.exists() else sys.executable
    port = free_port()
    environment = {**os.environ, "PORT": str(port)}
    process = subprocess.Popen([python, "app.py"], cwd=folder, env=environment, **options)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process)
        yield address, process
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _wait(address: str, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended with {process.returncode} before it answered.")
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=PATIENCE).read()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"The server did not answer within {PATIENCE} s.")
