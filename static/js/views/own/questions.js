/** What the file does not say, the reader is asked: the range, the background, the size and the labels. */

import { RANGES, sized } from "../../own/adapter.js";
import { make } from "../../elements/make.js";
import { t } from "./words.js";

/**
 * @typedef {import("../../own/own_inference.js").Description} Description
 * @typedef {import("../../own/adapter.js").Adapting} Adapting
 * @typedef {{range: string, background: import("../../own/adapter.js").Background, side: number}} Settings `range` is
 *   one of `RANGES`, "file", or "" if the reader has not chosen yet; `side` counts if the input's size is open
 */

/** The side of most classifiers' pictures. */
const SIDE = 224;
/** Sides that the reader may choose. */
const [LEAST, MOST] = [8, 1024];
/** A grey input of at most this side is probably a digit's or the like, as in MNIST: light on dark. */
const SMALL = 32;

/** What the file says, or suggests. @param {Description} described @returns {Settings} */
export function settingsOf({ input, normalization, range }) {
  return {
    range: normalization ? "file" : (range ?? ""),
    background: input.channels === 1 && input.height > 0 && input.height <= SMALL ? "dark" : "any",
    side: SIDE,
  };
}

/** @param {Settings} settings @param {Description} described @returns {Adapting | undefined} */
export function adaptingOf({ range, background }, { normalization }) {
  const chosen = range === "file" ? normalization : RANGES[/** @type {keyof typeof RANGES} */ (range)];
  return chosen && { normalization: chosen, background };
}

/** The input for one picture. @param {Settings} settings @param {Description} described */
export function inputFor({ side }, { input }) {
  return sized(input, side);
}

/**
 * @param {HTMLElement} root
 * @param {Description} described
 * @param {Settings} settings is changed when the reader chooses
 * @param {() => void} onChange
 */
export function showQuestions(root, described, settings, onChange) {
  const ranges = Object.keys(RANGES).map((name) => new Option(t(/** @type {"torch"} */ (name)), name));
  if (described.normalization) ranges.unshift(new Option(t("rangeFile"), "file"));
  if (!settings.range) ranges.unshift(new Option(t("rangeAsk"), "", true, true));
  const range = select("own-range", ranges, settings.range, (value) => (settings.range = value));
  const backgrounds = /** @type {const} */ (["any", "dark", "light"]).map((name) => new Option(t(name), name));
  const background = select("own-background", backgrounds, settings.background, (value) => {
    settings.background = /** @type {Settings["background"]} */ (value);
  });
  root.replaceChildren(labelled(t("range"), range), labelled(t("background"), background));
  if (described.input.height > 0 && described.input.width > 0) return;
  const side = make("input", {
    testid: "own-side",
    type: "number",
    min: String(LEAST),
    max: String(MOST),
    value: String(settings.side),
  });
  side.addEventListener("change", () => {
    settings.side = Math.min(MOST, Math.max(LEAST, Math.round(Number(side.value)) || SIDE));
    side.value = String(settings.side);
    onChange();
  });
  root.append(labelled(t("size"), side));

  /**
   * @param {string} testid
   * @param {HTMLOptionElement[]} options
   * @param {string} value
   * @param {(value: string) => void} choose
   */
  function select(testid, options, value, choose) {
    const made = make("select", { testid });
    made.replaceChildren(...options);
    made.value = value;
    made.addEventListener("change", () => {
      choose(made.value);
      made.querySelector("option[value='']")?.remove();
      onChange();
    });
    return made;
  }
}

/** @param {string} text @param {HTMLElement} control */
function labelled(text, control) {
  const label = make("label", {}, make("span", { textContent: text }), control);
  return label;
}
