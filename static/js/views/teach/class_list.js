/** The classes: a name that the reader types, a button that adds the picture, the examples, and how likely each is. */

import { make } from "../../elements/make.js";
import { percentOf } from "../../sides/figures.js";
import { CLASSES, NAME } from "./lesson.js";
import { showThumbnail } from "./picture.js";
import { t } from "./words.js";

/**
 * @typedef {import("./lesson.js").Class} Class
 * @typedef {import("./lesson.js").Example} Example
 * @typedef {{add(of: Class): void, remove(of: Class, example: Example): void, removeClass(of: Class): void,
 *   rename(): void}} Actions
 * @typedef {{item: HTMLElement, show(number: number, isOnly: boolean): void, answer(share?: number, isBest?: boolean):
 *   void}} Row
 */

/**
 * @param {HTMLElement} list
 * @param {Actions} actions
 * @returns {{show(classes: Class[]): void, answer(shares?: Map<Class, number>): void}} `show` keeps the rows of classes
 *   that stay, and so the keyboard's focus; `answer` shows the probability of each class, or none
 */
export function classList(list, actions) {
  /** @type {Map<Class, Row>} */
  const rows = new Map();
  return {
    show(classes) {
      for (const [of, { item }] of rows) {
        if (classes.includes(of)) continue;
        item.remove();
        rows.delete(of);
      }
      for (const of of classes) {
        if (rows.has(of)) continue;
        const row = makeRow(of, actions);
        rows.set(of, row);
        list.append(row.item);
      }
      for (const [place, of] of classes.entries()) rows.get(of)?.show(place + 1, classes.length <= CLASSES.least);
    },
    answer(shares) {
      const most = Math.max(...(shares?.values() ?? []));
      for (const [of, row] of rows) row.answer(shares?.get(of), shares?.get(of) === most);
    },
  };
}

/** @param {Class} of @param {Actions} actions @returns {Row} */
function makeRow(of, actions) {
  const item = make("li", { className: "teach-class", testid: "class" });
  const name = make("input", {
    className: "teach-name",
    testid: "class-name",
    value: of.name,
    maxLength: NAME,
    autocomplete: "off",
    spellcheck: false,
  });
  const share = make("span", { className: "teach-share", testid: "class-share" });
  const add = make("button", {
    className: "teach-add",
    testid: "add",
    textContent: `+ ${t("add")}`,
    onclick: () => actions.add(of),
  });
  const drop = make("button", {
    className: "teach-drop icon",
    testid: "remove-class",
    textContent: "\u00d7",
    onclick: () => actions.removeClass(of),
  });
  const bar = make("span", { className: "bar" });
  const examples = make("div", { className: "teach-examples", testid: "class-examples" });
  examples.setAttribute("role", "group");
  const nothing = make("span", { className: "teach-nothing", textContent: t("nothing") });
  item.append(name, share, add, drop, bar, examples);
  /** @type {Map<Example, HTMLButtonElement>} */
  const thumbnails = new Map();

  function showNames() {
    add.setAttribute("aria-label", t("addTo", { name: of.name }));
    drop.setAttribute("aria-label", t("removeClass", { name: of.name }));
    drop.title = t("removeClass", { name: of.name });
    examples.setAttribute("aria-label", t("examples", { name: of.name }));
    for (const [place, example] of of.examples.entries()) {
      const label = t("remove", { number: place + 1, name: of.name });
      const button = thumbnails.get(example);
      button?.setAttribute("aria-label", label);
      if (button) button.title = label;
    }
  }

  function showExamples() {
    for (const [example, button] of thumbnails) {
      if (of.examples.includes(example)) continue;
      const next = /** @type {HTMLElement | null} */ (button.nextElementSibling ?? button.previousElementSibling);
      if (document.activeElement === button) (next ?? add).focus();
      button.remove();
      thumbnails.delete(example);
    }
    for (const example of of.examples) {
      if (thumbnails.has(example)) continue;
      const button = make("button", {
        className: "teach-example",
        testid: "example-of-class",
        onclick: () => actions.remove(of, example),
      });
      const canvas = button.appendChild(make("canvas"));
      showThumbnail(example.png, canvas).catch(() => actions.remove(of, example)); // damaged
      thumbnails.set(example, button);
      examples.prepend(button); // the newest first, so that it is seen
    }
    if (thumbnails.size) nothing.remove();
    else examples.append(nothing);
  }

  name.addEventListener("input", () => {
    of.name = name.value.trim() || name.placeholder;
    showNames();
    actions.rename();
  });

  return {
    item,
    show(number, isOnly) {
      name.placeholder = t("sign", { number });
      name.setAttribute("aria-label", t("name", { number }));
      drop.hidden = isOnly;
      showExamples();
      showNames();
    },
    answer(probability, isBest = false) {
      share.textContent = probability === undefined ? "" : percentOf(probability);
      bar.style.setProperty("--share", String(probability ?? 0));
      item.classList.toggle("best", isBest);
    },
  };
}
