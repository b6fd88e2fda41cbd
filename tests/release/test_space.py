"""The server starts and answers as in a Space: only the Space's files, a fresh environment, and no settings."""

import socket
import subprocess

from tests.conftest import ROOT, SERVER_PYTHON


def test_the_check_of_a_space_passes():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]  # a running `make demo` may occupy 7860
    command = [SERVER_PYTHON, "-m", "demo", "check", "--port", str(port)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr[-2000:]
    assert (
        "healthz says ready." in ended.stdout
        and ended.stdout.splitlines()[-1] == "The server stopped when it was told to."
    )
