"""Measures this server and its rivals in turns, on the same cores, each beside a bare loop of decode and invoke."""

import contextlib
import io
import json
import os
import platform
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

import catalog
from export.report.machine import processor
from harness.server import ROOT
from models.data import mnist
from tools.rivals import servers
from tools.rivals.results import Comparison, Result, Round
from tools.rivals.running import Running, running
from tools.rivals.servers import Server

ROUNDS = 3
CLIENTS = 32
SECONDS = 6.0
WARM_UP = 2.0
"""Seconds of load that do not count."""
STARTS = 3
"""How often a server is started at most, until it answers."""
CORES = 2
"""On which the servers, the clients and the bare loop run."""
TOLERANCE = 1e-6
"""Largest difference of a probability: all decode the same PNG and run the same file."""


def measure(chosen: list[Server] | None = None, rounds: int = ROUNDS, seconds: float = SECONDS) -> Comparison:
    """Starts each server in turns, and again in each round, so that a busy machine slows all alike.

    Raises:
        RuntimeError: a server did not start, refused a request, or gave another answer.
    """
    model = catalog.load().model()
    file, picture = model.file("tflite").path, _digit()
    compared = chosen or servers.all_servers()
    taken: list[list[Round]] = [[] for _ in compared]
    before = os.sched_getaffinity(0)
    cores = sorted(before)[:CORES]
    os.sched_setaffinity(0, cores)  # what this process starts inherits it
    try:
        for _ in range(rounds):
            for server, so_far in zip(compared, taken):
                so_far.append(_round(server, file, picture, len(cores), seconds))
    finally:
        os.sched_setaffinity(0, before)
    results = [Result(server.name, server.processes, so_far) for server, so_far in zip(compared, taken)]
    system = f"{platform.system()}, Python {platform.python_version()}"
    machine = f"`{model.name}` {model.version}; {processor()}, {len(cores)} cores, {system}."
    return Comparison(model.name, CLIENTS, seconds, machine, results)


def _digit() -> bytes:
    """The first test digit, as a PNG of the model's size."""
    output = io.BytesIO()
    Image.fromarray(mnist.on_canvas(mnist.test()[0][:1])[0]).save(output, "PNG")
    return output.getvalue()


def _round(server: Server, file: str, picture: bytes, cores: int, seconds: float) -> Round:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        expected, before = bare(file, picture, cores, seconds / 3, folder)
        with _started(server, file, picture, folder) as started:
            if not np.allclose(started.probabilities, expected, rtol=0, atol=TOLERANCE):
                raise RuntimeError(f"{server.name} answered {started.probabilities}, the bare loop {expected}.")
            started.load(CLIENTS, WARM_UP)
            load, memory = started.load(CLIENTS, seconds), started.memory()
        _, after = bare(file, picture, cores, seconds / 3, folder)
    return Round(load.rate, load.p50, load.p99, memory, started.start, (before + after) / 2)


@contextlib.contextmanager
def _started(server: Server, file: str, picture: bytes, folder: Path) -> Iterator[Running]:
    """`running`, tried again where a server did not start: Ray gives up after 30 s, which a busy machine may need."""
    for left in reversed(range(STARTS)):
        with contextlib.ExitStack() as stack:
            try:
                started = stack.enter_context(running(server, file, picture, folder))
            except RuntimeError:
                if not left:
                    raise
                continue
            yield started
            return


def bare(file: str, picture: bytes, processes: int, seconds: float, folder: Path) -> tuple[list[float], float]:
    """The probabilities that every server must answer, and the answers a second of so many processes together.

    Raises:
        RuntimeError: a process ended before it had answered; with the end of what it said.
    """
    path = folder / "picture"
    path.write_bytes(picture)
    command = [str(servers.OURS / "python"), "-m", "tools.rivals.bare", str(path), f"{seconds}"]
    environment = {**os.environ, "RIVALS_FILE": file}
    pipe = subprocess.PIPE
    with contextlib.ExitStack() as stack, (folder / "errors").open("w+", encoding="utf-8") as errors:
        loops = []
        for _ in range(processes):
            loop = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=errors, text=True
            )
            loops.append(stack.enter_context(loop))
            stack.callback(loop.kill)
        said = [loop.stdout.readline() for loop in loops if loop.stdout]  # each has loaded its model when it says this
        if all(said):
            for loop in loops:
                print(file=loop.stdin, flush=True)
        rates = [loop.communicate()[0] for loop in loops if all(said)]
        if not rates or not all(rates):
            errors.seek(0)
            raise RuntimeError(f"A bare loop ended before it had answered: {errors.read()[-2000:]}")
    return json.loads(said[0]), sum(map(float, rates))
