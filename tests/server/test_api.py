"""The API inside the process: correct answers, also to concurrent requests, and clear errors for everything else."""

import hashlib
import json
import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from urllib.parse import urljoin

import anyio
import brotli
import numpy as np
import pytest
from PIL import Image
from starlette.testclient import TestClient

import catalog
from demo.api import routes
from demo.app import create
from demo.headless import STATIC
from demo.inference.predictor import Predictor
from demo.middleware import headers
from demo.middleware.static_files import Page
from demo.settings import Settings
from tests.server.test_images import png_header

ISOLATION = {name.lower(): value for name, value in headers.ISOLATION.items()}
"""As the client has them."""


@pytest.fixture(scope="module")
def client():
    """The whole application, started, as a client sees it: an exception in the server becomes an answer."""
    with TestClient(create(Settings(threads=2)), raise_server_exceptions=False) as started:
        yield started


@pytest.fixture(scope="module")
def pngs(pictures) -> list[bytes]:
    """The first 200 test digits as PNG."""
    return [_png(picture) for picture in pictures]


@pytest.fixture(scope="module")
def digit_model() -> str:
    return next(model.name for model in catalog.load().models if model.task == "digit")


def _png(picture: np.ndarray) -> bytes:
    file = BytesIO()
    Image.fromarray(picture).save(file, "PNG")
    return file.getvalue()


def test_a_digit_is_answered(client, pngs, digits, digit_model):
    answer = client.post(f"/api/predict?model={digit_model}", content=pngs[0])

    model = catalog.load().model(digit_model)
    content = answer.json()
    assert answer.status_code == 200
    assert list(content) == ["model", "version", "label", "probabilities", "timings_ms"]
    assert (content["model"], content["version"]) == (model.name, model.version)
    assert content["label"] == str(digits[1][0])
    assert tuple(content["probabilities"]) == model.labels
    assert max(content["probabilities"], key=content["probabilities"].get) == content["label"]
    assert sum(content["probabilities"].values()) == pytest.approx(1, abs=1e-5)
    times = content["timings_ms"]
    assert list(times) == ["queue", "decode", "inference", "cpu", "total"]
    assert min(times.values()) >= 0 < times["cpu"]
    assert 0 < times["queue"] + times["decode"] + times["inference"] <= times["total"] + 0.002  # each is rounded


def test_the_times_are_in_a_header_that_a_page_elsewhere_may_read(client, pngs):
    answer = client.post("/api/predict", content=pngs[0], headers={"Origin": "https://elsewhere.example"})

    times = answer.json()["timings_ms"]
    sent = dict(entry.split(";dur=") for entry in answer.headers["Server-Timing"].split(", "))
    assert {name: float(milliseconds) for name, milliseconds in sent.items()} == times
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.headers["Access-Control-Expose-Headers"] == "Server-Timing"
    assert answer.headers["Timing-Allow-Origin"] == "*"


def test_a_page_elsewhere_may_ask_whether_it_may_send_a_picture(client):
    headers = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    answer = client.options("/api/predict", headers={**headers, "Access-Control-Request-Headers": "content-type"})

    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_requests_side_by_side_get_each_their_own_answer(client, pngs, digits, digit_model):
    def ask(data: bytes) -> dict:
        return client.post(f"/api/predict?model={digit_model}", content=data).json()["probabilities"]

    alone = [ask(data) for data in pngs]
    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(ask, pngs))

    assert together == alone
    right = [max(answer, key=answer.get) == str(label) for answer, label in zip(alone, digits[1][:200], strict=True)]
    assert np.mean(right) > 0.95


def test_the_catalog_is_served_as_it_is_published(client):
    published = json.loads((STATIC / "models" / "catalog.json").read_text(encoding="utf-8"))

    assert client.get("/api/models").json() == published


BAD = {
    "no bytes": ("", b"", 422, "empty"),
    "text": ("", b"a digit, please", 415, "not an image"),
    "JSON": ("", b'{"image": "..."}', 415, "not an image"),
    "SVG": ("", b'<svg xmlns="http://www.w3.org/2000/svg"/>', 415, "not an image"),
    "half an image": ("", png_header(9, 9), 415, "cannot be decoded"),
    "an unknown model": ("?model=nope", b"", 404, "There is no model 'nope'. There are: "),
    "a path as a model": ("?model=../../app", b"", 404, "There is no model '../../app'"),
    "an unknown precision": ("?precision=float8", b"", 404, "no precision 'float8'"),
    "too many pixels": ("", png_header(10_000, 5_001), 413, "10000 x 5001 pixels"),
    "far too many pixels": ("", png_header(2_000_000, 2_000_000), 413, "too many pixels"),
    "a body too long": ("", bytes(10_000_001), 413, "more than 10,000,000 bytes"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_refused_with_one_sentence_and_the_server_goes_on(client, pngs, kind):
    query, body, status, sentence = BAD[kind]

    answer = client.post(f"/api/predict{query}", content=body)

    assert answer.status_code == status
    assert list(answer.json()) == ["error"]
    assert sentence in answer.json()["error"] and answer.json()["error"].endswith(".")
    assert client.post("/api/predict", content=pngs[0]).status_code == 200


def test_a_body_is_counted_as_it_arrives(client):
    """Without Content-Length; nothing is read beyond the limit."""
    asked, said = [], []

    async def receive() -> dict:
        asked.append(1_000_000)
        return {"type": "http.request", "body": bytes(asked[-1]), "more_body": True}

    async def send(message: dict) -> None:
        said.append(message)

    head = {"type": "http", "method": "POST", "path": "/api/predict", "query_string": b"", "headers": []}
    anyio.run(client.app, head, receive, send)

    assert said[0]["status"] == 413
    assert sum(asked) == 11_000_000


def test_an_image_of_the_longest_body_is_read(client):
    data = _png(np.zeros((224, 224, 3), np.uint8))

    assert client.post("/api/predict", content=data + bytes(10_000_000 - len(data))).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/api/predict", 405), ("DELETE", "/api/models", 405), ("GET", "/api/nothing", 404)],
)
def test_a_wrong_method_or_path_is_json_too(client, method, path, status):
    answer = client.request(method, path)

    assert answer.status_code == status
    assert path in answer.json()["error"]


def test_a_fault_of_the_server_says_nothing_of_its_inside(pngs, monkeypatch):
    def fail(*_):
        raise RuntimeError("secret")

    monkeypatch.setattr(Predictor, "from_bytes", fail)
    with TestClient(create(Settings(threads=1)), raise_server_exceptions=False) as client:
        answer = client.post("/api/predict", content=pngs[0])

    assert answer.status_code == 500
    assert list(answer.json()) == ["error"] and "secret" not in answer.text


def test_the_documentation_tells_what_a_caller_can_do_wrong(client):
    operation = client.get("/api/openapi.json").json()["paths"]["/predict"]["post"]

    assert "image/*" in operation["requestBody"]["content"]
    assert set(operation["responses"]) >= {"200", *map(str, routes.STATUS.values())}


def test_the_page_of_documentation_loads_nothing_of_other_hosts(client):
    page = client.get("/api/docs/")
    loaded = re.findall(r'(?:src|href)="([^"]*)"', page.text)

    assert page.status_code == 200 and "start.js" in loaded
    assert not [address for address in loaded if "//" in address]
    for address in loaded:
        assert client.get(urljoin("/api/docs/", address)).status_code == 200, address
    assert client.get("/api/redoc").status_code == 404, "whose scripts would be of another host"


def test_health_is_good_only_once_a_model_has_answered():
    app = create(Settings(threads=1))

    assert TestClient(app).get("/healthz").status_code == 503
    with TestClient(app) as started:
        assert started.get("/healthz").status_code == 200


def test_the_page_of_the_api_comes_from_this_server_alone(client):
    page = client.get("/api/docs")
    folder = str(page.url)

    assert folder.endswith("/api/docs/") and "<script>" not in page.text and "://" not in page.text
    for name in re.findall(r'(?:src|href)="([^"]+)"', page.text):
        assert client.get(urljoin(folder, name)).status_code == 200, name
    assert "'unsafe-inline'" not in page.headers["Content-Security-Policy"].partition("script-src")[2].partition(";")[0]


@pytest.mark.parametrize("path", ["/", "/healthz", "/api/models", "/offline/", "/api/nothing"])
def test_every_answer_has_the_security_headers(client, path):
    headers = client.get(path).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "frame-ancestors" in headers["Content-Security-Policy"]


def test_a_space_may_frame_the_app_and_the_page_and_nobody_the_api(client):
    policies = {path: client.get(path).headers["Content-Security-Policy"] for path in ("/", "/offline/", "/api/models")}

    space = "frame-ancestors 'self' https://huggingface.co "
    assert space in f"{policies['/']} " and policies["/offline/"].startswith(space)
    assert policies["/api/models"] == "default-src 'none'; frame-ancestors 'none'"
    assert not any("X-Frame-Options" in client.get(path).headers for path in policies)


ISOLATED = ["/offline/", "/offline/built/js/worker.js", "/offline/vendor/tfjs-threads.js"]


def test_the_page_is_isolated_with_every_file_only_if_that_is_set(client):
    with TestClient(create(Settings(threads=1, isolated=1)), raise_server_exceptions=False) as isolated:
        for path in ISOLATED:
            assert ISOLATION.items() <= dict(isolated.get(path).headers).items(), path
        known = isolated.get("/offline/built/js/worker.js").headers["ETag"]
        revalidated = isolated.get("/offline/built/js/worker.js", headers={"If-None-Match": known})
        assert revalidated.status_code == 304 and ISOLATION.items() <= dict(revalidated.headers).items()
        for path in ("/", "/api/models", "/healthz"):
            assert not ISOLATION.keys() & dict(isolated.get(path).headers).keys(), path
    for path in ISOLATED:
        assert not ISOLATION.keys() & dict(client.get(path).headers).keys(), path


def test_gradio_sends_no_analytics(client):
    assert client.get("/config").json()["analytics_enabled"] is False


TYPES = {".js": "text/javascript", ".wasm": "application/wasm"}


@pytest.mark.parametrize("suffix", TYPES)
def test_files_have_the_types_that_browsers_insist_on(client, suffix):
    file = next(STATIC.rglob(f"*{suffix}"))

    answer = client.get(f"/offline/{file.relative_to(STATIC).as_posix()}")

    assert answer.headers["Content-Type"].split(";")[0] == TYPES[suffix]


@pytest.mark.parametrize(
    ("name", "value"), [("MAX_PIXELS", "many"), ("PORT", "-1"), ("THREADS", "0"), ("PORT", "1e3"), ("PORT", "²")]
)
def test_a_setting_that_is_no_number_is_named(name, value):
    with pytest.raises(ValueError, match=f"Setting '{name}' has value '{value}'"):
        Settings.from_environment({name: value})


def test_a_port_that_there_is_not_is_named():
    assert Settings.from_environment({"PORT": "65535"}).port == 65_535
    with pytest.raises(ValueError, match="Setting 'PORT' has value '65536'. At most 65535 is possible."):
        Settings.from_environment({"PORT": "65536"})


def test_settings_come_from_the_environment_and_have_defaults():
    settings = Settings.from_environment({"PORT": "8000", "MAX_PIXELS": "", "HOME": "/"})

    assert settings == Settings(port=8000)


def test_the_page_without_its_slash_leads_to_the_page(client):
    answer = client.get("/offline", follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (307, "offline/")
    assert "<canvas" in client.get("/offline").text


@pytest.fixture
def page(tmp_path) -> TestClient:
    """Serves the page's script as `a.js` and `b-0a1b2c3d.js`, with the compressed files beside each."""
    for name in ("a.js", "b-0a1b2c3d.js"):
        for end in ("", ".br", ".gz"):
            shutil.copyfile(f"{SCRIPT}{end}", tmp_path / f"{name}{end}")
    return TestClient(Page(directory=tmp_path))


SCRIPT = STATIC / "built" / "js" / "main.js"


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


def test_a_request_looks_its_model_up_once(client, pngs, monkeypatch):
    asked, model = [], catalog.Catalog.model

    def counted(self, name=None):
        asked.append(name)
        return model(self, name)

    monkeypatch.setattr(catalog.Catalog, "model", counted)
    assert client.post("/api/predict?model=cnn", content=pngs[0]).json()["model"] == "cnn"
    assert asked == ["cnn"]
