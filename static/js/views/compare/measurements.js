import { ENOUGH, Samples } from "./samples.js";

/**
 * The measurements of this session, stored separately for each model, precision, engine and simulated network, so that
 * they can be compared. Numbers only: no picture and no answer is stored.
 *
 * @typedef {import("./server.js").ServerAnswer} ServerAnswer
 * @typedef {import("../../answer/session.js").Loaded} Loaded
 * @typedef {{loaded: Loaded, network: import("./network.js").NetworkName, browser: Samples, server: Samples,
 *   up: Samples, down: Samples, exchanged: Samples, cpu: Samples, version: string, pairs:
 *   import("./times_plot.js").Pair[], passed: number, same: number, compared: number, difference: number, start?:
 *   import("./startup.js").Start, batch?: import("./batch.js").Batch}} Measured `browser`, `server` and `cpu` are
 *   milliseconds; `up`, `down` and their sum `exchanged` are bytes of bodies; `version` is that of the server's model;
 *   `pairs` are the newest pairs without the first, and `passed` counts the older ones that are no longer stored
 */

/** Pairs of times that are stored for the plot: more would be less than a pixel apart. */
const PAIRS = 500;

export class Measurements {
  /** @type {Map<string, Measured>} */
  #all = new Map();

  /**
   * @param {Loaded} loaded
   * @param {import("./network.js").NetworkName} network
   * @returns {Measured} the same one each time
   */
  of(loaded, network) {
    const key = [loaded.model.name, loaded.file.precision, loaded.backend, network].join(" ");
    const known = this.#all.get(key);
    if (known) return known;
    const { model, file, engine, backend } = loaded;
    /** @type {Measured} */
    const made = {
      ...{ loaded: { model, file, engine, backend }, network, version: "" },
      ...{ browser: new Samples(), server: new Samples(), cpu: new Samples() },
      ...{ up: new Samples(), down: new Samples(), exchanged: new Samples() },
      ...{ pairs: [], passed: 0, same: 0, compared: 0, difference: 0 },
    };
    this.#all.set(key, made);
    return made;
  }

  /** The measurements in which both sides have answered more than once, the newest last. */
  get complete() {
    return [...this.#all.values()].filter(({ browser, server }) => browser.n > 1 && server.n > 1);
  }
}

/**
 * @param {Measured} measured
 * @param {number} total milliseconds of the browser's answer
 * @returns {import("./times_plot.js").Pair | undefined} to be passed to `addServer` with the server's answer to the
 *   same picture; undefined for the first answer
 */
export function addBrowser(measured, total) {
  measured.browser.add(total);
  const point = pointOf(total, measured.browser);
  if (!point) return undefined;
  const pair = { browser: point, server: null };
  measured.pairs.push(pair);
  if (measured.pairs.length > PAIRS) {
    measured.pairs.shift();
    measured.passed++;
  }
  return pair;
}

/**
 * @param {Measured} measured
 * @param {ServerAnswer} answer
 * @param {import("./comparison.js").Verdict} verdict
 * @param {import("./times_plot.js").Pair} [pair] of the browser's answer to the same picture
 */
export function addServer(measured, { total, up, down, cpu, version }, { same, difference }, pair) {
  measured.server.add(total);
  measured.up.add(up);
  measured.down.add(down);
  measured.exchanged.add(up + down);
  measured.cpu.add(cpu);
  measured.version = version;
  measured.compared++;
  measured.same += Number(same);
  measured.difference = Math.max(measured.difference, difference);
  if (pair) pair.server = pointOf(total, measured.server) ?? null;
}

/**
 * @param {number} time of the newest answer
 * @param {Samples} all including the newest
 * @returns {import("./times_plot.js").Point | undefined} undefined for the first answer
 */
function pointOf(time, { summary }) {
  return summary && { time, p50: summary.n < ENOUGH.typical ? null : summary.p50, p95: summary.p95 };
}
