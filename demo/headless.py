"""The server without the Gradio app: the API at /api and the page at /offline/. `demo.app` adds Gradio to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import numpy as np
from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, RedirectResponse
from PIL import Image
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

import catalog
from demo import api
from demo.inference.classifier import Classifiers
from demo.inference.predictor import Predictor
from demo.middleware import request_log
from demo.middleware.headers import Isolation, SecurityHeaders
from demo.middleware.limits import BodyLimits
from demo.middleware.shortcut import Prepared, Shortcut
from demo.middleware.static_files import Page
from demo.settings import Settings

STATIC = Path(__file__).parent.parent / "static"
"""The page, and in `models/` the catalog with the files that it names."""

FORM = 100_000
"""Bytes that a form may have in addition to its file."""

JSON = 1_000_000
"""Bytes of a call to Gradio, whose JSON is read in the thread of the event loop. A picture that the page sends has
400,000 at most; larger ones are uploaded."""

PREDICT = ("POST", "/api/predict")
"""The requests that bypass FastAPI: what it does before its middlewares takes longer than such a request."""


class Application(FastAPI):
    """FastAPI, which can be bypassed: `entrance` gets each request, and is FastAPI's own at first."""

    def __init__(self, **options):
        super().__init__(**options)
        self.entrance: ASGIApp = super().__call__

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.entrance(scope, receive, send)


def load(settings: Settings, static: Path = STATIC) -> Predictor:
    """What answers by the catalog of a folder like `static/`."""
    Image.MAX_IMAGE_PIXELS = settings.max_pixels  # Pillow refuses twice this number: `images` is stricter
    models = static / "models"
    classifiers = Classifiers(catalog.load(models / "catalog.json"), models, interpreters=settings.threads)
    return Predictor(classifiers, settings.max_pixels)


def create(predictor: Predictor, settings: Settings, static: Path = STATIC) -> FastAPI:
    """The API and the page. Nothing is at /, where the caller mounts what it has."""
    app = Application(lifespan=partial(_warm_up, predictor), openapi_url=None)
    file = settings.max_body_bytes + FORM
    most = {"/api/": None, "/gradio_api/upload": file, "/gradio_api/": min(file, JSON), "": file}
    app.add_middleware(BodyLimits, max_bytes=most, seconds=settings.request_seconds)
    predictions = api.Predictions(predictor, settings)
    direct = Prepared(predictions.respond, lambda app: SecurityHeaders(api.around(app)), *PREDICT)
    app.entrance = Shortcut(app.entrance, *PREDICT, to=request_log.RequestLog(direct))
    app.add_middleware(SecurityHeaders)
    app.router.routes.append(Route("/healthz", _health))
    catalog_json = predictor.classifiers.catalog.to_json()
    app.mount("/api", request_log.RequestLog(api.create(predictions, catalog_json)))
    app.router.routes.append(Route("/offline", to_page))
    page = Page(directory=static, html=True)
    app.mount("/offline", CORSMiddleware(Isolation(page) if settings.isolated else page, allow_origins=["*"]))
    return app


def create_alone(settings: Settings) -> FastAPI:
    """The API and the page as a whole application, in which / leads to the page."""
    app = create(load(settings), settings)
    app.router.routes.append(Route("/", to_page))
    return app


async def check(predictor: Predictor) -> None:
    """Runs the default model once, on a black picture; raises what the model raises."""
    choice = predictor.classifiers.find()
    width, height = choice.size
    await to_thread.run_sync(predictor.from_picture, np.zeros((1, height, width, 3), np.float32), choice)


async def to_page(request: Request) -> RedirectResponse:
    """Relative, because a Space may serve the app under any path. The query stays: it names a view or a model."""
    query = request.url.query
    return RedirectResponse(f"offline/?{query}" if query else "offline/")


@asynccontextmanager
async def _warm_up(predictor: Predictor, app: FastAPI) -> AsyncIterator[None]:
    """Runs a model before the server accepts requests. If that fails, the server does not start."""
    await check(predictor)
    app.state.ready = True
    yield


async def _health(request: Request) -> JSONResponse:
    ready = getattr(request.app.state, "ready", False)
    return JSONResponse({"ready": ready}, 200 if ready else 503)
