/**
 * What was there before, for undo, and what was taken back, for redo.
 *
 * @template State
 */
export class History {
  /** @type {State[]} */
  #past = [];
  /** @type {State[]} */
  #future = [];
  #now;

  /** @param {State} now */
  constructor(now) {
    this.#now = now;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** @param {State} state after which there is nothing to redo */
  add(state) {
    this.#past.push(this.#now);
    this.#future = [];
    this.#now = state;
  }

  /** @returns {State} of before; that of now where there is none */
  undo() {
    return this.#move(this.#past, this.#future);
  }

  /** @returns {State} that was taken back last; that of now where there is none */
  redo() {
    return this.#move(this.#future, this.#past);
  }

  /**
   * @param {State[]} from
   * @param {State[]} to
   */
  #move(from, to) {
    const state = from.pop();
    if (state !== undefined) {
      to.push(this.#now);
      this.#now = state;
    }
    return this.#now;
  }
}
