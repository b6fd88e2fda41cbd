import { make } from "../../elements/make.js";
import { translator } from "../../core/i18n.js";
import { sizeOf } from "../../core/size.js";
import { timeText } from "../../sides/figures.js";
import { memoryUsed, pageCosts } from "../page_costs.js";

const t = translator({
  en: {
    title: "This page on this device",
    start: "Start, until the model could answer",
    startText: "{time}, {requests} requests, {size} from the network",
    tasks: "Tasks that kept the page from reacting, 50 ms or longer",
    tasksText: "{tasks}, the longest {longest}; beyond the 50 ms together {blocked}",
    noTasks: "none",
    memory: "Memory of the page and its workers",
    tasksUntold: "this browser does not tell",
    memoryMeasured: "being measured, which takes up to half a minute…",
    memoryUntold: "this browser tells it only to an isolated page, or not at all",
  },
  ko: {
    title: "이 기기에서 이 페이지의 비용",
    start: "시작: 모델이 답할 수 있을 때까지",
    startText: "{time}, 요청 {requests}개, 네트워크에서 {size}",
    tasks: "페이지가 반응하지 못한 50 ms 이상의 작업",
    tasksText: "{tasks}개, 가장 긴 작업 {longest}, 50 ms를 넘은 시간의 합 {blocked}",
    noTasks: "없음",
    memory: "페이지와 워커의 메모리",
    tasksUntold: "이 브라우저는 알려 주지 않습니다",
    memoryMeasured: "측정하는 중입니다. 30초까지 걸립니다…",
    memoryUntold: "이 브라우저는 격리된 페이지에만 알려 주거나 알려 주지 않습니다",
  },
});

/**
 * What the page has cost until now, measured each time the view is shown.
 *
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 */
export function showPageCosts(root, page) {
  const list = make("dl", { testid: "page-costs" });
  /** The newest measurement of the memory, which takes long. @type {Promise<number | undefined> | undefined} */
  let newest;
  root.append(make("h2", { textContent: t("title") }), list);

  async function show() {
    const costs = await pageCosts((await page.firstStart).fetched);
    root.hidden = !costs;
    if (!costs) return;
    const asked = (newest = memoryUsed());
    fill(costs, t("memoryMeasured"));
    const memory = await asked;
    if (asked === newest) fill({ ...costs, memory }, memory === undefined ? t("memoryUntold") : sizeOf(memory));
  }

  /** @param {import("../page_costs.js").PageCosts} costs @param {string} memory */
  function fill(costs, memory) {
    list.dataset.costs = JSON.stringify(costs);
    list.replaceChildren(
      ...[...rowsOf(costs), [t("memory"), memory]].map(([title, text]) => {
        const row = make("div", {}, make("dt", { textContent: title }), make("dd", { textContent: text }));
        return row;
      }),
    );
  }

  document.addEventListener("view", () => {
    if (document.documentElement.dataset.view === "measure") show().catch(console.warn);
  });
  return show();
}

/**
 * @param {import("../page_costs.js").PageCosts} costs
 * @returns {[title: string, text: string][]}
 */
function rowsOf({ start, requests, transferred, tasks, longest = 0, blocked = 0 }) {
  const time = { longest: timeText(longest), blocked: timeText(blocked) };
  return [
    [t("start"), t("startText", { time: timeText(start), requests, size: sizeOf(transferred) })],
    [t("tasks"), tasks === undefined ? t("tasksUntold") : tasks ? t("tasksText", { tasks, ...time }) : t("noTasks")],
  ];
}
