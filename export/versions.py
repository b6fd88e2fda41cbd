"""The version of a model, which all of its published files have in common."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import catalog
from export.formats import metadata


def of_files(weights: str, files: Iterable[catalog.File], folder: Path, stamp: str | None) -> str:
    """The first 12 hexadecimal digits of a SHA-256 of the weights' digest and of the paths and hashes of the files.

    Args:
        weights: `Model.weights`; "" for the front end.
        files: all rows of the model. Withheld files and formats that are not reproducible do not count.
        folder: the folder that their paths are relative to.
        stamp: the version that the `.tflite` files contain now, which does not count; None if they contain none.

    Raises:
        FileNotFoundError: a `.tflite` is missing.
        ValueError: a `.tflite` does not contain `stamp`.
    """
    sha256 = hashlib.sha256(weights.encode())
    for file in files:
        if not catalog.FORMATS[file.format].reproducible or file.withheld:
            continue
        for part in file.whole:
            digest = part.sha256
            if stamp and catalog.FORMATS[file.format].has_version:
                unstamped = metadata.stamped((folder / part.path).read_bytes(), metadata.UNSTAMPED, instead=stamp)
                digest = hashlib.sha256(unstamped).hexdigest()
            sha256.update(f"{part.path} {digest}\n".encode())
    return sha256.hexdigest()[:12]


def fault(model: catalog.Model, folder: Path) -> str | None:
    """Why a model's version is wrong, as a sentence; None if it is right, or if some files are missing here."""
    try:
        found = of_files(model.weights or "", model.files, folder, stamp=model.version)
    except FileNotFoundError:
        return None
    except ValueError as error:
        return f"Model '{model.name}': {error}"
    if found == model.version:
        return None
    return f"Model '{model.name}' has the version {found} by its files; the catalog says {model.version}."
