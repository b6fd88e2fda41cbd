"""The snippets of the About tab, read from the page and run as a reader would run them."""

import os
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from harness.server import PATIENCE, ROOT
from tests.server.app_config import config, snippets

HERE = "http://127.0.0.1:7860"
"""The address in the snippets, as `demo.ui.about` has it; to import that takes seconds."""
DIGIT = ROOT / "static" / "data" / "examples" / "digit-2.png"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A reader's working directory: it contains the picture, and nothing of this project."""
    shutil.copy(DIGIT, tmp_path)
    return tmp_path


def run(code: str, folder: Path, *program: str) -> str:
    """The output of a program that takes `code` as its last argument."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ran = subprocess.run([*program, code], cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_every_snippet_names_the_address_that_the_page_replaces(server):
    found = snippets(server)

    assert list(found) == ["curl", "gradio_client", "python", "javascript"]
    assert all(HERE in code for code in found.values())
    assert f'replaceAll("{HERE}", here)' in "".join(each["js"] or "" for each in config(server)["dependencies"])


def test_curl(server, tmp_path):
    answer = run(snippets(server)["curl"].replace(HERE, server), tmp_path, "sh", "-ec")

    assert (tmp_path / DIGIT.name).read_bytes() == DIGIT.read_bytes()
    assert '"label":"2"' in answer


@pytest.mark.parametrize("name", ["gradio_client", "python"])
def test_python(server, folder, name):
    # Gradio builds this description on the first request, and its client waits five seconds for it
    urllib.request.urlopen(f"{server}/gradio_api/info", timeout=PATIENCE).read()
    printed = run(snippets(server)[name].replace(HERE, server), folder, sys.executable, "-c")

    assert printed.splitlines()[-1].startswith("2 ")
