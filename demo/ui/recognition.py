"""What Draw and Upload share: the model picker, and pictures to try."""

from collections.abc import Sequence
from pathlib import Path

import gradio as gr

from catalog import EXAMPLES, Catalog, Model
from demo.ui.words import word


def model_picker(models: Sequence[Model], default: str | None) -> gr.Dropdown:
    """A dropdown of the models; hidden if there is only one."""
    return gr.Dropdown(
        [(f"{model.title} ({model.name})", model.name) for model in models],
        value=default or None,
        label=word("model"),
        visible=len(models) > 1,
    )


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
    return catalog.default_among(able)
