"""Waits for what a page only knows asynchronously, such as what it has stored."""

from playwright.sync_api import Page

from harness.server import PATIENCE

POLL = """async ([seconds, argument]) => {
  const predicate = PREDICATE;
  const end = performance.now() + 1000 * seconds;
  while (!(await predicate(argument))) {
    if (performance.now() > end) throw new Error(`After ${seconds} s it is still not true: ${predicate}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}"""


def until(page: Page, predicate: str, argument: object = None) -> None:
    """Waits until an async function of JavaScript returns something true.

    Not by Playwright's `wait_for_function`, which takes the promise itself for true.
    """
    page.evaluate(POLL.replace("PREDICATE", predicate), [PATIENCE, argument])
