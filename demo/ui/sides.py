"""Draw and Upload: one picture, answered by the server and by the reader's browser, in the same two cards.

What people see is made by `static/js/home/`, with the pieces of the page under /offline/. Between it and the server
stand two components for each tab: the question, whose value that script sets, and the answer, whose value it watches.
Both sides are asked about the same pixels: those that the browser has, sent as a PNG.
"""

import json
from base64 import b64decode
from binascii import Error as NotBase64
from dataclasses import asdict
from html import escape
from pathlib import Path
from time import perf_counter
from typing import Any

import gradio as gr

from catalog import LIMITS, Model, UnknownName
from demo.inference import images
from demo.inference.classifier import Replaced
from demo.inference.predictor import Answer, Predictor
from demo.inference.remote import Unavailable
from demo.ui.endpoints import data_url
from demo.ui.files import one_file, refusal

SCRIPT = "offline/built/js/home.js"
"""Relative, because a Space may serve the app under any path."""

LOAD = """
globalThis.bothSides = { language: document.documentElement.lang };  // the app's language applies to embedded parts
const half = { element, props, watch, trigger: () => trigger("ask") };
import(new URL("%s", document.baseURI)).then(({ %s }) => %s("%s", half));
"""
"""Runs when a component is shown: passes the component to the script."""

PNG = "data:image/png;base64,"


def question(tab: str, models: list[Model], default: str) -> gr.HTML:
    """The container of the pad, empty in Upload; its value is the input of `reply`, and its event is `ask`."""
    data = {"models": {model.name: _about(model) for model in models}, "default": default, "limits": asdict(LIMITS)}
    attributes = " ".join(f'data-{name}="{escape(json.dumps(value))}"' for name, value in data.items())
    return gr.HTML(
        html_template=f'<div class="home-question" {attributes}></div>',
        js_on_load=LOAD % (SCRIPT, "asks", "asks", tab),
        apply_default_css=False,
        elem_id=f"{tab}-question",
    )


def answer(tab: str) -> gr.HTML:
    """The container of the cards, the verdict and the race; its value is the output of `reply`."""
    return gr.HTML(
        html_template='<div class="home-answer"></div>',
        js_on_load=LOAD % (SCRIPT, "shows", "shows", tab),
        apply_default_css=False,
        elem_id=f"{tab}-answer",
    )


def _about(model: Model) -> dict[str, Any]:
    """What the script needs to know about a model before it has loaded the catalog."""
    default = next((file for file in model.files if file.path == model.defaults.get(_format(model))), None)
    return {"input": model.input, "task": model.task, "precision": model.server_precision(default) if default else None}


def offered(models: tuple[Model, ...], folder: Path) -> list[Model]:
    """The server's models for which this host also has a file for the browser."""

    def is_in_both(model: Model) -> bool:
        return any(file.is_in(folder) for file in model.files if file.format == _format(model))

    return list(filter(is_in_both, models))


def _format(model: Model) -> str:
    """The format that a page runs: TF.js, or `.tflite` for a model that has no other, such as a user's own file."""
    return "tfjs" if "tfjs" in model.defaults else "tflite"


def reply(predictor: Predictor, asked: Any, picture: dict | None = None) -> dict:
    """The server's answer to a question, or why there is none, with the question's own number.

    Args:
        asked: `{"id", "model", "precision", "picture"}`, where `picture` is a PNG as a `data:` URL, or None.
        picture: the file that is asked about where the browser could not read it.
    """
    began = perf_counter()
    if not isinstance(asked, dict) or not isinstance(asked.get("model"), str):
        raise refusal("The question is not valid: it has no model.")
    number = asked.get("id")
    try:
        precision = asked.get("precision")
        choice = predictor.classifiers.find(asked["model"], precision if isinstance(precision, str) else None)
        data = _png(asked["picture"]) if asked.get("picture") is not None else one_file(picture or {"path": None})
        said = predictor.from_bytes(data, choice)
    except (*images.ERRORS, UnknownName, Replaced, Unavailable) as error:
        return {"id": number, "error": str(error)}
    return {"id": number, **_said(predictor, said), **_times(said, perf_counter() - began)}


def _png(address: Any) -> bytes:
    """The bytes in a `data:` URL; raises `images.NotAnImage` for anything else."""
    if not isinstance(address, str) or not address.startswith(PNG):
        raise images.NotAnImage("The question's picture is no PNG in a data: URL.")
    try:
        return b64decode(address.removeprefix(PNG), validate=True)
    except (NotBase64, ValueError) as error:
        raise images.NotAnImage(f"The question's picture is not valid: {error}.") from error


def _said(predictor: Predictor, answer: Answer) -> dict:
    seen = None if answer.is_blank else predictor.frame(answer)
    return {
        "model": answer.model.name,
        "version": answer.model.version,
        "labels": list(answer.model.labels),
        "probabilities": answer.probabilities.tolist(),
        "is_blank": answer.is_blank,
        "frame": None if seen is None else data_url(seen),
    }


def _times(answer: Answer, total: float) -> dict:
    """Milliseconds; `total` is the duration of the whole call."""
    steps = {step: round(seconds * 1000, 3) for step, seconds in answer.seconds.items()}
    return {"milliseconds": {**steps, "total": round(total * 1000, 3)}}
