"""Sends the requests that a server gets most to their application, past all that finds out what a request is."""

from starlette.types import ASGIApp, Receive, Scope, Send


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
