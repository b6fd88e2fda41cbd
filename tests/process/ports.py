"""Ports that are taken."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

from harness.server import ROOT


def assert_taken(address: str) -> None:
    """Another server does not start at this address."""
    port = urlsplit(address).port
    environment = {**os.environ, "PORT": str(port)}
    ended = subprocess.run([sys.executable, "app.py"], cwd=ROOT, env=environment, capture_output=True, text=True)

    assert ended.returncode == 1
    assert (
        ended.stderr == f"Setting 'PORT' has value '{port}'. The server cannot listen on it: Address already in use.\n"
    )
    assert not ended.stdout
