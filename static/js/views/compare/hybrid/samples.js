/** The times and bytes of both halves of a hybrid in this visit. */

import { Samples } from "../samples.js";

/**
 * @typedef {{small: Samples, large: Samples, exchanged: Samples, cpu: Samples}} Taken milliseconds of the small model's
 *   answers, of the large model's with the network, bytes up and down, and milliseconds of the server
 */

export class HybridSamples {
  /** @type {Map<string, Samples>} */
  #all = new Map();
  /** Answers that have been counted. */
  #counted = new WeakSet();

  /**
   * @param {import("./pairs.js").Pair} pair
   * @param {string} backend
   * @param {import("../network.js").NetworkName} network
   * @returns {Taken} the same ones each time; the small model's do not depend on the network
   */
  of({ small, large }, backend, network) {
    const there = `${large.name} ${network}`;
    return {
      small: this.#series(`${small.name} ${backend}`),
      ...{ large: this.#series(there), exchanged: this.#series(`${there} bytes`), cpu: this.#series(`${there} cpu`) },
    };
  }

  /**
   * Counts an answer of the small model once.
   *
   * @param {Taken} taken
   * @param {object} answer
   * @param {number} milliseconds
   */
  addSmall(taken, answer, milliseconds) {
    if (this.#isNew(answer)) taken.small.add(milliseconds);
  }

  /**
   * Counts an answer of the large model once.
   *
   * @param {Taken} taken
   * @param {import("./answer.js").Large} answer
   */
  addLarge(taken, answer) {
    if (!this.#isNew(answer)) return;
    taken.large.add(answer.total);
    taken.exchanged.add(answer.up + answer.down);
    taken.cpu.add(answer.cpu);
  }

  /** @param {object} answer */
  #isNew(answer) {
    if (this.#counted.has(answer)) return false;
    this.#counted.add(answer);
    return true;
  }

  /** @param {string} key */
  #series(key) {
    const known = this.#all.get(key) ?? new Samples();
    this.#all.set(key, known);
    return known;
  }
}

/**
 * @param {Taken} taken
 * @param {number} bytes of the small model
 * @returns {import("./costs.js").Measured}
 */
export function measuredOf({ small, large, exchanged, cpu }, bytes) {
  return {
    ...{ small: small.later, large: large.later, bytes },
    exchanged: exchanged.n ? exchanged.sum / exchanged.n : null,
    cpu: cpu.summary?.p50 ?? null,
  };
}
