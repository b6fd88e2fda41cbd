"""The page's files as the server sends them: their types, compressed, cached, in parts."""

import hashlib
import os
import shutil

import brotli
import pytest
from starlette.testclient import TestClient

from demo.headless import STATIC
from demo.middleware.static_files import Page

SCRIPT = STATIC / "built" / "js" / "main.js"


TYPES = {".js": "text/javascript", ".wasm": "application/wasm"}


@pytest.mark.parametrize("suffix", TYPES)
def test_files_have_the_types_that_browsers_insist_on(client, suffix):
    file = next(STATIC.rglob(f"*{suffix}"))

    answer = client.get(f"/offline/{file.relative_to(STATIC).as_posix()}")

    assert answer.headers["Content-Type"].split(";")[0] == TYPES[suffix]


def test_the_page_without_its_slash_leads_to_the_page(client):
    for query in ("", "?view=compare&model=%EA%B0%80"):
        answer = client.get(f"/offline{query}", follow_redirects=False)
        assert (answer.status_code, answer.headers["Location"]) == (307, f"offline/{query}")
    assert "<canvas" in client.get("/offline").text


@pytest.fixture
def page(tmp_path) -> TestClient:
    """Serves the page's script as `a.js` and `b-0a1b2c3d.js`, with the compressed files beside each."""
    for name in ("a.js", "b-0a1b2c3d.js"):
        for end in ("", ".br", ".gz"):
            shutil.copyfile(f"{SCRIPT}{end}", tmp_path / f"{name}{end}")
    return TestClient(Page(directory=tmp_path))


def test_the_apps_document_is_compressed_to_a_quarter(client):
    with client.stream("GET", "/", headers={"Accept-Encoding": "br"}) as answer:
        packed = b"".join(answer.iter_raw())
    plain = client.get("/", headers={"Accept-Encoding": "identity"})

    assert "Content-Encoding" not in plain.headers
    assert brotli.decompress(packed) == plain.content and len(packed) < len(plain.content) / 4


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=0.8, BR;q=0.5", "br"),
        ("gzip, br;q=0", "gzip"),
        ("gzip", "gzip"),
        ("identity", None),
        ("br; q=0.000, gzip;q=0", None),
    ],
)
def test_a_file_comes_in_the_smallest_coding_that_the_client_takes(page, tmp_path, accepted, coding):
    answer = page.get("/a.js", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == coding
    sent = tmp_path / f"a.js{ {'br': '.br', 'gzip': '.gz', None: ''}[coding] }"
    assert answer.headers["Content-Length"] == str(sent.stat().st_size)
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.content == SCRIPT.read_bytes()


def test_a_compressed_file_that_is_older_than_its_original_is_not_sent(page, tmp_path):
    (tmp_path / "a.js").write_bytes(b"newer")
    for end in (".br", ".gz"):
        os.utime(tmp_path / f"a.js{end}", (0, 0))
    answer = page.get("/a.js", headers={"Accept-Encoding": "br, gzip"})
    assert "Content-Encoding" not in answer.headers
    assert answer.content == b"newer"


@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
def test_a_file_is_asked_for_again_unless_its_address_has_its_hash(page, coding):
    own = hashlib.sha256(SCRIPT.read_bytes()).hexdigest()
    for address in ("/b-0a1b2c3d.js", f"/a.js?sha256={own}"):
        assert "immutable" in page.get(address, headers={"Accept-Encoding": coding}).headers["Cache-Control"]
    for other in ("0a1b2c3d", own[:-1], own.upper(), "", f"0&sha256={own}0"):
        answer = page.get(f"/a.js?sha256={other}", headers={"Accept-Encoding": coding})
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")
    first = page.get("/a.js", headers={"Accept-Encoding": coding})
    assert first.headers["Cache-Control"] == "no-cache"
    again = page.get("/a.js", headers={"Accept-Encoding": coding, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "Content-Encoding" not in again.headers


def test_a_file_that_has_changed_has_lost_its_hash(page, tmp_path):
    address = f"/a.js?sha256={hashlib.sha256(SCRIPT.read_bytes()).hexdigest()}"
    assert "immutable" in page.get(address).headers["Cache-Control"]
    (tmp_path / "a.js").write_bytes(b"newer")
    os.utime(tmp_path / "a.js", (0, 0))
    assert page.get(address).headers["Cache-Control"] == "no-cache"


def test_a_part_of_a_file_can_be_asked_for(page):
    answer = page.get("/a.js", headers={"Accept-Encoding": "identity", "Range": "bytes=7-11"})
    assert (answer.status_code, answer.content) == (206, SCRIPT.read_bytes()[7:12])


def test_the_page_comes_compressed(client):
    for name in ("vendor/tfjs-backend-wasm-simd.wasm", "built/js/main.js", "", "models/catalog.json"):
        answer = client.get(f"/offline/{name}", headers={"Accept-Encoding": "br"})
        assert answer.headers["Content-Encoding"] == "br"
        assert answer.content == (STATIC / (name or "index.html")).read_bytes()
