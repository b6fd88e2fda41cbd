"""What is committed is what the catalog says."""

import pytest

import catalog
from export import __main__ as command
from tests.export.user_models import run_in_process


def test_what_is_committed_is_what_the_catalog_says(monkeypatch, capsys):
    """As in CI: every file of the project's own catalog, on a sample."""
    run_in_process(monkeypatch)
    with pytest.raises(SystemExit) as ended:
        command.main(["--check", "--sample", "20"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out.splitlines()[1:]
    published = catalog.load()
    listed = [file.path for owner in (*published.models, published.front_end) for file in owner.files]
    listed += [model.features.file.path for model in published.models if model.features]
    assert sorted(row.split()[0] for row in shown if row) == sorted(listed)
