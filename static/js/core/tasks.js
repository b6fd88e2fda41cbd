import { PAGE } from "./addresses.js";
import { translator } from "./i18n.js";

/**
 * The texts and examples for each task in the catalog.
 *
 * @typedef {import("./catalog.js").Catalog} Catalog
 * @typedef {{hint: string, pad: string}} Task `hint` asks for a picture, `pad` is the label of the pad
 * @typedef {{name: string, address: string}} Example an example picture; `name` says what it shows
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

/** @type {Map<string, Task>} */
const TASKS = new Map([
  ["digit", { hint: t("digit"), pad: t("digitPad") }],
  ["photo", { hint: t("photo"), pad: t("photoPad") }],
]);

/** @type {Task} */
const OTHER = { hint: t("other"), pad: t("otherPad") };

/** @param {string} name */
export function taskOf(name) {
  return TASKS.get(name) ?? OTHER;
}

const FOLDER = new URL("data/examples/", PAGE);

/** Subjects of examples that have a translation. */
const SHOWN = /** @type {const} */ (["cat", "espresso", "photographer", "rocket"]);

/**
 * The examples for a model.
 *
 * @param {Catalog} catalog
 * @param {import("./catalog.js").Model} model
 * @returns {Example[]}
 */
export function examplesOf(catalog, model) {
  return catalog.examples.filter(({ task }) => task === model.task).map(exampleOf);
}

/** The addresses of all examples. @param {Catalog} catalog */
export function exampleAddresses(catalog) {
  return catalog.examples.map((example) => exampleOf(example).address);
}

/** @param {import("./catalog.js").Example} example @returns {Example} */
function exampleOf({ file, shows }) {
  const word = SHOWN.find((each) => each === shows);
  return { name: word ? t(word) : shows, address: new URL(file, FOLDER).href };
}
