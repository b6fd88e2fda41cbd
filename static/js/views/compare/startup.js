/** The first load of the browser's side: arithmetic only. */

/**
 * @typedef {import("../../engines/start_record.js").Startup} Startup
 * @typedef {{fetch: number, compile: number, first: number, requests: number, cached: boolean}} Taken milliseconds:
 *   `fetch` while anything was fetched, `compile` what was left until the model could answer, `first` of its first
 *   inference; `requests` counts those that had to wait for another one to come; `cached`: it was no first visit, for
 *   a cache had something of engine or model, or the engine was there before the model
 * @typedef {Taken & {runtime: number, model: number}} Start `runtime` and `model` are bytes, as the catalog and the
 *   bundle's own list say them, so that no cache can change them
 */

/**
 * @param {Startup} startup as the worker says it
 * @returns {Taken}
 */
export function takenBy({ from, to, first, isFirst, fetched }) {
  const now = fetched.filter((each) => each.to > from && each.from < to);
  const cached = !isFirst || now.some(({ transferred }) => transferred === 0);
  const fetch = covered(now.map((each) => [Math.max(each.from, from), Math.min(each.to, to)]));
  const requests = inTurns(fetched.filter(({ transferred }) => cached || transferred > 0));
  return { fetch, compile: to - from - fetch, first, requests, cached };
}

/**
 * What a first visit took, from now or, where it is over, as it was noted then.
 *
 * @param {string} key of engine and model
 * @param {Taken} taken now
 * @param {() => Pick<Storage, "getItem" | "setItem">} storage
 * @returns {Taken}
 */
export function firstVisit(key, taken, storage) {
  const name = `both-sides-first-load ${key}`;
  try {
    const notes = storage();
    if (!taken.cached) notes.setItem(name, JSON.stringify(taken));
    const noted = JSON.parse(notes.getItem(name) ?? "null");
    return isTaken(noted) ? noted : taken;
  } catch {
    return taken; // storage may be refused, or hold anything
  }
}

/** @param {any} noted from anywhere @returns {noted is Taken} */
function isTaken(noted) {
  const numbers = ["fetch", "compile", "first", "requests"].map((name) => noted?.[name]);
  return noted?.cached === false && numbers.every((each) => Number.isFinite(each) && each >= 0 && each < 1e9);
}

/**
 * How many of them came one after another at least: each began when the one before had ended.
 *
 * @param {{from: number, to: number}[]} fetched
 */
function inTurns(fetched) {
  let [turns, end] = [0, -Infinity];
  for (const { from, to } of [...fetched].sort((a, b) => a.to - b.to)) {
    if (from < end) continue;
    turns++;
    end = to;
  }
  return turns;
}

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
