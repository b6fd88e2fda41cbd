/** A lesson as one JSON file. It contains the pictures, from which the device that opens it computes the features. */

import { countText } from "../../core/count.js";
import { base64Of, bytesIn } from "../../core/base64.js";
import { translator } from "../../core/i18n.js";
import { CLASSES, countOf, EXAMPLES, NAME, PICTURE } from "./lesson.js";

/** @typedef {import("./lesson.js").Lesson} Lesson */

const KIND = "both-sides-lesson";
const VERSION = 1;
/** Width and height of a picture. */
export const SIDE = 224;
/** The longest picture in base64, in characters. */
const LONGEST = Math.ceil(PICTURE / 3) * 4;
/** The largest file, in bytes: of all pictures that a lesson may have, with their names. */
const FILE = EXAMPLES * LONGEST + 100_000;

const t = translator({
  en: {
    bytes: "The file has {bytes} bytes. At most {most} are allowed.",
    json: "The file is not one that this page has saved: it is not JSON.",
    kind: "The file is not one that this page has saved: it has no '{kind}', version {version}.",
    model: "The file was taught on '{name}'. This page has: {names}.",
    classes: "The file has {count} classes. Between {least} and {most} are allowed.",
    name: "Class {place} of the file has no name of 1 to {most} characters.",
    examples: "The file has {count} examples. At most {most} are allowed.",
    picture: "Example {place} of '{name}' is not a PNG of {side} x {side} pixels and at most {most} bytes.",
  },
  ko: {
    bytes: "파일 크기가 {bytes}바이트입니다. 최대 {most}바이트까지 쓸 수 있습니다.",
    json: "이 페이지에서 저장한 파일이 아닙니다. JSON 형식이 아닙니다.",
    kind: "이 페이지에서 저장한 파일이 아닙니다. '{kind}' 버전 {version} 표시가 없습니다.",
    model: "이 파일이 쓰는 모델: '{name}'. 이 페이지에 있는 모델: {names}.",
    classes: "파일의 기호가 {count}개입니다. {least}개부터 {most}개까지 쓸 수 있습니다.",
    name: "파일의 {place}번째 기호에 1~{most}자의 이름이 없습니다.",
    examples: "파일의 예가 {count}개입니다. 최대 {most}개까지 쓸 수 있습니다.",
    picture: "'{name}'의 {place}번째 예는 {side} x {side}픽셀, 최대 {most}바이트의 PNG가 아닙니다.",
  },
});

/**
 * @param {Lesson} lesson
 * @returns {string}
 */
export function jsonOf({ model, classes }) {
  const written = classes.map(({ name, examples }) => ({ name, examples: examples.map(({ png }) => base64Of(png)) }));
  return JSON.stringify({ kind: KIND, version: VERSION, model, classes: written });
}

/**
 * Reads a file that anybody may have written. Sizes are checked before anything is read, and the pictures' sizes before
 * anything decodes them.
 *
 * @param {Blob} file
 * @param {string[]} models names of those whose features are published
 * @returns {Promise<Lesson>} without features
 * @throws {Error} the message is a sentence
 */
export async function lessonIn(file, models) {
  if (file.size > FILE) throw new Error(t("bytes", { bytes: countText(file.size), most: countText(FILE) }));
  const read = parsed(await file.text());
  if (read?.kind !== KIND || read.version !== VERSION || !Array.isArray(read.classes))
    throw new Error(t("kind", { kind: KIND, version: VERSION }));
  if (!models.includes(read.model))
    throw new Error(t("model", { name: String(read.model).slice(0, NAME), names: models.join(", ") }));
  const { least, most } = CLASSES;
  if (read.classes.length < least || read.classes.length > most)
    throw new Error(t("classes", { count: countText(read.classes.length), least, most }));
  /** @type {ReturnType<typeof classIn>[]} */
  const classes = read.classes.map(classIn);
  const examples = countOf({ model: read.model, classes });
  if (examples > EXAMPLES) throw new Error(t("examples", { count: countText(examples), most: EXAMPLES }));
  return {
    model: read.model,
    classes: classes.map(({ name, examples }) => ({ name, examples: examples.map(pictureIn(name)) })),
  };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(t("json"));
  }
}

/** @param {any} value @param {number} index @returns {{name: string, examples: any[]}} */
function classIn(value, index) {
  const name = typeof value?.name === "string" ? value.name.trim() : "";
  if (!name || name.length > NAME || !Array.isArray(value.examples))
    throw new Error(t("name", { place: index + 1, most: NAME }));
  return { name, examples: value.examples };
}

/** @param {string} name @returns {(text: any, index: number) => import("./lesson.js").Example} */
function pictureIn(name) {
  return (text, index) => {
    const isShort = typeof text === "string" && text.length <= LONGEST;
    const png = isShort ? pngIn(text) : undefined;
    if (!png || !isPicture(png)) {
      const most = countText(PICTURE);
      throw new Error(t("picture", { place: index + 1, name, side: SIDE, most }));
    }
    return { png };
  };
}

/** The signature of PNG, then its first chunk, which has the size. */
const START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

/** Whether it says that it is a PNG of the right size; a damaged one is found when it is decoded. @param {Uint8Array} png */
function isPicture(png) {
  if (png.length < 33 || png.length > PICTURE || !START.every((byte, at) => png[at] === byte)) return false;
  const sizes = new DataView(png.buffer, png.byteOffset);
  return sizes.getUint32(16) === SIDE && sizes.getUint32(20) === SIDE;
}

/** @param {string} text */
function pngIn(text) {
  try {
    return bytesIn(text);
  } catch {
    return undefined;
  }
}
