"""Wires the server: the API at /api, the page at /offline/, the Gradio app at /, and `serve` runs it all."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # Gradio reads it when it is imported, and later too

import gradio as gr
import numpy as np
import uvicorn
from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, RedirectResponse
from PIL import Image
from starlette.routing import Route
from uvicorn.supervisors import Multiprocess

import catalog
from demo import api, ui
from demo.inference.classifier import Classifiers
from demo.inference.predictor import Predictor
from demo.middleware import request_log
from demo.middleware.headers import SecurityHeaders
from demo.middleware.limits import BodyLimits
from demo.middleware.static_files import Compressed, Page
from demo.protocol import Protocol
from demo.settings import Settings

STATIC = Path(__file__).parent.parent / "static"

FORM = 100_000
"""Bytes that a form may have beside the file in it."""


def create(settings: Settings) -> FastAPI:
    """The whole application, for any ASGI server."""
    Image.MAX_IMAGE_PIXELS = settings.max_pixels  # Pillow refuses twice this number: `images` is stricter
    classifiers = Classifiers(catalog.load(), STATIC / "models", interpreters=settings.threads)
    predictor = Predictor(classifiers, settings.max_pixels)

    app = FastAPI(lifespan=partial(_warm_up, predictor), openapi_url=None)
    app.add_middleware(
        BodyLimits, max_bytes=settings.max_body_bytes + FORM, seconds=settings.request_seconds, exempt=("/api/",)
    )
    app.add_middleware(SecurityHeaders)  # the last one is the outermost
    app.router.routes.append(Route("/healthz", _health))
    app.mount("/api", request_log.RequestLog(api.create(predictor, settings)))
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
            _say_where(self.config.port)


class Processes(Multiprocess):
    """Uvicorn's, which listens no longer than its servers do: whoever came then would wait for nobody."""

    def terminate_all(self) -> None:
        for listening in self.sockets:
            listening.close()
        super().terminate_all()


def application() -> FastAPI:
    """What each process serves, by the environment."""
    settings = Settings.from_environment()
    if settings.request_log:
        request_log.to_standard_output()
    return create(settings)


def serve() -> None:
    """Listens on every interface until it is told to stop."""
    try:
        settings = Settings.from_environment()
    except ValueError as error:
        sys.exit(str(error))
    config = uvicorn.Config(
        "demo.app:application",
        factory=True,
        http=Protocol,
        host="0.0.0.0",
        port=settings.port,
        workers=settings.web_concurrency,
        log_level="warning",
        forwarded_allow_ips="*",  # a Space's proxy has no fixed address; only the scheme and the log depend on it
        server_header=False,
        timeout_graceful_shutdown=settings.request_seconds,  # an open page holds a stream for its whole life
    )
    if settings.web_concurrency == 1:
        Server(config).run()
    else:
        _serve_in_processes(config)


def _serve_in_processes(config: uvicorn.Config) -> None:
    """One socket, and a server in each process, which is started again if it ends by itself."""
    socket = config.bind_socket()
    _say_where(config.port)
    Processes(config, sockets=[socket]).run()


def _say_where(port: int) -> None:
    print(f"Both Sides is at http://localhost:{port}/ (Ctrl+C stops it)", flush=True)
