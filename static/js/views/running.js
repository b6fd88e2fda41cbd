/**
 * Runs something that takes long and can be stopped, at most once at a time. The keyboard focus, which a button that is
 * disabled or hidden would lose, stays: it goes from `stop` to what started.
 *
 * @param {{stop: HTMLElement, bar: HTMLProgressElement, starts: HTMLElement[]}} controls `stop` and `bar` are visible
 *   only while it runs
 * @returns {(run: (signal: AbortSignal) => Promise<void>, pressed?: HTMLElement) => Promise<void>} does nothing while
 *   something runs; rejects as `run` does; `pressed` is one of `starts`, by default the first
 */
export function runner({ stop, bar, starts }) {
  let controller = new AbortController();
  let isRunning = false;
  stop.addEventListener("click", () => controller.abort());

  /** @param {boolean} now @param {HTMLElement} pressed */
  function show(now, pressed) {
    isRunning = now;
    for (const start of starts) start.setAttribute("aria-disabled", String(now));
    if (!now && document.activeElement === stop) pressed.focus();
    stop.hidden = bar.hidden = !now;
  }

  return async (run, pressed = starts[0]) => {
    if (isRunning) return;
    controller = new AbortController();
    bar.value = 0;
    show(true, pressed);
    try {
      await run(controller.signal);
    } finally {
      show(false, pressed);
    }
  };
}
