"""The Gradio app: draw a digit or upload a picture, see the answer, and download the models."""

from collections.abc import Callable
from pathlib import Path

import gradio as gr

from demo.inference.predictor import Answer, Predictor
from demo.settings import Settings
from demo.ui import about, compare, recognition, table, theme
from demo.ui.files import App, one_file, sketch_files
from demo.ui.sketchpad import make_sketchpad
from demo.ui.words import I18N, word

HERE = Path(__file__).parent
STATIC = HERE.parent.parent / "static"
TITLE = "Both Sides"


def create(predictor: Predictor, settings: Settings) -> gr.Blocks:
    """The app, for `gr.mount_gradio_app`."""
    catalog = predictor.classifiers.catalog
    with App(title=TITLE, analytics_enabled=False, delete_cache=(3600, 3600)) as app:
        app.queue(max_size=settings.max_queue, default_concurrency_limit=settings.threads)
        gr.HTML(word("introduction"), elem_id="introduction")
        with gr.Tabs():
            with gr.Tab(word("draw"), id="draw"), gr.Row():
                _draw(predictor, settings)
            with gr.Tab(word("upload"), id="upload"), gr.Row():
                _upload(predictor)
            with gr.Tab(word("models"), id="models"):
                table.show(catalog, STATIC)
            with gr.Tab(word("compare"), id="compare"):
                compare.show()
            with gr.Tab(word("about"), id="about") as tab:
                about.show(tab)
    return app


def _draw(predictor: Predictor, settings: Settings) -> None:
    catalog = predictor.classifiers.catalog
    with gr.Column():
        pad = make_sketchpad(settings.max_queue)
    with gr.Column():
        model = recognition.model_picker(predictor.classifiers.models, catalog.default)
        outputs = recognition.outputs("draw_hint", "draw_hint")

    def predict_sketch(sketch: dict | None, model: str | None) -> recognition.Shown:
        choice = predictor.classifiers.find(model)
        return _seen(predictor, predictor.from_sketch(*sketch_files(sketch or {}, pad.blob_storage), choice))

    triggers = [pad.change, pad.clear, model.change]  # `input` fires before the strokes are sent
    _answer(triggers, predict_sketch, [pad, model], outputs)


def _upload(predictor: Predictor) -> None:
    catalog = predictor.classifiers.catalog
    with gr.Column():
        picture = gr.Image(label=word("picture"), height=350, buttons=[], sources=["upload", "webcam", "clipboard"])
        examples = gr.Column(
            elem_id="examples"
        )  # a placeholder: the examples set the model picker, so they are made after it
    with gr.Column():
        model = recognition.model_picker(predictor.classifiers.models, catalog.default)
        outputs = recognition.outputs("upload_hint", "blank_hint")
    with examples:
        recognition.examples(STATIC / "data" / "examples", catalog, picture, model)

    def predict(picture: dict | None, model: str | None) -> recognition.Shown:
        choice = predictor.classifiers.find(model)
        return _seen(predictor, None if picture is None else predictor.from_bytes(one_file(picture), choice))

    _answer([picture.change, model.change], predict, [picture, model], outputs)


def _seen(predictor: Predictor, answer: Answer | None) -> recognition.Shown:
    """The answer, with the frame that the model saw unless the picture was blank."""
    return recognition.shown(answer, None if answer is None or answer.is_blank else predictor.frame(answer))


def _answer(triggers: list, function: Callable, inputs: list, outputs: list) -> None:
    """Answers when a trigger fires. Of the triggers that fire meanwhile, only the last one counts."""
    gr.on(
        triggers,
        recognition.refusing(function),
        inputs,
        outputs,
        api_name=function.__name__,
        preprocess=False,  # files instead of pixels: `images` applies the same limits as for the API
        show_progress="hidden",
        trigger_mode="always_last",
    )


def mount_options(settings: Settings) -> dict:
    """Further arguments for `gr.mount_gradio_app`."""
    scripts = "".join((HERE / name).read_text(encoding="utf-8") for name in ("sketchpad.js", "table.js"))
    return {
        "theme": theme.make_theme(),
        "i18n": I18N,
        "favicon_path": STATIC / "favicon.svg",
        "css": (HERE / "ui.css").read_text(encoding="utf-8"),
        "head": f'<script type="module">{scripts}</script>',
        "max_file_size": settings.max_body_bytes,
        "footer_links": ["api", "settings"],
        "run_history": False,
        "show_error": False,  # the message of an unexpected exception belongs in the log
        "ssr_mode": False,  # would need Node
    }
