/**
 * What was measured in this session: apart for each model, precision, engine and simulated network, and kept, so that
 * one can be held against another.
 *
 * @typedef {import("./server.js").ServerAnswer} ServerAnswer
 * @typedef {import("../../answer/session.js").Loaded} Loaded
 * @typedef {{loaded: Loaded, network: import("./network.js").NetworkName, browser: number[], server: ServerAnswer[],
 *   pairs: import("./times_plot.js").Pair[], same: number, compared: number, difference: number,
 *   start?: import("./startup.js").Start, batch?: import("./batch.js").Batch}} Measured `browser`
 *   are milliseconds in all; `pairs` leave the first out
 */
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
    const fresh = { loaded, network, browser: [], server: [], pairs: [] };
    const made = { ...fresh, same: 0, compared: 0, difference: 0 };
    this.#all.set(key, made);
    return made;
  }

  /** Those in which both sides have answered more than once, the newest last. */
  get complete() {
    return [...this.#all.values()].filter(({ browser, server }) => browser.length > 1 && server.length > 1);
  }
}
