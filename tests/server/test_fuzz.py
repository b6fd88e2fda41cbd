"""Thousands of malformed requests, made by Hypothesis and by Schemathesis from the API's own description.

Each is refused with one sentence and a status of 4xx, and the next good request is answered rightly. What Hypothesis
finds it prints as a short example to be put among the tests of the API.
"""

import json
import struct
import zlib

import numpy as np
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

import catalog
from demo.app import create
from demo.settings import Settings
from tests.server.test_images import encoded, png_header, tiled

NOISE = Image.fromarray(np.random.default_rng(0).integers(0, 256, (48, 48, 3), np.uint8))
FILES = {
    "PNG": encoded(NOISE, "PNG"),
    "PNG, interlaced palette": encoded(NOISE.quantize(16), "PNG", bits=4),
    "JPEG": encoded(NOISE, "JPEG", quality=90),
    "JPEG, progressive": encoded(NOISE, "JPEG", progressive=True),
    "WebP": encoded(NOISE, "WEBP"),
    "WebP, lossless": encoded(NOISE, "WEBP", lossless=True),
    "GIF": encoded(NOISE.quantize(64), "GIF"),
    "TIFF": encoded(NOISE, "TIFF"),
    "TIFF, deflated": encoded(NOISE, "TIFF", compression="tiff_adobe_deflate"),
    "BMP": encoded(NOISE, "BMP"),
    "AVIF": encoded(NOISE, "AVIF"),
}
NAMES = {model.name for model in catalog.load().models}

files = st.sampled_from(list(FILES.values()))
sides = st.integers(7_072, 2**31 - 1)


@st.composite
def truncated(draw) -> bytes:
    file = draw(files)
    return file[: draw(st.integers(0, len(file) * 3 // 4))]


@st.composite
def flipped(draw) -> bytes:
    """Up to 40 bits, most of them near the start, where the structure is."""
    file = bytearray(draw(files))
    places = st.integers(0, 150) | st.integers(0, len(file) - 1)
    for place, bit in draw(st.lists(st.tuples(places, st.integers(0, 7)), min_size=1, max_size=40)):
        file[place % len(file)] ^= 1 << bit
    return bytes(file)


@st.composite
def spliced(draw) -> bytes:
    """The start of one file and the end of another, with some bytes between."""
    start, end = draw(files), draw(files)
    return start[: draw(st.integers(1, len(start)))] + draw(st.binary(max_size=20)) + end[-draw(st.integers(1, 300)) :]


def _gif(width: int, height: int) -> bytes:
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", width % 65_536 | 0x8000, height % 65_536 | 0x8000, 0, 0, 0)
        + FILES["GIF"][13:]
    )


def _bmp(width: int, height: int) -> bytes:
    return FILES["BMP"][:18] + struct.pack("<ii", width, height) + FILES["BMP"][26:]


def _text_bomb(megabytes: int) -> bytes:
    """A small PNG whose compressed comment is large."""
    text = b"zTXtcomment\0\0" + zlib.compress(bytes(megabytes * 1_000_000))
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    return FILES["PNG"][:33] + chunk + FILES["PNG"][33:]


bombs = (
    st.builds(png_header, sides, sides)
    | st.builds(_bmp, sides, sides)
    | st.builds(_gif, sides, sides)
    | st.builds(tiled, st.just(7_200))
    | st.builds(_text_bomb, st.integers(2, 5))
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)

REFUSED = {
    "random bytes": (300, st.binary(max_size=2_000)),
    "a signature, then random bytes": (300, st.builds(lambda file, rest: file[:12] + rest, files, st.binary())),
    "truncated": (500, truncated()),
    "bombs and huge dimensions": (100, bombs),
    "JSON of any type": (100, values.map(lambda value: json.dumps(value).encode())),
}
"""Bodies that are no image -> how many of them."""

DAMAGED = {"bits flipped": (400, flipped()), "spliced": (200, spliced())}
"""Bodies of which a few are still images, as Pillow sees them."""


def fuzz(examples: int):
    """Hypothesis' settings: no clock, for the machine may be busy, and no memory outside the run."""
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
    return settings(max_examples=examples, deadline=None, database=None, suppress_health_check=checks)


@pytest.fixture(scope="module")
def app():
    return create(Settings(threads=1, request_log=0))


@pytest.fixture(scope="module")
def client(app):
    """Whatever is raised in the server fails the test."""
    with TestClient(app) as started:
        yield started


@pytest.fixture(autouse=True)
def then_a_good_request_is_answered_rightly(client, pictures, digits):
    yield
    for picture, label in zip(pictures[:3], digits[1]):
        answer = client.post("/api/predict", content=encoded(Image.fromarray(picture), "PNG"))
        assert answer.json()["label"] == str(label)


def assert_refused(answer) -> None:
    assert 400 <= answer.status_code < 500
    content = answer.json()
    assert list(content) == ["error"] and content["error"].endswith(".")
    assert "Traceback" not in content["error"] and 'File "' not in content["error"]


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_image_is_refused(client, kind):
    asked, (examples, bodies) = [], REFUSED[kind]

    @fuzz(examples)
    @given(bodies)
    def ask(body: bytes) -> None:
        asked.append(len(body))
        assert_refused(client.post("/api/predict", content=body))

    ask()
    assert len(asked) >= examples


@pytest.mark.parametrize("kind", DAMAGED)
def test_what_is_damaged_is_refused_or_still_an_image(client, kind):
    refused, (examples, bodies) = [], DAMAGED[kind]

    @fuzz(examples)
    @given(bodies)
    def ask(body: bytes) -> None:
        answer = client.post("/api/predict", content=body)
        refused.append(answer.status_code != 200)
        if refused[-1]:
            assert_refused(answer)
        else:
            assert sum(answer.json()["probabilities"].values()) == pytest.approx(1, abs=1e-4)

    ask()
    assert len(refused) >= examples and sum(refused) > examples / 4


TRICKS = [
    "../",
    "..\\",
    "/etc/passwd",
    "%2e%2e/",
    "\0",
    "file://",
    "compact/compact-float32",
    "C:\\",
    "~",
    "\u202e",
    "{0}",
]
names = st.text(min_size=1) | st.lists(st.sampled_from([*TRICKS, *NAMES]), min_size=2, max_size=6).map("".join)


@pytest.mark.parametrize("parameter", ["model", "precision"])
@fuzz(150)
@given(name=names.filter(lambda name: name not in NAMES))
def test_a_wrong_name_is_refused(client, parameter, name):
    answer = client.post("/api/predict", params={parameter: name.encode("utf-8", "replace")}, content=FILES["PNG"])

    assert answer.status_code == 404
    assert_refused(answer)


HEADERS = [
    "Accept",
    "Content-Type",
    "Content-Encoding",
    "Content-Length",
    "Cookie",
    "Expect",
    "Host",
    "Origin",
    "Range",
]
HEADERS += ["Transfer-Encoding", "X-Forwarded-For", "X-Forwarded-Proto", "If-None-Match", "Connection"]
headers = st.dictionaries(
    st.sampled_from(HEADERS).map(lambda name: name.encode("latin-1")),
    st.binary(max_size=60) | st.sampled_from([b"-1", b"9" * 400, b"chunked", b"gzip", b"bytes=-1", b"null", b"*"]),
    min_size=1,
)


@fuzz(200)
@given(headers=headers, body=truncated())
def test_odd_headers_are_no_fault_of_the_server(client, headers, body):
    assert_refused(client.post("/api/predict", headers=list(headers.items()), content=body))


segments = st.sampled_from(["%2e%2e", "predict", "models", "app.py", "%00", "%ff", "openapi.json", "*", "%5c"])


@fuzz(200)
@given(
    method=st.sampled_from(["GET", "PUT", "PATCH", "DELETE", "TRACE", "X"]),
    path=st.lists(segments, min_size=2, max_size=5),
)
def test_wrong_paths_and_methods_are_refused(client, method, path):
    assert_refused(client.request(method, f"/api/x/{'/'.join(path)}"))


@pytest.fixture(scope="module")
def described(app):
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


schema = schemathesis.pytest.from_fixture("described")
for media in ("image/*", "application/octet-stream"):
    schemathesis.openapi.media_type(media, st.binary(max_size=500) | flipped())


@schema.parametrize()
@fuzz(100)
def test_the_api_is_as_its_description_says(case):
    """But for one thing that no description can say: which bytes are an image."""
    case.call_and_validate(excluded_checks=[positive_data_acceptance])
