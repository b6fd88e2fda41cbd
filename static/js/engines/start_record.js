/** How models began in a worker: pure, beside what the browser itself records of each fetch. */

/**
 * @typedef {Pick<PerformanceResourceTiming, "name" | "startTime" | "responseEnd" | "encodedBodySize" | "transferSize">} Entry
 * @typedef {{url: string, from: number, to: number, bytes: number, transferred: number}} Fetched milliseconds on the
 *   worker's clock; `transferred` are the bytes that came over the network, 0 of what a cache had
 * @typedef {{from: number, to: number, first: number, isFirst: boolean, fetched: Fetched[]}} Startup milliseconds on the
 *   same clock; `first` is the first inference; `isFirst`: no model was loaded before this one, so that the engine began
 *   with it; `fetched` is what this worker has fetched for itself, for the engine and for the model, and for no other
 */

/** What a response weighs without its body, as browsers count it. */
const HEAD = 300;

export class StartRecord {
  /** When each engine was loaded for the first time: what was fetched then, beside models, is its own. @type {Map<string, {from: number, to: number}>} */
  #engines = new Map();
  /** Of the model of now. */
  #model = { from: 0, to: 0, first: 0, isFirst: true };
  /** Addresses of its files. @type {Set<string>} */
  #files = new Set();
  #backend = "";

  /**
   * @param {string} backend
   * @param {string[]} files addresses of the model's
   * @param {number} from when it began to load
   * @param {number} to when it could answer
   */
  loaded(backend, files, from, to) {
    this.#model = { from, to, first: 0, isFirst: !this.#engines.size };
    this.#files = new Set(files);
    this.#backend = backend;
    if (!this.#engines.has(backend)) this.#engines.set(backend, { from, to });
  }

  /** @param {number} milliseconds that an inference took */
  answered(milliseconds) {
    this.#model.first ||= milliseconds;
  }

  /**
   * @param {Entry[]} entries what the browser recorded of each fetch of this worker
   * @param {string} models where the files of all models lie
   * @returns {Startup}
   */
  of(entries, models) {
    const [began] = [...this.#engines.values()].map(({ from }) => from);
    const { from, to } = this.#engines.get(this.#backend) ?? { from: NaN, to: NaN };
    const isOwn = (/** @type {Entry} */ { name, startTime }) => {
      if (name.startsWith(models)) return this.#files.has(name);
      return startTime < began || (startTime >= from && startTime <= to);
    };
    return { ...this.#model, fetched: entries.filter(isOwn).map(fetchedOf) };
  }
}

/**
 * A cache's answer of which the server has said that it is still the same came over no network.
 *
 * @param {Entry} entry
 * @returns {Fetched}
 */
function fetchedOf({ name, startTime, responseEnd, encodedBodySize, transferSize }) {
  const isWhole = transferSize >= encodedBodySize + HEAD;
  const times = { from: startTime, to: responseEnd };
  return { url: name, ...times, bytes: encodedBodySize, transferred: isWhole ? transferSize : 0 };
}
