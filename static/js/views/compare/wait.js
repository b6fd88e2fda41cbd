/** Pauses before a server that could not answer is asked again, in milliseconds: the first, and the longest. */
export const RETRY = { first: 500, most: 8000 };

/**
 * @param {number} milliseconds
 * @param {AbortSignal} [signal] ends the wait early: the promise rejects with the signal's reason
 * @returns {Promise<void>}
 */
export function wait(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
