"""What Ray's proxy says itself, in the form of the API. `RAY_SERVE_HTTP_PROXY_CALLBACK_IMPORT_PATH` names it to Ray."""

from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from demo.middleware.headers import SecurityHeaders

IMPORT_PATH = "deploy.ray_proxy:middlewares"

REPLICA = b"x-replica"
"""The header of a replica's answer, which names the replica. What lacks it was said by the proxy."""

RAY = "/-/"
"""Ray's own addresses, such as `/-/healthz`, which load balancers read."""

WAITING = "Too many requests wait for a replica. Try again."
NONE = "No replica can answer now. Try again."
LOST = "The replica that had the request ended before it answered. Try again."
HEADERS = {"Retry-After": "1", "Access-Control-Allow-Origin": "*"}


def middlewares() -> list[Middleware]:
    """For Ray's proxy; the last one is the outermost."""
    return [Middleware(ProxyErrors), Middleware(SecurityHeaders)]


class ProxyErrors:
    """Makes each error of the proxy status 503 with `Retry-After`, and one sentence as JSON.

    A request that was lost with its replica is not repeated here: a picture that ended one replica would end the next.
    """

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(RAY):
            return await self.app(scope, receive, send)
        started = refused = False

        async def send_of_replica(message: Message) -> None:
            nonlocal started, refused
            if message["type"] == "http.response.start":
                started = True
                names = {name.lower() for name, _ in message["headers"]}
                refused = REPLICA not in names
                if refused:  # Ray says when to try again only if too many wait
                    await _refuse(WAITING if b"retry-after" in names else NONE, scope, receive, send)
            if not refused:
                await send(message)

        await self.app(scope, receive, send_of_replica)
        if not started:  # the proxy says nothing if the replica ended
            await _refuse(LOST, scope, receive, send)


async def _refuse(sentence: str, scope: Scope, receive: Receive, send: Send) -> None:
    await JSONResponse({"error": sentence}, 503, HEADERS)(scope, receive, send)
