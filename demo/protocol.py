"""Uvicorn's HTTP protocol, changed so that requests which have begun are still answered at shutdown."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LAST_CALL = 0.5
"""Seconds that a connection stays open after shutdown has begun, so that what the client has sent is read."""


class Protocol(HttpToolsProtocol):
    """Counts a request as begun from its first byte on.

    Uvicorn considers a connection idle until the whole head has arrived, and closes it at shutdown. The part of the
    head that had arrived is then lost, and the client sees its connection reset. `timeout_graceful_shutdown` limits
    the wait for a head that never completes.
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
