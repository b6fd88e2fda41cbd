/** The elements of the view, without any behaviour. */

import { make } from "../../elements/make.js";
import { makeCard } from "../../sides/new_card.js";
import { sizeOf } from "../../core/size.js";
import { t } from "./words.js";

/** @typedef {import("../../core/catalog.js").Model} Model */

/** @typedef {ReturnType<typeof makeFrame>} Frame */

/**
 * @param {Model[]} models whose features can be chosen
 */
export function makeFrame(models) {
  const lead = make("p", { className: "teach-lead", textContent: t("lead") });
  const card = makeCard("browser", { label: "taught-label", message: "taught-message" });
  card.element.querySelector(".side-top")?.remove(); // the classes below have their probabilities
  const label = /** @type {HTMLElement} */ (card.element.querySelector(".side-label"));
  const sides = make("div", { className: "sides-frame" }, card.element);
  const choices = make("fieldset", { className: "teach-models" });
  const row = make("div", { className: "choices" });
  choices.append(make("legend", { textContent: t("show") }), row);
  /** @type {Map<string, HTMLInputElement>} */
  const radios = new Map();
  for (const model of models) {
    const label = make("label");
    const radio = make("input", {
      testid: `features-${model.name}`,
      type: "radio",
      name: "features",
      value: model.name,
    });
    radios.set(model.name, radio);
    label.append(radio, make("span", { textContent: kindOf(model) }));
    row.append(label);
  }
  const list = make("ul", { className: "teach-classes", testid: "classes" });
  list.setAttribute("aria-label", t("classes"));
  const more = make("button", { testid: "add-class", textContent: `+ ${t("addClass")}` });
  const facts = make("dl", { className: "teach-facts" });
  const figures = {
    count: fact(facts, "count", t("count")),
    accuracy: fact(facts, "leave-one-out", t("accuracy"), t("accuracyTip")),
    learned: fact(facts, "learned", t("learned")),
    step: fact(facts, "step", t("step")),
  };
  const files = make("p", { className: "teach-files" });
  const actions = {
    save: make("button", { testid: "save-lesson", textContent: t("save") }),
    open: make("button", { testid: "open-lesson", textContent: t("open") }),
    model: make("button", { testid: "taught-model", textContent: t("model") }),
    clear: make("button", { testid: "clear-lesson", textContent: t("clear") }),
  };
  const file = make("input", { testid: "lesson-file", type: "file", accept: "application/json,.json", hidden: true });
  files.append(...Object.values(actions), file);
  const kept = make("p", { className: "teach-kept", testid: "kept" });
  const why = make("aside", { className: "teach-why" });
  why.setAttribute("aria-label", t("whyTitle"));
  why.append(make("h2", { textContent: t("whyTitle") }), make("p", { textContent: t("why") }));
  const spoken = make("p", { className: "spoken", testid: "taught-spoken" });
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

/** @param {HTMLElement} list @param {string} testid @param {string} name @param {string} [tip] */
function fact(list, testid, name, tip = "") {
  const group = make("div");
  const value = make("dd", { textContent: "\u2013", testid });
  group.append(make("dt", { textContent: name }), value);
  if (tip) group.title = tip;
  list.append(group);
  return value;
}
