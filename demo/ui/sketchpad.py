"""Gradio's Sketchpad, set up for a digit, with a limit on what it keeps on the server."""

from collections.abc import Callable
from typing import Any

import gradio as gr
from gradio.components.base import server

from demo.ui.files import refusal

CANVAS = 280
STROKE = 9
"""The brush's radius."""
INK = "#3b82f6"
"""Visible on the white paper of the light theme and on the dark paper of the dark theme."""
MAX_SKETCH_BYTES = 64_000_000
"""Limit for all sketches that were sent but not requested yet."""


def make_sketchpad(max_sketches: int) -> gr.Sketchpad:
    """The pad. The server keeps at most `max_sketches` sketches and `MAX_SKETCH_BYTES` that were not requested yet."""
    sketchpad = gr.Sketchpad(
        elem_id="sketchpad",
        canvas_size=(CANVAS, CANVAS),
        fixed_canvas=True,
        height=350,
        brush=gr.Brush(default_size=STROKE, colors=[INK], default_color=INK, color_mode="fixed"),
        layers=False,
        transforms=(),
        buttons=[],
    )
    sketchpad.accept_blobs = bounded(sketchpad, max_sketches, MAX_SKETCH_BYTES)
    return sketchpad


def bounded(sketchpad: gr.Sketchpad, max_sketches: int, max_bytes: int) -> Callable:
    """Gradio's `accept_blobs` with limits. Gradio itself keeps any number of files until they are requested."""
    accept, drawn = sketchpad.accept_blobs, sketchpad.blob_storage

    @server
    def accept_blobs(data: Any) -> None:
        try:
            if data.data["index"] not in ("0", "null", ""):
                raise refusal(f"The sketch has a layer of index '{data.data['index']:.100}'. At most 1 is read.")
            accept(data)
        except (LookupError, TypeError, AttributeError) as error:  # no form, a form without a field, or without a file
            raise refusal("The sketch is not valid. The form needs 'type', 'index', 'id' and a file.") from error
        while len(drawn) > max_sketches or _bytes(drawn) > max_bytes:
            drawn.pop(next(iter(drawn)), None)  # the oldest: its page has gone, or was never a page

    return accept_blobs


def _bytes(drawn: dict) -> int:
    """Counts on a copy, because other threads remove sketches meanwhile."""
    files = [file for blobs in list(drawn.values()) for file in (*blobs.layers, blobs.background, blobs.composite)]
    return sum(len(file) for file in files if file)
