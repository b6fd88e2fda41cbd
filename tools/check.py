"""`make check`: linters, types and fast tests. It prints a line for each part, then the output of the failed parts.

`--skip PROGRAM` leaves out what this program does.
"""

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
"""The programs of the environment, including Node."""
NODE_MODULES = ROOT / "node_modules"
NODE_BIN = NODE_MODULES / ".bin"

FORMATTED = "**/*.{cjs,css,cts,js,json,json5,jsonc,jsx,less,mjs,mts,scss,ts,tsx,vue,webmanifest,yaml,yml}"
"""The files that Prettier formats. Given '.', it would look for a parser for every file, which takes as long again."""
PYTEST: list[str | Path] = [BIN / "pytest", "--quiet", "-p", "no:schemathesis"]
"""Without a plugin that takes as long to be imported as pytest itself. `test_fuzz.py` needs it."""
APART = ("tests/server/test_fuzz.py", "tests/server/test_limits.py")
"""Those of the server that need the plugin, and those that wait: with all others they would be the last to end."""

PARTS: dict[str, list[str | Path]] = {
    # a second if nothing has changed, 20 in a fresh clone
    "mypy": [BIN / "mypy", "--no-error-summary"],
    "pytest server": [*PYTEST, "tests/server", *(f"--ignore={path}" for path in APART)],
    "pytest process": [*PYTEST, "tests/process"],
    "pytest limits": [BIN / "pytest", "--quiet", *APART],
    "pytest unit": [*PYTEST, "tests/unit"],
    "tsc": [NODE_BIN / "tsc", "--incremental", "--tsBuildInfoFile", "node_modules/.cache/tsc.json"],
    # without the exclusion it would walk through all environments
    "prettier": [NODE_BIN / "prettier", "--check", "--cache", "--log-level=warn", FORMATTED, "!.venv*/**"],
    # in one process, because 60 would take a third longer; `npm test` gives each file its own
    "node --test": [BIN / "node", "--test", "--test-isolation=none", "tests/js/**/*.test.js"],
    "ruff check": [BIN / "ruff", "check", "--quiet"],
    "ruff format": [BIN / "ruff", "format", "--check", "--quiet"],
    "deptry": [BIN / "deptry", "."],
}
"""Part -> its command. The longest come first, so that two processors are busy until the end. Only two of the parts
import Gradio themselves, which takes seconds: workers of pytest's would do so each.
"""
PARALLEL = 4
"""Parts at once: one that waits for a server leaves its processor to another."""


def run(part: str) -> tuple[float, str | None]:
    """The duration of a part in seconds, and its output if it failed."""
    began = time.monotonic()
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    environment["NODE_COMPILE_CACHE"] = str(NODE_MODULES / ".cache" / "node")  # of tsc and Prettier too
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # or pytest would rewrite 300 modules again in each process
    try:
        ended = subprocess.run(
            PARTS[part], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        failed, said = ended.returncode != 0, ended.stdout
    except FileNotFoundError as error:
        failed, said = True, f"'{error.filename}' is missing: 'make check' installs it.\n"
    return time.monotonic() - began, (said or "It failed without any output.\n") if failed else None


def main(parts: list[str]) -> int:
    began = time.monotonic()
    failures = {}
    with ThreadPoolExecutor(max_workers=PARALLEL) as pool:
        running = {pool.submit(run, part): part for part in parts}
        for done in as_completed(running):
            part, (seconds, said) = running[done], done.result()
            print(f"{part:<14} {seconds:5.1f} s  {'passed' if said is None else 'FAILED'}", flush=True)
            if said is not None:
                failures[part] = said
    for part, said in failures.items():
        print(f"\n--- {part}\n{said}", end="")
    print(f"{len(parts) - len(failures)} of {len(parts)} parts passed in {time.monotonic() - began:.1f} s")
    return bool(failures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tools.check")
    programs = sorted({part.split()[0] for part in PARTS})
    parser.add_argument("--skip", action="append", choices=programs, default=[], help="a program to leave out")
    skipped = parser.parse_args().skip
    sys.exit(main([part for part in PARTS if part.split()[0] not in skipped]))
