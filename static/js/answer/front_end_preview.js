/**
 * What a digit model sees of a picture: the front end that each of them has inside, run on its own after the answer.
 * Nothing depends on it: where it cannot be had, or the model is of another task, no such picture is shown.
 */

import { transfer } from "../../vendor/comlink.js";
import { frontEndFor } from "../core/choice.js";
import { coalesce } from "../core/coalesce.js";
import { isBlank } from "../core/probabilities.js";

/**
 * @typedef {import("../core/catalog.js").FrontEnd} FrontEnd
 * @typedef {import("./session.js").Loaded} Loaded
 * @typedef {import("./session.js").Answered} Answered
 */

/**
 * @param {HTMLElement} root with a canvas; hidden where there is nothing to see
 * @param {import("../engines/inference.js").Inference} inference
 * @param {FrontEnd | null} frontEnd
 * @returns {{use(loaded: Loaded): Promise<void>, see(answered: Answered): void}} `use` follows the model of now, and is
 *   to be called when it answers already; `see` takes each answer
 */
export function frontEndPreview(root, inference, frontEnd) {
  const canvas = /** @type {HTMLCanvasElement} */ (root.querySelector("canvas"));
  /** @type {Loaded | undefined} */
  let wanted;
  /** Which one is loaded. @type {string | undefined} */
  let ready;
  /** @type {Answered | undefined} */
  let newest;

  const load = coalesce(async () => {
    const file = wanted && frontEndFor(frontEnd, wanted);
    if (!file || !wanted || ready === wanted.backend) return;
    const { backend } = wanted;
    ready = undefined;
    await inference.loadFrontEnd(file, backend);
    ready = backend;
    await show();
  });

  const show = coalesce(async () => {
    const asked = newest;
    if (!asked || !isSeen(asked)) return;
    const copy = asked.pixels.slice();
    const frame = await inference.frame(transfer(copy, [copy.buffer]));
    if (newest && isSeen(newest)) paint(canvas, frame);
    root.hidden = !newest || !isSeen(newest);
  });

  /** @param {Answered} answered */
  function isSeen({ loaded, probabilities, isEmpty }) {
    return !isEmpty && !isBlank(probabilities, loaded.model.blank) && !!ready && !!frontEndFor(frontEnd, loaded);
  }

  return {
    use(loaded) {
      wanted = loaded;
      return load();
    },
    see(answered) {
      newest = answered;
      if (!isSeen(answered)) root.hidden = true;
      show().catch(console.warn);
    },
  };
}

/**
 * @param {HTMLCanvasElement} canvas square; its bitmap takes the frame's size
 * @param {Float32Array} frame square, 0 (paper, shown black) to 1 (ink, shown white)
 */
function paint(canvas, frame) {
  const side = Math.sqrt(frame.length);
  canvas.width = canvas.height = side;
  const image = new ImageData(side, side);
  for (const [index, ink] of frame.entries()) {
    image.data.fill(Math.round(255 * ink), index * 4, index * 4 + 3);
    image.data[index * 4 + 3] = 255;
  }
  canvas.getContext("2d")?.putImageData(image, 0, 0);
}
