/**
 * Pictures from files, dropped or pasted, within the same limits as on the server.
 *
 * @typedef {import("../core/catalog.js").Limits} Limits
 */

import { countText } from "../core/count.js";
import { messageOf } from "../core/message.js";
import { translator } from "../core/i18n.js";
import { byId } from "../elements/find.js";
import { resized } from "./picture.js";

const t = translator({
  en: {
    file: "The file '{name}'",
    picture: "The picture",
    empty: "{name} is empty. It should be a picture.",
    bytes: "{name} has {bytes} bytes. At most {most} are allowed.",
    damaged: "{name} is damaged, or its format is not supported by this browser.",
    pixels: "{name} has {width} x {height} pixels. At most {most} are allowed.",
    nothing: "What was dropped or pasted contains no picture.",
  },
  ko: {
    file: "'{name}' 파일",
    picture: "사진",
    empty: "{name}: 빈 파일입니다. 사진을 골라 주세요.",
    bytes: "{name}: {bytes}바이트입니다. 최대 {most}바이트까지 쓸 수 있습니다.",
    damaged: "{name}: 손상되었거나 이 브라우저가 지원하지 않는 형식입니다.",
    pixels: "{name}: {width} x {height}픽셀입니다. 최대 {most}픽셀까지 쓸 수 있습니다.",
    nothing: "끌어다 놓거나 붙여 넣은 것에 사진이 없습니다.",
  },
});

/** Not a `select`: after the choice of a model, a picture may be pasted. */
const TEXT_FIELDS =
  "textarea, input:not([type=button], [type=checkbox], [type=color], [type=file], [type=radio], [type=range])";

/**
 * EXIF orientation is applied, as browsers do by default. Colour profiles are ignored, because the server ignores them
 * too: both sides should see the same numbers.
 *
 * @param {File} file
 * @param {readonly [1, number, number, 3]} input of the model
 * @param {Limits} limits
 * @returns {Promise<HTMLCanvasElement>} the whole picture, resized to the model's input, with transparency on white
 * @throws {Error} the message is a sentence: the file is empty, too large, not a picture, or has too many pixels
 */
export async function readPicture(file, input, limits) {
  const name = file.name ? t("file", { name: file.name }) : t("picture");
  if (!file.size) throw new Error(t("empty", { name }));
  if (file.size > limits.upload_bytes)
    throw new Error(t("bytes", { name, bytes: countText(file.size), most: countText(limits.upload_bytes) }));
  const { width, height } = await sizeIn(file);
  if (width * height > limits.pixels)
    throw new Error(t("pixels", { name, width, height, most: countText(limits.pixels) }));
  const bitmap = width && (await createImageBitmap(file, { colorSpaceConversion: "none" }).catch(() => undefined));
  if (!bitmap) throw new Error(t("damaged", { name }));
  try {
    return resized(bitmap, input);
  } finally {
    bitmap.close();
  }
}

/**
 * The size that a picture's header gives. A browser decodes an `<img>` only to paint it, and this one is never painted.
 *
 * @param {File} file
 * @returns {Promise<{width: number, height: number}>} pixels; 0 if it is no picture
 */
async function sizeIn(file) {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([file])); // without its type: an SVG is drawn, and has no pixels
  try {
    await new Promise((resolve) => {
      image.onload = image.onerror = resolve;
      image.src = url;
    });
    return { width: image.naturalWidth, height: image.naturalHeight };
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Takes pictures from files. If several arrive at once, only the newest counts.
 *
 * @param {HTMLElement} target shows with `data-dragging` that a picture can be dropped
 * @param {() => readonly [1, number, number, 3]} input of the current model
 * @param {Limits} limits
 * @param {(picture: HTMLCanvasElement) => void} onPicture
 * @param {(problem: string) => void} onProblem is called with a sentence
 */
export function takePictures(target, input, limits, onPicture, onProblem) {
  const button = byId("choose");
  const field = /** @type {HTMLInputElement} */ (byId("file"));
  let newest = 0;
  takeFiles({ button, input: field, target }, async (file) => {
    const mine = ++newest;
    try {
      if (!file) throw new Error(t("nothing"));
      const picture = await readPicture(file, input(), limits);
      if (mine === newest) onPicture(picture);
    } catch (error) {
      if (mine === newest) onProblem(messageOf(error));
    }
  });
}

/**
 * Takes pictures from the button, dropped anywhere on the page, and pasted.
 *
 * @param {{button: HTMLElement, input: HTMLInputElement, target: HTMLElement}} elements `target` shows with
 *   `data-dragging` that a picture can be dropped
 * @param {(file: File | undefined) => void} onFile gets no file if something else was dropped or pasted
 */
function takeFiles({ button, input, target }, onFile) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    if (input.files?.length) onFile(input.files[0]);
    input.value = ""; // so that the same file can be chosen again
  });
  addEventListener("dragover", (event) => {
    if (isForField(event)) return target.toggleAttribute("data-dragging", false);
    event.preventDefault(); // otherwise the browser opens what is dropped
    target.toggleAttribute("data-dragging", true);
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) target.toggleAttribute("data-dragging", false);
  });
  addEventListener("drop", (event) => {
    target.toggleAttribute("data-dragging", false);
    if (isForField(event)) return;
    event.preventDefault();
    onFile(pictureIn(event.dataTransfer));
  });
  addEventListener("paste", (event) => {
    if (!takesText(event.target)) onFile(pictureIn(event.clipboardData));
  });
}

/** Whether text is dropped on a field; a file is a picture wherever it falls. @param {DragEvent} event */
function isForField({ target, dataTransfer }) {
  return takesText(target) && !dataTransfer?.types.includes("Files");
}

/** @param {EventTarget | null} target */
function takesText(target) {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches(TEXT_FIELDS);
}

/** @param {DataTransfer | null} data */
function pictureIn(data) {
  const files = [...(data?.files ?? [])];
  return files.find((file) => file.type.startsWith("image/")) ?? files[0];
}
