"""Wires the server: the API at /api, the page at /offline/, the Gradio app at /, and `serve` runs it all."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import gradio as gr
import numpy as np
import uvicorn
from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, RedirectResponse
from PIL import Image
from starlette.routing import Route

from demo import api, ui
from demo.classifier import Classifiers
from demo.headers import SecurityHeaders
from demo.page import Compressed, Page
from demo.predictor import Predictor
from demo.settings import Settings
from models import catalog

STATIC = Path(__file__).parent.parent / "static"


def create(settings: Settings) -> FastAPI:
    """The whole application, for any ASGI server."""
    Image.MAX_IMAGE_PIXELS = settings.max_pixels  # Pillow refuses twice this number: `images` is stricter
    classifiers = Classifiers(catalog.load(), STATIC / "models", interpreters=settings.threads)
    predictor = Predictor(classifiers, settings.max_pixels)

    app = FastAPI(lifespan=partial(_warm_up, predictor), openapi_url=None)
    app.add_middleware(SecurityHeaders)
    app.router.routes.append(Route("/healthz", _health))
    app.mount("/api", api.create(predictor, settings))
    app.router.routes.append(Route("/offline", _with_slash))
    page = CORSMiddleware(Page(directory=STATIC, html=True), allow_origins=["*"])
    app.mount("/offline", Compressed(page))
    return gr.mount_gradio_app(app, ui.create(predictor, settings), path="/", **ui.mount_options(settings))


@asynccontextmanager
async def _warm_up(predictor: Predictor, app: FastAPI) -> AsyncIterator[None]:
    """One answer of the default model, before anybody is let in: a server that cannot give it does not start."""
    width, height = predictor.size()
    await to_thread.run_sync(predictor.from_picture, np.zeros((1, height, width, 3), np.float32))
    app.state.ready = True
    yield


async def _health(request: Request) -> JSONResponse:
    ready = getattr(request.app.state, "ready", False)
    return JSONResponse({"ready": ready}, 200 if ready else 503)


async def _with_slash(request: Request) -> RedirectResponse:
    """The page's own addresses are relative to its folder; so is this one, for a Space may put the app anywhere."""
    return RedirectResponse("offline/")


class Server(uvicorn.Server):
    """Uvicorn's, which prints where a person finds it, once it listens."""

    async def startup(self, sockets=None) -> None:
        await super().startup(sockets)
        if self.started:
            print(f"Both Sides is at http://localhost:{self.config.port}/ (Ctrl+C stops it)", flush=True)


def serve() -> None:
    """Listens on every interface until it is told to stop."""
    try:
        settings = Settings.from_environment()
    except ValueError as error:
        sys.exit(str(error))
    config = uvicorn.Config(
        create(settings),
        host="0.0.0.0",
        port=settings.port,
        log_level="warning",
        forwarded_allow_ips="*",  # a Space's proxy has no fixed address; only the scheme and the log depend on it
        server_header=False,
        timeout_graceful_shutdown=5,  # an open page holds a stream for its whole life
    )
    Server(config).run()
