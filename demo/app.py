"""Wires the server: the API at /api, the page at /offline/ and the Gradio app at /."""

import gradio as gr
from fastapi import FastAPI

from demo import headless, ui
from demo.headless import STATIC
from demo.middleware.document import CompressedDocument
from demo.settings import Settings

__all__ = ["STATIC", "create"]


def create(settings: Settings) -> FastAPI:
    """The whole application, for any ASGI server."""
    predictor = headless.load(settings)
    app = headless.create(predictor, settings)
    app.add_middleware(CompressedDocument)  # the last one is the outermost
    return gr.mount_gradio_app(app, ui.create(predictor, settings), path="/", **ui.mount_options(settings))
