"""LiteRT: a picture -> probabilities, by the published `.tflite` files."""

import hashlib
import math
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from queue import LifoQueue
from typing import NamedTuple

import numpy as np
from ai_edge_litert.interpreter import Interpreter

from catalog import Catalog, File, Model, UnknownName

SHORT = 0.002
"""Seconds: a model that needs more may not hold up the event loop."""


class Replaced(ValueError):
    """A model was published again after the catalog was read, so its files are not those that the catalog describes."""


class InterpreterPool:
    """One published file, with one interpreter for each thread that may use it at the same time.

    Each interpreter runs on one thread: several requests in parallel use the cores better than one request on all
    cores.
    """

    def __init__(self, path: Path, interpreters: int):
        self._idle: LifoQueue[Interpreter] = LifoQueue()  # the memory of the last one used is still in the cache
        for _ in range(interpreters):
            interpreter = Interpreter(model_path=str(path), num_threads=1)
            interpreter.allocate_tensors()
            self._idle.put(interpreter)
        self._input = interpreter.get_input_details()[0]["index"]
        self._output = interpreter.get_output_details()[0]["index"]

    def answer(self, picture: np.ndarray) -> np.ndarray:
        """The output for a picture, float32, without the batch dimension. Waits while every interpreter is busy.

        Args:
            picture: uint8 or float32 [1, height, width, 3], RGB, 0 to 255.

        Raises:
            ValueError: it has another size.
        """
        with self.turn() as answer:
            return answer(picture)

    @contextmanager
    def turn(self) -> Iterator[Callable[[np.ndarray], np.ndarray]]:
        """Waits for an interpreter, then provides a function like `answer` that does not wait."""
        interpreter = self._idle.get()
        try:
            yield partial(self._invoke, interpreter)
        finally:
            self._idle.put(interpreter)

    def _invoke(self, interpreter: Interpreter, picture: np.ndarray) -> np.ndarray:
        tensor = interpreter.tensor(self._input)()  # `set_tensor` takes only float32, which would be one more copy
        if picture.shape != tensor.shape:
            raise ValueError(f"The picture has shape {picture.shape}, but the model takes {tensor.shape}.")
        np.copyto(tensor, picture)
        del tensor  # LiteRT does not run while somebody has its memory
        interpreter.invoke()
        return interpreter.get_tensor(self._output)[0]


class Classifier(InterpreterPool):
    """A published model."""

    def __init__(self, model: Model, path: Path, interpreters: int):
        super().__init__(path, interpreters)
        self.model = model
        self._least = math.inf  # seconds, of all answers so far: others on the machine only make one longer

    def note(self, seconds: float) -> None:
        """Learns from an answer how long this model needs, in seconds of a core."""
        self._least = min(self._least, seconds)

    @property
    def is_short(self) -> bool:
        """Whether the model has answered within `SHORT` seconds."""
        return self._least <= SHORT


class Choice(NamedTuple):
    """What answers a request: looked up once, and passed on from there."""

    model: Model
    file: File

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the pictures that the model takes."""
        _, height, width, _ = self.model.input
        return width, height


class Classifiers:
    """The catalog's models. Each file is loaded when it is first needed."""

    def __init__(self, catalog: Catalog, folder: Path, interpreters: int):
        self.catalog = catalog
        self._folder = folder
        self._interpreters = interpreters
        self._loaded: dict[str, Classifier] = {}
        files = [file.path for model in catalog.models for file in model.files]
        self._loading = {path: threading.Lock() for path in files}
        # looked up once, not at every request
        self._here = {model.name: self._files_of(model) for model in catalog.models}
        self._default = {model.name: _default(model, self._here[model.name]) for model in catalog.models}

    @cached_property
    def front_end(self) -> InterpreterPool | None:
        """The front end alone, which gives the frame, float32 [28, 28, 1], 0 to 1; None if its file is missing."""
        published = self.catalog.front_end.files if self.catalog.front_end else ()
        paths = [self._folder / file.path for file in published if file.format == "tflite"]
        return next((InterpreterPool(path, self._interpreters) for path in paths if path.is_file()), None)

    @property
    def models(self) -> tuple[Model, ...]:
        """The models in the catalog that have a `.tflite` file on this server."""
        return tuple(model for model in self.catalog.models if self._here[model.name])

    def find(self, name: str | None = None, precision: str | None = None) -> Choice:
        """The model of that name, or the default, and its `.tflite` of that precision, or its default.

        Raises:
            UnknownName: there is no such model or precision. The message lists those that exist.
        """
        model = self.catalog.model(name)
        here, default = self._here[model.name], self._default[model.name]
        if default and not precision:
            return Choice(model, default)
        for file in here:
            if precision == file.precision:
                return Choice(model, file)
        if not here:
            command = next((file.command for file in model.files if file.command), None)
            built = f" They are too large to be committed. To build them: {command}" if command else ""
            raise UnknownName(f"No file of model '{model.name}' is on this server.{built}")
        there_are = ", ".join(file.precision for file in here)
        missing = f"Model '{model.name}' has no precision '{precision}' on this server"
        raise UnknownName(f"{missing}. There are: {there_are}.")

    def _files_of(self, model: Model) -> list[File]:
        """The model's files on this server."""
        return [file for file in model.files if file.format == "tflite" and file.is_in(self._folder)]

    def load(self, choice: Choice) -> Classifier:
        """The classifier of what `find` returned, loaded once.

        Raises:
            Replaced: the file is not the one that the catalog describes.
        """
        model, file = choice
        with self._loading[file.path]:  # a request for another file does not wait
            if file.path not in self._loaded:
                with (self._folder / file.path).open("rb") as content:
                    is_described = hashlib.file_digest(content, "sha256").hexdigest() == file.sha256
                if not is_described:
                    raise Replaced(f"'{file.path}' is another file than when the server was started. Start it again.")
                self._loaded[file.path] = Classifier(model, self._folder / file.path, self._interpreters)
            return self._loaded[file.path]

    def is_short(self, choice: Choice) -> bool:
        """Whether this file is loaded and known to be `Classifier.is_short`."""
        loaded = self._loaded.get(choice.file.path)
        return loaded is not None and loaded.is_short


def _default(model: Model, here: list[File]) -> File | None:
    """The file that answers where no precision is named; None if there is none."""
    return next((file for file in here if file.path == model.defaults["server"]), next(iter(here), None))
