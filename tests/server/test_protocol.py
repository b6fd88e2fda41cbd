"""The head of a request is limited in bytes and in time; an idle connection is left to the keep-alive timeout."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from unittest.mock import Mock

import pytest
import uvicorn
from uvicorn.server import ServerState

from demo.protocol import HEAD_BYTES, Protocol

SECONDS = 7
GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n"
CHUNKED = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"


@dataclass(eq=False)
class Timer:
    seconds: float
    function: Callable[[], None]
    cancelled: bool = False

    def cancel(self) -> None:
        self.cancelled = True


class Loop:
    """Notes what is to be done later, and begins no answer."""

    def __init__(self):
        self.timers: list[Timer] = []

    def call_later(self, seconds: float, function: Callable[[], None]) -> Timer:
        self.timers.append(Timer(seconds, function))
        return self.timers[-1]

    def create_task(self, answer):
        answer.close()
        return Mock()

    def pending(self) -> list[Timer]:
        return [timer for timer in self.timers if not timer.cancelled]


class Transport(Mock):
    """Notes what is written, and whether it is closed for that or altogether."""

    def __init__(self, **options):
        super().__init__(**options)
        self.written, self.ended, self.closed = b"", False, False
        self.is_closing = lambda: self.closed
        self.get_extra_info = lambda name: None

    def write(self, data: bytes) -> None:
        self.written += data

    def write_eof(self) -> None:
        self.ended = True

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def connection():
    """A new connection to a server whose application is never run."""

    async def app(scope, receive, send):
        raise AssertionError

    config = uvicorn.Config(app, timeout_graceful_shutdown=SECONDS, log_config=None)
    made = Protocol(config, ServerState(), {}, Loop())
    made.connection_made(Transport())
    return made


def answered(connection: Protocol) -> None:
    """As when the application has answered the last request."""
    connection.cycle.response_complete = True
    connection.on_response_complete()


def head(size: int) -> bytes:
    return GET[:-2] + b"X: " + b"x" * (size - len(GET) - 5) + b"\r\n\r\n"


def refused(connection: Protocol) -> bool:
    said = connection.transport.written
    if said:
        assert said.startswith(b"HTTP/1.1 431 ") and b"connection: close" in said
        assert json.loads(said.partition(b"\r\n\r\n")[2])["error"].startswith("The head has more than 65536 bytes")
        connection.data_received(b"x" * 1_000_000)  # is thrown away, until the client has had time to read
        assert connection.transport.written == said and connection.transport.ended
        connection.loop.pending()[-1].function()
    assert bool(said) == connection.transport.closed
    return bool(said)


@pytest.mark.parametrize("part", [1_000_000, 1000, 65_536, 7])
@pytest.mark.parametrize("more", [0, 1, 1000])
def test_a_head_has_at_most_its_bytes_however_they_come(connection, part, more):
    sent = head(HEAD_BYTES + more)
    for start in range(0, len(sent), part):
        connection.data_received(sent[start : start + part])

    assert refused(connection) == bool(more)


def test_a_head_without_an_end_is_refused(connection):
    connection.data_received(GET[:-4])
    for _ in range(7):
        connection.data_received(b"x" * 10_000)

    assert refused(connection)


def test_the_head_behind_a_body_is_not_counted_with_it(connection):
    connection.data_received(POST + bytes(299_999))
    connection.data_received(bytes(1) + head(60_000)[:50_000])
    connection.data_received(head(60_000)[50_000:])
    for _ in range(5_000):
        connection.data_received(GET[:5])
        connection.data_received(GET[5:] + GET)

    assert not connection.transport.closed and not connection.transport.written


def test_trailers_without_an_end_close_the_connection(connection):
    connection.data_received(CHUNKED + b"1\r\na\r\n" * 50_000 + b"0\r\n")
    assert not connection.transport.closed
    for _ in range(7):
        connection.data_received(b"x" * 10_000)

    assert connection.transport.closed and not connection.transport.written


@pytest.mark.parametrize("begun", [b"", b"\r\n", b"G", GET[:-2]])
def test_a_head_that_does_not_come_whole_is_given_up(connection, begun):
    connection.data_received(begun)

    (timer,) = connection.loop.pending()
    assert timer.seconds == SECONDS
    timer.function()
    assert connection.transport.closed


@pytest.mark.parametrize("begun", [b"\r\n", b"G", GET[:-2]])
def test_so_is_a_later_head_on_the_connection(connection, begun):
    connection.data_received(GET)
    answered(connection)
    connection.data_received(begun)

    (timer,) = connection.loop.pending()
    assert timer.seconds == SECONDS


def test_a_head_behind_another_request_has_its_time_too(connection):
    connection.data_received(GET + b"GET")

    assert [timer.seconds for timer in connection.loop.pending()] == [SECONDS]


def test_whoever_waits_for_an_answer_or_sends_a_body_has_no_timer(connection):
    connection.data_received(POST)
    assert not connection.loop.pending()
    connection.data_received(bytes(300_000))
    assert not connection.loop.pending()


def test_an_idle_connection_is_left_to_the_keep_alive_timeout(connection):
    connection.data_received(GET)
    answered(connection)

    assert [timer.function for timer in connection.loop.pending()] == [connection.timeout_keep_alive_handler]


def test_a_connection_that_is_lost_leaves_no_timer(connection):
    connection.connection_lost(None)

    assert not connection.loop.pending()


def test_the_time_for_a_head_does_not_begin_anew_with_each_piece(connection):
    (timer,) = connection.loop.pending()
    for byte in GET[:-2]:
        connection.data_received(bytes([byte]))
    assert connection.loop.pending() == [timer]
