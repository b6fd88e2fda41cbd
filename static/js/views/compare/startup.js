/** The first load of the browser's side: arithmetic only. */

/**
 * @typedef {import("../../engines/start_record.js").Startup} Startup
 * @typedef {{fetch: number, compile: number, first: number, requests: number, cached: boolean}} Taken milliseconds:
 *   `fetch` is the time while any request was pending, `compile` the rest until the model could answer, `first` the
 *   first inference; `requests` counts the requests that ran one after another; `cached`: not a first visit, because a
 *   cache had a part of the engine or the model, or the engine was already running
 * @typedef {Taken & {runtime: number, model: number}} Start `runtime` and `model` are bytes from the bundle's own list,
 *   which does not depend on caches
 */

/**
 * @param {Startup} startup from the worker
 * @returns {Taken}
 */
export function startupTimes({ from, to, first, isFirst, fetched }) {
  const now = fetched.filter((each) => each.to > from && each.from < to);
  const cached = !isFirst || now.some(({ transferred }) => transferred === 0);
  const fetch = covered(now.map((each) => [Math.max(each.from, from), Math.min(each.to, to)]));
  const requests = sequentialRequests(fetched.filter(({ transferred }) => cached || transferred > 0));
  return { fetch, compile: to - from - fetch, first, requests, cached };
}

/**
 * The times of a first visit: the current ones, or if this is not a first visit, those that were stored then.
 *
 * @param {string} key identifies the engine and the model
 * @param {Taken} taken the current times
 * @param {() => Pick<Storage, "getItem" | "setItem">} storage
 * @returns {Taken}
 */
export function firstVisit(key, taken, storage) {
  const name = `both-sides-first-load ${key}`;
  try {
    const items = storage();
    if (!taken.cached) items.setItem(name, JSON.stringify(taken));
    const stored = JSON.parse(items.getItem(name) ?? "null");
    return isTaken(stored) ? stored : taken;
  } catch {
    return taken; // storage may be blocked, or contain anything
  }
}

/** @param {any} stored from any source @returns {stored is Taken} */
function isTaken(stored) {
  const numbers = ["fetch", "compile", "first", "requests"].map((name) => stored?.[name]);
  return stored?.cached === false && numbers.every((each) => Number.isFinite(each) && each >= 0 && each < 1e9);
}

/**
 * The minimum number of requests that ran one after another: each began after the previous one had ended.
 *
 * @param {{from: number, to: number}[]} fetched
 */
function sequentialRequests(fetched) {
  let [count, end] = [0, -Infinity];
  for (const { from, to } of [...fetched].sort((a, b) => a.to - b.to)) {
    if (from < end) continue;
    count++;
    end = to;
  }
  return count;
}

/**
 * The length of the union of the intervals.
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
