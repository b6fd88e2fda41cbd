/**
 * The measured curve of a hybrid: accuracy over the share of pictures sent. Arithmetic only;
 * `models/evaluation/hybrid.py` counts in the same way.
 *
 * @typedef {{images: number, sent: number[], right: number[]}} Counts for each threshold: pictures that are sent, and
 *   right answers, of so many images
 * @typedef {{confidence: number, isBlank: boolean, small: boolean, large: boolean}} Answer to one picture: the small
 *   model's highest probability, and whether each model is right
 */

/**
 * Whether the larger model is asked.
 *
 * @param {number} confidence the small model's highest probability
 * @param {number} threshold 0: never, 1: always
 * @param {boolean} isBlank a blank picture is not sent, because the larger model has the same front end
 */
export function isSent(confidence, threshold, isBlank) {
  return !isBlank && (confidence < threshold || threshold >= 1);
}

/**
 * @param {Answer[]} answers
 * @param {number[]} thresholds
 * @returns {Counts}
 */
export function countsOf(answers, thresholds) {
  const sent = thresholds.map((threshold) =>
    answers.map(({ confidence, isBlank }) => isSent(confidence, threshold, isBlank)),
  );
  return {
    images: answers.length,
    sent: sent.map((each) => each.filter(Boolean).length),
    right: sent.map((each) => answers.filter(({ small, large }, index) => (each[index] ? large : small)).length),
  };
}

/**
 * @param {Counts[]} conditions at least one, with the same thresholds
 * @returns {Counts} their sum
 */
export function total(conditions) {
  /** @param {"sent" | "right"} key */
  const sum = (key) =>
    conditions[0][key].map((_, place) => conditions.reduce((all, each) => all + each[key][place], 0));
  return { images: conditions.reduce((all, { images }) => all + images, 0), sent: sum("sent"), right: sum("right") };
}

/**
 * @param {Counts} counts
 * @param {number} slack by how much the accuracy may be below the best one, 0 to 1
 * @returns {number} the place of the smallest threshold with which no more is missing
 */
export function recommended({ images, right }, slack) {
  return right.findIndex((each) => each >= Math.max(...right) - slack * images);
}

/**
 * @param {Counts} counts
 * @param {number} place of the threshold
 * @returns {{share: number, accuracy: number}} 0 to 1: of the pictures sent, and of the right answers
 */
export function pointAt({ images, sent, right }, place) {
  return { share: sent[place] / images, accuracy: right[place] / images };
}
