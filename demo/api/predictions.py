"""`POST /predict` itself: body in, answer or refusal out, without anything of FastAPI.

FastAPI's route calls it, and describes it in the OpenAPI document. A request whose address is as usual reaches it past
the routing (`demo.middleware.shortcut`), which takes about as long as a small model.
"""

import asyncio
import json
from collections.abc import Mapping
from time import perf_counter
from typing import Any
from urllib.parse import parse_qsl

from fastapi.responses import JSONResponse
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope

from catalog import UnknownName
from demo.api.worker_pool import Busy, TooLate, WorkerPool
from demo.inference import images
from demo.inference.classifier import Replaced
from demo.inference.predictor import Answer, Predictor
from demo.middleware.limits import announced_length, too_long, too_slow
from demo.settings import Settings


class TooLong(ValueError):
    """The body has too many bytes."""


class TooSlow(ValueError):
    """The body did not arrive in time."""


STATUS = {
    UnknownName: 404,
    TooSlow: 408,
    TooLong: 413,
    images.TooManyPixels: 413,
    images.NotAnImage: 415,
    images.EmptyBody: 422,
    Busy: 503,
    TooLate: 503,
    Replaced: 503,
}
"""Exception -> status of the answer."""

HEADERS = {
    TooSlow: {"Connection": "close"},  # the server does not wait for the rest of the body
    Busy: {"Retry-After": "1"},
    TooLate: {"Retry-After": "1"},
}
"""Exception -> headers of the answer."""

DISCONNECTED = 400

ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


class Answered(JSONResponse):
    """`JSONResponse` with an encoder that is made once and not for each answer."""

    def render(self, content: Any) -> bytes:
        return ENCODER.encode(content).encode()


class Predictions:
    """Answers requests, within the limits of the settings."""

    def __init__(self, predictor: Predictor, settings: Settings):
        self._predictor = predictor
        self._pool = WorkerPool(settings.threads, settings.max_requests)
        self._max_bytes = settings.max_body_bytes
        self._seconds = settings.request_seconds

    async def answer(self, scope: Scope, receive: Receive, model: str | None, precision: str | None) -> JSONResponse:
        """The answer of a model to the picture in the body.

        Args:
            scope: of the request; its headers are read.
            receive: gives the body.
            model: name of the model, or None for the default.
            precision: of the model's file, or None for the default.

        Raises:
            the exceptions in `STATUS`, and `ClientDisconnect`.
        """
        started = perf_counter()
        choice = self._predictor.classifiers.find(model, precision)  # refuses a wrong name before the body has arrived
        with self._pool.slot():
            data = await self._read(scope, receive)
            left = self._seconds - (perf_counter() - started)
            run = self._pool.run_here if self._predictor.is_short(data, choice) else self._pool.run
            answer, waited = await run(left, self._predictor.from_bytes, data, choice)
        return _response(answer, waited, perf_counter() - started)

    async def respond(self, scope: Scope, receive: Receive) -> JSONResponse:
        """The answer or the refusal. Exceptions that are not in `STATUS` are the caller's."""
        query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        try:
            return await self.answer(scope, receive, query.get("model"), query.get("precision"))
        except tuple(STATUS) as error:
            return refusal(error)
        except ClientDisconnect as error:  # nobody reads the answer, but the log has its status
            return JSONResponse({"error": str(error)}, DISCONNECTED)

    async def _read(self, scope: Scope, receive: Receive) -> bytes:
        """The whole body. Its bytes are counted as they arrive, because Content-Length may be missing or wrong."""
        if announced_length(scope) > self._max_bytes:
            raise TooLong(too_long(self._max_bytes))
        body = bytearray()
        try:
            async with asyncio.timeout(self._seconds):
                more = True
                while more:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise ClientDisconnect("The client left before the body had arrived.")
                    body += message.get("body", b"")
                    if len(body) > self._max_bytes:
                        raise TooLong(too_long(self._max_bytes))
                    more = message.get("more_body", False)
        except TimeoutError as error:
            raise TooSlow(too_slow(self._seconds)) from error
        return bytes(body)


def refusal(error: Exception) -> JSONResponse:
    """The answer for an exception in `STATUS`."""
    return JSONResponse({"error": str(error)}, STATUS[type(error)], HEADERS.get(type(error)))


def _response(answer: Answer, waited: float, total: float) -> JSONResponse:
    seconds = {**answer.seconds, "queue": waited + answer.seconds["queue"], "cpu": answer.cpu_seconds, "total": total}
    timings = {name: each * 1000 for name, each in seconds.items()}
    content: Mapping = {
        "model": answer.model.name,
        "version": answer.model.version,
        "label": answer.label,
        "probabilities": answer.by_label(),
        "timings_ms": {name: round(milliseconds, 3) for name, milliseconds in timings.items()},
    }
    server_timing = ", ".join(f"{name};dur={milliseconds:.3f}" for name, milliseconds in timings.items())
    return Answered(content, headers={"Server-Timing": server_timing, "Timing-Allow-Origin": "*"})
