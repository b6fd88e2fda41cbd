"""The API on Ray Serve under load: a replica is killed, a node joins and fails, releases change, replicas are added.

No request may be lost but those that a killed replica had, which are told to come again.
"""

import asyncio
import contextlib
import os
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterable, Iterator

import psutil
import pytest
from PIL import Image

import catalog
from deploy.ray_proxy import LOST
from harness.connection import Connection
from harness.server import PATIENCE, ROOT, free_port
from tests.cluster.load import CLIENTS, Record, under_load
from tests.cluster.running import COMMAND, RAY_BIN, Cluster, replicas_of, second_release, started_cluster, wait_until
from tests.server.image_files import encoded

VERSION = catalog.load().model().version


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Two replicas; each test leaves as many. The tests with clusters of their own come first, before it is started."""
    with started_cluster(replicas=2, max_replicas=2, request_seconds=PATIENCE) as started:
        yield started


@pytest.fixture(scope="module")
def pngs(pictures) -> list[bytes]:
    return [encoded(Image.fromarray(picture), "PNG") for picture in pictures[:40]]


def labels(cluster: Cluster, pngs: list[bytes]) -> dict[bytes, dict[str, float]]:
    """The right answer to each picture: that of a cluster without other clients."""
    return {png: cluster.post(png)[1]["probabilities"] for png in pngs}


def wrong(records: list[Record], right: dict[bytes, dict[str, float]], *versions: str) -> list[Record]:
    """The requests without the right answer of one of the versions."""
    return [
        record
        for record in records
        if record.status != 200
        or record.content["probabilities"] != right[record.body]
        or record.content["version"] not in (versions or [VERSION])
    ]


def update(cluster: Cluster, *releases: str, **settings: int) -> None:
    given = {key.upper(): str(value) for key, value in settings.items()}
    environment = {**os.environ, **cluster.key, **given}
    command = [*COMMAND, "--update", cluster.ray_address, *releases]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.endswith("Every replica has the new releases.\n")


def check_lost(records: list[Record], since: float, until: float) -> None:
    """Each was in progress when its replica was killed, and was told to come again."""
    for record in records:
        assert (record.status, record.content, record.retry_after) == (503, {"error": LOST}, "1"), record
        assert record.began <= until and record.ended >= since, record


@contextlib.contextmanager
def second_node(cluster: Cluster) -> Iterator[psutil.Process]:
    """Another node on this machine, which joins the cluster."""
    command = [RAY_BIN / "ray", "start", f"--address={cluster.ray_address}", "--num-cpus=4", "--block"]
    command += ["--object-store-memory=80000000", "--disable-usage-stats"]
    environment = {**os.environ, **cluster.key}
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment
    ) as process:
        node = psutil.Process(process.pid)
        try:
            wait_until(lambda: any("raylet" in child.name() for child in node.children(True)), "the node starts")
            yield node
        finally:
            kill(node)


def kill(node: psutil.Process) -> None:
    """Ends all processes of a node at once, as when its machine fails."""
    with contextlib.suppress(psutil.NoSuchProcess):
        for process in [*node.children(recursive=True), node]:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()


def test_a_second_node_takes_its_share_and_when_it_fails_the_first_one_goes_on(pngs):
    """The first node has CPUs for two replicas, so of four at least two are on the second."""
    with started_cluster(replicas=1, max_replicas=1) as cluster, second_node(cluster) as node:
        right = labels(cluster, pngs)
        with under_load(cluster.address, pngs) as load:
            update(cluster, replicas=4)
            updated = time.monotonic()
            wait_until(lambda: len(load.replicas(updated)) == 4, "four replicas answer")
            here, there = len(cluster.replicas()), len(replicas_of(node))
            assert here + there == 4 and there >= 2
            wait_until(lambda: len(load.since(updated)) > 200, "they share the requests")
            since = time.monotonic()
            kill(node)
            until = time.monotonic()
            wait_until(lambda: len(load.since(until)) > 100, "the first node answers alone")
        lost = wrong(load.records, right)
        check_lost(lost, since, until)
        assert 0 < len(cluster.replicas()) <= 2
        answered = Counter(record.replica for record in load.since(updated) if record.ended < since)
        assert all(number > 10 for number in answered.values())
        print(f"{here} and {there} replicas, {len(load.records)} requests, {len(lost)} lost, answered {answered}")


def test_more_requests_get_more_replicas(pngs):
    with started_cluster(replicas=2, max_replicas=4, target_requests=1) as cluster:
        right = labels(cluster, pngs)
        with under_load(cluster.address, pngs) as load:
            wait_until(lambda: len(load.replicas()) == 4, "replicas are added")
        assert wrong(load.records, right) == []


def test_ctrl_c_ends_a_cluster_that_is_still_starting():
    environment = {**os.environ, "PORT": str(free_port())}
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "cwd": ROOT, "env": environment}
    with subprocess.Popen(COMMAND, **options) as process:
        cluster = psutil.Process(process.pid)
        wait_until(lambda: any("raylet" in child.name() for child in cluster.children()), "Ray starts")
        family = cluster.children(recursive=True)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0 and "Both Sides is at" not in said and "Traceback" not in said
    assert psutil.wait_procs(family, timeout=10)[1] == []


def test_a_killed_replica_loses_no_request_that_had_not_reached_it_and_is_replaced(cluster, pngs):
    right = labels(cluster, pngs)
    with under_load(cluster.address, pngs) as load:
        wait_until(lambda: len(load.replicas()) == 2, "both replicas answer")
        before, (victim, other) = load.replicas(), cluster.replicas()
        since = time.monotonic()
        victim.kill()
        until = time.monotonic()
        wait_until(lambda: len(load.replicas(until) - before) == 1, "a new replica answers")
        wait_until(lambda: len(load.since(until)) > 20 * CLIENTS, "more is asked")
    lost = wrong(load.records, right)
    check_lost(lost, since, until)
    assert len(lost) <= CLIENTS
    assert other in cluster.replicas() and victim not in cluster.replicas() and len(cluster.replicas()) == 2
    print(f"{len(load.records)} requests, {len(lost)} lost with the replica")


def test_a_request_that_a_killed_replica_had_is_told_so_and_the_others_are_answered(cluster, pngs):
    """Its replica has the head and waits for the body, so it is known that it had reached it."""

    async def answers() -> list[tuple[int, dict]]:
        connections = [await Connection().open(cluster.address) for _ in range(8)]
        for connection in connections:
            await connection.send_head(len(pngs[0]))
            await asyncio.sleep(0.5)
        cluster.replicas()[0].kill()
        await asyncio.sleep(2)
        for connection in connections:
            await connection.send(pngs[0])
        found = [await asyncio.wait_for(connection.answer(), PATIENCE) for connection in connections]
        for connection in connections:
            connection.close()
        return found

    right = cluster.post(pngs[0])[1]["probabilities"]
    found = asyncio.run(answers())
    lost = [content for status, content in found if status == 503]
    answered = [content["probabilities"] for status, content in found if status == 200]
    assert lost and lost == [{"error": LOST}] * len(lost)
    assert answered and answered == [right] * len(answered)
    assert len(lost) + len(answered) == len(found)
    wait_until(lambda: len(cluster.replicas()) == 2, "the replica is replaced")


def test_an_update_under_load_answers_each_request_by_the_old_or_the_new_version(cluster, pngs, tmp_path):
    second = str(second_release(tmp_path))
    right = labels(cluster, pngs)
    with under_load(cluster.address, pngs) as load:
        wait_until(lambda: len(load.records) > 100, "the old version answers")
        began = time.monotonic()
        update(cluster, second)
        ended = time.monotonic()
        wait_until(lambda: len(load.since(ended)) > 100, "the new version answers")
        mixing = time.monotonic()
        update(cluster, f"{ROOT / 'static'}=3", f"{second}=1")
        mixed = time.monotonic()
        wait_until(lambda: len(load.since(mixed)) > 400, "both answer")
    assert wrong(load.records, right, VERSION, "second") == []
    assert shares(record for record in load.records if record.ended < began) == {VERSION: 1}
    during = shares(record for record in load.since(began) if record.ended < ended)
    assert during.keys() == {VERSION, "second"}
    assert shares(record for record in load.since(ended) if record.ended < mixing) == {"second": 1}
    assert shares(load.since(mixed))["second"] == pytest.approx(1 / 4, abs=0.02)
    print(f"{len(load.records)} requests, during the update {during}, then {shares(load.since(mixed))}")


def shares(records: Iterable[Record]) -> dict[str, float]:
    """Version -> its share of the answers."""
    found = Counter(record.content["version"] for record in records)
    return {version: number / found.total() for version, number in found.items()}
