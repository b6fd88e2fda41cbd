/**
 * What the reader teaches: classes with examples. Pictures are kept and not only their features, so that a newer
 * version of the published model, or the other one, can see them again.
 *
 * @typedef {{png: Uint8Array<ArrayBuffer>, features?: Float32Array}} Example `png` is the picture; without `features`,
 *   they have not been computed yet
 * @typedef {{name: string, examples: Example[]}} Class
 * @typedef {{model: string, classes: Class[]}} Lesson `model` is the name of the published one whose features it uses
 */

/** The fewest and the most classes. */
export const CLASSES = { least: 2, most: 10 };
/** The most examples in all. */
export const EXAMPLES = 200;
/** The longest name of a class, in characters. */
export const NAME = 24;
/** The largest picture, in bytes: a PNG of 224 x 224 pixels has at most about as many. */
export const PICTURE = 250_000;

/** @param {Lesson} lesson */
export function countOf({ classes }) {
  return classes.reduce((sum, { examples }) => sum + examples.length, 0);
}

/** Those with an example: only they can be an answer. @param {Lesson} lesson */
export function taughtIn({ classes }) {
  return classes.filter(({ examples }) => examples.length);
}

/**
 * The examples as the learner takes them.
 *
 * @param {Class[]} taught
 * @returns {{vectors: Float32Array[], labels: number[]}}
 */
export function examplesIn(taught) {
  const pairs = taught.flatMap(({ examples }, label) => examples.map(({ features }) => ({ features, label })));
  return {
    vectors: pairs.map(({ features }) => {
      if (!features) throw new Error("An example has no features yet.");
      return features;
    }),
    labels: pairs.map(({ label }) => label),
  };
}
