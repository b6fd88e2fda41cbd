"""The two endpoints that programs call through Gradio: a file or a sketch in, the label and the times out.

Their components are on no page: people have the pad and the pictures of `sides`.
"""

import base64
from collections.abc import Callable
from functools import wraps
from io import BytesIO

import gradio as gr
import numpy as np
from PIL import Image

from catalog import UnknownName
from demo.inference import images
from demo.inference.classifier import Replaced
from demo.inference.predictor import Answer, Predictor
from demo.inference.remote import Unavailable
from demo.settings import Settings
from demo.ui.files import one_file, refusal, sketch_files
from demo.ui.recognition import model_picker
from demo.ui.sketchpad import make_sketchpad
from demo.ui.words import ENGLISH

TOP = 3
"""Labels shown, likeliest first."""
TOGETHER = "pictures"
"""The group of all functions that read pictures: as many calls run as there are threads, whichever functions they call.
"""
Shown = tuple[dict[str, float] | None, dict | None]
"""What the label shows, and what is under it: the times, and the picture that the model saw."""


def add(predictor: Predictor, settings: Settings) -> None:
    """`/predict_sketch` and `/predict`."""
    classifiers = predictor.classifiers
    with gr.Column(visible=False):
        pad = make_sketchpad(settings.max_queue)
        picture = gr.Image(sources=["upload", "webcam", "clipboard"])
        names = [model.name for model in classifiers.models]
        model = model_picker(classifiers.models, classifiers.catalog.default_among(names))
        outputs = [gr.Label(num_top_classes=TOP), gr.HTML()]
        call = gr.Button()
    # nobody sees them, but Gradio's page about the API names them, and has no text in two languages
    for component, key in ((pad, "digit"), (picture, "picture"), (model, "model"), (outputs[0], "answer")):
        component.label = ENGLISH[key]

    def predict_sketch(sketch: dict | None, model: str | None) -> Shown:
        choice = predictor.classifiers.find(model)
        return _seen(predictor, predictor.from_sketch(*sketch_files(sketch or {}, pad.blob_storage), choice))

    def predict(picture: dict | None, model: str | None) -> Shown:
        choice = predictor.classifiers.find(model)
        return _seen(predictor, None if picture is None else predictor.from_bytes(one_file(picture), choice))

    for function, inputs in ((predict_sketch, [pad, model]), (predict, [picture, model])):
        call.click(
            refusing(function),
            inputs,
            outputs,
            api_name=function.__name__,
            concurrency_id=TOGETHER,
            preprocess=False,  # files instead of pixels: `images` applies the same limits as for the API
        )


def _seen(predictor: Predictor, answer: Answer | None) -> Shown:
    """The answer, with the frame that the model saw unless the picture was blank."""
    return shown(answer, None if answer is None or answer.is_blank else predictor.frame(answer))


def shown(answer: Answer | None, frame: np.ndarray | None = None) -> Shown:
    """Label -> probability, and the times in milliseconds, with the frame as a `data:` URL.

    Args:
        answer: None where there was no picture.
        frame: what the model saw, uint8 [height, width]; None where that cannot be shown.
    """
    if answer is None:
        return None, None
    times = {step: round(seconds * 1000, 3) for step, seconds in answer.seconds.items()}
    seen = {} if frame is None else {"frame": data_url(frame)}
    return None if answer.is_blank else answer.by_label(), {**times, "is_blank": answer.is_blank, **seen}


def data_url(frame: np.ndarray) -> str:
    file = BytesIO()
    Image.fromarray(frame).save(file, "PNG")
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"


def refusing(function: Callable) -> Callable:
    """The function, whose errors that a caller can mend or wait for reach the caller as a sentence."""

    @wraps(function)
    def answer(*values):
        try:
            return function(*values)
        except (*images.ERRORS, UnknownName, Replaced, Unavailable) as error:
            raise refusal(str(error)) from error

    return answer
