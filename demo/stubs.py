"""Imports Gradio without the type stubs that it writes for editors."""

import contextlib
import inspect
from collections.abc import Iterator
from typing import Any


@contextlib.contextmanager
def no_stubs() -> Iterator[None]:
    """For the first import of Gradio in a process, before there are other threads.

    Gradio parses the source of each component whenever it is imported, to write a `.pyi` file beside it: two fifths of
    the time of the import. It writes none for a class whose file `inspect` does not know, as in a notebook.
    """
    getfile = inspect.getfile

    def unknown(object: Any) -> str:
        raise OSError(f"The file of {object} is not told while Gradio is imported.")

    inspect.getfile = unknown
    try:
        yield
    finally:
        inspect.getfile = getfile
