"""`make check`: what can be known within a minute. It prints a line for each part, then what the failed parts said.

`--skip PART` leaves one out.
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
"""The environment's programs; Node is one of them."""
NODE_BIN = ROOT / "node_modules" / ".bin"

PARTS: dict[str, list[str | Path]] = {
    "pytest": [BIN / "pytest", "--quiet", "--numprocesses=2", "--dist=worksteal", "tests/unit", "tests/server"],
    "mypy": [BIN / "mypy", "--no-error-summary"],
    "tsc": [NODE_BIN / "tsc"],
    "prettier": [NODE_BIN / "prettier", "--check", "--cache", "--log-level=warn", "."],
    "node --test": [BIN / "node", "--test", "tests/js/**/*.test.js"],
    "ruff check": [BIN / "ruff", "check", "--quiet"],
    "ruff format": [BIN / "ruff", "format", "--check", "--quiet"],
    "deptry": [BIN / "deptry", "."],
}
"""What is run, the longest first, so that two processors are busy until the end."""


def run(part: str) -> tuple[float, str | None]:
    """The seconds that a part took, and what it said if it failed."""
    began = time.monotonic()
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    try:
        ended = subprocess.run(
            PARTS[part], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        failed, said = ended.returncode != 0, ended.stdout
    except FileNotFoundError as error:
        failed, said = True, f"There is no '{error.filename}': 'make check' installs it.\n"
    return time.monotonic() - began, (said or "It failed and said nothing.\n") if failed else None


def main(parts: list[str]) -> int:
    began = time.monotonic()
    failures = {}
    with ThreadPoolExecutor(max_workers=2) as pool:
        running = {pool.submit(run, part): part for part in parts}
        for done in as_completed(running):
            part, (seconds, said) = running[done], done.result()
            print(f"{part:<12} {seconds:5.1f} s  {'passed' if said is None else 'FAILED'}", flush=True)
            if said is not None:
                failures[part] = said
    for part, said in failures.items():
        print(f"\n--- {part}\n{said}", end="")
    print(f"{len(parts) - len(failures)} of {len(parts)} parts passed in {time.monotonic() - began:.1f} s")
    return bool(failures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tools.check")
    parser.add_argument("--skip", action="append", choices=PARTS, default=[], help="a part to leave out")
    skipped = parser.parse_args().skip
    sys.exit(main([part for part in PARTS if part not in skipped]))
