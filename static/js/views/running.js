/**
 * Shows that something runs or that it has ended, without the loss of the keyboard focus, which a button that is disabled
 * or hidden would lose. What starts it must not start it again while it runs.
 *
 * @param {boolean} isRunning
 * @param {HTMLElement} stop is visible only while it runs; when it ends, its focus goes to the first of `starts`
 * @param {...HTMLElement} starts
 */
export function showRunning(isRunning, stop, ...starts) {
  for (const start of starts) start.setAttribute("aria-disabled", String(isRunning));
  if (!isRunning && document.activeElement === stop) starts[0].focus();
  stop.hidden = !isRunning;
}
