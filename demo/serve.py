"""Runs the server: in this process, or in several that share one socket."""

import sys
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.supervisors import Multiprocess

from demo.protocol import Protocol
from demo.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI


WORKER_SECONDS = 60
"""After so many without a sign of life a process is started again; after uvicorn's five, one that a busy machine starts
slowly is ended before it has begun, again and again."""


class Server(uvicorn.Server):
    """Uvicorn's, which prints where a person finds it, once it listens."""

    async def startup(self, sockets=None) -> None:
        await super().startup(sockets)
        if self.started:
            _say_where(self.config.port)


class Processes(Multiprocess):
    """Uvicorn's, which listens no longer than its servers do: whoever came then would wait for nobody."""

    def terminate_all(self) -> None:
        for listening in self.sockets:
            listening.close()
        super().terminate_all()


def application() -> "FastAPI":
    """What each process serves, by the environment."""
    from demo.app import (
        create,  # only here: it takes seconds, and neither a wrong setting nor the parent has use for it
    )
    from demo.middleware import request_log

    settings = Settings.from_environment()
    if settings.request_log:
        request_log.to_standard_output()
    return create(settings)


def serve() -> None:
    """Listens on every interface until it is told to stop."""
    try:
        settings = Settings.from_environment()
    except ValueError as error:
        sys.exit(str(error))
    config = uvicorn.Config(
        "demo.serve:application",
        factory=True,
        http=Protocol,
        host="0.0.0.0",
        port=settings.port,
        workers=settings.web_concurrency,
        log_level="warning",
        forwarded_allow_ips="*",  # a Space's proxy has no fixed address; only the scheme and the log depend on it
        server_header=False,
        timeout_graceful_shutdown=settings.request_seconds,  # an open page holds a stream for its whole life
        timeout_worker_healthcheck=WORKER_SECONDS,
    )
    if settings.web_concurrency == 1:
        Server(config).run()
    else:
        _serve_in_processes(config)


def _serve_in_processes(config: uvicorn.Config) -> None:
    """One socket, and a server in each process, which is started again if it ends by itself."""
    socket = config.bind_socket()
    _say_where(config.port)
    Processes(config, sockets=[socket]).run()


def _say_where(port: int) -> None:
    print(f"Both Sides is at http://localhost:{port}/ (Ctrl+C stops it)", flush=True)
