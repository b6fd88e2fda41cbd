"""The files that a caller of the Gradio app may name: uploaded ones, but no addresses and no paths of the server."""

from pathlib import Path
from typing import Any

import gradio as gr
from gradio.utils import get_upload_folder, is_in_or_equal
from gradio_client.utils import is_http_url_like

from demo.inference import images


class App(gr.Blocks):
    """Gradio's app, restricted to uploaded files. It rejects anything else with a message.

    Gradio itself fetches any address that a caller names, and a mounted app reads any path that the server can read.
    """

    async def preprocess_data(self, block_fn: Any, inputs: list, state: Any, *arguments, **options) -> list:
        """Every input passes through here before Gradio opens a path in it.

        Gradio would keep a copy as long as it knows the session, for deep links, which this app does not have.
        """
        try:
            _refuse_foreign(inputs)
            return await super().preprocess_data(block_fn, inputs, state, *arguments, **options)
        except gr.Error:  # which is also a ValueError, and already has a sentence
            raise
        except (ValueError, TypeError, LookupError) as error:  # wrong type or number, no path, no such example
            raise refusal("The input is not valid. The page's 'Use via API' says what is.") from error
        finally:
            for block in block_fn.inputs if state else ():
                state._update_value_in_config(block._id, None)


def _refuse_foreign(value: Any) -> None:
    """Looks at every depth."""
    if isinstance(value, dict):
        if isinstance(path := value.get("path"), str):
            _refuse_foreign_path(path)
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            _refuse_foreign(item)


def _refuse_foreign_path(path: str) -> None:
    if is_http_url_like(path):
        raise refusal(f"The server does not fetch '{path:.100}'. Upload the file instead.")
    if not is_in_or_equal(path, get_upload_folder()):
        raise refusal(f"The file '{path:.100}' was not uploaded here.")


def refusal(sentence: str) -> gr.Error:
    """The exception for a mistake of the caller. The caller sees the sentence; the log gets nothing."""
    return gr.Error(sentence, print_exception=False)


def one_file(file: dict) -> bytes:
    """The content of an uploaded file; raises `images.NotAnImage` if it cannot be read, or there is none."""
    if not file["path"]:
        raise images.NotAnImage("The question has no picture: no file was uploaded for it.")
    try:
        return Path(file["path"]).read_bytes()
    except OSError as error:
        raise images.NotAnImage(f"The picture's file cannot be read: {error.strerror}.") from error


def sketch_files(sketch: dict, drawn: dict) -> tuple[bytes | None, bytes | None]:
    """Layer and composite. The page sends them in advance under an `id`; other callers upload files.

    Raises:
        images.NotAnImage: there is more than one layer.
    """
    if sketch.get("id") is not None:
        blobs = drawn.pop(sketch["id"], None)
        return (next(iter(blobs.layers), None), blobs.composite) if blobs else (None, None)
    layers, composite = sketch.get("layers") or [], sketch.get("composite")
    if len(layers) > 1:
        raise images.NotAnImage(f"The sketch has {len(layers)} layers. At most 1 is read.")
    if layers:
        return one_file(layers[0]), None
    return None, one_file(composite) if composite else None
