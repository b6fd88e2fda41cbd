"""The Gradio app: draw a digit or give a picture, and see what the model says and how long it took."""

from collections.abc import Callable
from pathlib import Path

import gradio as gr

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
        picture = images.from_sketch(sketch or {}, predictor.size(model))
        if picture is None:
            return None, DRAW_HINT
        return _shown(predictor.from_picture(picture, model), DRAW_HINT)

    def predict(picture: str | None, model: str | None) -> Shown:
        if picture is None:
            return None, UPLOAD_HINT
        return _shown(predictor.from_bytes(Path(picture).read_bytes(), model), BLANK_HINT)

    with gr.Blocks(title=TITLE, analytics_enabled=False, delete_cache=(3600, 3600)) as app:
        app.queue(max_size=settings.max_queue, default_concurrency_limit=settings.threads)
        gr.Markdown(INTRODUCTION, elem_id="introduction")
        with gr.Tab("Draw"), gr.Row():
            with gr.Column():
                sketchpad = _sketchpad()
            with gr.Column():
                model = _model_picker([model for model in catalog.models if model.task == "digit"], catalog.default)
                outputs = _outputs(DRAW_HINT, "digit")
            triggers = [sketchpad.change, sketchpad.clear, model.change]  # `input` fires before the strokes are sent
            _answer(triggers, predict_sketch, [sketchpad, model], outputs)
        with gr.Tab("Upload"), gr.Row():
            with gr.Column():
                # The path and not the pixels: `images.decode` has the limits, and treats this as it does the API's.
                picture = gr.Image(type="filepath", image_mode=None, label="Picture", height=350, buttons=[])
            with gr.Column():
                model = _model_picker(catalog.models, catalog.default)
                outputs = _outputs(UPLOAD_HINT)
            _answer([picture.change, model.change], predict, [picture, model], outputs)
    return app


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


def _sketchpad() -> gr.Sketchpad:
    return gr.Sketchpad(
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


def _model_picker(models: tuple[Model, ...] | list[Model], default: str) -> gr.Dropdown:
    names = [model.name for model in models]
    return gr.Dropdown(
        [(model.title, model.name) for model in models],
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
            raise gr.Error(str(error), print_exception=False) from error

    gr.on(
        triggers,
        answer,
        inputs,
        outputs,
        api_name=function.__name__,
        show_progress="hidden",
        trigger_mode="always_last",
    )


def _shown(answer: Answer, hint: str) -> Shown:
    if answer.is_blank:
        return None, hint
    milliseconds = answer.seconds["inference"] * 1000
    return answer.by_label(), f"**{milliseconds:.2f} ms** in the model, on the server."
