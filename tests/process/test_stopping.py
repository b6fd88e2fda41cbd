"""The server answers whoever has begun to ask before it stops, as one process and as two."""

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

from demo.protocol import LAST_CALL
from harness.server import PATIENCE, ROOT, SERVER_PYTHON, free_port, started_server
from tests.process.ports import assert_taken

SPREAD = 64
"""Connections that two processes share."""


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
        assert_taken(address)
        assert _leads_to_the_page(address)
        said = _stopped_while_it_is_asked(address, process, png)

    assert process.returncode in (0, -signal.SIGTERM) and not any(worker.is_running() for worker in workers)
    assert said.count("POST /api/predict 200") == SPREAD + 3
    where = _where(address).replace("Sides is", "Sides, without the Gradio app, is")
    assert said.splitlines().count(where) == said.count("Both Sides") == 1


def test_processes_that_cannot_start_end_with_a_failure(tmp_path):
    for name in ("app.py", "catalog", "demo", "static"):
        (tmp_path / name).symlink_to(ROOT / name)
    broken = tmp_path / "sitecustomize.py"
    broken.write_text("import demo.headless\ndemo.headless.load = None\n")
    environment = {**os.environ, "WEB_CONCURRENCY": "2", "PORT": str(free_port()), "PYTHONPATH": str(tmp_path)}
    ended = subprocess.run(
        [SERVER_PYTHON, "app.py"], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=PATIENCE
    )

    assert ended.returncode == 3 and "'NoneType' object is not callable" in ended.stderr


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


def _leads_to_the_page(address: str) -> bool:
    """Gradio's queue is in one process, so there is no Gradio app."""
    with urllib.request.urlopen(f"{address}/?view=compare", timeout=PATIENCE) as answer:
        return answer.url == f"{address}/offline/?view=compare"


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
    port = free_port()
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
