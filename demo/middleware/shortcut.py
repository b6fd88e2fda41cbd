"""The short way of the requests that a server gets most, past all that finds out what a request is."""

from collections.abc import Awaitable, Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Shortcut:
    """Gives the requests of one method and path to one application, and all others to the next.

    Both must answer alike: a request that comes by a prefix (`root_path`) takes the long way.

    Args:
        app: the next application.
        method: in capitals.
        path: as a client sends it.
        to: the application for these requests.
    """

    def __init__(self, app: ASGIApp, method: str, path: str, to: ASGIApp):
        self.app = app
        self._method, self._path = method, path
        self._to = to

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_short = (
            scope["type"] == "http"
            and scope["path"] == self._path
            and scope["method"] == self._method
            and not scope.get("root_path")
        )
        await (self._to if is_short else self.app)(scope, receive, send)


class Prepared:
    """Sends responses as through middlewares that only add headers, which are found out once and not at each answer.

    Args:
        respond: scope, receive -> the response.
        around: puts the middlewares around an application. What they add may depend on whether a request has the
            header `Origin`, and on nothing else. They answer an exception of `respond`, too.
        method: of all requests.
        path: of all requests.
    """

    def __init__(
        self,
        respond: Callable[[Scope, Receive], Awaitable[Response]],
        around: Callable[[ASGIApp], ASGIApp],
        method: str,
        path: str,
    ):
        self._respond = respond
        self._around = around
        scope = {"type": "http", "method": method, "path": path}
        self._plain = _added(around, {**scope, "headers": []})
        self._foreign = _added(around, {**scope, "headers": [(b"origin", b"null")]})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await self._respond(scope, receive)
        except Exception as error:
            await self._around(_raising(error))(scope, receive, send)
            return
        is_foreign = any(name == b"origin" for name, _ in scope["headers"])
        headers = response.raw_headers + (self._foreign if is_foreign else self._plain)
        await send({"type": "http.response.start", "status": response.status_code, "headers": headers})
        await send({"type": "http.response.body", "body": response.body})


def _added(around: Callable[[ASGIApp], ASGIApp], scope: Scope) -> list[tuple[bytes, bytes]]:
    """The headers that the middlewares add to an answer without any; raises `RuntimeError` if one waits meanwhile."""
    headers: list[tuple[bytes, bytes]] = []

    async def bare(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def note(message: Message) -> None:
        headers.extend(message["headers"])

    async def ask() -> None:
        await around(bare)(scope, receive, note)

    running = ask()
    try:
        running.send(None)  # nothing in it waits, so that it needs no event loop
    except StopIteration:
        return headers
    running.close()
    raise RuntimeError("A middleware waits for something before it adds its headers.")


def _raising(error: Exception) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise error

    return app
