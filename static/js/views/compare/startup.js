/** The cold start of the browser's side: arithmetic only. */

/**
 * @typedef {{url: string, from: number, to: number, bytes: number, transferred: number}} Fetched milliseconds on the
 *   worker's clock; `bytes` of the body as it came, packed; `transferred` is 0 from a cache
 * @typedef {{runtime: number, model: number, cached: boolean, fetch: number, compile: number, first: number}} Start
 *   `runtime` and `model` in bytes; the rest in milliseconds: `fetch` while anything was fetched, `compile` what was
 *   left until the model could answer, `first` of its first inference. `cached`: nothing came over the network, so the
 *   bytes may be those of unpacked files
 */

/**
 * @param {{from: number, to: number, first: number, fetched: Fetched[]}} startup as the worker says it
 * @param {string[]} addresses of the model's files
 * @returns {Start}
 */
export function startOf({ from, to, first, fetched }, addresses) {
  const isModel = (/** @type {Fetched} */ { url }) => addresses.includes(url.split("?")[0]);
  const now = fetched.filter((each) => each.to > from && each.from < to);
  const fetch = covered(now.map((each) => [Math.max(each.from, from), Math.min(each.to, to)]));
  const isOther = (/** @type {Fetched} */ { url }) => url.includes("/models/");
  return {
    runtime: sum(fetched.filter((each) => !isOther(each)).map(({ bytes }) => bytes)),
    model: sum(fetched.filter(isModel).map(({ bytes }) => bytes)),
    cached: fetched.every(({ transferred }) => transferred === 0),
    fetch,
    compile: to - from - fetch,
    first,
  };
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

/**
 * The length of what intervals cover together.
 *
 * @param {[number, number][]} intervals from, to
 */
function covered(intervals) {
  let [length, end] = [0, -Infinity];
  for (const [from, to] of intervals.sort((a, b) => a[0] - b[0])) {
    length += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return length;
}
