import { countText } from "../../core/count.js";
import { messageOf } from "../../core/message.js";
import { translator } from "../../core/i18n.js";
import { evaluate } from "./evaluation.js";
import { make } from "../../elements/make.js";
import { runner } from "../running.js";
import { showPageCosts } from "./page_view.js";

const t = translator({
  en: {
    title: "Evaluate on the MNIST test set",
    start: "{count} images",
    stop: "Stop",
    none: "The accuracy of this model on the 10,000 test images has not been measured yet.",
    published:
      "{model}, {precision}: accuracy {accuracy} % on the 10,000 test images when it was published. Run it here:",
    only: "{model} does not know digits. Choose another model.",
    loading: "Loading the images…",
    stopped: "Stopped before the first answer.",
    result: "Accuracy {accuracy} % on {done} images ({model}, {precision}), {speed} images per second.",
    catalog: "In the catalog, for all 10,000: {accuracy} %.",
    confusion: "Rows: the digit; columns: the answer",
    progress: "Progress",
    done: "{done} of {count} images",
  },
  ko: {
    title: "MNIST 테스트 데이터로 평가",
    start: "이미지 {count}개",
    stop: "중지",
    none: "테스트 이미지 10,000개에서 이 모델의 정확도를 아직 측정하지 않았습니다.",
    published: "{model}, {precision}: 공개할 때 테스트 이미지 10,000개의 정확도는 {accuracy} %. 여기서 실행해 보세요:",
    only: "숫자를 인식하지 않는 모델입니다: {model}. 다른 모델을 고르세요.",
    loading: "이미지를 불러오는 중…",
    stopped: "첫 답이 나오기 전에 중지했습니다.",
    result: "이미지 {done}개의 정확도 {accuracy} % ({model}, {precision}), 초당 {speed}개.",
    catalog: "카탈로그의 10,000개 정확도: {accuracy} %.",
    confusion: "행: 숫자, 열: 답",
    progress: "진행률",
    done: "이미지 {count}개 중 {done}개",
  },
});

/**
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 */
export function mount(root, page) {
  const title = make("h2", { textContent: t("title") });
  const buttons = [1000, 10000].map((count) => {
    const textContent = t("start", { count: countText(count) });
    const button = make("button", { testid: `evaluate-${count}`, textContent });
    button.addEventListener("click", () => void runAlone((signal) => run(count, signal), button));
    return button;
  });
  const stop = make("button", { testid: "evaluate-stop", textContent: t("stop"), hidden: true });
  const bar = make("progress", { hidden: true });
  bar.setAttribute("aria-label", t("progress"));
  const counted = make("span", { testid: "evaluated-count" }); // not in the status: a screen reader would read every count
  const said = make("p", { testid: "evaluated" });
  said.setAttribute("role", "status");
  const table = make("table", { testid: "confusion", hidden: true });
  const line = make("p", {}, ...buttons, " ", stop, " ", bar, " ", counted);
  const costs = make("section");
  root.replaceChildren(title, said, table, line, costs); // the results come first
  const { accuracy, precision } = page.used.file;
  said.textContent =
    accuracy === null
      ? t("none")
      : t("published", { accuracy: percent(accuracy), model: page.used.model.title, precision });

  showPageCosts(costs, page).catch(console.warn);

  const runAlone = runner({ stop, bar, starts: buttons });
  /** @param {number} count @param {AbortSignal} signal */
  async function run(count, signal) {
    const { used } = page;
    if (used.model.task !== "digit") {
      said.textContent = t("only", { model: used.model.title });
      return;
    }
    said.textContent = t("loading");
    bar.max = count;
    try {
      /** @type {import("./evaluation.js").Evaluation | undefined} */
      let last;
      await evaluate(used, count, signal, (evaluation) => {
        last = evaluation;
        bar.value = evaluation.done;
        counted.textContent = t("done", { done: countText(evaluation.done), count: countText(count) });
        said.textContent = ""; // the images are loaded
      });
      if (!last) return void (said.textContent = t("stopped"));
      const { done, right, seconds, confusion } = last;
      const result = t("result", {
        accuracy: percent(right / done),
        done: countText(done),
        model: used.model.title,
        precision: used.file.precision,
        speed: (done / seconds).toFixed(0),
      });
      const { accuracy } = used.file; // null: not measured
      said.textContent = accuracy === null ? result : `${result} ${t("catalog", { accuracy: percent(accuracy) })}`;
      show(table, confusion);
    } catch (error) {
      said.textContent = messageOf(error);
    } finally {
      counted.textContent = "";
    }
  }
}

/** @param {number} share 0 to 1 */
function percent(share) {
  return (100 * share).toFixed(2);
}

/**
 * @param {HTMLTableElement} table
 * @param {number[][]} confusion
 */
function show(table, confusion) {
  table.replaceChildren(make("caption", { textContent: t("confusion") }));
  const rows = [["", ...confusion.keys()], ...confusion.map((row, digit) => [digit, ...row])];
  for (const [y, cells] of rows.entries()) {
    const row = table.insertRow();
    for (const [x, cell] of cells.entries()) row.append(make(x && y ? "td" : "th", { textContent: String(cell) }));
  }
  table.hidden = false;
}
