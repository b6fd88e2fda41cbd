"""Downloads from Maven repositories, in the versions of `pom.xml` and with the hashes of `artefacts.json`."""

import hashlib
import json
import shutil
from pathlib import Path

from android.errors import AndroidError
from android.layout import FOLDER, LIBRARIES
from android.programs import run

HASHES = FOLDER / "artefacts.json"
MAVEN = ("mvn", "--batch-mode", "--quiet", "--strict-checksums", "--file", FOLDER / "pom.xml")

GOALS = {"apk": "copy", "test": "copy", "classpath": "copy-dependencies"}


def fetch(group: str) -> dict[str, Path]:
    """The files of a group of `artefacts.json`, by name. Maven runs only if one is missing or another.

    Args:
        group: `apk`, `test` or `classpath`, which is also the name of an execution in `pom.xml`.

    Raises:
        AndroidError: a download failed, or a file has another hash.
    """
    hashes = json.loads(HASHES.read_text(encoding="utf-8"))[group]
    folder = LIBRARIES / group
    if _differences(hashes, folder):
        print(f"Downloading what '{group}' needs ...", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        run(*MAVEN, f"dependency:{GOALS[group]}@{group}")
        differences = _differences(hashes, folder)
        if differences:
            raise AndroidError("\n".join(differences))
    return {name: folder / name for name in hashes}


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _differences(hashes: dict[str, str], folder: Path) -> list[str]:
    """A sentence for each file that is missing, unknown, or not as `artefacts.json` says."""
    found = {path.name: sha256(path) for path in folder.glob("*")}
    return [
        f"'{folder / name}' must have the SHA-256 {hashes.get(name, 'of no known file')}, "
        f"and has {found.get(name, 'no content')}."
        for name in sorted(hashes.keys() | found.keys())
        if hashes.get(name) != found.get(name)
    ]
