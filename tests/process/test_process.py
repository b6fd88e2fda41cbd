"""The server as a Space starts it: a real process with `requirements.txt` only, accessed over a socket."""

import importlib.util
import json
import os
import socket
import subprocess
import sys
import urllib.request
from urllib.parse import urlsplit

import pytest

from deploy import space
from harness.server import PATIENCE, ROOT, started_server
from tests.process.client import post
from tests.process.ports import assert_taken


def raw(server: str, head: str, *chunks: bytes) -> bytes:
    """The head of the answer to bytes that no HTTP library would send."""
    with socket.create_connection((urlsplit(server).hostname, urlsplit(server).port), timeout=PATIENCE) as connection:
        connection.sendall(f"{head}\r\nHost: test\r\n\r\n".encode())
        for chunk in chunks:
            try:
                connection.sendall(chunk)
            except OSError:  # the server has closed the connection
                break
        said = b""
        while b"\r\n\r\n" not in said and (more := connection.recv(4096)):
            said += more
        return said


def test_a_port_that_is_taken_ends_it_with_one_sentence(server):
    assert_taken(server)


@pytest.mark.parametrize("port", ["abc", "99999"])
def test_a_port_that_there_is_not_ends_it_with_one_sentence(port):
    environment = {**os.environ, "PORT": port}
    ended = subprocess.run([sys.executable, "app.py"], cwd=ROOT, env=environment, capture_output=True, text=True)

    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Setting 'PORT' has value '{port}'.") and len(ended.stderr.splitlines()) == 1
    assert not ended.stdout


def test_a_body_without_an_end_is_refused_and_the_server_goes_on(server, png):
    megabyte = b"%x\r\n" % 1_000_000 + bytes(1_000_000) + b"\r\n"

    said = raw(server, "POST /api/predict HTTP/1.1\r\nTransfer-Encoding: chunked", *[megabyte] * 40)

    assert said.startswith(b"HTTP/1.1 413")
    assert post(server, png)[0] == 200


def test_a_content_length_that_says_too_much_is_refused_before_the_body_has_come(server, png):
    said = raw(server, "POST /api/predict HTTP/1.1\r\nContent-Length: 10000001")

    assert said.startswith(b"HTTP/1.1 413")
    assert post(server, png)[0] == 200


def test_a_content_length_that_says_too_little_does_not_harm(server, png):
    said = raw(server, "POST /api/predict HTTP/1.1\r\nContent-Length: 3", png)

    assert said.startswith(b"HTTP/1.1 4")
    assert post(server, png)[0] == 200


def test_a_client_that_leaves_in_the_middle_does_not_harm(server, png):
    address = (urlsplit(server).hostname, urlsplit(server).port)
    for _ in range(20):
        with socket.create_connection(address, timeout=PATIENCE) as connection:
            connection.sendall(b"POST /api/predict HTTP/1.1\r\nHost: test\r\nContent-Length: 5000\r\n\r\n" + png[:99])

    assert post(server, png)[0] == 200


@pytest.mark.parametrize(
    "path", ["/offline/../app.py", "/offline/%2e%2e/app.py", "/offline/..%2fapp.py", "/offline/.%2e/demo/app.py"]
)
def test_no_file_outside_static_can_be_had(server, path):
    assert b" 404 " in raw(server, f"GET {path} HTTP/1.1").splitlines()[0]


PROXIED = {
    "by nothing": ({"Host": "name.hf.space"}, "http://name.hf.space"),
    "the scheme": ({"Host": "name.hf.space", "X-Forwarded-Proto": "https"}, "https://name.hf.space"),
    "the host too": ({"X-Forwarded-Host": "name.hf.space", "X-Forwarded-Proto": "https"}, "https://name.hf.space"),
}
"""Headers of a proxy -> the address at which Gradio's page then expects the server."""


@pytest.mark.parametrize("passed_on", PROXIED)
def test_behind_a_proxy_that_speaks_https_the_app_speaks_https(server, passed_on):
    headers, root = PROXIED[passed_on]
    request = urllib.request.Request(f"{server}/config", headers=headers)
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        assert json.load(answer)["root"] == root


def test_gradios_own_client_gets_answers_from_both_endpoints(server, png, tmp_path):
    from gradio_client import Client, handle_file

    digit = tmp_path / "digit.png"
    digit.write_bytes(png)
    client = Client(server, verbose=False)

    upload, took = client.predict(handle_file(digit), api_name="/predict")
    sketch, _ = client.predict(
        {"background": None, "layers": [], "composite": handle_file(digit)}, api_name="/predict_sketch"
    )

    assert upload["label"] == sketch["label"] == "7"
    assert took["inference"] > 0


def test_gradios_own_client_is_told_what_is_wrong_with_a_picture(server, tmp_path, png):
    from gradio_client import Client, handle_file

    half = tmp_path / "half.png"
    half.write_bytes(png[:300])

    with pytest.raises(Exception, match="The PNG image cannot be decoded"):
        Client(server, verbose=False).predict(handle_file(half), api_name="/predict")


def test_a_second_process_asks_the_first(server, png, tmp_path, monkeypatch):
    from gradio_client import Client, handle_file

    digit = tmp_path / "digit.png"
    digit.write_bytes(png)
    monkeypatch.setenv("PREDICT_URL", f"{server}/api/predict")
    with started_server() as (address, _):
        label, times = Client(address, verbose=False).predict(handle_file(digit), "compact", api_name="/predict")
        own = post(address, png)[1]
    assert label["label"] == own["label"] == "7"
    assert times["queue"] > 0


FOREIGN = ("tensorflow", "keras", "tf_keras", "tensorflow_hub", "tensorflowjs", "export", "models")
"""Modules that the server's process never imports."""

IMPORTS = f"""
import sys
from demo.serve import application

stubs = []
sys.addaudithook(lambda event, of: event == "open" and str(of[0]).endswith(".pyi") and stubs.append(of[0]))
app = application()
from starlette.testclient import TestClient

with TestClient(app) as client:
    answer = client.post("/api/predict", content=sys.stdin.buffer.read())
    assert answer.status_code == 200, answer.text
print(*sorted(name for name in sys.modules if name.split(".")[0] in {FOREIGN}), *stubs)
"""


def test_it_answers_from_the_files_of_a_space_alone_and_never_imports_tensorflow(png, tmp_path):
    """Runs in an environment that has these modules, so that an import would succeed and be detected.

    Nor does it let Gradio write type stubs, which takes seconds at each start.
    """
    assert importlib.util.find_spec("tensorflow"), "without it this would prove nothing"
    space.write(tmp_path, space.files())

    environment = {**os.environ, "REQUEST_LOG": "0"}
    command = [sys.executable, "-c", IMPORTS]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, input=png, capture_output=True, check=True)

    assert ended.stdout.split() == []
