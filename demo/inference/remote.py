"""Asks another server of this project, such as a cluster, in place of the models in this process.

The Gradio app may then stay on one machine, because its queue is kept in one process, while the predictions are
computed elsewhere.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from time import perf_counter
from typing import Any

import httpx
import numpy as np
from PIL import Image

from demo.inference.classifier import Choice, Classifiers
from demo.inference.predictor import Answer, Moment, Predictor

LOGGER = logging.getLogger("both_sides.remote")

CONNECT_SECONDS = 2
"""Time limit for a connection: an address at which nobody is should not cost the whole time for an answer."""
IDLE_SECONDS = 4
"""How long a connection is kept: shorter than the other side keeps it (uvicorn: 5 s), which then never closes first."""
MAX_BYTES = 1_000_000
"""Of an answer. One with 1,000 labels has 50,000."""
FASTEST = 1
"""Level of PNG's compression: between the machines of a cluster time counts more than bytes."""


class Unavailable(RuntimeError):
    """The other server gave no answer that can be shown. The message is for people, and names no address."""


class RemotePredictor(Predictor):
    """Decodes pictures here, within the limits of this process, and sends them decoded to another server.

    What is sent is the picture as the model takes it, as a PNG, so both sides see the same pixels, and no file of a
    stranger reaches the cluster.

    Args:
        classifiers: the models that are offered, and the front end that shows what a model saw.
        max_pixels: as for `Predictor`.
        address: of the other server's `POST /api/predict`.
        seconds: time limit for an answer.
    """

    def __init__(self, classifiers: Classifiers, max_pixels: int, address: str, seconds: float):
        super().__init__(classifiers, max_pixels)
        self._address = address
        self._seconds = seconds
        self._client = httpx.Client(
            timeout=httpx.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds)),
            limits=httpx.Limits(keepalive_expiry=IDLE_SECONDS),
            trust_env=False,  # a proxy for the internet does not know a cluster
        )

    def from_picture(self, picture: np.ndarray, choice: Choice, since: Moment | None = None) -> Answer:
        """The other server's answer to a picture of the model's size, whose values are whole numbers.

        Its `seconds` are: `decode`, the decoding here; `inference`, that of the other server; and `queue`, all that
        was waited for beside it, with the network. Its `cpu_seconds` are those of the other server.

        Raises:
            Unavailable: there is no answer in time, or it is none of a server with the same model.
        """
        decoded = Moment()
        seconds = decoded.clock - (since or decoded).clock
        content = self._ask(_png(picture), {"model": choice.model.name, "precision": choice.file.precision})
        took = perf_counter() - decoded.clock
        try:
            probabilities = _probabilities(content, choice.model.labels)
            times = {name: float(content["timings_ms"][name]) / 1000 for name in ("inference", "cpu")}
            model = replace(choice.model, version=str(content["version"]))  # of what has answered
        except (KeyError, TypeError, ValueError) as error:
            raise self._unavailable(f"it sent an answer that is not one of this model: {error!r:.200}") from error
        inference = min(times["inference"], took)
        durations = {"queue": took - inference, "decode": seconds, "inference": inference}
        return Answer(model, picture, probabilities, durations, times["cpu"])

    def _ask(self, body: bytes, names: Mapping[str, str]) -> Any:
        """The content of an answer with status 200."""
        deadline = perf_counter() + self._seconds
        received = bytearray()
        try:
            with self._client.stream("POST", self._address, params=names, content=body) as response:
                for part in response.iter_bytes():  # httpx limits the wait for each part only
                    received += part
                    if perf_counter() > deadline:
                        raise httpx.ReadTimeout("The last part is missing.")
                    if len(received) > MAX_BYTES:
                        raise self._unavailable(f"its answer has more than {MAX_BYTES:,} bytes, the most that is read")
        except httpx.TimeoutException as error:
            raise self._unavailable(f"it did not answer within {self._seconds:g} s") from error
        except httpx.HTTPError as error:
            raise self._unavailable("it cannot be reached", str(error)) from error
        try:
            content = json.loads(received)
        except ValueError as error:
            raise self._unavailable(f"its answer, of status {response.status_code}, is not JSON") from error
        if response.status_code != 200:
            said = content.get("error") if isinstance(content, dict) else None
            raise self._unavailable(f"it answered with status {response.status_code}: {str(said)[:200].rstrip('.')}")
        return content

    def _unavailable(self, reason: str, detail: str = "") -> Unavailable:
        LOGGER.warning("%s: %s %s", self._address, reason, detail)
        return Unavailable(f"The server for predictions gave no answer: {reason}. Try again in a moment.")


def _png(picture: np.ndarray) -> bytes:
    file = BytesIO()
    Image.fromarray(picture[0].astype(np.uint8)).save(file, "PNG", compress_level=FASTEST)
    return file.getvalue()


def _probabilities(content: Any, labels: tuple[str, ...]) -> np.ndarray:
    """float32, one for each label; raises `ValueError` if the answer has other labels."""
    by_label = content["probabilities"]
    if tuple(by_label) != labels:
        raise ValueError(f"labels {list(by_label)[:3]} and others, not {list(labels)[:3]} and others")
    return np.array(list(by_label.values()), np.float32)
