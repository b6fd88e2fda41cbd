"""The table in `docs/browsers.md`: which features that the page can use Chromium, Firefox and WebKit have."""

import subprocess
import time

from harness.engines import ENGINES, Engine
from harness.server import PATIENCE, started_server

BACKENDS = {"wasm": "TF.js, wasm", "litert": "LiteRT.js", "webgl": "TF.js, webgl", "webgpu": "TF.js, webgpu"}
FEATURES = {
    "works offline (service worker, caches)": "Boolean(navigator.serviceWorker && window.caches)",
    "persistent storage on request": "Boolean(navigator.storage?.persist)",
    "camera": "Boolean(navigator.mediaDevices?.getUserMedia)",
    "copy to the clipboard": "Boolean(navigator.clipboard?.writeText)",
    "server timing": "'serverTiming' in PerformanceResourceTiming.prototype",
    "transferred bytes": "'transferSize' in PerformanceResourceTiming.prototype",
}
RESOLUTION = """(() => {
  const steps = new Set();
  for (let from = performance.now(), last = from; last < from + 200; ) {
    const now = performance.now();
    if (now > last) steps.add(now - last);
    last = now;
  }
  return Math.min(...steps);
})()"""
"""The resolution of the page's clock, in milliseconds."""


def table() -> str:
    """Starts each browser and asks it."""
    columns: dict[str, dict[str, str]] = {}
    with started_server(stdout=subprocess.DEVNULL) as (server, _):
        for name, start in ENGINES.items():
            with start() as engine:
                columns[f"{name} {engine.version}"] = cells(engine, server)
    lines = [f"| | {' | '.join(columns)} |", f"| --- |{' --- |' * len(columns)}"]
    for what in next(iter(columns.values())):
        lines.append(f"| {what} | {' | '.join(column[what] for column in columns.values())} |")
    return "\n".join(lines)


def column(table: str, name: str) -> dict[str, str]:
    """Row -> cell of a browser, as a table says it."""
    head, _, *rows = ([cell.strip() for cell in row.strip("|").split("|")] for row in table.strip().splitlines())
    (place,) = (place for place, title in enumerate(head) if title.startswith(f"{name} "))
    return {row[0]: row[place] for row in rows}


def cells(engine: Engine, server: str) -> dict[str, str]:
    """Row -> cell of one browser."""
    engine.open(f"{server}/offline/?lang=en")
    column = {what: _yes_no(engine.evaluate(feature)) for what, feature in FEATURES.items()}
    column["resolution of the clock"] = f"{engine.evaluate(RESOLUTION):.2g} ms"
    for backend, title in BACKENDS.items():
        column[f"runs {title}"] = _yes_no(answers_by(engine, server, backend))
    return column


def answers_by(engine: Engine, server: str, backend: str) -> bool:
    """Whether the page uses the backend that its address asks for."""
    engine.open(f"{server}/offline/?lang=en&engine={backend}")
    deadline = time.monotonic() + PATIENCE
    while engine.evaluate("document.documentElement.dataset.ready") != "true":
        if time.monotonic() > deadline:
            raise TimeoutError(f"The page was not ready with {backend}: {engine.version}.")
        time.sleep(0.1)
    return engine.evaluate("document.querySelector('[data-testid=engine-picker]').value") == backend


def _yes_no(has: bool) -> str:
    return "yes" if has else "no"
