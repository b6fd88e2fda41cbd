"""The version of a model: what its published files have in common, and no other release of them has."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import catalog
from export.formats import metadata

FORMATS = ("tflite", "tfjs")
"""Formats whose bytes are the same whenever the same model is converted. The others hold what these are made of: the
SavedModel is converted to them, and is made of the Keras model; their bytes have times and counters in them."""


def of_files(weights: str, files: Iterable[catalog.File], folder: Path, stamp: str | None) -> str:
    """The first 12 hexadecimal digits of a SHA-256 of the weights' digest, and of each file's paths and hashes.

    Args:
        weights: `Model.weights`; of the front end, which has none, "".
        files: all rows of the model; those that are withheld do not count.
        folder: that their paths start from, with the `.tflite` files in it.
        stamp: the version that the `.tflite` files have in their metadata now, which does not count; None where they
            have no metadata.

    Raises:
        FileNotFoundError: a `.tflite` is not here.
        ValueError: one has not that version in it.
    """
    sha256 = hashlib.sha256(weights.encode())
    for file in files:
        if file.format not in FORMATS or file.withheld:
            continue
        for part in file.whole:
            digest = part.sha256
            if stamp and file.format == "tflite":
                unstamped = metadata.stamped((folder / part.path).read_bytes(), metadata.UNSTAMPED, instead=stamp)
                digest = hashlib.sha256(unstamped).hexdigest()
            sha256.update(f"{part.path} {digest}\n".encode())
    return sha256.hexdigest()[:12]
