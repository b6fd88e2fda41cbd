"""`static/vendor/` is what `npm run build` builds from the lock file and `bundle/`, and it matches the page."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

STATIC = ROOT / "static"


def test_a_build_makes_the_same_bytes_again(tmp_path: Path):
    """Uses the environment's own Node with the locked packages, which `make check` and `make test` install."""
    node = Path(sys.executable).with_name("node")
    subprocess.run([node, "bundle/build.js", tmp_path], cwd=ROOT, check=True)
    assert contents(tmp_path) == contents(STATIC / "vendor")


def test_the_service_worker_keeps_the_page_of_now():
    shell = (STATIC / "vendor" / "shell.js").read_text()
    listed = {entry["url"]: entry["revision"] for entry in json.loads(shell[shell.index("[") : shell.rindex("]") + 1])}
    for url, revision in listed.items():
        assert hashlib.sha256((STATIC / url).read_bytes()).hexdigest()[:16] == revision, "run 'npm run build'"
    scripts = {path.relative_to(STATIC).as_posix() for path in (STATIC / "js").rglob("*.js")}
    styles = {path.relative_to(STATIC).as_posix() for path in (STATIC / "css").rglob("*.css")}
    files = scripts | styles | {"index.html", "manifest.webmanifest"}
    app = {file for file in files if file.startswith(("js/home/", "css/home."))}  # it needs its server
    assert files - app <= set(listed), "run 'npm run build'"
    assert app and not app & set(listed)


def test_versions_are_exact_and_no_registry_is_named():
    package = json.loads((ROOT / "package.json").read_text())
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in package["devDependencies"].values())
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()


def test_every_bundled_package_brings_its_licence():
    licences = (STATIC / "vendor" / "LICENCES.txt").read_text()
    for name in ("@tensorflow/tfjs-core", "comlink", "signature_pad", "workbox-precaching"):
        assert re.search(rf"^{name} \d[\d.]+ \((Apache-2\.0|MIT)\)$", licences, re.MULTILINE)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
