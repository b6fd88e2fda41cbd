"""The API, mounted at /api: `POST /predict`, `GET /models`, the description of both at /openapi.json, and at /docs/.

Every error is JSON, `{"error": "one sentence"}`. A page on another host may call it: CORS is open, without
credentials.
"""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.staticfiles import StaticFiles

from catalog import UnknownName
from demo.inference import images
from demo.inference.predictor import Answer, Predictor
from demo.middleware.limits import Busy, TooLate, WorkerPool
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
}
"""Exception -> status of the answer."""

HEADERS = {
    TooSlow: {"Connection": "close"},  # the server does not wait for the rest of the body
    Busy: {"Retry-After": "1"},
    TooLate: {"Retry-After": "1"},
}
"""Exception -> headers of the answer."""

DOCS = Path(__file__).parent / "docs"
"""The page that shows the OpenAPI description, where people can try it."""

BODY = {"requestBody": {"required": True, "content": {"image/*": {"schema": {"type": "string", "format": "binary"}}}}}


class Timings(BaseModel):
    queue: float
    decode: float
    inference: float
    cpu: float
    total: float


class Prediction(BaseModel):
    """The answer to a picture, with its times in milliseconds.

    `queue` is the wait for a thread and an interpreter. `cpu` is the processor time of decoding and inference.
    `total` is the time from the head of the request to the answer. It includes the arrival of the body, but not the
    network before and after.
    """

    model: str
    version: str
    label: str
    probabilities: dict[str, float]
    timings_ms: Timings


class Error(BaseModel):
    error: str


def create(predictor: Predictor, settings: Settings) -> FastAPI:
    """The application to mount."""
    api = FastAPI(
        title="Both Sides",
        summary="Send a picture, get the answer of a trained model.",
        docs_url=None,  # FastAPI's own page loads its scripts from another host
        redoc_url=None,
    )
    api.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "POST"],
        allow_headers=["Content-Type"],
        expose_headers=["Server-Timing"],
    )
    for kind, status in STATUS.items():
        api.add_exception_handler(kind, _refusal(status, headers=HEADERS.get(kind)))
    api.add_exception_handler(RequestValidationError, _refusal(422, "The request is not valid."))
    api.add_exception_handler(HTTPException, _http_error)  # type: ignore[arg-type]  # its type says that it takes any exception
    api.add_exception_handler(ClientDisconnect, _refusal(400, "The client left before the body had arrived."))
    api.add_exception_handler(
        Exception, _refusal(500, "The server failed to answer, because of an error in the server.")
    )

    assets = StaticFiles(packages=[("fastapi_offline", "static")])  # Swagger UI, unchanged
    api.mount("/docs/assets", assets)
    api.mount("/docs", StaticFiles(directory=DOCS, html=True))

    pool = WorkerPool(settings.threads, settings.max_requests)
    catalog = predictor.classifiers.catalog.to_json()

    @api.get("/models")
    async def models() -> Response:
        """The catalog: every published model and its files."""
        return Response(catalog, media_type="application/json")

    refusals: dict[int | str, dict] = {status: {"model": Error} for status in STATUS.values()}

    @api.post("/predict", openapi_extra=BODY, response_model=Prediction, responses=refusals)
    async def predict(request: Request, model: str | None = None, precision: str | None = None) -> JSONResponse:
        """The answer of a model to a picture. The body is the bytes of an image file."""
        started = perf_counter()
        choice = predictor.classifiers.find(model, precision)  # refuses a wrong name before the body has arrived
        with pool.slot():
            data = await _read(request, settings.max_body_bytes, settings.request_seconds)
            left = settings.request_seconds - (perf_counter() - started)
            answer, waited = await pool.run(left, predictor.from_bytes, data, choice)
        return _response(answer, waited, perf_counter() - started)

    return api


async def _read(request: Request, limit: int, seconds: float) -> bytes:
    """The whole body. Its bytes are counted as they arrive, because Content-Length may be missing or wrong."""
    announced = request.headers.get("Content-Length", "")
    too_long = TooLong(f"The body has more than {limit:,} bytes, the most that is allowed.")
    if announced.isdecimal() and int(announced) > limit:
        raise too_long
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limit:
                    raise too_long
    except TimeoutError as error:
        raise TooSlow(f"The body did not arrive within {seconds} s.") from error
    return bytes(body)


def _response(answer: Answer, waited: float, total: float) -> JSONResponse:
    seconds = {**answer.seconds, "queue": waited + answer.seconds["queue"], "cpu": answer.cpu_seconds, "total": total}
    timings = {name: each * 1000 for name, each in seconds.items()}
    content = {
        "model": answer.model.name,
        "version": answer.model.version,
        "label": answer.label,
        "probabilities": answer.by_label(),
        "timings_ms": {name: round(milliseconds, 3) for name, milliseconds in timings.items()},
    }
    server_timing = ", ".join(f"{name};dur={milliseconds:.3f}" for name, milliseconds in timings.items())
    return JSONResponse(content, headers={"Server-Timing": server_timing, "Timing-Allow-Origin": "*"})


def _refusal(status: int, sentence: str | None = None, headers: Mapping[str, str] | None = None):
    async def handler(request: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"error": sentence or str(error)}, status, headers)

    return handler


async def _http_error(request: Request, error: HTTPException) -> JSONResponse:
    sentence = f"{request.method} {request.url.path}: {error.detail}."
    return JSONResponse({"error": sentence}, error.status_code, headers=error.headers)
