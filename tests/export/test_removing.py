"""`--remove` takes a user's own model out of what is published, and nothing else."""

import dataclasses
import os
import time
from pathlib import Path

import pytest

import catalog
from export import publishing, staged

OURS = catalog.load().model("compact")
MINE = dataclasses.replace(OURS, name="mine", origin="user")


@pytest.fixture
def path(tmp_path) -> Path:
    """The path of a catalog with a model of this project and one of a user, each with a file."""
    path = tmp_path / "catalog.json"
    catalog.save(catalog.Catalog(OURS.name, (OURS, MINE)), path)
    for name in (OURS.name, MINE.name):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    return path


def test_a_model_goes_with_its_files(path):
    publishing.remove("mine", path)
    assert catalog.load(path).models == (OURS,)
    assert {each.name for each in path.parent.iterdir()} == {"catalog.json", "default.json", "compact"}


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("compact", ValueError, "^'compact' is a model of this project: --remove is for a model of your own.$"),
        ("nothing", catalog.UnknownName, "^There is no model 'nothing'. There are: compact, mine.$"),
    ],
)
def test_any_other_is_refused(name, kind, sentence, path):
    with pytest.raises(kind, match=sentence):
        publishing.remove(name, path)
    assert [model.name for model in catalog.load(path).models] == ["compact", "mine"]
    assert (path.parent / "compact" / "file").exists()


def test_the_default_is_refused(path):
    catalog.save(catalog.Catalog("mine", (OURS, MINE)), path)
    with pytest.raises(ValueError, match="^'mine' is the default model, "):
        publishing.remove("mine", path)


def test_a_model_stays_if_the_catalog_cannot_be_written(path, monkeypatch):
    monkeypatch.setattr(catalog, "save", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        publishing.remove("mine", path)
    assert (path.parent / "mine" / "file").read_text() == "mine"


def test_what_a_killed_command_left_is_removed_a_day_later(tmp_path):
    left, running = tmp_path / ".export-left", tmp_path / ".export-running"
    for folder in (left, running):
        folder.mkdir()
        (folder / "file").touch()
    os.utime(left, (time.time() - staged.LEFT - 60,) * 2)
    with staged.folder(tmp_path) as staging:
        assert set(tmp_path.iterdir()) == {running, staging}
    assert set(tmp_path.iterdir()) == {running}
