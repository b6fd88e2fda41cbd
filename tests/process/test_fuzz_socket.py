"""Bytes that no HTTP library would send are refused or ignored, and the server continues."""

import socket
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.server import PATIENCE
from tests.fuzzing import fuzz
from tests.process.client import post

words = st.binary(max_size=20) | st.sampled_from(
    [b"POST", b"GET", b"/api/predict", b"HTTP/1.1", b"HTTP/9.9", b"*", b".."]
)
names = st.sampled_from([b"Host", b"Content-Length", b"Transfer-Encoding", b"Upgrade", b"Connection", b"Expect", b""])
values = st.binary(max_size=30) | st.sampled_from([b"-1", b"0", b"9" * 30, b"chunked", b"chunked, gzip", b"websocket"])
lines = st.lists(words, min_size=1, max_size=4).map(b" ".join)
heads = st.lists(st.tuples(names, values).map(b": ".join), max_size=5).map(b"\r\n".join)
requests = st.tuples(lines, heads, st.binary(max_size=60)).map(lambda parts: b"%s\r\n%s\r\n\r\n%s" % parts)


def said(server: str, request: bytes) -> bytes:
    """Everything that the server answers until it closes the connection."""
    with socket.create_connection((urlsplit(server).hostname, urlsplit(server).port), timeout=PATIENCE) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        parts = []
        while part := connection.recv(65_536):
            parts.append(part)
        return b"".join(parts)


def test_bytes_that_are_no_request_do_not_harm(server, png):
    @fuzz(300)
    @given(requests)
    def ask(request: bytes) -> None:
        answer = said(server, request)
        assert b" 500 " not in answer.split(b"\r\n")[0] and b"Traceback" not in answer

    ask()
    assert post(server, png)[1]["label"] == "7"


@pytest.mark.parametrize(
    "head",
    [
        b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET a HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST /api/predict HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /api/predict HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"POST /api/predict HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        b"POST /api/predict HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /api/predict HTTP/1.1\r\nHost: a\r\nX-Long: " + b"x" * 200_000 + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_a_head_that_is_malformed_is_refused(server, png, head):
    answer = said(server, head)

    assert not answer or answer.split()[1].startswith(b"4")
    assert post(server, png)[1]["label"] == "7"


def test_a_head_that_is_too_long_is_refused_in_a_sentence_that_can_be_read(server):
    answer = said(server, b"GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + b"x" * 2_000_000)

    assert answer.startswith(b"HTTP/1.1 431 ") and b"The head has more than 65536 bytes" in answer
