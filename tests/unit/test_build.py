"""`static/built/` and `static/vendor/` are what `npm run build` makes of sources and locked packages."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from harness.server import ROOT

STATIC = ROOT / "static"


def test_a_build_makes_the_same_bytes_again(tmp_path: Path):
    """Uses the environment's own Node with the locked packages, which `make check` and `make test` install."""
    build = json.loads((ROOT / "package.json").read_text())["scripts"]["build"]
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run([*build.split(), tmp_path], cwd=ROOT, env=environment, check=True)
    built = contents(tmp_path)
    assert set(built) == {name for name in contents(STATIC) if name.startswith(("vendor/", "built/"))}
    assert [name for name, content in built.items() if content != (STATIC / name).read_bytes()] == []


def test_the_service_worker_keeps_the_page_of_now():
    shell = (STATIC / "vendor" / "shell.js").read_text()
    listed = {entry["url"]: entry["revision"] for entry in json.loads(shell[shell.index("[") : shell.rindex("]") + 1])}
    for url, revision in listed.items():
        assert hashlib.sha256((STATIC / url).read_bytes()).hexdigest()[:16] == revision, "run 'npm run build'"
    built = {name for name in contents(STATIC) if name.startswith("built/")}
    app = scripts_from("home.js")
    assert (built - app) | {"index.html", "manifest.webmanifest"} <= set(listed), "run 'npm run build'"
    assert len(app) == 3 and not app & set(listed)  # the app needs its server


def scripts_from(entry: str) -> set[str]:
    """A script in `built/js/` and all that it imports, now or later."""
    folder = STATIC / "built" / "js"
    found, new = set(), {entry}
    while new:
        found |= new
        new = {name for path in new for name in re.findall(r"\w+-[0-9a-f]{8}\.js", (folder / path).read_text())} - found
    return {f"built/js/{name}" for name in found}


def test_all_styles_of_the_page_are_in_its_sheet():
    sheet = (STATIC / "css" / "page.css").read_text()
    styles = {path.name for path in (STATIC / "css").glob("*.css")}
    (fetched,) = re.findall(r"VIEW_STYLES = \[([^\]]+)\]", (ROOT / "bundle" / "page.js").read_text())
    of_views = set(re.findall(r'"([^"]+)"', fetched))
    assert of_views <= styles
    assert set(re.findall(r'@import "([^"]+)"', sheet)) == styles - of_views - {"page.css", "home.css"}  # the app's


def test_versions_are_exact_and_no_registry_is_named():
    package = json.loads((ROOT / "package.json").read_text())
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in package["devDependencies"].values())
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()


def test_every_bundled_package_brings_its_licence():
    licences = (STATIC / "vendor" / "LICENCES.txt").read_text()
    sources = "".join(path.read_text() for path in (ROOT / "bundle" / "vendor").glob("*.ts"))
    names = set(re.findall(r'(?:from|import) "((?:@[^/"]+/)?[^."/:][^"/:]*)[/"]', sources))
    assert {"@tensorflow/tfjs-core", "comlink", "@litertjs/core"} < names and len(names) > 12
    for name in names | {"@cf-wasm/png"}:  # whose file is copied
        assert re.search(rf"^{name} \d[\d.]+ \((Apache-2\.0|MIT)\)$", licences, re.MULTILINE)


def contents(folder: Path) -> dict[str, bytes]:
    """The files without those that are only compressed: path -> content."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".br", ".gz"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
