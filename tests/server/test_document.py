"""The app's document is compressed, once for each content."""

import gzip
from collections.abc import Callable
from threading import get_ident

import brotli
import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from demo.middleware import document
from demo.middleware.document import CompressedDocument

PAGE = "<p>Draw a digit.</p>" * 500
DECODE: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress}


async def _in_parts(request):
    return StreamingResponse((part.encode() for part in (PAGE[:300], PAGE[300:])), media_type="text/html")


@pytest.fixture
def client() -> TestClient:
    def page(request):
        return HTMLResponse(PAGE, 404 if request.query_params else 200)

    routes = [Route("/", page), Route("/other", lambda _: PlainTextResponse(PAGE)), Route("/parts", _in_parts)]
    return TestClient(CompressedDocument(Starlette(routes=routes)))


def raw(client: TestClient, accepted: str, path: str = "/", method: str = "GET"):
    """The answer and its bytes as they travel."""
    with client.stream(method, path, headers={"Accept-Encoding": accepted}) as answer:
        return answer, b"".join(answer.iter_raw())


@pytest.mark.parametrize(
    ("accepted", "coding"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("BR", "br")]
)
def test_it_is_sent_as_the_client_takes_it(client, accepted, coding):
    answer, body = raw(client, accepted)

    assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == (coding, "Accept-Encoding")
    assert int(answer.headers["Content-Length"]) == len(body) < len(PAGE) / 10
    assert DECODE[coding](body).decode() == PAGE


@pytest.mark.parametrize("accepted", ["", "identity", "zstd", "br;q=0"])
def test_a_client_that_takes_neither_gets_it_as_it_is(client, accepted):
    answer, body = raw(client, accepted)

    assert "Content-Encoding" not in answer.headers and answer.headers["Vary"] == "Accept-Encoding"
    assert int(answer.headers["Content-Length"]) == len(body) and body.decode() == PAGE


@pytest.mark.parametrize(("path", "method"), [("/other", "GET"), ("/parts", "GET"), ("/?error", "GET"), ("/", "HEAD")])
def test_everything_else_passes_as_it_is(client, path, method):
    answer, body = raw(client, "gzip, br", path, method)

    assert "Content-Encoding" not in answer.headers
    assert body.decode() == ("" if method == "HEAD" else PAGE)


def test_a_document_in_parts_is_compressed_as_a_whole():
    _, body = raw(TestClient(CompressedDocument(Starlette(routes=[Route("/", _in_parts)]))), "br")

    assert brotli.decompress(body).decode() == PAGE


def test_nobody_waits_for_it(monkeypatch):
    """It is compressed beside the thread of the event loop."""
    document._compressed.cache_clear()
    threads = []
    monkeypatch.setitem(document.COMPRESS, "br", lambda body: threads.append(get_ident()) or brotli.compress(body))

    async def page(request) -> HTMLResponse:
        threads.append(get_ident())
        return HTMLResponse(PAGE)

    raw(TestClient(CompressedDocument(Starlette(routes=[Route("/", page)]))), "br")

    asked, compressed = threads
    assert asked != compressed


def test_it_is_compressed_once(client, monkeypatch):
    document._compressed.cache_clear()
    times = []
    monkeypatch.setitem(document.COMPRESS, "br", lambda body: times.append(1) or brotli.compress(body))

    assert len({raw(client, "br")[1] for _ in range(3)}) == len(times) == 1


def test_as_many_documents_are_kept_as_there_are_and_no_more():
    """Anybody can ask for another one."""
    document._compressed.cache_clear()
    for number in range(2 * document.DOCUMENTS):
        document._compressed(b"%d" % number, "gzip")
    assert document._compressed.cache_info().currsize == document.DOCUMENTS
