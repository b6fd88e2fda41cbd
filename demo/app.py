"""Wires the server: the API at /api, the page at /offline/ and the Gradio app at /."""

import gradio as gr
from fastapi import FastAPI

from demo import headless, ui
from demo.inference.predictor import Predictor
from demo.inference.remote import RemotePredictor
from demo.middleware.document import CompressedDocument
from demo.settings import Settings


def create(settings: Settings) -> FastAPI:
    """The whole application, for any ASGI server."""
    predictor = headless.load(settings)
    app = headless.create(predictor, settings)
    app.add_middleware(CompressedDocument)  # the last one is the outermost
    interface = ui.create(_asked_by_gradio(predictor, settings), settings)
    return gr.mount_gradio_app(app, interface, path="/", **ui.mount_options(settings))


def _asked_by_gradio(predictor: Predictor, settings: Settings) -> Predictor:
    """What answers in the Gradio app: the models of this process, unless the settings name another server."""
    if not settings.predict_url:
        return predictor
    return RemotePredictor(predictor.classifiers, settings.max_pixels, settings.predict_url, settings.request_seconds)
