"""Writes the page as one HTML file with its runtime and the default model, which needs no server and no network."""

import argparse
import base64
import dataclasses
import hashlib
import json
import re
from pathlib import Path

import catalog

STATIC = catalog.PATH.parent.parent
OUTPUT = STATIC / "both-sides.html"
WASM = "vendor/tfjs-backend-wasm-simd.wasm"


def main(arguments: list[str]) -> None:
    """The command `python -m export page`."""
    parser = argparse.ArgumentParser(prog="python -m export page", description="Writes the page.")
    parser.add_argument("--single-file", action="store_true", required=True, help="as one HTML file, with all it needs")
    parser.add_argument("--output", type=Path, default=OUTPUT, metavar="FILE", help=f"default: {OUTPUT.name}")
    options = parser.parse_args(arguments)
    options.output.write_text(single_file(), encoding="utf-8")
    print(f"{options.output}: {options.output.stat().st_size:,} bytes")


def single_file() -> str:
    """The content of the file.

    Raises:
        OSError: a file of the page or of the default model is missing.
        ValueError: `index.html` lacks something to replace, or the default model has no file for the page.
    """
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page)
    style = "\n".join((STATIC / name).read_text(encoding="utf-8") for name in sheets)
    script, worker = ((STATIC / "vendor" / f"single-{name}.js").read_text("utf-8") for name in ("page", "worker"))
    licences = (STATIC / "vendor" / "single-licences.txt").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; script-src {_hash(script)} 'wasm-unsafe-eval'; worker-src blob:; "
        f"style-src {_hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    held = (
        f'<script type="application/json" id="files">{json.dumps(_files())}</script>\n'
        f'<script type="text/plain" id="worker">{worker}</script>\n<script>{script}</script>\n'
        f'<script type="text/plain" id="licences">{licences}</script>\n'
    )
    page = _replaced(r'(http-equiv="Content-Security-Policy" content=)"[^"]*"', rf'\g<1>"{policy}"', page)
    page = re.sub(r' *<link rel="(?:stylesheet|manifest|apple-touch-icon)"[^>]*>\n', "", page)
    icon = base64.b64encode((STATIC / "favicon.svg").read_bytes()).decode()
    page = _replaced('href="favicon.svg"', f'href="data:image/svg+xml;base64,{icon}"', page)
    page = _replaced(r' *<script type="module"[^>]*></script>', lambda _: f"<style>{style}</style>", page)
    page = _replaced('<nav class="views"', r"\g<0> hidden", page)
    page = _replaced('class="benchmark"', "hidden", page)
    return _replaced("</body>", lambda _: f"{held}</body>", page)


def _files() -> dict[str, str]:
    """The files that the scripts request: path relative to the page -> base64."""
    published = catalog.load()
    model = published.model()
    (file,) = (file for file in model.files if file.path == model.defaults["tfjs"])
    if published.front_end is None:
        raise ValueError("The catalog has no front end, which the page needs to show what a digit model sees.")
    (front,) = (file for file in published.front_end.files if file.format == "tfjs")
    alone = catalog.Catalog(
        default=model.name,
        models=(dataclasses.replace(model, files=(file,), features=None),),  # nothing is taught there
        front_end=dataclasses.replace(published.front_end, files=(front,)),
    )
    paths = [part.path for owner in (file, front) for part in owner.whole]
    files = {f"models/{path}": (catalog.PATH.parent / path).read_bytes() for path in paths}
    files |= {f"data/examples/{path.name}": path.read_bytes() for path in (STATIC / "data/examples").glob("*.png")}
    files |= {"models/catalog.json": alone.to_json().encode(), WASM: (STATIC / WASM).read_bytes()}
    return {name: base64.b64encode(content).decode() for name, content in sorted(files.items())}


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _replaced(pattern: str, replacement, page: str) -> str:
    changed, count = re.subn(pattern, replacement, page)
    if count != 1:
        raise ValueError(f"index.html must contain '{pattern}' once, but contains it {count} times.")
    return changed
