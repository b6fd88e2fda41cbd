import { translator } from "./i18n.js";

/**
 * What the page says and offers for each task of the catalog.
 *
 * @typedef {{name: string, file: string}} Example a picture in `data/examples/`; `name` says what it shows. It is
 *   kept by its address, so a changed picture needs another file name
 * @typedef {{hint: string, pad: string, examples: Example[]}} Task `hint` asks for a picture, `pad` names the pad
 */

const t = translator({
  en: {
    digit: "Draw a digit",
    digitPad: "Pad: draw a digit here",
    photo: "Choose a photograph",
    photoPad: "Pad: the photograph, or a drawing",
    other: "Draw or choose a picture",
    otherPad: "Pad: draw here",
    cat: "cat",
    espresso: "espresso",
    photographer: "photographer",
    rocket: "rocket",
  },
  ko: {
    digit: "숫자를 그리세요",
    digitPad: "그림판: 여기에 숫자를 그리세요",
    photo: "사진을 고르세요",
    photoPad: "그림판: 사진 또는 그림",
    other: "그리거나 사진을 고르세요",
    otherPad: "그림판: 여기에 그리세요",
    cat: "고양이",
    espresso: "에스프레소",
    photographer: "사진사",
    rocket: "로켓",
  },
});

const PHOTOS = /** @type {const} */ (["cat", "espresso", "photographer", "rocket"]);

/** @type {Map<string, Task>} */
const TASKS = new Map([
  [
    "digit",
    {
      hint: t("digit"),
      pad: t("digitPad"),
      examples: ["2", "3", "5", "6", "8", "9"].map((name) => ({ name, file: `digit-${name}.png` })),
    },
  ],
  [
    "photo",
    {
      hint: t("photo"),
      pad: t("photoPad"),
      examples: PHOTOS.map((name) => ({ name: t(name), file: `${name}.jpg` })),
    },
  ],
]);

/** @type {Task} */
const OTHER = { hint: t("other"), pad: t("otherPad"), examples: [] };

/** @param {string} name */
export function taskOf(name) {
  return TASKS.get(name) ?? OTHER;
}

const FOLDER = new URL("../../data/examples/", import.meta.url);

/** @param {Example} example */
export function addressOf(example) {
  return new URL(example.file, FOLDER).href;
}

/** The addresses of all pictures, of whatever task. */
export const ADDRESSES = [...TASKS.values()].flatMap(({ examples }) => examples.map(addressOf));
