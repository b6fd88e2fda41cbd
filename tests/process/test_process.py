"""The server as a Space starts it: a real process with `requirements.txt` only, accessed over a socket."""

import http.client
import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from demo.protocol import LAST_CALL
from deploy import space
from tests.conftest import PATIENCE, ROOT, SERVER_PYTHON, started_server

SPREAD = 64
"""Connections that two processes share."""


def post(server: str, body: bytes) -> tuple[int, dict]:
    """Status and JSON of the answer to a picture."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=PATIENCE)
    connection.request("POST", "/api/predict", body)
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read())


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
    _assert_refused_as_taken(server)


def _assert_refused_as_taken(address: str) -> None:
    """Another server does not start at this address."""
    port = urlsplit(address).port
    environment = {**os.environ, "PORT": str(port)}
    ended = subprocess.run([sys.executable, "app.py"], cwd=ROOT, env=environment, capture_output=True, text=True)

    assert ended.returncode == 1
    assert (
        ended.stderr == f"Setting 'PORT' has value '{port}'. The server cannot listen on it: Address already in use.\n"
    )
    assert not ended.stdout


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


def begun(address: str, head: bytes) -> socket.socket:
    """A connection on which the given beginning of a request has been sent."""
    connection = socket.create_connection((urlsplit(address).hostname, urlsplit(address).port), timeout=PATIENCE)
    connection.sendall(head)
    return connection


def until(connection: socket.socket, end: bytes) -> bytes:
    """What the server sends until `end`, or until it closes the connection."""
    said = b""
    while end not in said and (more := connection.recv(4096)):
        said += more
    return said


def test_whoever_has_begun_to_ask_is_answered_before_it_stops_and_nobody_holds_it_up(png, monkeypatch):
    """Without a log of requests, the address is all that the server prints."""
    monkeypatch.setenv("REQUEST_LOG", "0")
    with started_server(stdout=subprocess.PIPE, text=True) as (address, process):
        assert not _workers(process)
        never_whole = begun(address, b"POST /api")
        said = _stopped_while_it_is_asked(address, process, png)
        assert not never_whole.recv(1)

    assert process.returncode in (0, -signal.SIGTERM)
    assert said.splitlines() == [_where(address)]


def test_two_processes_share_an_address_and_answer_whoever_has_begun_to_ask_before_they_stop(png, monkeypatch):
    monkeypatch.setenv("WEB_CONCURRENCY", "2")
    with started_server(stdout=subprocess.PIPE, text=True) as (address, process):
        workers = _workers(process)
        assert len(workers) == 2
        _wait_until_all_listen(workers)
        _assert_connections_are_spread(address, workers, png)
        _assert_refused_as_taken(address)
        said = _stopped_while_it_is_asked(address, process, png)

    assert process.returncode in (0, -signal.SIGTERM) and not any(worker.is_running() for worker in workers)
    assert said.count("POST /api/predict 200") == SPREAD + 3
    assert said.splitlines()[0] == _where(address) and said.count("Both Sides is at") == 1


def _stopped_while_it_is_asked(address: str, process: subprocess.Popen, png: bytes) -> str:
    """What it prints. It is told to stop in the middle of a first head, of a second head, and of a body after `100
    Continue`."""
    head = b"POST /api/predict HTTP/1.1\r\nHost: test\r\nContent-Length: %d\r\n" % len(png)
    ready = b"GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n"
    first, second = begun(address, head[:20]), begun(address, ready)
    assert b"true" in until(second, b"true}")
    second.sendall(head[:1])
    body = begun(address, head + b"Expect: 100-continue\r\n\r\n")
    assert until(body, b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
    process.send_signal(signal.SIGTERM)
    _wait_until_refused(address)
    time.sleep(2 * LAST_CALL)  # an idle connection is closed by then
    for connection, rest in ((first, head[20:] + b"\r\n"), (second, head[1:] + b"\r\n"), (body, b"")):
        connection.sendall(rest + png)
        said = until(connection, b"}}")
        assert said.startswith(b"HTTP/1.1 200") and b'"label":"7"' in said
        assert b"connection: close" in said.lower() and not connection.recv(1)
    return process.communicate(timeout=PATIENCE)[0]


def _where(address: str) -> str:
    """What the server says of its address, once it listens."""
    return f"Both Sides is at http://localhost:{urlsplit(address).port}/ (Ctrl+C stops it)"


def _wait_until_refused(address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            socket.create_connection((urlsplit(address).hostname, urlsplit(address).port), timeout=PATIENCE).close()
        except ConnectionError:
            return
        time.sleep(0.05)
    raise AssertionError("It still takes connections.")


def test_the_procfiles_line_starts_it_and_what_was_sent_before_its_end_is_answered(png):
    """As a host runs it: the environment's programs come first in the path, and `PORT` is the port to listen on. When
    it ends, the server has not read some requests yet, or has just begun to, because it was busy with others."""
    kind, _, line = (ROOT / "Procfile").read_text(encoding="utf-8").strip().partition(": ")
    programs = (SERVER_PYTHON if SERVER_PYTHON.exists() else Path(sys.executable)).parent
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "HOME": os.environ["HOME"], "PORT": str(port)}
    options = {"cwd": ROOT, "env": environment, "stdout": subprocess.PIPE, "text": True}
    request = b"POST /api/predict HTTP/1.1\r\nHost: test\r\nContent-Length: %d\r\n\r\n" % len(png) + png
    with subprocess.Popen(line, shell=True, start_new_session=True, **options) as process:
        try:
            assert f"http://localhost:{port}/" in process.stdout.readline()  # printed once it listens
            connections = [begun(f"http://127.0.0.1:{port}", request) for _ in range(30)]
            assert all(b'"label":"7"' in until(connection, b"}}") for connection in connections)
            for connection in connections:
                connection.sendall(request)
        finally:
            os.killpg(process.pid, signal.SIGTERM)  # as hosts do: the shell and its child processes
        assert all(b'"label":"7"' in until(connection, b"}}") for connection in connections)
        process.communicate(timeout=PATIENCE)

    assert kind == "web" and process.returncode in (0, -signal.SIGTERM)


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
    space.write(tmp_path)

    environment = {**os.environ, "REQUEST_LOG": "0"}
    command = [sys.executable, "-c", IMPORTS]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, input=png, capture_output=True, check=True)

    assert ended.stdout.split() == []


def _assert_connections_are_spread(address: str, workers: list[psutil.Process], png: bytes) -> None:
    request = b"POST /api/predict HTTP/1.1\r\nHost: test\r\nContent-Length: %d\r\n\r\n" % len(png) + png
    connections = [begun(address, b"") for _ in range(SPREAD)]  # at once, as they come from a load balancer
    for connection in connections:
        connection.sendall(request)
    assert all(b'"label":"7"' in until(connection, b"}}") for connection in connections)
    assert sum(len(_connected(worker)) for worker in workers) == SPREAD
    if sys.platform == "linux":  # elsewhere the processes share a socket, and one may take all connections
        assert len({_listening(worker) for worker in workers}) == 2
        assert min(len(_connected(worker)) for worker in workers) >= 8  # by chance: once in a thousand million times


def _workers(process: subprocess.Popen) -> list[psutil.Process]:
    """The processes that the server has started to answer."""
    children = psutil.Process(process.pid).children()
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


def _connected(process: psutil.Process) -> list:
    return [each for each in process.net_connections("tcp") if each.status == psutil.CONN_ESTABLISHED]


def _listening(process: psutil.Process) -> str:
    """The socket at which it listens, as Linux names it: the same for two processes only if they share it."""
    (fd,) = [each.fd for each in process.net_connections("tcp") if each.status == psutil.CONN_LISTEN]
    return os.readlink(f"/proc/{process.pid}/fd/{fd}")


def _wait_until_all_listen(processes: list[psutil.Process]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if all(any(each.status == psutil.CONN_LISTEN for each in one.net_connections("tcp")) for one in processes):
            return
        time.sleep(0.05)
    raise AssertionError("Not every process listens.")
