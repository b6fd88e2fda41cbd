"""Builds a Gradio app without the web applications that nobody asks."""

import contextlib
from collections.abc import Iterator

from gradio.routes import App


@contextlib.contextmanager
def no_applications() -> Iterator[None]:
    """For the construction of a `gr.Blocks` that is mounted afterwards.

    Gradio makes a web application of some hundred routes when a `gr.Blocks` begins, when it gets its queue, and when it
    ends: three quarters of the time that this takes. `gr.mount_gradio_app` makes its own.
    """
    create_app = App.__dict__["create_app"]
    App.create_app = lambda *arguments, **options: None  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        App.create_app = create_app  # type: ignore[method-assign]
