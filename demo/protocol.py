"""HTTP as uvicorn speaks it, which at the end also answers whoever has begun to ask."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LAST_CALL = 0.5
"""Seconds that a connection stays open after the end is announced, so that what the client has sent is read."""


class Protocol(HttpToolsProtocol):
    """Takes a request as begun from its first byte on.

    Uvicorn takes a connection for idle until a head is whole, and closes it when the server is to stop: what had
    arrived of the head, or lay unread, is lost, and the client sees its connection reset. The limit on the whole stop,
    `timeout_graceful_shutdown`, is that on a head that never becomes whole.
    """

    _head_is_arriving = False
    _is_stopping = False

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head_is_arriving = True

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        self._head_is_arriving = False
        if self._is_stopping and self.cycle:
            self.cycle.keep_alive = False

    def shutdown(self) -> None:
        self._is_stopping = True
        if self.cycle:
            self.cycle.keep_alive = False
        self.loop.call_later(LAST_CALL, self._close_if_idle)

    def _close_if_idle(self) -> None:
        if not self._head_is_arriving:
            super().shutdown()
