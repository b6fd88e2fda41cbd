/** Records how the models in a worker started. Pure: the browser's records of each fetch are passed in. */

/**
 * @typedef {Pick<PerformanceResourceTiming, "name" | "startTime" | "responseEnd" | "encodedBodySize" | "transferSize">} Entry
 * @typedef {{url: string, from: number, to: number, bytes: number, transferred: number}} Fetched milliseconds on the
 *   worker's clock; `transferred` are the bytes that came over the network, 0 if a cache answered
 * @typedef {{from: number, to: number, first: number, isFirst: boolean, fetched: Fetched[]}} Startup milliseconds on
 *   the same clock; `first` is the duration of the first inference; `isFirst`: this is the first model in the worker,
 *   so the engine started with it; `fetched` are the worker's own files, the engine's and the model's, but not other
 *   models'
 */

/** Bytes that browsers add to a response's body for its headers. */
const HEAD = 300;

export class StartRecord {
  /**
   * When each engine was loaded first. Files that were fetched then, other than models, belong to the engine.
   *
   * @type {Map<string, {from: number, to: number}>}
   */
  #engines = new Map();
  /** Times of the current model. */
  #model = { from: 0, to: 0, first: 0, isFirst: true };
  /** Addresses of the current model's files. @type {Set<string>} */
  #files = new Set();
  #backend = "";

  /**
   * @param {string} backend
   * @param {string[]} files addresses of the model's files
   * @param {number} from when loading began
   * @param {number} to when the model could answer
   */
  loaded(backend, files, from, to) {
    this.#model = { from, to, first: 0, isFirst: !this.#engines.size };
    this.#files = new Set(files);
    this.#backend = backend;
    if (!this.#engines.has(backend)) this.#engines.set(backend, { from, to });
  }

  /** @param {number} milliseconds duration of an inference */
  answered(milliseconds) {
    this.#model.first ||= milliseconds;
  }

  /**
   * @param {Entry[]} entries the browser's record of each fetch of this worker
   * @param {string} models address of the folder of all models
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
 * A response that the server only revalidated (304) counts as coming from a cache.
 *
 * @param {Entry} entry
 * @returns {Fetched}
 */
function fetchedOf({ name, startTime, responseEnd, encodedBodySize, transferSize }) {
  const isWhole = transferSize >= encodedBodySize + HEAD;
  const times = { from: startTime, to: responseEnd };
  return { url: name, ...times, bytes: encodedBodySize, transferred: isWhole ? transferSize : 0 };
}
