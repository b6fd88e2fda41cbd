/** The comparison: the server's answer beside the browser's, and what each costs. */

import { deviceOf } from "../device.js";
import { address } from "../../core/catalog.js";
import { latest } from "../../core/coalesce.js";
import { batchView } from "./batch_view.js";
import { decisionView } from "./decision_view.js";
import { figuresOf } from "./figures.js";
import { make } from "./dom.js";
import { Measurements } from "./measurements.js";
import { namedView } from "./named_view.js";
import { PROFILES } from "./network.js";
import { networkPicker } from "./network_picker.js";
import { priceField } from "./price_field.js";
import { reportView } from "./report_view.js";
import { predict, serverPrecision } from "./server.js";
import { serverColumn } from "./server_column.js";
import { showShared } from "./shared_view.js";
import { sizesView } from "./sizes_view.js";
import { startOf } from "./startup.js";
import { startView } from "./start_view.js";
import { timesView } from "./times_view.js";
import { browserTimes, summaryOf } from "./timings.js";
import { Problem } from "./transport.js";
import { verdictView } from "./verdict.js";
import { compareVersions } from "./versions.js";
import { RETRY } from "./wait.js";
import { t } from "./words.js";

/**
 * @typedef {import("../../answer/session.js").Answered} Answered
 * @typedef {import("./measurements.js").Measured} Measured
 * @typedef {import("./server.js").ServerAnswer} ServerAnswer
 */

/** Milliseconds after which the column says that the server is waited for. */
const LATE = 1000;

/**
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 */
export function mount(root, page) {
  const parts = sections(root);
  const column = serverColumn();
  const sending = namedView(parts.sent, () => (asking = ask()));
  const verdict = verdictView(parts.verdict);
  const networks = networkPicker(() => {
    if (newest) measured = measurements.of(newest.loaded, networks.name);
    drawPlot();
    decide();
    asking = ask();
  });
  parts.network.append(networks.element);
  const times = { browser: timesView(parts.times, "browser"), server: timesView(parts.times, "server") };
  const plot = import("./times_plot.js").then(({ timesPlot }) => timesPlot(parts.plot));
  plot.catch(console.warn); // the rest of the view goes on without
  const showStart = startView(parts.start);
  const showDecision = decisionView(parts.decision);
  const showReport = reportView(parts.report);
  const showSizes = sizesView(parts.sizes, page, () => asking);
  const price = priceField(parts.price, () => decide());
  const device = deviceOf();
  batchView(
    parts.batch,
    page,
    () => networks.name,
    () => sending.waits,
    (loaded, { network, ...batch }) => {
      measurements.of(loaded, network).batch = batch;
      decide();
    },
  );
  showShared(parts.shared);

  const measurements = new Measurements();
  /** @type {Answered | undefined} */
  let newest;
  /** @type {Measured | undefined} */
  let measured;
  let asking = Promise.resolve();
  let pause = RETRY.first;
  let timer = 0;
  let versionSeen = "";
  /** @type {Set<Answered>} asked for, and not answered by the server */
  const unanswered = new Set();

  const ask = latest(async () => {
    clearTimeout(timer);
    const answered = newest;
    const taken = measured;
    if (!answered || !taken || root.hidden) return;
    if (sending.waits) return column.fail(sending.waits);
    const { model, file } = answered.loaded;
    const late = setTimeout(() => newest && column.fail(t("late")), LATE);
    try {
      if (taken.network === "offline") throw new Problem("offline");
      const profile = PROFILES[taken.network];
      const answer = await predict(model, serverPrecision(model, file), answered.pixels, profile);
      pause = RETRY.first;
      unanswered.delete(answered);
      keep(taken, answered, answer);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      unanswered.add(answered);
      if (newest) fail(error);
    } finally {
      clearTimeout(late);
    }
  });

  /** @param {Measured} taken @param {Answered} answered @param {ServerAnswer} answer */
  function keep(taken, answered, answer) {
    taken.server.push(answer);
    const totals = taken.server.map(({ total }) => total);
    const later = summaryOf(totals.slice(1));
    const pair = taken.pairs.find((each) => each.answered === answered);
    if (pair && later) pair.server = { time: answer.total, ...later };
    if (taken !== measured || !newest) return; // of another model or network by now, or of a pad that was cleared
    column.show(answered, answer);
    times.server(answer, totals);
    const { same, difference } = verdict.show(answered, answer);
    taken.compared++;
    taken.same += Number(same);
    taken.difference = Math.max(taken.difference, difference);
    if (answer.version !== versionSeen) void showVersions(answered.loaded);
    versionSeen = answer.version;
    void refresh(taken);
  }

  /** @param {Problem} problem */
  function fail({ kind, message }) {
    const sentence = t(kind, { detail: message });
    column.fail(kind === "offline" ? sentence : t("again", { problem: sentence }));
    verdict.clear();
    decide();
    if (kind === "offline") return;
    timer = setTimeout(() => (asking = ask()), pause);
    pause = Math.min(pause * 2, RETRY.most);
  }

  /** @param {import("../../answer/session.js").Loaded} loaded */
  async function showVersions(loaded) {
    const compared = await compareVersions(loaded);
    parts.versions.textContent = compared?.sentence ?? "";
    parts.versions.dataset.behind = compared?.behind ?? "";
  }

  /** @param {Measured} taken */
  async function refresh(taken) {
    const { file } = taken.loaded;
    if (!taken.start && page.used.file === file) {
      const said = await page.startup();
      if (page.used.file !== file) return; // it is of another model
      taken.start = startOf(said, [file, ...file.parts].map(address));
    }
    if (taken !== measured) return;
    if (taken.start) showStart(taken.start, taken.server[0]);
    drawPlot();
    decide();
  }

  function drawPlot() {
    plot.then(
      (show) => show(measured?.pairs ?? []),
      () => {},
    );
  }

  function decide() {
    const offline = document.documentElement.dataset.offline === "ready";
    const about = { device, offline, unanswered: unanswered.size, price: price.value };
    const all = measurements.complete.flatMap((each) => figuresOf(each, about) ?? []);
    showSizes(all);
    const shown = measured && figuresOf(measured, about);
    parts.few.hidden = Boolean(shown);
    if (!shown) return;
    showDecision(shown);
    showReport(shown);
  }

  function clear() {
    clearTimeout(timer);
    newest = undefined;
    column.fail(t("ask"));
    verdict.clear(t("waiting"));
  }

  page.onAnswer((answered) => {
    if (root.hidden) return;
    if (answered.isEmpty) return clear(); // nothing is drawn, and nothing sent
    if (newest?.loaded.model !== answered.loaded.model) versionSeen = "";
    newest = answered;
    measured = measurements.of(answered.loaded, networks.name);
    const taken = browserTimes(answered.milliseconds);
    measured.browser.push(taken.total);
    const later = summaryOf(measured.browser.slice(1));
    if (later) measured.pairs.push({ answered, browser: { time: taken.total, ...later }, server: null });
    times.browser(taken, measured.browser);
    asking = ask();
  });
  void page.answer();
}

/**
 * The parts of the view, from top to bottom, under their titles.
 *
 * @param {HTMLElement} root
 */
function sections(root) {
  /** @template {string} Name @param {Name[]} names @returns {Record<Name, HTMLElement>} */
  const made = (...names) =>
    /** @type {any} */ (Object.fromEntries(names.map((name) => [name, root.appendChild(make("div"))])));
  /** @param {"times" | "start" | "decision" | "size"} name */
  const title = (name) => root.append(make("h2", undefined, t(name)));
  const top = made("shared", "sent", "verdict");
  const versions = root.appendChild(make("p", "versions"));
  const network = made("network");
  title("times");
  const times = made("times", "plot");
  times.plot.dataset.testid = "times-plot";
  times.plot.className = "plot";
  times.plot.setAttribute("role", "img");
  times.plot.setAttribute("aria-label", t("plot"));
  title("start");
  const start = made("start", "batch");
  title("decision");
  const few = root.appendChild(make("p", "few", t("few")));
  const decision = made("price", "decision", "report");
  decision.decision.dataset.testid = "decision";
  title("size");
  return { ...top, versions, ...network, ...times, ...start, few, ...decision, ...made("sizes") };
}
