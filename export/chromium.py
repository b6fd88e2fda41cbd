"""Finds or installs Chromium, in which TF.js files are verified and the page is tested.

`python -m export.chromium` prints its path.
"""

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

COMMANDS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""In the order of preference. The headless shell is the same engine without the windows of a browser, whose loading
takes as much processor time as that of a page."""
ARGUMENTS = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
)
WEBGPU = ("--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader")
"""Arguments for a WebGPU that runs on the processor: a machine without a graphics card has none otherwise."""


class NoChromium(RuntimeError):
    """There is no Chromium on this machine, and none could be installed."""


@functools.cache
def find() -> str:
    """The path of a Chromium: `CHROMIUM` if it is set, otherwise one on the machine or Playwright's download.

    Raises:
        NoChromium: there is none.
    """
    named = os.environ.get("CHROMIUM")
    for command in (named,) if named else COMMANDS:
        path = shutil.which(command)
        if path and _runs(path):
            return path
    if named:
        raise NoChromium(f"CHROMIUM is '{named}', which is not a program that runs.")
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if _runs(path):
        return path
    raise NoChromium(f"No Chromium on this machine: looked for {', '.join(COMMANDS)} and for Playwright's own.")


def options(*arguments: str) -> dict:
    """Options for Playwright's `launch`: the path and the arguments, including further ones."""
    sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    return {"executable_path": find(), "args": [*ARGUMENTS, *sandbox, *arguments]}


_running = threading.local()


@contextmanager
def browser(*arguments: str) -> Iterator[Browser]:
    """Runs a headless Chromium, with further command-line arguments.

    Without any, it is the one that already runs in this thread, if there is one. A start takes as long as a hundred
    answers, and a thread has one Playwright at a time.
    """
    if not arguments and hasattr(_running, "browser"):
        yield _running.browser
        return
    launch = options(*arguments)
    with sync_playwright() as playwright:
        _running.browser = playwright.chromium.launch(**launch)
        try:
            yield _running.browser
        finally:
            _running.browser.close()
            del _running.browser


def install() -> str:
    """Finds a Chromium or installs one: Debian's package if `apt-get` works, otherwise Playwright's download.

    Raises:
        NoChromium: neither could be installed; the message has the output of both.
    """
    try:
        return find()
    except NoChromium as none:
        said = [str(none)]
    for step in (lambda: apt_get("chromium-headless-shell"), lambda: apt_get("chromium"), _playwright):
        said.append(step())
        try:
            return find()
        except NoChromium:
            continue
    raise NoChromium("\n".join(filter(None, said)) + "\nInstall Chromium by hand, or set CHROMIUM to its path.")


def _runs(path: str) -> bool:
    """Whether the program starts: Ubuntu's `chromium-browser` may be a stub, and a download may lack libraries."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def apt_get(*packages: str) -> str:
    """Installs packages of Debian, where `apt-get` may run; what it said if it failed, else nothing."""
    if not shutil.which("apt-get"):
        return ""
    root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]):
        said = _run([*root, *command], environment)
        if said:
            return said
    return ""


def _playwright() -> str:
    # without `--with-deps`, which asks for root before it downloads anything
    return _run([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def _run(command: list[str], environment: dict[str, str]) -> str:
    """Runs a command. Returns its output if it failed, otherwise nothing."""
    print("+", " ".join(command), file=sys.stderr)
    try:
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    except FileNotFoundError as error:
        return str(error)
    return "" if done.returncode == 0 else f"'{' '.join(command)}' failed: {done.stderr.strip() or done.stdout.strip()}"


if __name__ == "__main__":
    try:
        print(install())
    except NoChromium as error:
        sys.exit(str(error))
