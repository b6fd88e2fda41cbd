/** The hybrid: the browser answers, and the server's larger model is asked where the browser is unsure. */

import { messageOf } from "../../../core/message.js";
import { countText } from "../../../core/count.js";
import { areWords } from "../../../core/labels.js";
import { isBlank, top } from "../../../core/probabilities.js";
import { defaultOf } from "../../../core/choice.js";
import { painted } from "../../../core/painted.js";
import { TOP } from "../../../sides/card.js";
import { outcomeOf } from "./answer.js";
import { recommended, total } from "./curve.js";
import { columnsOf, costText, rowsOf, sentenceOf, thresholdText } from "./figures.js";
import { hybridFrame, option } from "./frame.js";
import { hereView } from "./here.js";
import { loadPublished, pairOf } from "./pairs.js";
import { drawCurve } from "./plot.js";
import { HybridSamples, measuredOf } from "./samples.js";
import { SmallModel } from "./small.js";
import { t } from "./words.js";
import { PROFILES } from "../network.js";
import { networkTitle } from "../network_picker.js";
import { WIDTH } from "../pay_plot.js";
import { problemOf } from "../server_column.js";
import { predict } from "../server.js";
import { Problem } from "../transport.js";
import { fillTable } from "../../../elements/table.js";
import { make } from "../../../elements/make.js";
import { loadStyle } from "../../style.js";

/**
 * @typedef {import("../comparison.js").Comparison} Comparison
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {import("../../../core/catalog.js").Model} Model
 * @typedef {import("../../../core/catalog.js").File} File
 * @typedef {{question: number, network: import("../network.js").NetworkName, pair: Pair, answered:
 *   import("../../../answer/session.js").Answered, known: import("./answer.js").Known, isStarted: boolean,
 *   isSent: boolean}} Current picture; `isStarted`: the small model has been asked; `isSent`: the large one has
 * @typedef {{network: () => import("../network.js").NetworkName, whyNot: (origin:
 *   import("../../../input/pad.js").Origin) => string, bytesOf: (choice: {model: Model, file: File}) => number,
 *   onChange: () => void}} Given by the comparison: the simulated network, why a picture must not be sent ("" if it may), the bytes that
 *   a file's download takes, and who is told that the costs have changed
 */

/**
 * @param {HTMLElement} root
 * @param {import("../../page.js").Page} page
 * @param {Given} given
 * @returns {Promise<{show(state: Comparison): void, readonly hybrid: import("./costs.js").Hybrid | undefined} |
 *   undefined>} `hybrid`: what it costs with the current threshold; undefined if there is no pair for the page's model.
 *   Undefined as a whole if this host has no pair at all
 */
export async function hybridView(root, page, { network, whyNot, bytesOf, onChange }) {
  const published = await loadPublished();
  if (!page.catalog.models.some((model) => pairOf(published, page.catalog, model))) return undefined;
  await loadStyle("built/css/hybrid.css");
  await painted(); // with a new style sheet the whole page is styled again
  const frame = hybridFrame(root);
  const { slider, pictures } = frame;
  const samples = new HybridSamples();
  const small = new SmallModel();
  /** `null` until the first model is known @type {Pair | null | undefined} */
  let pair = null;
  /** @type {Current | undefined} */
  let current;
  let width = WIDTH;
  let drawn = "";
  const here = hereView(frame, () => page.used.engine, showHere);

  function counts() {
    const measured = here.result(pair ?? undefined);
    if (pictures.value === "own" && measured) return measured.counts;
    const conditions = pair?.conditions ?? [];
    return total(conditions.filter(({ kind }) => pictures.value === "all" || kind === pictures.value));
  }

  /** @param {Pair} of */
  const smallOf = ({ small }) => (small === page.used.model ? page.used : defaultOf(small, page.used.engine));
  /** @param {Pair} of */
  const takenOf = (of) => samples.of(of, page.used.backend, network());

  function usePair() {
    const next = pairOf(published, page.catalog, page.used.model);
    if (next === pair || (next && next.small === pair?.small && next.large === pair.large)) return;
    pair = next;
    if (!pair || pair.small === page.used.model) small.stop(); // the page itself runs it, or nothing does
    frame.parts.hidden = !pair;
    if (!pair) return void (frame.about.textContent = whyNone());
    frame.about.textContent = t("about", { small: pair.small.title, large: pair.large.title });
    slider.max = String(pair.thresholds.length - 1);
    pictures.value = "all";
    slider.value = String(recommended(counts(), pair.slack));
    here.use(pair);
  }

  function whyNone() {
    const names = new Set(published?.pairs.flatMap((each) => [each.small.name, each.large.name]));
    const titles = page.catalog.models.filter(
      (model) => names.has(model.name) && pairOf(published, page.catalog, model),
    );
    return t("none", { model: page.used.model.title, names: titles.map(({ title }) => title).join(", ") });
  }

  /** The curve and the figures, for the current threshold, pictures and network. */
  function showFigures() {
    if (!pair) return;
    const [all, place] = [counts(), Number(slider.value)];
    const threshold = pair.thresholds[place];
    const measured = measuredOf(takenOf(pair), bytesOf(smallOf(pair)));
    const columns = columnsOf(all, place, measured);
    frame.output.textContent = thresholdText(threshold);
    slider.setAttribute("aria-valuetext", thresholdText(threshold));
    const sentence = sentenceOf(columns);
    frame.sentence.textContent = sentence;
    frame.plot.setAttribute("aria-label", t("plot", { sentence }));
    showCurve();
    fillTable(frame.table, ["", t("browserAlone"), t("card"), t("serverAlone")], rowsOf(columns));
    const [n, few] = [countText(all.images), { small: measured.small.length, large: measured.large.length }];
    frame.table.prepend(
      make("caption", { textContent: t("caption", { n, network: networkTitle(network()), ...few }) }),
    );
    const { share, accuracy, costs } = columns[1];
    root.dataset.hybrid = JSON.stringify({ ...{ threshold, share, accuracy, images: all.images }, ...costs });
  }

  function showCurve() {
    if (!pair) return;
    const [all, place] = [counts(), Number(slider.value)];
    const shown = JSON.stringify([all.sent, all.right, place, width]);
    if (shown !== drawn) drawCurve(frame.svg, all, place, width);
    drawn = shown;
  }

  /** A curve that was measured on this device is chosen at once. */
  function showHere() {
    const own = [...pictures.options].find(({ value }) => value === "own") ?? pictures.appendChild(option("own"));
    own.selected = true;
    showFigures();
    onChange();
  }

  /** @param {boolean} isAsking whether the server may be asked now */
  function showAnswer(isAsking) {
    if (!current) return;
    const { known, answered, network: on } = current;
    const { small: half, thresholds } = current.pair;
    const outcome = outcomeOf(known, thresholds[Number(slider.value)], half.blank);
    const { who, isAsked, probabilities, milliseconds } = outcome;
    const blank = who === "browser" && isBlank(probabilities ?? [], half.blank);
    frame.cost.textContent = costText(outcome, known, blank, problemOf);
    Object.assign(frame.cost.dataset, { who, question: answered.question, network: on });
    if (!probabilities || milliseconds === undefined)
      frame.card.silence({ state: "waiting", message: t(isAsked ? "asking" : "looking") });
    else if (blank) frame.card.silence({ state: "blank", message: t("blank"), milliseconds });
    else {
      const { labels } = half;
      const likely = top(probabilities, TOP).map((at) => ({ label: labels[at], probability: probabilities[at] }));
      frame.card.answer({ top: likely, milliseconds, words: areWords(labels) });
    }
    if (who === "nobody" && isAsked && isAsking) void askLarge(current).catch(console.warn);
  }

  /** @param {Current} asked */
  async function askSmall(asked) {
    asked.isStarted = true;
    try {
      const answer = await small.answer(asked.pair.small, page.used.engine, asked.answered.pixels);
      const milliseconds = asked.answered.milliseconds.resize + answer.milliseconds;
      learn(asked, { small: { probabilities: answer.probabilities, milliseconds } });
    } catch (error) {
      if (asked !== current) return;
      const message = t("failed", { problem: messageOf(error) });
      frame.card.silence({ state: "problem", message });
    }
  }

  /** Asks the server, unless the comparison asks the same model anyway. @param {Current} asked */
  async function askLarge(asked) {
    const { answered, pair: of, network: on } = asked;
    if (of.large === answered.loaded.model || asked.isSent) return;
    asked.isSent = true;
    const detail = whyNot(answered.origin);
    if (detail) return learn(asked, { reason: { kind: "kept", detail } });
    try {
      if (on === "offline") throw new Problem("offline");
      const answer = await predict(of.large, "", answered.pixels, answered.milliseconds.resize, PROFILES[on]);
      learn(asked, { large: answer });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      learn(asked, { reason: { kind: error.kind, detail: error.message } });
    }
  }

  /** @param {Current} asked @param {import("./answer.js").Known} news */
  function learn(asked, news) {
    Object.assign(asked.known, news);
    const taken = samples.of(asked.pair, asked.answered.loaded.backend, asked.network);
    if (news.small) samples.addSmall(taken, news.small, news.small.milliseconds);
    if (news.large) samples.addLarge(taken, news.large);
    if (asked !== current) return;
    showAnswer(true);
    showFigures();
    onChange();
  }

  slider.addEventListener("input", () => {
    showFigures();
    showAnswer(false);
    onChange();
  });
  slider.addEventListener("change", () => showAnswer(true));
  pictures.addEventListener("change", () => {
    showFigures();
    onChange();
  });
  // to read its width at each answer would lay the page out once more
  new ResizeObserver(([{ contentRect }]) => {
    width = contentRect.width || WIDTH;
    showCurve();
  }).observe(frame.plot);
  usePair();
  showFigures();

  return {
    show(state) {
      const { browser: answered, phase, question } = state;
      if (answered) usePair();
      if (phase === "empty" || !answered || !pair) {
        current = undefined;
        frame.card.silence(
          phase === "empty" ? { state: "empty", message: t("ask") } : { state: "waiting", message: t("looking") },
        );
        frame.cost.textContent = "";
        delete frame.cost.dataset.who;
        return;
      }
      if (current?.answered !== answered || current.network !== network() || current.pair !== pair)
        current = { ...{ question, network: network(), pair, answered, known: {} }, isStarted: false, isSent: false };
      const { model } = answered.loaded;
      const { known } = current;
      const isSettled = phase !== "waiting"; // the two sides are not disturbed while they are compared
      if (pair.large === model && state.server && !known.large) learn(current, { large: state.server });
      if (pair.large === model && state.reason) learn(current, { reason: state.reason });
      if (pair.small === model && isSettled && !known.small)
        learn(current, { small: { probabilities: answered.probabilities, milliseconds: answered.milliseconds.total } });
      else if (pair.small !== model && isSettled && !current.isStarted) void askSmall(current);
      showAnswer(isSettled);
      showFigures();
    },
    get hybrid() {
      if (!pair) return undefined;
      const all = counts();
      const share = all.sent[Number(slider.value)] / all.images;
      return { ...measuredOf(takenOf(pair), bytesOf(smallOf(pair))), share };
    },
  };
}
