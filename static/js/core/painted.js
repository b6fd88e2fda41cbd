/** Milliseconds after which it stops waiting for an animation frame: a hidden page has none. */
const HIDDEN = 200;

/**
 * Waits until the browser has painted the latest changes, so that painting does not disturb a measurement.
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
