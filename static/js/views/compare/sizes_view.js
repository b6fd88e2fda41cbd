import { countText } from "../../core/count.js";
import { defaultOf, filesOf, modelsOf } from "../../core/choice.js";
import { translator } from "../../core/i18n.js";
import { fail } from "../../chrome/notice.js";
import { sizeOf } from "../../core/size.js";
import { breakEvenInBytes, breakEvenInTime, isEnough } from "./costs.js";
import { make } from "../../elements/make.js";
import { fillTable } from "../../elements/table.js";
import { networkTitle } from "./network_picker.js";

const t = translator({
  en: {
    to: "Run it with {title}, {size}",
    running: "{done} of {all} pictures answered by both sides",
    loading: "Loading {title}, {size}…",
    back: "Back to {title}",
    model: "Model",
    network: "Network",
    once: "Downloaded once",
    time: "Pays for itself in time after",
    bytes: "In bytes after",
    never: "never",
    few: "too few answers yet",
    answers: "{n} pictures",
  },
  ko: {
    to: "다른 모델로 실행: {title}({size})",
    running: "그림 {all}장 중 {done}장에 양쪽이 답했습니다",
    loading: "{title} 불러오는 중, {size}…",
    back: "되돌리기: {title}",
    model: "모델",
    network: "네트워크",
    once: "다운로드 크기(한 번)",
    time: "시간 기준 비용 회수",
    bytes: "데이터 기준 비용 회수",
    never: "회수 안 됨",
    few: "아직 답이 부족함",
    answers: "그림 {n}장",
  },
});

/** Number of answers after the switch, so that there is something to compare. */
const ANSWERS = 12;

/**
 * Shows the effect of the model's size: a button to the largest model and back, and a table of all measurements.
 *
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 * @param {() => Promise<void>} answered resolves when both sides have answered
 * @param {(choice: Pick<import("../../core/choice.js").Choice, "model" | "file">) => number} bytesOf what its download
 *   takes
 * @returns {(all: import("./figures.js").Figures[]) => void}
 */
export function sizesView(root, page, answered, bytesOf) {
  const largest = largestOf(page.catalog);
  /** @type {import("../../core/choice.js").Choice | undefined} */
  let before;
  const button = make("button", { testid: "size-switch", onclick: () => void change().catch(fail) });
  const table = make("table", { testid: "sizes" });
  const wide = make("div", { className: "wide" }, table);
  const line = make("p", { className: "actions" }, button);
  const status = line.appendChild(make("span", { testid: "size-said" }));
  status.setAttribute("role", "status");
  root.append(wide, line);

  async function change() {
    button.disabled = true;
    const { model, file, engine } = page.used;
    const isLargest = model.name === largest.model.name;
    const next = isLargest ? (before ?? defaultOf(smallest())) : largest;
    if (!isLargest) before = { model, file, engine };
    status.textContent = t("loading", { title: next.model.title, size: sizeOf(bytesOf(next)) });
    try {
      await page.choose(next);
      for (let n = 0; n < ANSWERS && page.used.model === next.model; n++) {
        await page.answer();
        await answered();
        status.textContent = t("running", { done: n + 1, all: ANSWERS });
      }
    } finally {
      status.textContent = "";
      button.disabled = false;
      show([]);
    }
  }

  const smallest = () => modelsOf(page.catalog).sort((a, b) => a.parameters - b.parameters)[0];

  /** @type {import("./figures.js").Figures[]} */
  let known = [];

  /** @param {import("./figures.js").Figures[]} all if empty, the table stays as it is */
  function show(all) {
    if (all.length) known = all;
    const there = before?.model ?? smallest();
    button.textContent =
      page.used.model.name === largest.model.name
        ? t("back", { title: there.title })
        : t("to", { title: largest.model.title, size: sizeOf(bytesOf(largest)) });
    table.hidden = !known.length;
    const heads = [t("model"), t("network"), t("once"), t("time"), t("bytes")];
    const rows = fillTable(table, heads, known.map(cellsOf));
    for (const [place, { model }] of known.entries()) rows[place].dataset.model = model;
  }

  show([]);
  return show;
}

/**
 * @param {import("../../core/catalog.js").Catalog} catalog
 * @returns {import("../../core/choice.js").Choice} the model with the largest file, preferably one that every host has
 */
function largestOf(catalog) {
  const choices = modelsOf(catalog).map((model) => {
    const there = filesOf(model).find(({ command }) => !command);
    const choice = defaultOf(model);
    return choice.file.command && there ? { ...choice, file: there } : choice;
  });
  const everywhere = choices.filter(({ file }) => !file.command);
  return (everywhere.length ? everywhere : choices).sort((a, b) => b.file.bytes - a.file.bytes)[0];
}

/** @param {import("./figures.js").Figures} figures */
function cellsOf(figures) {
  const [time, data] = [breakEvenInTime(figures), breakEvenInBytes(figures)];
  const { model, network, browser } = figures;
  const paidBack = isEnough(figures) ? [time.answers, data.answers].map(after) : [t("few"), t("few")];
  return [`${model} ${browser.precision}`, networkTitle(network), sizeOf(data.once), ...paidBack];
}

/** @param {number} n */
const after = (n) => (n === Infinity ? t("never") : t("answers", { n: countText(n) }));
