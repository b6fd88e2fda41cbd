"""Ray Serve: as many replicas as the environment says, behind Ray's proxy; the port is the argument."""

import os
import sys
import threading

import ray
from ray import serve
from starlette.requests import Request

from tools.rivals.model import Model

REPLICAS = int(os.environ.get("RIVALS_PROCESSES", "1"))
STORE_BYTES = 80_000_000
"""Of the object store, which requests do not pass through: Ray's least."""


@serve.deployment(
    num_replicas=REPLICAS,
    max_ongoing_requests=100,
    logging_config={"enable_access_log": False},
)
class Predict:
    def __init__(self) -> None:
        self.model = Model()

    async def __call__(self, request: Request) -> list[float]:
        return self.model.answer(await request.body())


if __name__ == "__main__":
    ray.init("local", num_cpus=REPLICAS, object_store_memory=STORE_BYTES, include_dashboard=False)
    serve.start(http_options={"host": "127.0.0.1", "port": int(sys.argv[1])}, logging_config={"log_level": "WARNING"})
    serve.run(Predict.bind(), route_prefix="/predict")  # type: ignore[attr-defined]  # what the decorator adds
    threading.Event().wait()
