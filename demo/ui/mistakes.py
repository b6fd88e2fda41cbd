"""Mistakes of those who call Gradio's own routes: they get a sentence, and the log gets a line.

Gradio itself fails where a request names what there is not, or has another form than its clients send: the client sees
status 500, and the log a hundred lines.
"""

import logging
from pathlib import Path
from traceback import extract_tb

import gradio as gr
from fastapi.exceptions import RequestValidationError
from gradio.route_utils import FnIndexInferError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from demo.ui.routes import FILE

LOGGER = logging.getLogger("both_sides.gradio")

MOST = 200
"""Characters of a message that are passed on: it may hold what the client has sent."""

READERS = {"gradio/routes.py", "gradio/route_utils.py", "gradio_client/utils.py"}
"""The modules that read a request. What is wrong in a request fails in one of them, what is wrong here fails deeper."""

WRONG = (LookupError, TypeError, AttributeError, ValueError)
"""What they raise when they read a wrong request."""


class Mistakes:
    """Answers a mistake of the client with status 400 or 404, and passes on every other exception."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        sent: Message = {}  # the last one

        async def send_and_note(message: Message) -> None:
            nonlocal sent
            sent = message
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        except Exception as error:
            status = _status(scope, error)
            if not status:
                raise
            answer = _refusal(scope, status, _sentence(error))
            if not sent:
                await answer(scope, receive, send)
            elif sent.get("more_body"):
                await send({"type": "http.response.body"})


async def not_valid(request: Request, error: Exception) -> JSONResponse:
    """FastAPI's own answer repeats what was sent: that may be megabytes, or a number that JSON does not have."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return _refusal(request.scope, 422, f"The request is not valid at '{where:.{MOST}}': {first['msg']}.")


def _status(scope: Scope, error: Exception) -> int | None:
    """None if it is not the client's mistake."""
    if isinstance(error, FnIndexInferError) or _is_late(error):
        return 404
    if isinstance(error, ClientDisconnect) or (isinstance(error, gr.Error) and not error.print_exception):
        return 400
    is_read = scope["type"] == "http" and (scope["method"] == "POST" or scope["path"].startswith(FILE))
    return 400 if is_read and isinstance(error, WRONG) and _place(error) in READERS else None


def _is_late(error: Exception) -> bool:
    """Whether it is Gradio's 404 for a session, which it finds out when its answer has begun."""
    return isinstance(error.__cause__, HTTPException) and error.__cause__.status_code == 404


def _place(error: Exception) -> str:
    """The module that failed, or that had Pydantic look at something, with its package."""
    paths = [Path(frame.filename) for frame in extract_tb(error.__traceback__)]
    return "/".join([path for path in paths if "pydantic" not in path.parts][-1].parts[-2:])


def _sentence(error: Exception) -> str:
    if isinstance(error, gr.Error):
        return error.message
    if _is_late(error):
        return "There is no such session, or no longer."
    if isinstance(error, ClientDisconnect):
        return "The client left before its request had arrived."
    return f"The request is not valid: {type(error).__name__} {str(error).rstrip('.'):.{MOST}}."


def _refusal(scope: Scope, status: int, sentence: str) -> JSONResponse:
    sentence = sentence if sentence.isprintable() else ascii(sentence)[1:-1]  # neither a forged line nor half a letter
    LOGGER.warning("%s %s %s %s", scope["method"], ascii(scope["path"])[1:-1], status, sentence)
    return JSONResponse({"error": sentence}, status)
