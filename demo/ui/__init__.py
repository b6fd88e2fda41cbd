"""The Gradio app: draw a digit or upload a picture, see the answer, and download the models."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import gradio as gr
from fastapi.exceptions import RequestValidationError
from gradio.routes import App as GradioApp
from starlette.middleware import Middleware

from catalog import Model
from demo.inference.predictor import Predictor
from demo.settings import Settings
from demo.ui import about, endpoints, recognition, routes, sessions, sides, table, theme, uploads
from demo.ui.files import App
from demo.ui.mistakes import Mistakes, not_valid
from demo.ui.unmounted import no_applications
from demo.ui.words import I18N, word

HERE = Path(__file__).parent
STATIC = HERE.parent.parent / "static"
TITLE = "Both Sides"
HEIGHT = "clamp(11rem, 26svh, 19rem)"
"""Of the picture to upload: on a phone both answers have to find room beneath it."""
POLL = 0.005
"""Seconds between two looks of Gradio's queue whether somebody waits. With its own 0.001 a server that nobody asks
takes 5 % of a core, with this 2 %, and an answer takes as long."""
SOURCES: list = ["upload", "webcam", "clipboard"]
SHARED = [STATIC / "css" / f"{name}.css" for name in ("tokens", "controls", "cards", "lanes", "home")]
STYLES = (*SHARED, HERE / "ui.css")
"""Those of the page under /offline/ that both share, and what Gradio's own components need."""


def create(predictor: Predictor, settings: Settings) -> gr.Blocks:
    """The app, for `gr.mount_gradio_app`."""
    catalog = predictor.classifiers.catalog
    with no_applications(), App(title=TITLE, analytics_enabled=False, delete_cache=(3600, 3600)) as app:
        app.queue(max_size=settings.max_queue, api_open=False, default_concurrency_limit=settings.threads)
        app.state_session_capacity = settings.max_queue  # of Gradio's own 10,000 each would hold what was sent last
        app._queue.sleep_when_free = POLL
        gr.HTML(word("introduction"), elem_id="introduction", apply_default_css=False)
        with gr.Tabs():
            with gr.Tab(word("draw"), id="draw"):
                _draw(predictor)
            with gr.Tab(word("upload"), id="upload"):
                _upload(predictor)
            with gr.Tab(word("models"), id="models"):
                table.show(catalog, STATIC)
            with gr.Tab(word("about"), id="about") as tab:
                about.show(tab)
        endpoints.add(predictor, settings)
    return app


def _answers(name: str, models: list[Model], default: str) -> tuple[gr.HTML, gr.Dropdown]:
    """What stands beside a picture: both answers, the model picker, and the links to the page."""
    with gr.Column(elem_classes="race-answers"):
        answer = sides.answer(name)
    with gr.Column(elem_classes="race-model"):
        model = recognition.model_picker(models, default)
    with gr.Column(elem_classes="race-ways"):
        gr.HTML(word("ways_on"), apply_default_css=False)
    return answer, model


def _draw(predictor: Predictor) -> None:
    models, default = _offered(predictor)
    with gr.Row(elem_classes="race"):
        with gr.Column(elem_classes="race-picture"):
            question = sides.question("draw", models, default)
        answer, model = _answers("draw", models, default)

    def answer_drawing(asked: dict | None) -> dict:
        return sides.reply(predictor, asked)

    _follow(model, "draw", "model")
    _ask(question, answer_drawing, [question], answer)


def _upload(predictor: Predictor) -> None:
    models, default = _offered(predictor)
    with gr.Row(elem_classes="race"):
        with gr.Column(elem_classes="race-picture"):
            picture = gr.Image(label=word("picture"), height=HEIGHT, buttons=[], sources=SOURCES)
            question = sides.question("upload", models, default)
            examples = gr.Column(elem_id="examples")  # the examples set the model picker, so they are made after it
        answer, model = _answers("upload", models, default)
    with examples:
        here = replace(predictor.classifiers.catalog, models=tuple(models))
        recognition.examples(STATIC / "data" / "examples", here, picture, model)

    def answer_picture(asked: dict | None, picture: dict | None) -> dict:
        return sides.reply(predictor, asked, picture)

    _follow(picture, "upload", "picture")
    _follow(model, "upload", "model")
    _ask(question, answer_picture, [question, picture], answer)


def _offered(predictor: Predictor) -> tuple[list[Model], str]:
    """The models that both sides have, and the name of the one that answers first; "" if there is none."""
    models = sides.offered(predictor.classifiers.models, STATIC / "models")
    return models, predictor.classifiers.catalog.default_among([model.name for model in models]) or ""


def _follow(component: gr.Dropdown | gr.Image, tab: str, name: str) -> None:
    """Hands each value of a component to the page's script, as an attribute of the question's element."""
    js = f"""(value) => {{
      document.querySelector("#{tab}-question .home-question").dataset.{name} = JSON.stringify(value);
    }}"""
    component.change(None, [component], None, js=js, api_visibility="private")


def _ask(question: gr.HTML, function: Callable, inputs: list, answer: gr.HTML) -> None:
    """The page's script asks about one question at a time, and hears of each answer and of each failure."""
    asked = question.ask(
        function,
        inputs,
        answer,
        preprocess=False,  # a file and not its pixels
        show_progress="hidden",
        trigger_mode="always_last",
        concurrency_id=endpoints.TOGETHER,
        api_visibility="private",
    )
    failed = f"() => document.querySelector('#{answer.elem_id} .home-answer').dispatchEvent(new Event('failed'))"
    asked.failure(None, js=failed, api_visibility="private")


def _head() -> str:
    """Not by Gradio's `css`, which drops container queries."""
    style = "".join(file.read_text(encoding="utf-8") for file in STYLES)
    script = (HERE / "tabs.js").read_text(encoding="utf-8")
    return f'<style>{style}</style><script type="module">{script}</script>'


@asynccontextmanager
async def _limited(app: GradioApp) -> AsyncIterator[None]:
    """While the mounted app runs."""
    sessions.limit(app)
    app.get_blocks().app = app  # Gradio's queue asks it for its address
    async with uploads.kept_clean(app.get_blocks()):
        yield


def mount_options(settings: Settings) -> dict:
    """What `gr.mount_gradio_app` takes beside the app."""
    return {
        "app_kwargs": {
            "lifespan": _limited,
            "middleware": [
                Middleware(routes.OpenRoutes),
                Middleware(uploads.Whole, path="/gradio_api/component_server"),
                Middleware(Mistakes),
            ],
            "exception_handlers": {RequestValidationError: not_valid},
        },
        "theme": theme.make_theme(),
        "i18n": I18N,
        "favicon_path": STATIC / "favicon.svg",
        "head": _head(),
        "max_file_size": settings.max_body_bytes,
        "footer_links": ["api", "settings"],
        "run_history": False,
        "show_error": False,  # the message of an unexpected exception belongs in the log
        "ssr_mode": False,  # would need Node
    }
