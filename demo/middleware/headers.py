"""Security headers on every answer, and those that isolate the page."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}

ISOLATION = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
"""What a browser asks for before it gives a page shared memory, which threads need."""

FRAMES = "frame-ancestors 'self' https://huggingface.co https://*.huggingface.co"
"""A Space is shown in a frame of huggingface.co."""

POLICIES = {
    "/api/docs/": "; ".join(
        [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",  # an example runs a model in the page
            "style-src 'self' 'unsafe-inline'",  # Swagger UI writes styles into its elements
            "img-src 'self' blob: data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            FRAMES,
        ]
    ),
    "/api/": "default-src 'none'; frame-ancestors 'none'",
    "/gradio_api/": "default-src 'none'; frame-ancestors 'none'; sandbox",  # an upload may be a document
    "/offline/": FRAMES,  # the page has the rest of its policy in its own head, so that it holds on every host
    "": "; ".join(  # everything else; an address may lack the slash, as in `OPTIONS *`
        [
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",  # Gradio's page needs them
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob: data:",
            "font-src 'self' data:",
            "connect-src 'self' blob: data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            FRAMES,
        ]
    ),
}
"""Prefix of an address -> its Content-Security-Policy; the first match counts."""


def _adding(headers: Mapping[str, str], send: Send) -> Send:
    """A `send` that adds the headers to the answer. Streams pass through it unchanged."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(headers)
        await send(message)

    return send_with_headers


class SecurityHeaders:
    """Adds `HEADERS` and the policy."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            policy = next(POLICIES[start] for start in POLICIES if f"{scope['path']}/".startswith(start))
            send = _adding({**HEADERS, "Content-Security-Policy": policy}, send)
        await self.app(scope, receive, send)


class Isolation:
    """Adds `ISOLATION`, to every file: a browser refuses an isolated page the workers that lack it."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, _adding(ISOLATION, send))
