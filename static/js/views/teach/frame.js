/** The elements of the view, without any behaviour. */

import { element } from "../../sides/element.js";
import { makeCard } from "../../sides/new_card.js";
import { sizeOf } from "../../core/size.js";
import { t } from "./words.js";

/** @typedef {import("../../core/catalog.js").Model} Model */

/** @typedef {ReturnType<typeof makeFrame>} Frame */

/**
 * @param {Model[]} models whose features can be chosen
 */
export function makeFrame(models) {
  const lead = element("p", "teach-lead", { text: t("lead") });
  const card = makeCard("browser", { label: "taught-label", message: "taught-message" });
  card.element.querySelector(".side-top")?.remove(); // the classes below have their probabilities
  const label = /** @type {HTMLElement} */ (card.element.querySelector(".side-label"));
  const sides = element("div", "sides-frame");
  sides.append(card.element);
  const choices = element("fieldset", "teach-models");
  const row = element("div", "choices");
  choices.append(element("legend", "", { text: t("show") }), row);
  /** @type {Map<string, HTMLInputElement>} */
  const radios = new Map();
  for (const model of models) {
    const label = element("label");
    const radio = element("input", "", { testid: `features-${model.name}` });
    Object.assign(radio, { type: "radio", name: "features", value: model.name });
    radios.set(model.name, radio);
    label.append(radio, element("span", "", { text: kindOf(model) }));
    row.append(label);
  }
  const list = element("ul", "teach-classes", { testid: "classes" });
  list.setAttribute("aria-label", t("classes"));
  const more = button("add-class", `+ ${t("addClass")}`);
  const facts = element("dl", "teach-facts");
  const figures = {
    count: fact(facts, "count", t("count")),
    accuracy: fact(facts, "leave-one-out", t("accuracy"), t("accuracyTip")),
    learned: fact(facts, "learned", t("learned")),
    step: fact(facts, "step", t("step")),
  };
  const files = element("p", "teach-files");
  const actions = {
    save: button("save-lesson", t("save")),
    open: button("open-lesson", t("open")),
    model: button("taught-model", t("model")),
    clear: button("clear-lesson", t("clear")),
  };
  const file = element("input", "", { testid: "lesson-file" });
  Object.assign(file, { type: "file", accept: "application/json,.json", hidden: true });
  files.append(...Object.values(actions), file);
  const kept = element("p", "teach-kept", { testid: "kept" });
  const why = element("aside", "teach-why");
  why.setAttribute("aria-label", t("whyTitle"));
  why.append(element("h2", "", { text: t("whyTitle") }), element("p", "", { text: t("why") }));
  const spoken = element("p", "spoken", { testid: "taught-spoken" });
  spoken.setAttribute("role", "status");
  const all = [lead, sides, choices, list, more, facts, files, kept, why, spoken];
  return { all, card, label, radios, list, more, figures, actions, file, kept, spoken };
}

/** The kind of pictures that a model's features are for. @param {Model} model */
function kindOf({ task, title, features }) {
  if (task === "digit") return t("drawings");
  const kind = task === "photo" ? t("photographs") : t("other", { title });
  return features ? t("sized", { kind, size: sizeOf(features.file.bytes) }) : kind;
}

/** @param {string} testid @param {string} text */
function button(testid, text) {
  const made = element("button", "", { testid, text });
  made.type = "button";
  return made;
}

/** @param {HTMLElement} list @param {string} testid @param {string} name @param {string} [tip] */
function fact(list, testid, name, tip = "") {
  const group = element("div");
  const value = element("dd", "", { text: "\u2013", testid });
  group.append(element("dt", "", { text: name }), value);
  if (tip) group.title = tip;
  list.append(group);
  return value;
}
