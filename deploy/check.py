"""Starts the server as a Space does, with only its files, a fresh environment and no settings, and sends requests."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from pathlib import Path

from huggingface_hub import RepoCard

from demo.settings import Settings
from deploy import space
from deploy.own_server import OPENER

BESIDE = ("uvicorn>=0.14.0", "websockets>=10.4")
"""Packages that a Space installs together with `requirements.txt`, in addition to Gradio and its extras."""

EXAMPLE = ("static/data/examples/digit-3.png", "3")
START_SECONDS = 120
STOP_SECONDS = 20


class Failed(Exception):
    """A step failed. The message says in a sentence what a Space would have met."""


def check(port: int | None = None) -> Iterator[str]:
    """Yields a sentence for each step that succeeded.

    Args:
        port: instead of the port that a Space expects.

    Raises:
        Failed: a step failed.
    """
    listens_on = port or Settings.port
    _must_be_free(listens_on)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "space")
        files = space.files()
        space.write(folder, files)
        yield f"{len(files)} files are in a folder of their own."
        python = _install(Path(temporary, "venv"), folder)
        yield "requirements.txt is installed in a fresh environment."
        with _started(python, folder, port) as process:
            yield from _asked(f"http://127.0.0.1:{listens_on}", process, folder)
    yield "The server stopped when it was told to."


def _must_be_free(port: int) -> None:
    with contextlib.suppress(ConnectionRefusedError, TimeoutError), socket.create_connection(("127.0.0.1", port), 2):
        raise Failed(f"Port {port} is in use. Stop the program that uses it, or choose another port with --port.")


def _install(environment: Path, folder: Path) -> Path:
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    gradio = f"gradio[oauth,mcp]=={RepoCard.load(folder / 'README.md').data.to_dict()['sdk_version']}"
    requirements = str(folder / "requirements.txt")
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    ended = subprocess.run([*install, "--requirement", requirements, gradio, *BESIDE], capture_output=True, text=True)
    if ended.returncode:
        raise Failed(f"requirements.txt cannot be installed beside {gradio}: {ended.stderr.strip()}")
    return python


@contextlib.contextmanager
def _started(python: Path, folder: Path, port: int | None) -> Iterator[subprocess.Popen]:
    settings = [*Settings.__dataclass_fields__, "PYTHONPATH"]
    environment = {key: value for key, value in os.environ.items() if key not in [each.upper() for each in settings]}
    if port:
        environment["PORT"] = str(port)
    app_file = RepoCard.load(folder / "README.md").data.to_dict()["app_file"]
    process = subprocess.Popen([python, app_file], cwd=folder, env=environment, stdout=sys.stderr)
    try:
        yield process
        process.send_signal(signal.SIGTERM)
        if process.wait(STOP_SECONDS) not in (0, -signal.SIGTERM):
            raise Failed(f"The server ended with {process.returncode} after SIGTERM.")
    except subprocess.TimeoutExpired as error:
        raise Failed(f"The server did not stop within {STOP_SECONDS} s of SIGTERM.") from error
    finally:
        process.kill()
        process.wait()


def _asked(address: str, process: subprocess.Popen, folder: Path) -> Iterator[str]:
    _wait_until_ready(address, process)
    yield f"{address}/healthz says ready."
    picture, label = EXAMPLE
    answer = json.loads(_get(f"{address}/api/predict", (folder / picture).read_bytes()))["label"]
    if answer != label:
        raise Failed(f"The server reads '{picture}' as '{answer}', but it is '{label}'.")
    yield f"POST /api/predict reads '{picture}' as '{answer}'."
    for path, sign in {"/": b"gradio", "/offline/": b"<title>"}.items():
        if sign not in _get(address + path):
            raise Failed(f"{path} does not contain '{sign.decode()}'.")
        yield f"{path} is there."


def _wait_until_ready(address: str, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Failed(f"The server ended with {process.returncode} before it was ready.")
        with contextlib.suppress(OSError):
            if json.loads(_get(f"{address}/healthz"))["ready"]:
                return
        time.sleep(0.2)
    raise Failed(f"{address}/healthz did not say ready within {START_SECONDS} s.")


def _get(address: str, body: bytes | None = None) -> bytes:
    with OPENER.open(address, body, timeout=30) as answer:
        return answer.read()
