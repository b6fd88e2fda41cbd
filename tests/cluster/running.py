"""A local Ray cluster as `make cluster` starts it, and its processes."""

import contextlib
import http.client
import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from harness.server import PATIENCE, ROOT, free_port

RAY_BIN = ROOT / ".venv-ray" / "bin"
COMMAND = [RAY_BIN / "python", "-m", "deploy.cluster"]
REPLICA = "ray::ServeReplica"
"""The beginning of the name that Ray gives the process of a replica."""


class Cluster:
    """A running cluster: `address` serves, `ray_address` is where nodes join, which need the variables in `key`."""

    def __init__(self, process: subprocess.Popen, address: str):
        self.process, self.address = process, address
        lines = iter(process.stdout.readline, "")
        self.output = "".join(_until(lines, "The cluster is at "))
        found = re.search(r"The cluster is at (\S+), its token at (\S+)", self.output)
        assert found, f"It ended before it served: {self.output}"
        self.ray_address = found[1]
        self.key = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN_PATH": found[2]}

    def post(self, body: bytes, query: str = "") -> tuple[int, dict, http.client.HTTPMessage]:
        """Status, JSON and headers of the answer to a picture."""
        return post(self.address, body, query)

    def replicas(self) -> list[psutil.Process]:
        """The processes of all replicas that its own node has."""
        return replicas_of(psutil.Process(self.process.pid))

    def replica_names(self, body: bytes, number: int, requests: int = 500) -> set[str]:
        """Names of the replicas that answer, once there are as many as `number`, or after so many requests."""
        names: set[str] = set()
        for _ in range(requests):
            status, _, headers = self.post(body)
            names |= {headers["X-Replica"]} if status == 200 else set()
            if len(names) >= number:
                break
        return names

    def stop(self, number: int = signal.SIGINT) -> list[psutil.Process]:
        """Sends the signal, waits for the end, and returns the processes that are left."""
        began = psutil.Process(self.process.pid).children(recursive=True)
        self.process.send_signal(number)
        self.output += self.process.communicate(timeout=PATIENCE)[0]
        return psutil.wait_procs(began, timeout=10)[1]


@contextlib.contextmanager
def started_cluster(*arguments: str, **settings: int) -> Iterator[Cluster]:
    """A cluster that serves; `arguments` are releases, `settings` those of `ClusterSettings`."""
    port = free_port()
    given = {key.upper(): str(value) for key, value in settings.items()}
    environment = {**os.environ, "PORT": str(port), **given}
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "env": environment, "cwd": ROOT}
    with subprocess.Popen([*COMMAND, *arguments], **options) as process:
        family: list[psutil.Process] = []
        try:
            cluster = Cluster(process, f"http://127.0.0.1:{port}")
            family = psutil.Process(process.pid).children(recursive=True)
            yield cluster
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.communicate(timeout=PATIENCE)
            for left in [process, *family]:
                with contextlib.suppress(psutil.NoSuchProcess):
                    left.kill()


def replicas_of(node: psutil.Process) -> list[psutil.Process]:
    """The processes of replicas below another process."""
    found = []
    for child in node.children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            found += [child] if " ".join(child.cmdline()).startswith(REPLICA) else []
    return found


def post(address: str, body: bytes, query: str = "") -> tuple[int, dict, http.client.HTTPMessage]:
    """Status, JSON and headers of the answer to a picture."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    connection.request("POST", f"/api/predict{query}", body)
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read()), answer.headers


def wait_until(condition: Callable[[], bool], event: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"It did not happen within {PATIENCE} s: {event}."
        time.sleep(0.2)


def second_release(folder: Path) -> Path:
    """A copy of the models in which only the default one has another version, for an update; the page is left out."""
    catalog = json.loads((ROOT / "static" / "models" / "catalog.json").read_text(encoding="utf-8"))
    model = next(model for model in catalog["models"] if model["name"] == catalog["default"])
    (folder / "models" / model["name"]).mkdir(parents=True)
    for file in model["files"]:
        path = ROOT / "static" / "models" / file["path"]
        if file["format"] == "tflite" and path.exists():
            (folder / "models" / file["path"]).write_bytes(path.read_bytes())
    model["version"] = "second"
    text = json.dumps({**catalog, "models": [model]})
    (folder / "models" / "catalog.json").write_text(text, encoding="utf-8")
    return folder


def _until(lines: Iterator[str], words: str) -> Iterator[str]:
    for line in lines:
        yield line
        if words in line:
            return
