"""Measures whether a batch of pictures in one invoke raises the throughput of a model on all cores: `make bench`.

The server gives each picture an interpreter on one thread, and runs as many of them at once as there are cores. A batch
would make pictures wait for each other, so it has to pay.
"""

import os
import platform
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

import catalog
from export.report.machine import processor
from models.architectures import ARCHITECTURES

MODELS = ("compact", "photo")
NETWORK = "resnet50v2"
"""An architecture that is measured without its front end, which fixes the batch at 1, and without training, which does
not change the time."""
SIZES = (1, 4, 8)
ROUNDS = 9
PICTURES = 16
"""Of each interpreter in each round; a multiple of every size."""
TOLERANCE = 1e-4
"""Largest difference of a probability between a picture in a batch and the same picture alone."""


class Batch:
    """A `.tflite` file with its input resized to so many pictures."""

    def __init__(self, path: Path, size: int, threads: int):
        self._interpreter = Interpreter(str(path), num_threads=threads)
        given = self._interpreter.get_input_details()[0]
        self._input, self.shape = given["index"], tuple(given["shape"][1:])
        self._output = self._interpreter.get_output_details()[0]["index"]
        self._interpreter.resize_tensor_input(self._input, [size, *self.shape])
        self._interpreter.allocate_tensors()

    def answer(self, pictures: np.ndarray) -> np.ndarray:
        """float32 [size, height, width, channels] -> float32 [size, labels]; raises `RuntimeError`."""
        self._interpreter.set_tensor(self._input, pictures)
        self._interpreter.invoke()
        return self._interpreter.get_tensor(self._output)


def table() -> str:
    """Pictures a second of each model by each way, as a Markdown table."""
    cores = len(os.sched_getaffinity(0))
    heads = [f"{cores} x {size}" for size in SIZES] + [f"1 x {size}, {cores} threads" for size in SIZES]
    rows = [f"| pictures a second | {' | '.join(heads)} |", "| --- |" + " ---: |" * len(heads)]
    with tempfile.TemporaryDirectory() as folder:
        network = {f"the network of `{NETWORK}`": _converted(NETWORK, Path(folder))}
        for title, path in (_files() | network).items():
            rows.append(f"| {title} | {' | '.join(_measured(path, cores))} |")
    how = (
        f"Interpreters at once, times the pictures in each invoke, on {cores} cores; the first column is what the "
        f"server does. In brackets: the median ratio to it, of {ROUNDS} rounds in turns."
    )
    return "\n".join([*rows, "", f"{how} {processor()}, {platform.system()}, Python {platform.python_version()}."])


def _files() -> dict[str, Path]:
    """Title -> the file that the server takes, for the models whose files are here."""
    folder, found = catalog.PATH.parent, {}
    for model in catalog.load().models:
        here = [file for file in model.files if file.format == "tflite" and (folder / file.path).is_file()]
        default = [file for file in here if file.path == model.defaults["server"]]
        if model.name in MODELS and here:
            found[f"`{model.name}`"] = folder / (default or here)[0].path
    return found


def _converted(name: str, folder: Path) -> Path:
    path = folder / f"{name}.tflite"
    path.write_bytes(tf.lite.TFLiteConverter.from_keras_model(ARCHITECTURES[name].build()).convert())
    return path


def _measured(path: Path, cores: int) -> list[str]:
    """A cell for each way: pictures a second, or why there are none."""
    shape = Batch(path, 1, 1).shape
    pictures = np.random.default_rng(0).uniform(0, 255 if shape[-1] == 3 else 1, (PICTURES, *shape)).astype(np.float32)
    ways = [(cores, size, 1) for size in SIZES] + [(1, size, cores) for size in SIZES]
    with ThreadPoolExecutor(cores) as pool:
        runs = [_run(pool, path, pictures, *way) for way in ways]
        rates: list[list[float]] = [[] for _ in ways]
        for turn in range(1 + ROUNDS):
            for run, so_far in zip(runs, rates):
                rate = run() if callable(run) else 0.0
                so_far += [rate] if turn else []
    first = rates[0]
    return [
        run if isinstance(run, str) else f"{median(rate):,.0f} ({median(map(float.__truediv__, rate, first)):.2f})"
        for run, rate in zip(runs, rates)
    ]


def _run(
    pool: ThreadPoolExecutor, path: Path, pictures: np.ndarray, interpreters: int, size: int, threads: int
) -> Callable[[], float] | str:
    """Answers all pictures by each interpreter, and returns pictures a second; or why the file takes no batch."""
    try:
        batches = [Batch(path, size, threads) for _ in range(interpreters)]
        together = batches[0].answer(pictures[:size])
    except (RuntimeError, ValueError):
        return "not possible"  # a file whose graph fixes the batch at 1 says so in words of its own
    single = Batch(path, 1, 1)
    alone = np.concatenate([single.answer(pictures[index : index + 1]) for index in range(size)])
    if together.shape != alone.shape or not np.allclose(together, alone, rtol=0, atol=TOLERANCE):
        return "other answers"

    def all_of(batch: Batch) -> None:
        for start in range(0, PICTURES, size):
            batch.answer(pictures[start : start + size])

    def run() -> float:
        started = time.perf_counter()
        list(pool.map(all_of, batches))
        return PICTURES * interpreters / (time.perf_counter() - started)

    return run


if __name__ == "__main__":
    print(table(), flush=True)
