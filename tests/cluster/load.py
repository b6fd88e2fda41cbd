"""Clients that ask a cluster without a pause, and a record of each request."""

import contextlib
import http.client
import itertools
import json
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from harness.server import PATIENCE

CLIENTS = 8


@dataclass(frozen=True)
class Record:
    """One request: when it began and ended, and its answer; status 0 and the reason if there was none."""

    body: bytes
    began: float
    ended: float
    status: int
    content: dict
    replica: str | None = None
    retry_after: str | None = None


@dataclass
class Load:
    """What has been asked until now."""

    records: list[Record] = field(default_factory=list)

    def since(self, moment: float) -> list[Record]:
        """The requests that began after a moment."""
        return [record for record in list(self.records) if record.began > moment]

    def replicas(self, moment: float = 0) -> set[str | None]:
        """Names of the replicas that answered requests which began after the moment."""
        return {record.replica for record in self.since(moment) if record.status == 200}


@contextlib.contextmanager
def under_load(address: str, bodies: Sequence[bytes]) -> Iterator[Load]:
    """Runs the clients until the block ends; each waits for an answer before it sends the next picture."""
    load, stop = Load(), threading.Event()
    clients = [threading.Thread(target=_ask, args=(address, bodies[n:], load, stop)) for n in range(CLIENTS)]
    for client in clients:
        client.start()
    try:
        yield load
    finally:
        stop.set()
        for client in clients:
            client.join(PATIENCE)


def _ask(address: str, bodies: Sequence[bytes], load: Load, stop: threading.Event) -> None:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    for body in itertools.cycle(bodies):
        if stop.is_set():
            return
        began = time.monotonic()
        try:
            connection.request("POST", "/api/predict", body)
            answer = connection.getresponse()
            content, status, headers = json.loads(answer.read()), answer.status, answer.headers
        except (OSError, http.client.HTTPException, ValueError) as error:
            load.records.append(Record(body, began, time.monotonic(), 0, {"error": repr(error)}))
            connection.close()
            continue
        named = headers["X-Replica"], headers["Retry-After"]
        load.records.append(Record(body, began, time.monotonic(), status, content, *named))
