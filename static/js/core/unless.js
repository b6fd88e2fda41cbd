/**
 * Waits for results of something that may end, such as a worker: as `Promise.race([result, ended])`, but without keeping
 * every result for as long as `ended` is pending.
 *
 * @param {Promise<never>} ended rejects when it ends
 * @returns {<T>(result: PromiseLike<T>) => Promise<T>} settles with the result, or rejects as `ended` does
 */
export function unless(ended) {
  /** @type {Set<(reason: unknown) => void>} */
  const waiting = new Set();
  /** @type {{reason: unknown} | undefined} */
  let end;
  ended.catch((reason) => {
    end = { reason };
    for (const reject of waiting) reject(reason);
    waiting.clear();
  });
  return (result) =>
    new Promise((resolve, reject) => {
      if (end) return reject(end.reason);
      waiting.add(reject);
      result.then(
        (value) => {
          waiting.delete(reject);
          resolve(value);
        },
        (reason) => {
          waiting.delete(reject);
          reject(reason);
        },
      );
    });
}
