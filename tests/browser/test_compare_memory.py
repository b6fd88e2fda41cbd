"""Memory of a long comparison."""

import pytest
from playwright.sync_api import Page

from harness import comparing
from harness.server import PATIENCE

ANSWERS = 300
"""The browser's compiled code comes and goes by half a megabyte, so fewer say nothing about a leak."""

TEN_MINUTES = 1200
"""Answers in ten minutes of the camera, two per second."""

MOST = 5_000_000
"""Bytes by which the page may grow in these ten minutes."""

ANSWER = """async ([count, patience]) => {
  const label = document.querySelector("[data-testid=server-label]");
  const answered = () => new Promise((resolve, reject) => {
    const before = label.dataset.question;
    const late = setTimeout(() => reject(new Error(`no answer after question ${before}`)), patience);
    const observer = new MutationObserver(() => {
      if (label.dataset.question === before) return;
      clearTimeout(late);
      resolve(observer.disconnect());
    });
    observer.observe(label, { attributeFilter: ["data-question"] });
  });
  const pad = document.querySelector("[data-testid=pad]");
  for (let n = 0; n < count; n++) {
    const next = answered();
    pad.style.width = `${n % 2 ? 250 : 251}px`; // another picture of the same drawing, and no step to undo
    await next;
  }
}"""
"""Each change waits for the server's answer to it: two in one frame would be none. `evaluate` itself waits for ever."""


@pytest.mark.release
def test_a_long_comparison_takes_no_more_memory_than_a_short_one(page: Page, server: str):
    comparing.opened(page, server)
    comparing.draw(page, "3")
    page.evaluate(ANSWER, [50, PATIENCE * 1000])
    before = _bytes_in_use(page)
    page.evaluate(ANSWER, [ANSWERS, PATIENCE * 1000])
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
