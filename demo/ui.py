"""The Gradio app: draw a digit or give a picture, and see what the model says and how long it took."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.components.base import server
from gradio.utils import get_upload_folder, is_in_or_equal
from gradio_client.utils import is_http_url_like

from demo import images
from demo.predictor import Answer, Predictor
from demo.settings import Settings
from models.catalog import Model, UnknownName

HERE = Path(__file__).parent
FAVICON = HERE.parent / "static" / "favicon.svg"

TITLE = "Both Sides"
INTRODUCTION = """
# Both Sides
The same trained model on the server and in your browser. This page asks the server;
<a href="offline/" target="_blank">the other side</a> needs no network.
"""
DRAW_HINT = "Draw a digit. The answer follows each stroke."
UPLOAD_HINT = "Choose, drop or paste a picture, or take one."
BLANK_HINT = "The model finds nothing in this picture."

CANVAS = 280
STROKE = 9
"""The brush's radius."""
INK = "#3b82f6"
"""Seen on the white paper of the light theme and on the dark paper of the other."""
TOP = 3
"""Labels shown, likeliest first."""

Shown = tuple[dict[str, float] | None, str]
"""What the label and the line under it show."""


def create(predictor: Predictor, settings: Settings) -> gr.Blocks:
    """The app, for `gr.mount_gradio_app`."""
    catalog = predictor.classifiers.catalog

    def predict_sketch(sketch: dict | None, model: str | None) -> Shown:
        answer = predictor.from_sketch(*_sketch_files(sketch or {}, sketchpad.blob_storage), model)
        return (None, DRAW_HINT) if answer is None else _shown(answer, DRAW_HINT)

    def predict(picture: dict | None, model: str | None) -> Shown:
        if picture is None:
            return None, UPLOAD_HINT
        return _shown(predictor.from_bytes(_bytes(picture), model), BLANK_HINT)

    with App(title=TITLE, analytics_enabled=False, delete_cache=(3600, 3600)) as app:
        app.queue(max_size=settings.max_queue, default_concurrency_limit=settings.threads)
        gr.Markdown(INTRODUCTION, elem_id="introduction")
        with gr.Tab("Draw"), gr.Row():
            with gr.Column():
                sketchpad = _sketchpad(settings.max_queue)
            with gr.Column():
                model = _model_picker([model for model in catalog.models if model.task == "digit"], catalog.default)
                outputs = _outputs(DRAW_HINT, "digit")
            triggers = [sketchpad.change, sketchpad.clear, model.change]  # `input` fires before the strokes are sent
            _answer(triggers, predict_sketch, [sketchpad, model], outputs)
        with gr.Tab("Upload"), gr.Row():
            with gr.Column():
                picture = gr.Image(label="Picture", height=350, buttons=[])
            with gr.Column():
                model = _model_picker(catalog.models, catalog.default)
                outputs = _outputs(UPLOAD_HINT)
            _answer([picture.change, model.change], predict, [picture, model], outputs)
    return app


class App(gr.Blocks):
    """Gradio's, which takes no file but an uploaded one, and has a sentence for who sends anything else.

    Gradio itself fetches what a caller names by an address, and of a mounted app reads any path that the server can.
    """

    async def preprocess_data(self, block_fn: Any, inputs: list, *arguments, **options) -> list:
        """Every input passes here before Gradio has followed a path in it."""
        try:
            _refuse_foreign(inputs)
            return await super().preprocess_data(block_fn, inputs, *arguments, **options)
        except gr.Error:  # which is a ValueError too, and has its sentence
            raise
        except ValueError as error:  # of the wrong type, too few, or with a path that is none
            raise _refusal("The input is not valid. The page's 'Use via API' says what is.") from error


def _refuse_foreign(value: Any) -> None:
    """At any depth, also beside a path that is good."""
    if isinstance(value, dict):
        if isinstance(path := value.get("path"), str):
            _refuse_foreign_path(path)
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            _refuse_foreign(item)


def _refuse_foreign_path(path: str) -> None:
    if is_http_url_like(path):
        raise _refusal(f"The server fetches no addresses, and so not '{path:.100}'. Upload the file.")
    if not is_in_or_equal(path, get_upload_folder()):
        raise _refusal(f"The file '{path:.100}' was not uploaded here.")


def _refusal(sentence: str) -> gr.Error:
    return gr.Error(sentence, print_exception=False)


def _bytes(file: dict) -> bytes:
    try:
        return Path(file["path"] or "").read_bytes()
    except OSError as error:
        raise images.NotAnImage(f"The picture's file cannot be read: {error.strerror}.") from error


def _sketch_files(sketch: dict, drawn: dict) -> tuple[bytes | None, bytes | None]:
    """Layer and composite: of the page, which has sent them ahead under an `id`, or of a caller's uploaded files.

    Raises:
        images.NotAnImage: there is more than one layer; none has been read then.
    """
    if sketch.get("id") is not None:
        blobs = drawn.pop(sketch["id"], None)
        return (next(iter(blobs.layers), None), blobs.composite) if blobs else (None, None)
    layers, composite = sketch.get("layers") or [], sketch.get("composite")
    if len(layers) > 1:
        raise images.NotAnImage(f"The sketch has {len(layers)} layers. At most 1 is read.")
    if layers:
        return _bytes(layers[0]), None
    return None, _bytes(composite) if composite else None


def mount_options(settings: Settings) -> dict:
    """What `gr.mount_gradio_app` takes beside the app."""
    return {
        "theme": _theme(),
        "favicon_path": FAVICON,
        "css": (HERE / "ui.css").read_text(encoding="utf-8"),
        "head": f"<script>{(HERE / 'sketchpad.js').read_text(encoding='utf-8')}</script>",
        "max_file_size": settings.max_body_bytes,
        "footer_links": ["api", "settings"],
        "run_history": False,
        "show_error": False,  # the message of an unforeseen exception is for the log
        "ssr_mode": False,  # would need Node
    }


def _theme() -> gr.themes.Base:
    """The colours of the page under /offline/, and the machine's own fonts: no other host is asked for one."""
    theme = gr.themes.Base(
        primary_hue="blue",
        neutral_hue="stone",
        font=("system-ui", "sans-serif"),
        font_mono=("ui-monospace", "monospace"),
    )
    return theme.set(
        body_background_fill="#f6f5f2",
        body_background_fill_dark="#131417",
        body_text_color="#24262d",
        body_text_color_dark="#e6e4df",
        body_text_color_subdued="#63666f",
        body_text_color_subdued_dark="#9b9ea8",
        block_background_fill="#ffffff",
        block_background_fill_dark="#1d1f24",
        block_border_color="#dedcd6",
        block_border_color_dark="#33363e",
        block_radius="12px",
        link_text_color="#1f5fd0",
        link_text_color_dark="#84abff",
    )


def _sketchpad(max_sketches: int) -> gr.Sketchpad:
    sketchpad = gr.Sketchpad(
        label="Digit",
        elem_id="sketchpad",
        canvas_size=(CANVAS, CANVAS),
        fixed_canvas=True,
        height=350,
        brush=gr.Brush(default_size=STROKE, colors=[INK], default_color=INK, color_mode="fixed"),
        layers=False,
        transforms=(),
        buttons=[],
    )
    sketchpad.accept_blobs = _bounded(sketchpad, max_sketches)
    return sketchpad


def _bounded(sketchpad: gr.Sketchpad, max_sketches: int) -> Callable:
    """Gradio's `accept_blobs`, which keeps files until they are asked for, however many, and any number of a layer."""
    accept, drawn = sketchpad.accept_blobs, sketchpad.blob_storage

    @server
    def accept_blobs(data: Any) -> None:
        if data.data["index"] not in ("0", "null", ""):
            raise _refusal(f"The sketch has a layer of index '{data.data['index']:.100}'. At most 1 is read.")
        accept(data)
        while len(drawn) > max_sketches:
            drawn.pop(next(iter(drawn)), None)  # the oldest: its page has left without asking, or never was one

    return accept_blobs


def _model_picker(models: tuple[Model, ...] | list[Model], default: str) -> gr.Dropdown:
    names = [model.name for model in models]
    return gr.Dropdown(
        [(f"{model.title} ({model.name})", model.name) for model in models],
        value=default if default in names else next(iter(names), None),
        label="Model",
        visible=len(names) > 1,
    )


def _outputs(hint: str, *classes: str) -> list:
    took = gr.Markdown(hint, elem_classes="took")
    return [gr.Label(num_top_classes=TOP, label="Answer", elem_classes=["answer", *classes]), took]


def _answer(triggers: list, function: Callable, inputs: list, outputs: list) -> None:
    """The answer follows the triggers; of those that come while it is on its way, the last one counts."""

    def answer(*values):
        try:
            return function(*values)
        except (*images.ERRORS, UnknownName) as error:
            raise _refusal(str(error)) from error

    gr.on(
        triggers,
        answer,
        inputs,
        outputs,
        api_name=function.__name__,
        preprocess=False,  # files and not pixels: `images` has the limits, and treats them as it does the API's
        show_progress="hidden",
        trigger_mode="always_last",
    )


def _shown(answer: Answer, hint: str) -> Shown:
    if answer.is_blank:
        return None, hint
    milliseconds = answer.seconds["inference"] * 1000
    return answer.by_label(), f"**{milliseconds:.2f} ms** in the model, on the server."
