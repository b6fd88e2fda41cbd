/**
 * States for undo and redo.
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

  /** @param {State} state becomes the current one, and clears redo */
  add(state) {
    this.#past.push(this.#now);
    this.#future = [];
    this.#now = state;
  }

  /** @returns {State} the previous state; the current one if there is none */
  undo() {
    return this.#move(this.#past, this.#future);
  }

  /** @returns {State} the state that was undone last; the current one if there is none */
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
