"""The API, mounted at /api: `POST /predict`, `GET /models`, the description of both at /openapi.json, and at /docs/.

Every error is JSON, `{"error": "one sentence"}`. A page on another host may call it: CORS is open, without
credentials. What such a page may not do, its browser is told by Starlette in plain text.
"""

from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.middleware.errors import ServerErrorMiddleware
from starlette.requests import ClientDisconnect
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from demo.api.predictions import DISCONNECTED, STATUS, Predictions, refusal

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


FAULT = "The server failed to answer, because of an error in the server."

CORS: dict[str, Any] = {
    "allow_origins": ["*"],
    "allow_methods": ["GET", "POST"],
    "allow_headers": ["Content-Type"],
    "expose_headers": ["Server-Timing"],
}


def create(predictions: Predictions, catalog: str) -> FastAPI:
    """The application to mount.

    Args:
        predictions: answers `POST /predict`.
        catalog: what `GET /models` answers, as JSON.
    """
    api = FastAPI(
        title="Both Sides",
        summary="Send a picture, get the answer of a trained model.",
        docs_url=None,  # FastAPI's own page loads its scripts from another host
        redoc_url=None,
    )
    api.add_middleware(CORSMiddleware, **CORS)
    for kind in STATUS:
        api.add_exception_handler(kind, _refused)
    api.add_exception_handler(RequestValidationError, _saying(422, "The request is not valid."))
    api.add_exception_handler(HTTPException, _http_error)  # type: ignore[arg-type]  # its type says that it takes any exception
    api.add_exception_handler(ClientDisconnect, _saying(DISCONNECTED))
    api.add_exception_handler(Exception, _saying(500, FAULT))

    assets = StaticFiles(packages=[("fastapi_offline", "static")])  # Swagger UI, unchanged
    api.mount("/docs/assets", assets)
    api.mount("/docs", StaticFiles(directory=DOCS, html=True))

    @api.get("/models")
    async def models() -> Response:
        """The catalog: every published model and its files."""
        return Response(catalog, media_type="application/json")

    refusals: dict[int | str, dict] = {status: {"model": Error} for status in STATUS.values()}

    @api.post("/predict", openapi_extra=BODY, response_model=Prediction, responses=refusals)
    async def predict(request: Request, model: str | None = None, precision: str | None = None) -> JSONResponse:
        """The answer of a model to a picture. The body is the bytes of an image file."""
        return await predictions.answer(request.scope, request.receive, model, precision)

    return api


def around(app: ASGIApp) -> ASGIApp:
    """What the application above has around its routes, around another application."""
    return ServerErrorMiddleware(CORSMiddleware(app, **CORS), handler=_saying(500, FAULT))


async def _refused(request: Request, error: Exception) -> JSONResponse:
    return refusal(error)


def _saying(status: int, sentence: str | None = None):
    async def handler(request: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"error": sentence or str(error)}, status)

    return handler


async def _http_error(request: Request, error: HTTPException) -> JSONResponse:
    sentence = f"{request.method} {request.url.path}: {error.detail}."
    return JSONResponse({"error": sentence}, error.status_code, headers=error.headers)
