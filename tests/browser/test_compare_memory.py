"""Memory of a long comparison."""

from playwright.sync_api import Page

from tests.browser import comparing

ANSWERS = 300
"""The browser's compiled code comes and goes by half a megabyte, so fewer say nothing about a leak."""

TEN_MINUTES = 1200
"""Answers in ten minutes of the camera, two per second."""

MOST = 5_000_000
"""Bytes by which the page may grow in these ten minutes."""

ANSWER = """async count => {
  const { dataset } = document.querySelector("#view-compare");
  const settled = () => new Promise((resolve) => {
    const look = () => dataset.phase === "answered" && resolve(observer.disconnect());
    const observer = new MutationObserver(look);
    observer.observe(document.querySelector("#view-compare"), { attributes: true });
  });
  const pad = document.querySelector("[data-testid=pad]");
  for (let n = 0; n < count; n++) {
    const done = settled();
    pad.style.width = `${n % 2 ? 250 : 251}px`; // another picture of the same drawing, and no step to undo
    await done;
  }
}"""


def test_a_long_comparison_takes_no_more_memory_than_a_short_one(page: Page, server: str):
    comparing.opened(page, server)
    comparing.draw(page, "3")
    page.evaluate(ANSWER, 50)
    before = _bytes_in_use(page)
    page.evaluate(ANSWER, ANSWERS)
    grown = _bytes_in_use(page) - before
    assert grown < MOST * ANSWERS / TEN_MINUTES


def _bytes_in_use(page: Page) -> int:
    """The memory of the page's scripts, including array buffers and wrappers of the document's nodes."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    usage = session.send("Runtime.getHeapUsage")
    session.detach()
    return int(usage["usedSize"] + usage.get("backingStorageSize", 0) + usage.get("embedderHeapUsedSize", 0))
