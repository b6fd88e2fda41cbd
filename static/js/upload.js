/** A picture from outside: a file -> the picture that a model takes, within the limits that the server has too. */

import { squeezed } from "./picture.js";

const MAX_BYTES = 10_000_000;
const MAX_PIXELS = 50_000_000;

/**
 * EXIF orientation is honoured, which is what browsers do unless told otherwise. Colour profiles are not, for the
 * server does not honour them either: both sides should see the same numbers.
 *
 * @param {File} file
 * @param {readonly [1, number, number, 3]} input of the model
 * @returns {Promise<HTMLCanvasElement>} the whole picture squeezed to the model's size, transparency laid on white
 * @throws {Error} with a sentence: the file is empty, too large, no picture, or has too many pixels
 */
export async function readPicture(file, input) {
  const name = file.name ? `The file '${file.name}'` : "The picture";
  if (!file.size) throw new Error(`${name} is empty. It should be a picture.`);
  if (file.size > MAX_BYTES)
    throw new Error(`${name} has ${count(file.size)} bytes. At most ${count(MAX_BYTES)} are allowed.`);
  const bitmap = await createImageBitmap(file, { colorSpaceConversion: "none" }).catch(() => undefined);
  if (!bitmap) throw new Error(`${name} is damaged, or no picture of a kind that this browser reads.`);
  try {
    const { width, height } = bitmap;
    if (width * height > MAX_PIXELS)
      throw new Error(`${name} has ${width} x ${height} pixels. At most ${count(MAX_PIXELS)} are allowed.`);
    return squeezed(bitmap, input);
  } finally {
    bitmap.close();
  }
}

/** @param {number} number */
function count(number) {
  return number.toLocaleString("en");
}

/**
 * Takes pictures from the button, dropped anywhere on the page, and pasted.
 *
 * @param {{button: HTMLElement, input: HTMLInputElement, target: HTMLElement}} elements `target` shows with
 *   `data-dragging` that a picture can be dropped
 * @param {(file: File | undefined) => void} onFile without a file where something else was dropped or pasted
 */
export function takeFiles({ button, input, target }, onFile) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    if (input.files?.length) onFile(input.files[0]);
    input.value = ""; // the same file may be chosen again
  });
  addEventListener("dragover", (event) => {
    event.preventDefault(); // or else the browser leaves the page for what is dropped
    target.toggleAttribute("data-dragging", true);
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) target.toggleAttribute("data-dragging", false);
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    target.toggleAttribute("data-dragging", false);
    onFile(pictureIn(event.dataTransfer));
  });
  addEventListener("paste", (event) => onFile(pictureIn(event.clipboardData)));
}

/** @param {DataTransfer | null} data */
function pictureIn(data) {
  const files = [...(data?.files ?? [])];
  return files.find((file) => file.type.startsWith("image/")) ?? files[0];
}
