/**
 * Shows what a digit model sees of a picture: the output of the front end that is part of each digit model, run on its
 * own after the answer. Nothing depends on it: if it is not available, or the model has another task, nothing is shown.
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
 * @param {HTMLElement} root contains a canvas; hidden while there is nothing to show
 * @param {import("../engines/inference.js").Inference} inference
 * @param {{front_end: FrontEnd | null}} catalog whose front end may come later
 * @returns {{use(loaded: Loaded): Promise<void>, see(answered: Answered): void}} `use` is to be called with each model
 *   after its first answer, `see` with each answer
 */
export function frontEndPreview(root, inference, catalog) {
  const canvas = /** @type {HTMLCanvasElement} */ (root.querySelector("canvas"));
  /** @type {Loaded | undefined} */
  let wanted;
  /** The backend of the loaded front end. @type {string | undefined} */
  let ready;
  /** @type {Answered | undefined} */
  let newest;

  const load = coalesce(async () => {
    const file = wanted && frontEndFor(catalog.front_end, wanted);
    if (!file || !wanted || ready === wanted.backend) return;
    const { backend } = wanted;
    ready = undefined;
    await inference.loadFrontEnd(file, backend);
    ready = backend;
    await show();
  });

  const show = coalesce(async () => {
    const asked = newest;
    if (!asked || !isShown(asked)) return;
    const copy = asked.pixels.slice();
    const frame = await inference.frame(transfer(copy, [copy.buffer]));
    if (newest && isShown(newest)) paint(canvas, frame);
    root.hidden = !newest || !isShown(newest);
  });

  /** @param {Answered} answered */
  function isShown({ loaded, probabilities, isEmpty }) {
    return (
      !isEmpty && !isBlank(probabilities, loaded.model.blank) && !!ready && !!frontEndFor(catalog.front_end, loaded)
    );
  }

  return {
    use(loaded) {
      wanted = loaded;
      return load();
    },
    see(answered) {
      newest = answered;
      if (!isShown(answered)) root.hidden = true;
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
