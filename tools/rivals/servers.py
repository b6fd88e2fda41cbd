"""The servers to compare: how each is started and asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from harness.server import ROOT

OURS, RIVALS, RAY = (ROOT / folder / "bin" for folder in (".venv", ".venv-rivals", ".venv-ray"))
BOUNDARY = "form"


@dataclass(frozen=True)
class Server:
    """A server to compare.

    Attributes:
        name: in the table.
        processes: that run the model.
        command: port -> the command that starts it; it runs in the root of the repository.
        path: that takes pictures.
        environment: variables of its process beside those of this one; `PORT` is set by itself.
        as_form: whether it takes a picture as a form's `file`, and not as the body.
    """

    name: str
    processes: int
    command: Callable[[int], list[str | Path]]
    path: str = "/predict"
    environment: Mapping[str, str] = field(default_factory=dict)
    as_form: bool = False

    @property
    def content_type(self) -> str:
        return f"multipart/form-data; boundary={BOUNDARY}" if self.as_form else "image/png"

    def body(self, picture: bytes) -> bytes:
        """The body of a request with a PNG."""
        if not self.as_form:
            return picture
        head = 'Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png'
        return f"--{BOUNDARY}\r\n{head}\r\n\r\n".encode() + picture + f"\r\n--{BOUNDARY}--\r\n".encode()


def ours(processes: int) -> Server:
    """The server of this project, with its default settings but for the number of processes.

    With one process it has the Gradio app too.
    """
    environment = {"WEB_CONCURRENCY": str(processes)}
    return Server(OUR_NAME, processes, lambda port: [OURS / "python", "app.py"], "/api/predict", environment)


def litserve(processes: int) -> Server:
    module = ["-m", "tools.rivals.litserve_app", str(processes)]
    return Server("LitServe", processes, lambda port: [RIVALS / "python", *module, str(port)], as_form=True)


def bentoml(processes: int) -> Server:
    module = ["serve", "tools.rivals.bentoml_app:Predict", "--host", "127.0.0.1", "--port"]
    environment = {"RIVALS_PROCESSES": str(processes), "BENTOML_DO_NOT_TRACK": "True"}
    return Server("BentoML", processes, lambda port: [RIVALS / "bentoml", *module, str(port)], environment=environment)


def ray_serve(processes: int) -> Server:
    """Ray and BentoML need different versions of OpenTelemetry, so it runs in the environment of the cluster."""
    environment = {
        "RIVALS_PROCESSES": str(processes),
        "PYTHONPATH": str(ROOT),
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_worker_niceness": "0",  # not 15, as for work in the background
        "RAY_SERVE_PROXY_READY_CHECK_TIMEOUT_S": "60",  # with Ray's 5 s a busy machine would start it again and again
    }
    module = ["-m", "tools.rivals.ray_app"]
    return Server("Ray Serve", processes, lambda port: [RAY / "python", *module, str(port)], environment=environment)


def fastapi(processes: int) -> Server:
    module = ["tools.rivals.fastapi_app:app", "--workers", str(processes), "--log-level", "warning", "--port"]
    return Server("FastAPI, uvicorn", processes, lambda port: [RIVALS / "uvicorn", *module, str(port)])


def litestar(processes: int) -> Server:
    module = ["--interface", "asgi", "--workers", str(processes), "--log-level", "warning", "--port"]
    app = "tools.rivals.litestar_app:app"
    return Server("Litestar, granian", processes, lambda port: [RIVALS / "granian", *module, str(port), app])


OUR_NAME = "this server"


def all_servers() -> list[Server]:
    """In the order of the table: this server with one process, then every server with two."""
    return [ours(1), *(make(2) for make in (ours, fastapi, litestar, litserve, bentoml, ray_serve))]
