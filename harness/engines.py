"""Chromium, Firefox and WebKit behind one interface, for the tests and the table of what works in which browser.

Playwright drives Chromium, as everywhere else. Its Firefox and WebKit are patched builds, so the ones that users
have are driven here: Firefox by WebDriver BiDi, which needs no driver, and WebKitGTK's MiniBrowser by
`WebKitWebDriver`. `python -m harness.engines` finds or installs them.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Page
from selenium import webdriver
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.bidi.common import command_builder
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.websocket_connection import WebSocketConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from export import chromium
from harness.drawing import Stroke
from harness.server import PATIENCE

FIREFOX = ("firefox-esr", "firefox")
WEBKIT = ("/usr/lib/*/webkit*gtk*/MiniBrowser", "/usr/libexec/webkit*gtk*/MiniBrowser")
"""Where distributions install WebKitGTK's MiniBrowser, which is not in `PATH`."""
SCREEN = "1280x1000x24"
MOVE = 5
"""Milliseconds that the pointer takes to the next point."""


class NoEngine(RuntimeError):
    """A browser or its driver is not on this machine."""


class Engine(Protocol):
    """One tab of a browser."""

    version: str

    def open(self, address: str) -> None: ...

    def reload(self) -> None: ...

    def evaluate(self, expression: str) -> Any:
        """The awaited value of a JavaScript expression, which must be JSON."""

    def drag(self, places: Stroke) -> None:
        """Presses the mouse at the first point, moves it through the others, and releases it."""

    def choose(self, selector: str, path: Path) -> None:
        """Chooses a file in an `<input type="file">`."""

    def resize(self, width: int, height: int) -> None:
        """Sets the size of the viewport, in CSS pixels."""


class Chromium:
    def __init__(self, page: Page, version: str):
        self.page, self.version = page, version

    def open(self, address: str) -> None:
        self.page.goto(address)

    def reload(self) -> None:
        self.page.reload()

    def evaluate(self, expression: str) -> Any:
        return self.page.evaluate(expression)

    def drag(self, places: Stroke) -> None:
        self.page.mouse.move(*places[0])
        self.page.mouse.down()
        for place in places[1:]:
            self.page.mouse.move(*place)
        self.page.mouse.up()

    def choose(self, selector: str, path: Path) -> None:
        self.page.set_input_files(selector, path)

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})


class Firefox:
    def __init__(self, connection: WebSocketConnection):
        self.connection = connection
        self.version = self.send("session.new", capabilities={})["capabilities"]["browserVersion"]
        self.tab = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def send(self, command: str, **parameters: Any) -> dict[str, Any]:
        return self.connection.execute(command_builder(command, parameters))

    def open(self, address: str) -> None:
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def reload(self) -> None:
        self.send("browsingContext.reload", context=self.tab, wait="complete")

    def evaluate(self, expression: str) -> Any:
        return json.loads(self._evaluate(f"(async () => JSON.stringify((await ({expression})) ?? null))()")["value"])

    def _evaluate(self, expression: str) -> dict[str, Any]:
        said = self.send("script.evaluate", expression=expression, target={"context": self.tab}, awaitPromise=True)
        if said["type"] == "exception":
            raise RuntimeError(said["exceptionDetails"]["text"])
        return said["result"]

    def drag(self, places: Stroke) -> None:
        moves = [{"type": "pointerMove", "x": x, "y": y, "duration": MOVE} for x, y in places]
        press, release = ({"type": type, "button": 0} for type in ("pointerDown", "pointerUp"))
        mouse = {"type": "pointer", "id": "mouse", "actions": [moves[0], press, *moves[1:], release]}
        self.send("input.performActions", context=self.tab, actions=[mouse])

    def choose(self, selector: str, path: Path) -> None:
        element = self._evaluate(f"document.querySelector({json.dumps(selector)})")
        self.send("input.setFiles", context=self.tab, element={"sharedId": element["sharedId"]}, files=[str(path)])

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self.send("browsingContext.setViewport", context=self.tab, viewport=size)


class WebKit:
    def __init__(self, driver: webdriver.WebKitGTK):
        self.driver = driver
        self.version = driver.capabilities["browserVersion"]

    def open(self, address: str) -> None:
        self.driver.get(address)

    def reload(self) -> None:
        self.driver.refresh()

    def evaluate(self, expression: str) -> Any:
        return self.driver.execute_script(f"return ({expression})")

    def drag(self, places: Stroke) -> None:
        builder = ActionBuilder(self.driver, duration=MOVE)
        builder.pointer_action.move_to_location(*map(round, places[0])).pointer_down()
        for place in places[1:]:
            builder.pointer_action.move_to_location(*map(round, place))
        builder.pointer_action.pointer_up()
        builder.perform()

    def choose(self, selector: str, path: Path) -> None:
        self.driver.find_element(By.CSS_SELECTOR, selector).send_keys(str(path))

    def resize(self, width: int, height: int) -> None:
        self.driver.set_window_rect(0, 0, width, height)


@contextlib.contextmanager
def start_chromium() -> Iterator[Chromium]:
    with chromium.browser() as browser:
        context = browser.new_context()
        context.set_default_timeout(PATIENCE * 1000)
        yield Chromium(context.new_page(), browser.version)


@contextlib.contextmanager
def start_firefox() -> Iterator[Firefox]:
    """A headless Firefox with a fresh profile."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [find_firefox(), "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"]
        with _started(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            said = _wait_for_file(Path(profile) / "WebDriverBiDiServer.json", process)
            address = f"ws://{said['ws_host']}:{said['ws_port']}/session"
            connection = WebSocketConnection(address, timeout=PATIENCE, interval=0.01)
            try:
                yield Firefox(connection)
            finally:
                connection.close()


def _wait_for_file(path: Path, process: subprocess.Popen) -> dict[str, Any]:
    """The content of the file that Firefox writes into its profile when it listens."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(FileNotFoundError, json.JSONDecodeError):  # not written yet, or half written
            return json.loads(path.read_text())
        time.sleep(0.1)
    raise NoEngine(f"Firefox did not listen for WebDriver BiDi. It was started by {process.args!r}.")


@contextlib.contextmanager
def start_webkit() -> Iterator[WebKit]:
    """MiniBrowser on a separate display, without its tool bar, which is wider than a phone."""
    options = Options()
    options.binary_location = find_minibrowser()
    options.add_argument("--automation")
    options.add_argument("--full-screen")
    with _screen() as display:
        environment = {**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11"}
        driver = webdriver.WebKitGTK(options, Service(_command("WebKitWebDriver"), env=environment))
        try:
            yield WebKit(driver)
        finally:
            driver.quit()


@contextlib.contextmanager
def _screen() -> Iterator[str]:
    """The name of a virtual display, because MiniBrowser has no headless mode."""
    reading, writing = os.pipe()
    command = [_command("Xvfb"), "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with _started(command, pass_fds=[writing], stderr=subprocess.DEVNULL), open(reading) as said:
        os.close(writing)
        yield f":{said.readline().strip()}"


@contextlib.contextmanager
def _started(command: list[str], **options: Any) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen(command, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


ENGINES: dict[str, Callable[[], contextlib.AbstractContextManager[Engine]]] = {
    "Chromium": start_chromium,
    "Firefox": start_firefox,
    "WebKit": start_webkit,
}


def find_firefox() -> str:
    """The path of a Firefox: `FIREFOX` if it is set, otherwise one in `PATH`."""
    named = os.environ.get("FIREFOX")
    return _command(*([named] if named else FIREFOX))


def find_minibrowser() -> str:
    """The path of MiniBrowser: `MINIBROWSER` if it is set, otherwise the newest under `/usr`."""
    if named := os.environ.get("MINIBROWSER"):
        return _command(named)
    found = [str(path) for pattern in WEBKIT for path in Path("/").glob(pattern.removeprefix("/"))]
    if not found:
        raise NoEngine(f"No MiniBrowser on this machine: looked for {' and '.join(WEBKIT)}.")
    return max(found)


def _command(*names: str) -> str:
    for name in names:
        if path := shutil.which(name):
            return path
    raise NoEngine(f"None of these is on this machine: {', '.join(names)}.")


NEEDS: list[tuple[Callable[[], str], str]] = [
    (find_firefox, "firefox-esr"),
    (find_minibrowser, "webkit2gtk-driver"),
    (lambda: _command("WebKitWebDriver"), "webkit2gtk-driver"),
    (lambda: _command("Xvfb"), "xvfb"),
]
"""Programs that are needed besides Chromium: how to find them, and the Debian packages that contain them."""


def install() -> list[str]:
    """Finds what the tests need, or installs it with `apt-get`. Returns the paths.

    Raises:
        NoEngine, chromium.NoChromium: something is missing and could not be installed.
    """
    paths = [chromium.install()]
    missing = sorted({package for find, package in NEEDS if not _is_there(find)})
    said = chromium.apt_get(*missing) if missing else ""
    try:
        return [*paths, *(find() for find, _ in NEEDS)]
    except NoEngine as error:
        raise NoEngine(f"{error}\n{said}\nInstall it by hand; Debian's packages are {', '.join(missing)}.") from None


def _is_there(find: Callable[[], str]) -> bool:
    try:
        return bool(find())
    except NoEngine:
        return False


if __name__ == "__main__":
    try:
        print("\n".join(install()))
    except (NoEngine, chromium.NoChromium) as error:
        sys.exit(str(error))
