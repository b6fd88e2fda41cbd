"""The server starts and answers as in a Space: only the Space's files, a fresh environment, and no settings."""

import subprocess

from harness.server import ROOT, SERVER_PYTHON, free_port


def test_the_check_of_a_space_passes():
    port = free_port()  # a running `make demo` may occupy 7860
    command = [SERVER_PYTHON, "-m", "demo", "check", "--port", str(port)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr[-2000:]
    assert (
        "healthz says ready." in ended.stdout
        and ended.stdout.splitlines()[-1] == "The server stopped when it was told to."
    )
