"""What is committed is what the catalog says."""

import subprocess
import sys

import catalog
from tests.conftest import ROOT


def test_what_is_committed_is_what_the_catalog_says():
    """As in CI: every file of the project's own catalog, on a sample."""
    command = [sys.executable, "-m", "export", "--check", "--sample", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    shown = done.stdout.splitlines()[1:]
    published = catalog.load()
    listed = [file.path for owner in (*published.models, published.front_end) for file in owner.files]
    listed += [model.features.file.path for model in published.models if model.features]
    assert sorted(row.split()[0] for row in shown if row) == sorted(listed)
