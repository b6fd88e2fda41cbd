"""What Draw and Upload share: the model picker, the answer with its times, and the examples."""

import base64
from collections.abc import Callable
from functools import wraps
from io import BytesIO
from pathlib import Path

import gradio as gr
import numpy as np
from PIL import Image

from catalog import EXAMPLES, Catalog, Model, UnknownName
from demo.inference import images
from demo.inference.predictor import Answer
from demo.ui.files import refusal
from demo.ui.words import both, word

TOP = 3
"""Labels shown, likeliest first."""
Shown = tuple[dict[str, float] | None, dict | None]
"""The value of the label, and what is shown below it: the times and the frame that the model saw."""


def model_picker(models: tuple[Model, ...], default: str) -> gr.Dropdown:
    """A dropdown of the models; hidden if there is only one."""
    names = [model.name for model in models]
    return gr.Dropdown(
        [(f"{model.title} ({model.name})", model.name) for model in models],
        value=default if default in names else next(iter(names), None),
        label=word("model"),
        visible=len(names) > 1,
    )


def outputs(hint: str, blank_hint: str) -> list:
    """Components for what `shown` returns. The hints are keys of `words`, for no picture and for a blank one."""
    answer = gr.Label(num_top_classes=TOP, label=word("answer"), elem_classes="answer")
    return [answer, gr.HTML(html_template=_times_template(hint, blank_hint), elem_classes="took")]


def _times_template(hint: str, blank_hint: str) -> str:
    """A template that shows the value as sentences and a picture. Callers of the API get the value itself."""
    inference = f"<b>${{value.inference.toFixed(2)}} ms</b> {both('in_the_model')}"
    decode = f"<b>${{value.decode.toFixed(2)}} ms</b> {both('to_read_the_picture')}"
    frame = f'<figure><img src="${{value.frame}}" alt=""><figcaption>{both("seen")}</figcaption></figure>'
    without = f"${{value ? '{both(blank_hint)}' : '{both(hint)}'}}"
    answered = f"<p>{inference}</p><p>{decode}</p>${{value.frame ? `{frame}` : ''}}"
    return f"${{value && !value.is_blank ? `{answered}` : `<p>{without}</p>`}}"


def shown(answer: Answer | None, frame: np.ndarray | None = None) -> Shown:
    """The answer for `outputs`: label -> probability, and the times in milliseconds, with the frame as a `data:` URL.

    Args:
        answer: None if there was no picture.
        frame: what the model saw, uint8 [height, width]; None if it cannot be shown.
    """
    if answer is None:
        return None, None
    times = {step: round(seconds * 1000, 3) for step, seconds in answer.seconds.items()}
    seen = {} if frame is None else {"frame": _data_url(frame)}
    return None if answer.is_blank else answer.by_label(), {**times, "is_blank": answer.is_blank, **seen}


def _data_url(frame: np.ndarray) -> str:
    file = BytesIO()
    Image.fromarray(frame).save(file, "PNG")
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"


def refusing(function: Callable) -> Callable:
    """Wraps a function so that errors which the caller can fix reach the caller as a sentence."""

    @wraps(function)
    def answer(*values):
        try:
            return function(*values)
        except (*images.ERRORS, UnknownName) as error:
            raise refusal(str(error)) from error

    return answer


def examples(folder: Path, catalog: Catalog, picture: gr.Image, model: gr.Dropdown) -> None:
    """The example pictures. A click also chooses a model for the task of the picture."""
    rows = [
        [str(folder / example.file), name]
        for example in EXAMPLES
        if (name := model_for(example.task, catalog)) and (folder / example.file).is_file()
    ]
    if rows:
        gr.Examples(
            rows,
            [picture, model],
            label=word("examples"),
            visible_columns=[0],
            examples_per_page=len(rows),
            cache_examples=False,
            api_visibility="private",
        )


def model_for(task: str, catalog: Catalog) -> str | None:
    """The model for an example: the default if it has that task, otherwise the first that has it, or None."""
    able = [model.name for model in catalog.models if model.task == task]
    return catalog.default if catalog.default in able else next(iter(able), None)
