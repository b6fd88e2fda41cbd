"""Runs the server: in this process, or in several that share one address."""

import socket
import sys
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.supervisors import Multiprocess

from demo import allocator
from demo.protocol import Protocol
from demo.settings import Settings
from demo.stubs import no_stubs

if TYPE_CHECKING:
    from fastapi import FastAPI


WORKER_SECONDS = 60
"""A worker process that does not respond for this long is restarted. With uvicorn's default of five seconds, a process
that starts slowly on a busy machine would be killed again and again."""
HOST = "0.0.0.0"
"""All interfaces."""


class Server(uvicorn.Server):
    """Uvicorn's server, which prints its address once it listens."""

    async def startup(self, sockets=None) -> None:
        await super().startup(sockets)
        _say_where(self.config.port)


class Address(socket.socket):
    """A socket that is bound to an address, which others like it may share.

    In a process to which it is sent it becomes another socket at the same address. The kernel then spreads connections
    evenly over the processes that listen; of one socket that all share, one process may take all.
    """

    def __init__(self, host: str, port: int):
        super().__init__()
        self.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self.bind((host, port))

    def __reduce__(self):
        return Address, self.getsockname()


class Processes(Multiprocess):
    """Uvicorn's supervisor, which prints its address once a worker listens. It closes its sockets before its workers
    end, so that no late client waits in vain."""

    is_said = False

    @property
    def exit_status(self) -> int:
        """That of a worker that ended by itself and was not replaced; otherwise 0."""
        return max(0, *(process.exitcode or 0 for process in self.processes))

    def keep_subprocess_alive(self) -> None:
        """Is called twice a second. A worker that ends before any has listened would only end again."""
        if self.is_said:
            super().keep_subprocess_alive()
        elif self.exit_status:
            self.should_exit.set()
        elif any(process.is_ready() for process in self.processes):
            self.is_said = True
            _say_where(self.config.port, ", without the Gradio app,")

    def terminate_all(self) -> None:
        for each in self.sockets:
            each.close()
        super().terminate_all()


def application() -> "FastAPI":
    """The application of each process, configured by the environment: without Gradio if there are several.

    Gradio has its queue and its sessions in one process, and a visitor's next request may reach another one.
    """
    settings = Settings.from_environment()
    # imported only here: it takes seconds, which a wrong setting and the parent process need not wait for
    with no_stubs():
        if settings.web_concurrency == 1:
            from demo.app import create
        else:
            from demo.headless import create_alone as create
    from demo.middleware import request_log

    allocator.keep_pages()
    if settings.request_log:
        request_log.to_standard_output()
    return create(settings)


def serve() -> None:
    """Runs the server on all interfaces until it is told to stop."""
    try:
        settings = Settings.from_environment()
    except ValueError as error:
        sys.exit(str(error))
    bound = _bound(settings.port)
    config = uvicorn.Config(
        "demo.serve:application",
        factory=True,
        http=Protocol,
        host=HOST,
        port=settings.port,
        workers=settings.web_concurrency,
        log_level="warning",
        forwarded_allow_ips="*",  # a Space's proxy has no fixed address; this affects only the scheme and the log
        server_header=False,
        access_log=False,  # the API has a log of its own
        timeout_graceful_shutdown=settings.request_seconds,  # an open page keeps a stream open; also for each head
        timeout_worker_healthcheck=WORKER_SECONDS,
    )
    if settings.web_concurrency == 1:
        Server(config).run(sockets=[bound])
    else:
        _serve_in_processes(config, bound)


def _bound(port: int) -> socket.socket:
    """A socket at the port. It is bound before all that takes seconds, so that a port in use is an error at once."""
    bound = socket.socket()
    if sys.platform != "win32":  # there it would let two servers share the port
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections of an earlier server may linger
    try:
        bound.bind((HOST, port))
    except OSError as error:
        sys.exit(f"Setting 'PORT' has value '{port}'. The server cannot listen on it: {error.strerror}.")
    return bound


def _serve_in_processes(config: uvicorn.Config, bound: socket.socket) -> None:
    """Runs worker processes at one address. A process that ends by itself is restarted, unless none could start."""
    # elsewhere `SO_REUSEPORT` does not spread connections, and the processes share a socket
    if sys.platform == "linux":
        bound.close()  # the port was free: another server of this kind would not be noticed below
        bound = Address(config.host, config.port)
    processes = Processes(config, sockets=[bound])
    processes.run()
    sys.exit(processes.exit_status)


def _say_where(port: int, what: str = "") -> None:
    print(f"Both Sides{what} is at http://localhost:{port}/ (Ctrl+C stops it)", flush=True)
