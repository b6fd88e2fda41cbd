/** The classes: a name that the reader types, a button that adds the picture, the examples, and how likely each is. */

import { element } from "../../sides/element.js";
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
  const item = element("li", "teach-class", { testid: "class" });
  const name = element("input", "teach-name", { testid: "class-name" });
  Object.assign(name, { value: of.name, maxLength: NAME, autocomplete: "off", spellcheck: false });
  const share = element("span", "teach-share", { testid: "class-share" });
  const add = makeButton("teach-add", "add", () => actions.add(of));
  add.textContent = `+ ${t("add")}`;
  const drop = makeButton("teach-drop icon", "remove-class", () => actions.removeClass(of));
  drop.textContent = "\u00d7";
  const bar = element("span", "bar");
  const examples = element("div", "teach-examples", { testid: "class-examples" });
  examples.setAttribute("role", "group");
  const nothing = element("span", "teach-nothing", { text: t("nothing") });
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
      const button = makeButton("teach-example", "example-of-class", () => actions.remove(of, example));
      const canvas = button.appendChild(document.createElement("canvas"));
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

/** @param {string} className @param {string} testid @param {() => void} onClick */
function makeButton(className, testid, onClick) {
  const button = element("button", className, { testid });
  button.type = "button";
  button.addEventListener("click", onClick);
  return button;
}
