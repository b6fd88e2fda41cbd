"""Who may frame what the server sends, and which files are isolated."""

import pytest
from starlette.testclient import TestClient

from demo.app import create
from demo.middleware import headers
from demo.settings import Settings

ISOLATION = {name.lower(): value for name, value in headers.ISOLATION.items()}
"""As the client has them."""
ISOLATED = ["/offline/", "/offline/built/js/worker.js", "/offline/vendor/tfjs-threads.js"]


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
