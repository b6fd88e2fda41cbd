/** The comparison: the server's answer beside the browser's, and what each costs. */

import { fail } from "../../chrome/notice.js";
import { memoryUsed, pageCosts } from "../page_costs.js";
import { whenIdle } from "../../core/idle.js";
import { painted } from "../../core/painted.js";
import { loadSizes, sentSize } from "../../core/sent_size.js";
import { deviceOf } from "../device.js";
import { batchView } from "./batch_view.js";
import { chipsView } from "./chips.js";
import { START, after, verdictOf } from "./comparison.js";
import { costOfAMillion } from "./costs.js";
import { decisionView } from "./decision_view.js";
import { make } from "../../elements/make.js";
import { figuresOf } from "./figures.js";
import { layOut } from "./layout.js";
import { Measurements, addBrowser, addServer } from "./measurements.js";
import { PROFILES } from "./network.js";
import { networkPicker } from "./network_picker.js";
import { payView } from "./pay_view.js";
import { plotView } from "./plot_view.js";
import { pngEncoder } from "./png.js";
import { raceView } from "./race.js";
import { reportView } from "./report_view.js";
import { withRetries } from "./retries.js";
import { sendingView } from "./sending_view.js";
import { predict, serverPrecision } from "./server.js";
import { serverColumn } from "./server_column.js";
import { showShared } from "./shared_view.js";
import { raceOf } from "./share_picture.js";
import { sizesView } from "./sizes_view.js";
import { startView } from "./start_view.js";
import { firstVisit, startupTimes } from "./startup.js";
import { textbookView } from "./textbook_view.js";
import { timesView } from "./times_view.js";
import { browserTimes } from "./timings.js";
import { Problem } from "./transport.js";
import { verdictView } from "./verdict.js";
import { compareVersions } from "./versions.js";
import { t } from "./words.js";

/**
 * @typedef {import("../../answer/session.js").Answered} Answered
 * @typedef {import("../../answer/session.js").Loaded} Loaded
 * @typedef {import("./measurements.js").Measured} Measured
 * @typedef {import("./hybrid/view.js").hybridView} HybridView
 * @typedef {import("./pay_view.js").LineOf} LineOf
 */

/**
 * Makes the view in steps, so that a phone paints between them. What one can click comes into the page when all is made.
 *
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 */
export async function mount(root, page) {
  /** @type {import("../../core/sent_size.js").Sizes | undefined} */
  let sizes;
  loadSizes().catch(console.warn); // no download is shown then; the next answer tries again
  pngEncoder().catch(console.warn); // the first picture tries again
  const parts = layOut();
  const { folds } = parts;
  const showChips = chipsView(parts.chips);
  const pay = payView(parts.pay, () => decide());
  const showReport = reportView(parts.pay, () => newest);
  await painted();

  const summarise = { browser: timesView(folds.times, "browser"), server: timesView(folds.times, "server") };
  const showPlot = plotView(folds.times);
  const start = folds.times.appendChild(make("div"));
  const showStart = startView(start);
  const versions = folds.times.appendChild(make("p", { testid: "versions" }));
  const version = folds.times.appendChild(make("p", { testid: "server-version" }));
  folds.times.append(make("p", { textContent: t("networks") }));
  const decisionRoot = folds.figures.appendChild(make("div", { testid: "decision" }));
  const decision = decisionView(decisionRoot);
  const showTextbook = textbookView(folds.textbook);
  const bytesOf = (/** @type {Pick<Loaded, "model" | "file">} */ { model, file }) => sentSize(sizes, model, file);
  const showSizes = sizesView(folds.size, page, () => asking, bytesOf);
  const device = deviceOf();
  batchView(
    folds.batch,
    page,
    () => networks.name,
    () => sending.whyNot("drawn"),
    (loaded, { network, ...batch }) => {
      measurements.of(loaded, network).batch = batch;
      decide();
    },
  );
  await painted();

  const showServer = serverColumn();
  const easel = /** @type {HTMLElement} */ (document.querySelector(".easel"));
  const sending = sendingView(parts.sending, easel, () => askAgain());
  const showVerdict = verdictView(parts.between);
  const networks = networkPicker(() => changeNetwork());
  parts.race.append(networks.element);
  const showRace = raceView(parts.race);
  showShared(parts.shared);
  const measurements = new Measurements();
  let state = START;
  /** Of the current model and network. @type {Measured | undefined} */
  let measured;
  let asking = Promise.resolve();
  let versionSeen = "";
  /**
   * The newest picture that both sides have answered, with the current model and network.
   *
   * @type {ReturnType<typeof raceOf>}
   */
  let newest;
  /** @type {WeakMap<Answered, import("./times_plot.js").Pair | undefined>} */
  const pairs = new WeakMap();
  /** Loaded after the first answer. @type {{view: NonNullable<Awaited<ReturnType<HybridView>>>, lineOf: LineOf} | undefined} */
  let hybrid;

  /** @param {import("./comparison.js").Event} event */
  function dispatch(event) {
    state = after(state, event);
    root.dataset.phase = state.phase;
    showServer(state);
    showVerdict(state);
    showRace(state);
    void showHybridOf(state);
    const { server } = state;
    version.textContent = server ? t("version", { version: server.version, precision: server.precision }) : "";
    if (state.verdict) newest = raceOf(state);
  }

  /** Shows the hybrid after both sides, whose answers it must not hold up. @param {import("./comparison.js").Comparison} now */
  async function showHybridOf(now) {
    await painted();
    if (now === state) hybrid?.view.show(now);
  }

  function askAgain() {
    dispatch({ type: "again" });
    asking = client.ask();
  }

  /** A page that nobody sees does not go on asking. */
  function askAgainInSight() {
    if (document.hidden) document.addEventListener("visibilitychange", askAgainInSight, { once: true });
    else askAgain();
  }

  const client = withRetries(async () => {
    const { browser: answered, isWanted } = state;
    if (!answered || !isWanted || root.hidden) return "idle";
    const { question, loaded, pixels, origin, milliseconds } = answered;
    const why = sending.whyNot(origin);
    if (why) {
      dispatch({ type: "failed", question, kind: "kept", detail: why });
      return "kept";
    }
    const taken = measurements.of(loaded, networks.name);
    try {
      if (taken.network === "offline") throw new Problem("offline");
      const [precision, profile] = [serverPrecision(loaded.file), PROFILES[taken.network]];
      await painted(); // painting the browser's answer must not delay the request
      const answer = await predict(loaded.model, precision, pixels, milliseconds.resize, profile);
      addServer(taken, answer, verdictOf(answered, answer), pairs.get(answered));
      if (taken.network === networks.name) dispatch({ type: "server", question, answer });
      if (answer.version !== versionSeen) void showVersions(loaded);
      versionSeen = answer.version;
      measurePage().catch(console.warn);
      void refresh(taken);
      return "answered";
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { kind, message } = error;
      if (taken.network === networks.name) dispatch({ type: "failed", question, kind, detail: message });
      decide();
      return ["offline", "missing", "refused"].includes(kind) ? "kept" : "failed"; // those would be so again
    }
  }, askAgainInSight);

  /** @param {Loaded} loaded */
  async function showVersions(loaded) {
    const compared = await compareVersions(loaded);
    if (loaded.model !== page.used.model) return;
    versions.textContent = compared?.sentence ?? "";
    versions.dataset.behind = compared?.behind ?? "";
  }

  /** @param {Measured} taken */
  async function refresh(taken) {
    await addStart(taken).catch(console.warn);
    if (taken === measured) showMeasured();
  }

  /** @param {Measured} taken */
  async function addStart(taken) {
    const { model, file, backend } = taken.loaded;
    if (taken.start || page.used.file !== file) return;
    const startup = await page.startup();
    sizes = await loadSizes();
    if (page.used.file !== file) return; // the startup times belong to another model
    const first = firstVisit(`${file.sha256.slice(0, 16)} ${backend}`, startupTimes(startup), () => localStorage);
    taken.start = { ...first, runtime: sizes.engines[startup.runtime], model: sentSize(sizes, model, file) };
  }

  /** Shows the measurements of the current model and network. */
  function showMeasured() {
    start.hidden = !measured?.start || !measured.server.n;
    if (measured?.start && measured.server.n) showStart(measured.start, measured.server.first, measured.network);
    summarise.browser(measured?.browser);
    summarise.server(measured?.server);
    showPlot(measured?.pairs ?? [], measured?.passed ?? 0);
    decide();
  }

  /** What the page has cost so far. @type {import("../page_costs.js").PageCosts | undefined} */
  let costs;
  const memory = memoryUsed();
  async function measurePage() {
    costs = await pageCosts((await page.firstStart).fetched);
    const used = await memory;
    if (costs && used !== undefined) costs.memory = used;
  }

  function decide() {
    Object.assign(root.dataset, { network: networks.name, compared: measured?.compared ?? 0 });
    const offline = document.documentElement.dataset.offline === "ready";
    const about = { device, offline, unanswered: state.unanswered, price: pay.price, ...(costs && { page: costs }) };
    const all = measurements.complete.flatMap((each) => figuresOf(each, about) ?? []);
    showSizes(all);
    const shown = measured && figuresOf(measured, about);
    pay.show(shown, Math.max(0, Math.min(measured?.browser.n ?? 0, measured?.server.n ?? 0) - 1), hybrid?.lineOf);
    showReport(shown);
    showTextbook(shown);
    const seconds = shown && costOfAMillion(shown).seconds;
    const update = sizes && bytesOf(page.used);
    showChips({ offline, update, seconds });
    if (shown) decision.show(shown);
    else decision.showUnanswered(about);
  }

  function changeNetwork() {
    if (measured) measured = measurements.of(measured.loaded, networks.name);
    newest = undefined;
    dispatch({ type: "network" });
    showMeasured();
    if (state.phase !== "empty") void page.answer().catch(fail); // both sides answer again
  }

  page.onQuestion((question) => {
    client.forget();
    dispatch({ type: "question", question, isEmpty: page.pad.isEmpty });
    sending.whyNot(page.pad.isEmpty ? "drawn" : page.pad.origin); // shows or hides the request for consent
  });
  page.onAnswer((answered) => {
    if (root.hidden) return undefined;
    const taken = measurements.of(answered.loaded, networks.name);
    if (measured?.loaded.model !== answered.loaded.model) {
      versionSeen = versions.textContent = "";
    }
    const isOther = taken !== measured;
    measured = taken;
    const milliseconds = browserTimes(answered.milliseconds);
    if (!answered.isEmpty) pairs.set(answered, addBrowser(taken, milliseconds.total));
    dispatch({ type: "browser", answered });
    if (isOther) newest = undefined;
    if (isOther) showMeasured();
    else if (!answered.isEmpty) summarise.browser(taken.browser);
    asking = client.ask();
    return asking;
  });
  document.addEventListener("view", () => {
    const isSettled = state.phase === "answered" || state.phase === "empty";
    if (document.documentElement.dataset.view === "compare" && !isSettled) void page.answer().catch(fail);
  });
  async function showHybrid() {
    const [{ hybridView }, { lineOf }] = await Promise.all([import("./hybrid/view.js"), import("./hybrid/costs.js")]);
    const given = {
      network: () => networks.name,
      whyNot: (/** @type {import("../../input/pad.js").Origin} */ origin) => sending.whyNot(origin),
      bytesOf,
      onChange: () => decide(),
    };
    const view = await hybridView(parts.hybrid, page, given);
    if (!view) return;
    parts.hybrid.hidden = false;
    hybrid = { view, lineOf: (figures, what) => view.hybrid && lineOf(figures, view.hybrid, what) };
    view.show(state);
  }

  dispatch({ type: "question", question: page.question, isEmpty: page.pad.isEmpty });
  decide();
  void loadSizes()
    .then((list) => {
      sizes = list;
      decide();
    })
    .catch(console.warn);
  await painted();

  root.append(parts.below);
  void page.answer().then(whenIdle).then(showHybrid).catch(console.warn); // the comparison works without it
}
