"""The app's models: taken from `static/models/` as the catalog says, and checked."""

import json
import shutil
from pathlib import Path

import catalog
from android.downloads import sha256
from android.errors import AndroidError
from android.layout import ASSETS, MODELS
from catalog import Catalog, File


def write(published: Path = catalog.PATH) -> None:
    """Writes the files of `MODELS`, the front end, and `models.json`, which describes them to the app.

    Raises:
        AndroidError: a file is missing, or is not the one that the catalog describes.
    """
    shutil.rmtree(ASSETS, ignore_errors=True)
    ASSETS.mkdir(parents=True)
    listed = catalog.load(published)
    front_end = listed.front_end
    if front_end is None:
        raise AndroidError(f"'{published}' has no front end, which shows what a digit model sees.")
    frame = next(file for file in front_end.files if file.format == "tflite")
    entries = {
        "models": [_model(listed, name, published.parent) for name in MODELS],
        "front_end": {**_copied(frame, published.parent), "side": front_end.output[1]},
    }
    (ASSETS / "models.json").write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")


def _model(listed: Catalog, name: str, folder: Path) -> dict[str, object]:
    model = listed.model(name)
    file = next(file for file in model.files if file.path == model.defaults["tflite"])
    return {
        "title": model.title,
        "task": model.task,
        "labels": model.labels,
        "blank": model.blank,
        "has_front_end": bool(listed.front_end and model.front_end == listed.front_end.version),
        **_copied(file, folder),
    }


def _copied(file: File, folder: Path) -> dict[str, object]:
    """Copies a file into the assets, and describes it."""
    source = folder / file.path
    if not source.exists():
        raise AndroidError(f"'{source}' is missing. The catalog says: {file.command or 'it is committed'}.")
    found = sha256(source)
    if found != file.sha256:
        raise AndroidError(f"'{source}' must have the SHA-256 {file.sha256}, as in the catalog, and has {found}.")
    shutil.copyfile(source, ASSETS / source.name)
    return {"path": source.name, "bytes": source.stat().st_size, "sha256": found}
