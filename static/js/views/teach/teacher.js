/** The state of the view without its elements: the lesson, the features of its pictures, and what was learned of them. */

import { startExtractor } from "./extractor.js";
import { CLASSES, countOf, examplesIn, taughtIn } from "./lesson.js";
import { pixelsIn } from "./picture.js";
import { classify, learn } from "./ridge.js";
import { t } from "./words.js";

/**
 * @typedef {import("../../core/catalog.js").Model} Model
 * @typedef {import("./lesson.js").Lesson} Lesson
 * @typedef {import("./lesson.js").Class} Class
 * @typedef {import("./lesson.js").Example} Example
 * @typedef {import("./ridge.js").Learned & {taught: Class[], count: number, milliseconds: number}} Taught `taught` are
 *   the classes in the order of the outputs
 * @typedef {{shares: Map<Class, number>, milliseconds: number, seen: number}} Answer `milliseconds` in all, `seen` for
 *   the features alone
 */

export class Teacher {
  #models;
  #onProgress;
  /** @type {import("./extractor.js").Extractor | undefined} */
  #extractor;
  /** What was learned of the current examples; undefined while there are too few. @type {Taught | undefined} */
  learned;

  /**
   * @param {Model[]} models whose features are published
   * @param {Lesson} lesson
   * @param {import("../../engines/loading.js").OnProgress} onProgress
   */
  constructor(models, lesson, onProgress) {
    this.#models = models;
    this.#onProgress = onProgress;
    this.lesson = lesson;
  }

  get model() {
    const { model } = this.lesson;
    const found = this.#models.find(({ name }) => name === model);
    if (!found) throw new Error(`The features of '${model}' are not published.`);
    return found;
  }

  get count() {
    return countOf(this.lesson);
  }

  /** Loads the features of the lesson's model. @returns {Promise<void>} */
  start() {
    this.#extractor?.stop();
    this.learned = undefined;
    this.#extractor = startExtractor(this.model, this.#onProgress);
    return this.#extractor.ready;
  }

  /** Sees the examples that have no features yet, and learns. */
  async study() {
    const extractor = this.#extractor;
    if (!extractor) throw new Error("The features are not loaded.");
    for (const { examples } of [...this.lesson.classes]) {
      for (const example of [...examples]) {
        if (example.features) continue;
        const { features } = await extractor.see(await pixelsIn(example.png));
        if (extractor !== this.#extractor) return;
        example.features = features;
      }
    }
    this.#learn();
  }

  #learn() {
    this.learned = undefined;
    const taught = taughtIn(this.lesson);
    if (taught.length < CLASSES.least || taught.some(({ examples }) => examples.some(({ features }) => !features)))
      return;
    const { vectors, labels } = examplesIn(taught);
    const began = performance.now();
    const learned = learn(vectors, labels, taught.length);
    this.learned = { ...learned, taught, count: labels.length, milliseconds: performance.now() - began };
  }

  /** Forgets the features, because another model sees the pictures from now on. @param {string} model */
  change(model) {
    this.lesson.model = model;
    for (const { examples } of this.lesson.classes) for (const example of examples) delete example.features;
  }

  /**
   * Replaces the lesson, if all of its pictures can be decoded.
   *
   * @param {Lesson} lesson from a file
   * @throws {Error} the message is a sentence: a picture is damaged
   */
  async open(lesson) {
    for (const { name, examples } of lesson.classes)
      for (const [index, { png }] of examples.entries())
        await pixelsIn(png).catch(() => {
          throw new Error(t("damaged", { place: index + 1, name }));
        });
    this.lesson = lesson;
  }

  /** @param {Class} of @param {Example} example */
  remove(of, example) {
    of.examples.splice(of.examples.indexOf(example), 1);
    this.#learn();
  }

  /** @param {Class} of */
  removeClass(of) {
    this.lesson.classes.splice(this.lesson.classes.indexOf(of), 1);
    this.#learn();
  }

  /**
   * @param {Uint8ClampedArray} pixels RGBA
   * @returns {Promise<Answer | undefined>} undefined if too little was learned, or something else meanwhile
   */
  async answer(pixels) {
    const { learned } = this;
    if (!learned || !this.#extractor) return undefined;
    const began = performance.now();
    const found = await this.#extractor.see(pixels).catch((error) => {
      if (learned === this.learned) throw error; // otherwise it was stopped
    });
    if (!found || learned !== this.learned) return undefined;
    const { features, milliseconds: seen } = found;
    const shares = classify(learned.head, features);
    const pairs = learned.taught.map((each, place) => /** @type {const} */ ([each, shares[place]]));
    return { shares: new Map(pairs), milliseconds: performance.now() - began, seen };
  }
}

/** Two classes without examples. @param {string} model @returns {Lesson} */
export function freshLesson(model) {
  const classes = Array.from({ length: CLASSES.least }, (_, index) => freshClass(index + 1));
  return { model, classes };
}

/** @param {number} number @returns {Class} */
export function freshClass(number) {
  return { name: t("sign", { number }), examples: [] };
}
