import { messageOf } from "../../core/message.js";
import { countText } from "../../core/count.js";
import { differenceText } from "../../core/difference.js";
import { translator } from "../../core/i18n.js";
import { ALONE, AT_A_TIME, runBatch } from "./batch.js";
import { make } from "../../elements/make.js";
import { PROFILES } from "./network.js";
import { networkTitle } from "./network_picker.js";
import { runner } from "../running.js";
import { Problem } from "./transport.js";
import { fillTable } from "../../elements/table.js";
import { t as common } from "./words.js";

/** Number of test digits, of the test set's 10,000. */
const COUNT = 200;

const t = translator({
  en: {
    start: "Run {count} test digits",
    stop: "Stop",
    about:
      "First the browser, then the server. The first {alone} digits are sent one at a time and give the time of an answer; the others, {most} at a time, give the answers per second. The browser has one worker.",
    only: "{model} does not know digits. Choose another model.",
    offline: "Offline (simulated): the server cannot answer.",
    loading: "Loading the test digits and the model…",
    running: "Browser {browser} of {count}, server {server} of {count}.",
    waiting: "The server is busy. Trying again: {waiting}",
    stopped: "Stopped before the server had answered ten digits after the first.",
    done: "Same label for {same} of {n}; largest difference between the probabilities: {difference}. {model}, {precision}; network: {network}. The server was too busy {busy} times.",
    progress: "Progress",
    side: "Side",
    accuracy: "Accuracy",
    typical: "Typical time",
    slowest: "Slowest 5 %",
    speed: "Answers per second",
    sent: "Bytes sent",
  },
  ko: {
    start: "테스트 숫자 {count}개 실행",
    stop: "중지",
    about:
      "먼저 브라우저, 그다음 서버가 답합니다. 처음 {alone}개는 하나씩 보내 응답 시간을 재고, 나머지는 한 번에 {most}개씩 보내 초당 답 수를 셉니다. 브라우저의 워커는 하나입니다.",
    only: "숫자를 인식하지 않는 모델입니다: {model}. 다른 모델을 고르세요.",
    offline: "오프라인(시뮬레이션): 서버가 답할 수 없습니다.",
    loading: "테스트 숫자와 모델을 불러오는 중…",
    running: "브라우저 {browser}/{count}, 서버 {server}/{count}.",
    waiting: "서버가 바빠서 다시 시도합니다: {waiting}",
    stopped: "첫 숫자 이후 서버가 열 개에 답하기 전에 중지했습니다.",
    done: "{n}개 중 {same}개의 답이 같습니다. 확률의 최대 차이: {difference}. {model}, {precision}, 네트워크: {network}. 서버가 바빴던 횟수: {busy}.",
    progress: "진행률",
    side: "구분",
    accuracy: "정확도",
    typical: "보통 시간",
    slowest: "가장 느린 5 %",
    speed: "초당 답 수",
    sent: "보낸 바이트",
  },
});

/** @typedef {import("./batch.js").Batch & {network: import("./network.js").NetworkName}} NamedBatch */

/**
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 * @param {() => import("./network.js").NetworkName} networkOf the current simulated network
 * @param {() => string} whyNot why the server must not be asked yet; "" if it may be asked
 * @param {(loaded: import("../../answer/session.js").Loaded, batch: NamedBatch) => void} onBatch called with results
 */
export function batchView(root, page, networkOf, whyNot, onBatch) {
  const start = make("button", { testid: "batch", textContent: t("start", { count: COUNT }) });
  const stop = make("button", { testid: "batch-stop", textContent: t("stop"), hidden: true });
  const bar = make("progress", { testid: "batch-progress", max: 2 * COUNT, hidden: true });
  bar.setAttribute("aria-label", t("progress"));
  const status = make("p", { testid: "batch-said", textContent: t("about", { alone: ALONE, most: AT_A_TIME }) });
  status.setAttribute("role", "status");
  const table = make("table", { testid: "batch-result", hidden: true });
  const line = make("p", { className: "actions" }, start, stop, bar);
  const wide = make("div", { className: "wide" }, table);
  root.append(wide, line, status); // the results come first

  const runAlone = runner({ stop, bar, starts: [start] });
  start.addEventListener("click", () => void runAlone(run));

  /** @param {AbortSignal} signal */
  async function run(signal) {
    const { used } = page;
    const network = networkOf();
    if (used.model.task !== "digit") return void (status.textContent = t("only", { model: used.model.title }));
    if (whyNot()) return void (status.textContent = whyNot());
    if (network === "offline") return void (status.textContent = t("offline"));
    table.hidden = true;
    status.textContent = t("loading");
    try {
      const batch = await runBatch(used, COUNT, PROFILES[network], signal, (progress) => {
        const { browser, server, waiting } = progress;
        bar.value = browser + server;
        status.textContent = waiting ? t("waiting", { waiting }) : t("running", { browser, server, count: COUNT });
      });
      status.textContent = batch ? sentenceOf(used, batch, network) : t("stopped");
      if (!batch) return;
      fill(table, batch);
      onBatch(used, { ...batch, network });
    } catch (error) {
      const message = messageOf(error);
      status.textContent = error instanceof Problem ? common(error.kind, { detail: message }) : message;
    }
  }
}

/**
 * @param {import("../../answer/session.js").Loaded} used
 * @param {import("./batch.js").Batch} batch
 * @param {import("./network.js").NetworkName} network
 */
function sentenceOf({ model, file }, { n, same, difference, server }, network) {
  return t("done", {
    ...{ n, same, difference: differenceText(difference), busy: server.busy },
    ...{ model: model.title, precision: file.precision, network: networkTitle(network) },
  });
}

/**
 * @param {HTMLTableElement} table
 * @param {import("./batch.js").Batch} batch
 */
function fill(table, batch) {
  table.dataset.batch = JSON.stringify(batch);
  const heads = [t("side"), t("accuracy"), t("typical"), t("slowest"), t("speed"), t("sent")];
  const rows = /** @type {const} */ (["browser", "server"]).map((side) => {
    const { accuracy, p50, p95, throughput } = batch[side];
    const sent = side === "server" ? batch.server.up : 0;
    return [
      common(side),
      `${(accuracy * 100).toFixed(1)} %`,
      ...[p50, p95].map((each) => (each === null ? "\u2013" : `${each.toFixed(1)} ms`)),
      throughput?.toFixed(1) ?? "\u2013",
      countText(sent),
    ];
  });
  fillTable(table, heads, rows);
  table.hidden = false;
}
