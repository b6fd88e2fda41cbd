"""Builds a Gradio app that is mounted afterwards."""

import contextlib
from collections.abc import Iterator

from gradio.routes import App


@contextlib.contextmanager
def no_applications() -> Iterator[None]:
    """For the construction of a `gr.Blocks`: it then makes no web applications of its own.

    Gradio makes one of some hundred routes when a `gr.Blocks` begins, when it gets its queue, and when it ends: four
    fifths of the time that this takes. `gr.mount_gradio_app` makes another, which alone is asked. It does not make
    itself the `app` of the `gr.Blocks`; whoever mounts it has to.
    """
    create_app = App.__dict__["create_app"]
    App.create_app = lambda *arguments, **options: None  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        App.create_app = create_app  # type: ignore[method-assign]
