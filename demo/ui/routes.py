"""The routes of Gradio that are open: those that its page and its clients ask for.

It has others, which this app does not need: they fetch any address that a caller names, run FFmpeg on any upload, or
keep files for links.
"""

import re

from gradio_client.utils import is_http_url_like
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

OPEN = re.compile(
    r"/|/(config|theme\.css|robots\.txt|favicon\.ico|manifest\.json|pwa_icon(/\d+)?|monitoring/summary)/?"
    r"|/(static|assets|svelte)/.+"
    r"|/gradio_api/(info|openapi\.json|app_id|user|token|login_check|theme\.css|upload|upload_progress"
    r"|component_server|cancel|reset|queue/\w+|heartbeat/.+|run/.+|call/.+|file=.+|custom_component/.+)/?",
    re.DOTALL,
)
"""Whole addresses."""

FILE = "/gradio_api/file="


class OpenRoutes:
    """Answers 404 at every other address, and 403 to those who ask for a file of another server."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = None
        if scope["type"] == "http":
            refusal = _refusal(scope["path"].removeprefix(scope.get("root_path", "")))  # mounted under another path
        await (refusal or self.app)(scope, receive, send)


def _refusal(path: str) -> JSONResponse | None:
    if not OPEN.fullmatch(path):
        return JSONResponse({"error": "There is nothing at this address."}, 404)
    if path.startswith(FILE) and is_http_url_like(path.removeprefix(FILE)):
        return JSONResponse({"error": "The server does not fetch files of other servers."}, 403)
    return None
