"""A Ray cluster on this machine: `python -m deploy.cluster [FOLDER[=SHARE] ...]` starts it and serves until Ctrl+C.

With `--update IP:PORT`, and the cluster's token in RAY_AUTH_TOKEN_PATH, it gives a running cluster other releases.
"""

import argparse
import contextlib
import logging
import os
import secrets
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from deploy import ray_proxy, releases
from deploy.own_server import OPENER
from deploy.ray_settings import ClusterSettings

ROOT = Path(__file__).parent.parent

ENVIRONMENT = {
    "PYTHONPATH": str(ROOT),  # Ray's processes import `deploy`, wherever they were started
    "RAY_SERVE_HTTP_PROXY_CALLBACK_IMPORT_PATH": ray_proxy.IMPORT_PATH,
    "RAY_AUTH_MODE": "token",  # who reaches a cluster can run code in it
    "RAY_SERVE_PROXY_PREFER_LOCAL_NODE_ROUTING": "0",  # the only proxy is on the first node, and would ask no other
    "RAY_SERVE_PROXY_READY_CHECK_TIMEOUT_S": "60",  # with Ray's 5 s a busy machine would start it again and again
    "RAY_USAGE_STATS_ENABLED": "0",  # this project contacts no other host
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # or Ray warns that this will be its default
    "RAY_DEDUP_LOGS": "0",  # a line for each request
    "RAY_worker_niceness": "0",  # not 15, as for work in the background: replicas and proxy are what users wait for
}
"""Variables of every process of Ray; they must be there before Ray is imported."""

TOKEN = "RAY_AUTH_TOKEN_PATH"
"""The variable that names the file with the cluster's token. Whoever joins the cluster or updates it needs both."""

STORE_BYTES = 80_000_000
"""Of the object store. Requests do not pass through it, so Ray's smallest is enough."""


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m deploy.cluster", description="The API on a local Ray cluster.")
    parser.add_argument("releases", nargs="*", metavar="FOLDER[=SHARE]", help="like static/, which is the default")
    parser.add_argument("--update", metavar="IP:PORT", help="give the running cluster at this address these releases")
    options = parser.parse_args(arguments)
    try:
        shares = releases.parse(options.releases)
        settings = ClusterSettings.from_environment()
        os.environ |= ENVIRONMENT
        if options.update:
            update(settings, shares, options.update)
            print("Every replica has the new releases.")
        else:
            run(settings, shares)
    except (ValueError, OSError, RuntimeError) as error:
        sys.exit(str(error))


def run(settings: ClusterSettings, shares: dict[str, int]) -> None:
    """Starts a cluster, serves until SIGINT or SIGTERM, and ends all its processes."""
    _must_be_free(settings.port)
    _end_at_signals()
    with (
        contextlib.suppress(KeyboardInterrupt),
        tempfile.TemporaryDirectory(prefix="ray-") as folder,
        _cluster(settings, folder) as address,
        _proxy(settings.port),
    ):
        _deploy(settings, shares)
        while not _is_ready(settings.port):
            time.sleep(0.2)
        print(f"Both Sides is at http://localhost:{settings.port}/ (Ctrl+C stops it)")
        print(f"The cluster is at {address}, its token at {os.environ[TOKEN]}", flush=True)
        threading.Event().wait()


def _end_at_signals() -> None:
    """SIGINT and SIGTERM raise KeyboardInterrupt, once: what ends the processes is not interrupted."""

    def interrupt(*_) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)


def update(settings: ClusterSettings, shares: dict[str, int], address: str) -> None:
    """Replaces the replicas of a running cluster by replicas with these releases, some at a time.

    Raises:
        ConnectionError: there is no cluster at this address.
    """
    import ray

    ray.init(address, log_to_driver=False, logging_level="error")
    try:
        _deploy(settings, shares)
    finally:
        ray.shutdown()


@contextlib.contextmanager
def _cluster(settings: ClusterSettings, folder: str) -> Iterator[str]:
    """The address of a cluster that ends with the block. Its CPUs are what the replicas reserve, not this machine's."""
    import ray

    if TOKEN not in os.environ:  # Ray would write one into the home folder
        os.environ[TOKEN] = f"{folder}/token"
        Path(os.environ[TOKEN]).write_text(secrets.token_hex(32))
    cpus = (settings.max_replicas + settings.max_replicas // 2 + 1) * settings.threads  # those of an update, too
    try:
        context = ray.init(
            "local",  # whatever RAY_ADDRESS says
            num_cpus=cpus,
            object_store_memory=STORE_BYTES,
            include_dashboard=False,
            logging_level="error",
            _temp_dir=folder,
        )
        _end_at_signals()  # Ray has put a function of its own there
        yield context.address_info["gcs_address"]
    finally:
        family = psutil.Process().children(recursive=True)
        ray.shutdown()
        _, left = psutil.wait_procs(family, timeout=10)
        for process in left:  # they end by themselves, but would still write into the folder
            process.kill()
        psutil.wait_procs(left)


@contextlib.contextmanager
def _proxy(port: int) -> Iterator[None]:
    """Takes requests on all interfaces. At the end of the block the replicas answer what they have, and end."""
    from ray import serve

    from deploy import ray_serve

    logging.getLogger("ray.serve").setLevel(logging.WARNING)  # of this process
    with contextlib.suppress(TimeoutError):  # Ray waits a minute, which is too short for a busy machine
        serve.start(
            proxy_location="HeadOnly",
            http_options={"host": "0.0.0.0", "port": port},
            logging_config={"log_level": "WARNING"},
        )
    try:
        yield
    finally:
        # not `serve.shutdown`, which sometimes waits 30 s for a controller that has ended; `ray.shutdown` ends it too
        serve.delete(ray_serve.NAME)


def _deploy(settings: ClusterSettings, shares: dict[str, int]) -> None:
    """Returns when every replica has these releases."""
    from ray import serve

    from deploy import ray_serve

    serve.run(ray_serve.deployment(settings).bind(settings, shares), name=ray_serve.NAME, route_prefix="/")


def _is_ready(port: int) -> bool:
    try:
        return OPENER.open(f"http://127.0.0.1:{port}/healthz", timeout=10).status == 200
    except OSError:
        return False


def _must_be_free(port: int) -> None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("0.0.0.0", port))
        except OSError as error:
            raise OSError(f"Port {port} is in use. Stop the program that uses it, or set PORT to another.") from error


if __name__ == "__main__":
    main()
