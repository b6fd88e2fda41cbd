"""Uvicorn's HTTP protocol, with limits on the head of a request, and an answer at shutdown for what has begun."""

from asyncio import TimerHandle, Transport

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LAST_CALL = 0.5
"""Seconds that a connection stays open after shutdown has begun, so that what the client has sent is read. Also after a
head was refused: a client that still sends when its connection is closed does not see why."""

HEAD_BYTES = 65_536
"""The most that a head may have, and so may the trailers behind a body in chunks."""

TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-type: application/json\r\ncontent-length: %d\r\nconnection: close\r\n\r\n%s"
)


class Protocol(HttpToolsProtocol):
    """Counts a request as begun from its first byte on, and limits the bytes of a head and the time for it.

    Uvicorn considers a connection idle until the whole head has arrived, and closes it at shutdown. The part of the
    head that had arrived is then lost, and the client sees its connection reset. Otherwise it waits for a head without
    an end, and keeps all of it. Here a head gets the time that `timeout_graceful_shutdown` also gives at shutdown: from
    the beginning of a connection, or from its first byte on a connection that is kept alive.
    """

    _head_is_arriving = False
    _is_between = True  # two requests, or before the first
    _is_refused = False
    _is_stopping = False
    _has_told = False  # whether the parser has called anything for the bytes it was last given
    _kept = 0  # bytes that the parser has been given since it called anything
    _timer: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._start_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        while data and not self._is_refused and not self.transport.is_closing():
            size = HEAD_BYTES - self._kept if self._is_between else len(data)
            part, data = data[:size], data[size:]
            self._has_told = False
            super().data_received(part)
            self._kept = 0 if self._has_told else self._kept + len(part)
            if self._is_between and not self._has_told:  # a line break alone has ended the keep-alive timeout
                self._start_timer()
            if self._kept > HEAD_BYTES or (data and self._kept == HEAD_BYTES):
                self._refuse()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head_is_arriving = True
        self._start_timer()

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        self._has_told = True
        self._head_is_arriving = self._is_between = False
        self._stop_timer()
        if self._is_stopping and self.cycle:
            self.cycle.keep_alive = False

    def on_body(self, body: bytes) -> None:
        self._has_told = True
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._has_told = self._is_between = True
        super().on_message_complete()

    def shutdown(self) -> None:
        self._is_stopping = True
        if self.cycle:
            self.cycle.keep_alive = False
        self.loop.call_later(LAST_CALL, self._close_if_idle)

    def _close_if_idle(self) -> None:
        if not self._head_is_arriving:
            super().shutdown()

    def _start_timer(self) -> None:
        if not self._timer and (seconds := self.config.timeout_graceful_shutdown):
            self._timer = self.loop.call_later(seconds, self.transport.close)

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _refuse(self) -> None:
        if self.cycle and not self.cycle.response_complete:  # the refusal would stand in the middle of an answer
            self.transport.close()
            return
        self._is_refused = True
        said = b'{"error":"The head has more than %d bytes, the most that is allowed."}' % HEAD_BYTES
        self.transport.write(TOO_LARGE % (len(said), said))
        self.transport.write_eof()
        self.loop.call_later(LAST_CALL, self.transport.close)
