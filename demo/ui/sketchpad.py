"""Gradio's Sketchpad, made for a digit, and bounded in what it keeps on the server."""

from collections.abc import Callable
from typing import Any

import gradio as gr
from gradio.components.base import server

from demo.ui.files import refusal
from demo.ui.words import word

CANVAS = 280
STROKE = 9
"""The brush's radius."""
INK = "#3b82f6"
"""Seen on the white paper of the light theme and on the dark paper of the other."""
MAX_SKETCH_BYTES = 64_000_000
"""Of all sketches together that were sent and not asked about yet."""


def make_sketchpad(max_sketches: int) -> gr.Sketchpad:
    """The pad; the server keeps at most `max_sketches` drawings, and `MAX_SKETCH_BYTES`, that nobody asked about."""
    sketchpad = gr.Sketchpad(
        label=word("digit"),
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
    """Gradio's `accept_blobs`, which keeps files until they are asked for, however many, and any number of a layer."""
    accept, drawn = sketchpad.accept_blobs, sketchpad.blob_storage

    @server
    def accept_blobs(data: Any) -> None:
        if data.data["index"] not in ("0", "null", ""):
            raise refusal(f"The sketch has a layer of index '{data.data['index']:.100}'. At most 1 is read.")
        accept(data)
        while len(drawn) > max_sketches or _bytes(drawn) > max_bytes:
            drawn.pop(next(iter(drawn)), None)  # the oldest: its page has left without asking, or never was one

    return accept_blobs


def _bytes(drawn: dict) -> int:
    """Of a copy: other threads take sketches out meanwhile."""
    files = [file for blobs in list(drawn.values()) for file in (*blobs.layers, blobs.background, blobs.composite)]
    return sum(len(file) for file in files if file)
