"""The API on Ray Serve beside the single server: the same answers, errors, page and limits, by one cluster."""

import asyncio
import http.client
import json
import os
import subprocess
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from PIL import Image

import catalog
from harness.connection import Connection
from harness.server import PATIENCE, ROOT
from tests.cluster.running import COMMAND, Cluster, post, started_cluster
from tests.server.bad_requests import BAD
from tests.server.image_files import encoded

LIMITS = {"replicas": 2, "max_replicas": 2, "max_requests": 3, "max_waiting": 2, "request_seconds": PATIENCE}
OWN = {"date", "server", "server-timing", "x-replica", "x-request-id", "transfer-encoding"}
"""Headers that are those of a request, or of the program that sent them."""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with started_cluster(**LIMITS) as started:
        yield started


@pytest.fixture(scope="module")
def pngs(pictures) -> list[bytes]:
    return [encoded(Image.fromarray(picture), "PNG") for picture in pictures[:20]]


def essence(content: dict) -> dict:
    """An answer without its timings."""
    return {key: value for key, value in content.items() if key != "timings_ms"}


def shown(headers: http.client.HTTPMessage) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items() if name.lower() not in OWN}


def get(address: str, path: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    connection.request("GET", path, headers={"Accept-Encoding": "br"})
    answer = connection.getresponse()
    return answer.status, shown(answer.headers), answer.read()


def test_every_model_answers_as_on_the_single_server_to_the_last_bit(cluster, server, pngs):
    files = [
        f"?model={model.name}&precision={file.precision}"
        for model in catalog.load().models
        for file in model.files
        if file.format == "tflite" and file.everywhere
    ]
    for query in files:
        for png in pngs[:4]:
            status, content, _ = cluster.post(png, query)
            assert (status, essence(content)) == (200, essence(post(server, png, query)[1]))
    assert len(files) > 10


def test_both_replicas_answer_the_same_with_the_same_headers(cluster, server, pngs):
    names = set()
    for png in pngs:
        status, content, headers = cluster.post(png)
        alone = post(server, png)
        assert (status, essence(content)) == (200, essence(alone[1]))
        assert {**shown(headers), "content-length": 0} == {**shown(alone[2]), "content-length": 0}  # times have digits
        names.add(headers["X-Replica"])
    assert len(names | cluster.replica_names(pngs[0], 2)) == len(cluster.replicas()) == 2


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_gets_the_same_error(cluster, server, kind):
    query, body, status, sentence = BAD[kind]
    answered, content, headers = cluster.post(body, query)
    alone = post(server, body, query)
    assert answered == status and sentence in content["error"]
    assert (answered, content, shown(headers)) == (alone[0], alone[1], shown(alone[2]))


@pytest.mark.parametrize(
    "path",
    [
        "/healthz",
        "/api/models",
        "/api/openapi.json",
        "/api/docs/",
        "/api/nothing",
        "/offline",
        "/offline/",
        "/offline/built/js/main.js",
        "/offline/models/catalog.json",
        "/offline/nothing",
    ],
)
def test_the_page_and_the_rest_of_the_api_are_the_same(cluster, server, path):
    assert get(cluster.address, path) == get(server, path)


def test_the_root_leads_to_the_page(cluster):
    status, headers, _ = get(cluster.address, "/")
    assert (status, headers["location"]) == (307, "offline/")


def test_what_is_more_than_waits_is_refused_like_by_the_single_server_and_the_rest_goes_on(cluster, pngs):
    """Requests without a body fill both replicas, then the queue."""
    allowed = LIMITS["replicas"] * LIMITS["max_requests"] + LIMITS["max_waiting"]

    async def fill() -> list[Connection]:
        """Opens one request after another until one is refused."""
        opened = []
        for _ in range(allowed + 1):
            opened.append(await Connection().open(cluster.address))
            await opened[-1].send_head(len(pngs[0]))
            await asyncio.sleep(0.5)
        return opened

    async def refused_and_answered() -> tuple[bytes, list[tuple[int, dict]]]:
        *waiting, last = await fill()
        await last.send(pngs[0])
        said = await asyncio.wait_for(last.reader.readuntil(b"}"), PATIENCE)
        for connection in waiting:
            await connection.send(pngs[0])
        answers = [await asyncio.wait_for(connection.answer(), PATIENCE) for connection in waiting]
        for connection in [*waiting, last]:
            connection.close()
        return said, answers

    said, answers = asyncio.run(refused_and_answered())
    head, _, body = said.decode().partition("\r\n\r\n")
    lines = head.lower().split("\r\n")
    assert lines[0].startswith("http/1.1 503 ")
    assert {"retry-after: 1", "access-control-allow-origin: *", "x-content-type-options: nosniff"} <= {*lines}
    assert json.loads(body) == {"error": "Too many requests wait for a replica. Try again."}
    assert [status for status, _ in answers] == [200] * allowed
    assert {json.dumps(essence(content)) for _, content in answers} == {json.dumps(essence(cluster.post(pngs[0])[1]))}


def test_it_ends_at_ctrl_c_and_leaves_no_process(cluster):
    assert len(cluster.replicas()) == 2
    assert cluster.stop() == []
    assert cluster.process.returncode == 0
    port = urlsplit(cluster.address).port
    assert f"Both Sides is at http://localhost:{port}/ (Ctrl+C stops it)" in cluster.output
    assert "POST /api/predict 200" in cluster.output and "Traceback" not in cluster.output
    with pytest.raises(ConnectionRefusedError):
        get(cluster.address, "/healthz")


def test_a_port_that_is_taken_ends_it_with_one_sentence(server):
    port = urlsplit(server).port
    environment = {**os.environ, "PORT": str(port)}
    ended = subprocess.run(COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert ended.returncode == 1
    assert ended.stderr == f"Port {port} is in use. Stop the program that uses it, or set PORT to another.\n"
