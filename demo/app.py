"""Wires the server: the API at /api, the page at /offline/ and the Gradio app at /."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import gradio as gr
import numpy as np
from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, RedirectResponse
from PIL import Image
from starlette.routing import Route

import catalog
from demo import api, ui
from demo.inference.classifier import Classifiers
from demo.inference.predictor import Predictor
from demo.middleware import request_log
from demo.middleware.document import CompressedDocument
from demo.middleware.headers import SecurityHeaders
from demo.middleware.limits import BodyLimits
from demo.middleware.static_files import Page
from demo.settings import Settings

STATIC = Path(__file__).parent.parent / "static"

FORM = 100_000
"""Bytes that a form may have in addition to its file."""


def create(settings: Settings) -> FastAPI:
    """The whole application, for any ASGI server."""
    Image.MAX_IMAGE_PIXELS = settings.max_pixels  # Pillow refuses twice this number: `images` is stricter
    classifiers = Classifiers(catalog.load(), STATIC / "models", interpreters=settings.threads)
    predictor = Predictor(classifiers, settings.max_pixels)

    app = FastAPI(lifespan=partial(_warm_up, predictor), openapi_url=None)
    app.add_middleware(
        BodyLimits, max_bytes=settings.max_body_bytes + FORM, seconds=settings.request_seconds, exempt=("/api/",)
    )
    app.add_middleware(CompressedDocument)
    app.add_middleware(SecurityHeaders)  # the last one is the outermost
    app.router.routes.append(Route("/healthz", _health))
    app.mount("/api", request_log.RequestLog(api.create(predictor, settings)))
    app.router.routes.append(Route("/offline", _with_slash))
    app.mount("/offline", CORSMiddleware(Page(directory=STATIC, html=True), allow_origins=["*"]))
    return gr.mount_gradio_app(app, ui.create(predictor, settings), path="/", **ui.mount_options(settings))


@asynccontextmanager
async def _warm_up(predictor: Predictor, app: FastAPI) -> AsyncIterator[None]:
    """Runs the default model once before the server accepts requests. If that fails, the server does not start."""
    choice = predictor.classifiers.find()
    width, height = choice.size
    await to_thread.run_sync(predictor.from_picture, np.zeros((1, height, width, 3), np.float32), choice)
    app.state.ready = True
    yield


async def _health(request: Request) -> JSONResponse:
    ready = getattr(request.app.state, "ready", False)
    return JSONResponse({"ready": ready}, 200 if ready else 503)


async def _with_slash(request: Request) -> RedirectResponse:
    """Relative, because a Space may serve the app under any path."""
    return RedirectResponse("offline/")
