/** Milliseconds after which no frame is waited for: a page that is hidden has none. */
const HIDDEN = 200;

/**
 * Waits until the page has painted what was changed on it, so that painting takes no time from what is measured then.
 *
 * @returns {Promise<void>}
 */
export function painted() {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, HIDDEN);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve); // a frame's callbacks run before it is painted
    });
  });
}
