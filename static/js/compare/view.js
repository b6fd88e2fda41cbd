/** The comparison: the server's answer beside the browser's, and what each costs. */

import { answerView } from "../answer.js";
import { latest } from "../latest.js";
import { sizeOf } from "../size.js";
import { breakEven, largestDifference, secondsForAMillion } from "./costs.js";
import { NETWORKS, PROFILES } from "./network.js";
import { Problem, predict, serverPrecision } from "./server.js";
import { browserTimes, summaryOf } from "./timings.js";
import { timesView } from "./times_view.js";
import { t } from "./words.js";

/** @typedef {import("../page.js").Page["used"]["model"]} Model */

const RETRY = { first: 500, most: 8000 };

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [testid]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, testid, text = "") {
  const element = document.createElement(tag);
  if (testid) element.dataset.testid = testid;
  element.textContent = text;
  return element;
}

/**
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 */
export function mount(root, page) {
  const column = serverColumn();
  const verdict = make("p", "verdict", t("waiting"));
  const difference = make("p", "max-difference");
  const versions = make("p", "versions");
  const decision = make("div", "decision");
  const networks = networkPicker(() => {
    measured = fresh(keyOf(newest)); // one network's times are not another's
    void ask();
  });
  const showTimes = { browser: make("div"), server: make("div") };
  const times = { browser: timesView(showTimes.browser, "browser"), server: timesView(showTimes.server, "server") };
  root.append(
    make("p", undefined, t("sent")),
    verdict,
    difference,
    versions,
    networks.element,
    make("h2", undefined, t("times")),
    showTimes.browser,
    showTimes.server,
    make("h2", undefined, t("decision")),
    decision,
  );

  /** @type {import("../session.js").Answered | undefined} */
  let newest;
  let measured = fresh("");
  let pause = RETRY.first;
  let timer = 0;
  let up = 0; // bytes, of all answers of this visit

  const ask = latest(async () => {
    clearTimeout(timer);
    const answered = newest;
    if (!answered || root.hidden) return;
    const { model, file } = answered.loaded;
    const taken = measured;
    try {
      if (networks.name === "offline") throw new Problem("offline");
      const answer = await predict(model, serverPrecision(model, file), answered.pixels, PROFILES[networks.name]);
      pause = RETRY.first;
      up += answer.up;
      if (taken !== measured || !newest) return; // of another model or network by now, or of a pad that was cleared
      column.show(answered, answer);
      measured.server.push(answer);
      times.server(
        answer,
        measured.server.map(({ total }) => total),
      );
      if (answered === newest) compare(answered, answer);
      decide(answered);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const problem = t(error.kind, { detail: error.message });
      column.fail(error.kind === "offline" ? problem : t("again", { problem }));
      verdict.textContent = difference.textContent = versions.textContent = "";
      if (error.kind === "offline") return;
      timer = setTimeout(ask, pause);
      pause = Math.min(pause * 2, RETRY.most);
    }
  });

  /** @param {import("../session.js").Answered} answered @param {import("./server.js").ServerAnswer} answer */
  function compare({ loaded: { model, file }, probabilities }, answer) {
    const most = largestDifference(probabilities, answer.probabilities);
    const best = model.labels[probabilities.indexOf(Math.max(...probabilities))];
    verdict.textContent = best === answer.label ? t("same") : t("different");
    verdict.dataset.same = String(best === answer.label);
    difference.dataset.value = String(most);
    const named =
      file.precision === answer.precision
        ? ""
        : ` ${t("precisions", { browser: file.precision, server: answer.precision })}`;
    difference.textContent = t("largest", { value: most.toExponential(1) }) + named;
    versions.textContent =
      answer.version === model.version ? "" : t("behind", { server: answer.version, browser: model.version });
  }

  /** @param {import("../session.js").Answered} answered */
  function decide({ loaded: { file } }) {
    const [here, there] = [measured.browser, measured.server.map(({ total }) => total)].map((totals) =>
      summaryOf(totals.slice(1)),
    );
    const perAnswer =
      measured.server.reduce((sum, answer) => sum + answer.up + answer.down, 0) / measured.server.length;
    const cpu = summaryOf(measured.server.map(({ parts }) => parts.decode + parts.inference));
    const n = breakEven(file.bytes, perAnswer);
    const sentences = [
      here && there && t("faster", { browser: here.p50.toFixed(1), server: there.p50.toFixed(1) }),
      t("bytes", { up }),
      t("even", { size: sizeOf(file.bytes), n: n === Infinity ? t("never") : n }),
      cpu && t("cpu", { seconds: secondsForAMillion(cpu.p50).toFixed(0) }),
    ];
    decision.dataset.up = String(up);
    decision.replaceChildren(...sentences.flatMap((each) => (each ? [make("p", undefined, each)] : [])));
  }

  /** @param {import("../session.js").Answered | undefined} answered what is measured */
  function keyOf(answered) {
    if (!answered) return "";
    const { model, file, backend } = answered.loaded;
    return `${model.name} ${file.precision} ${backend} ${networks.name}`;
  }

  function clear() {
    clearTimeout(timer);
    newest = undefined;
    column.fail(t("ask"));
    verdict.textContent = t("waiting");
    difference.textContent = versions.textContent = "";
  }

  page.onAnswer((answered) => {
    if (root.hidden) return;
    if (answered.isEmpty) return clear(); // nothing is drawn, and nothing sent
    newest = answered;
    const key = keyOf(answered);
    if (measured.key !== key) measured = fresh(key);
    const taken = browserTimes(answered.milliseconds);
    measured.browser.push(taken.total);
    times.browser(taken, measured.browser);
    ask();
  });
  void page.answer();
}

/** @param {string} key what is measured @returns {{key: string, browser: number[], server: import("./server.js").ServerAnswer[]}} */
function fresh(key) {
  return { key, browser: [], server: [] };
}

/** @param {() => void} onChange */
function networkPicker(onChange) {
  const element = make("p");
  const select = make("select", "network");
  select.setAttribute("aria-label", t("network"));
  for (const name of NETWORKS) select.add(new Option(t(name === "offline" ? "offlineName" : name), name));
  const about = make("span", "network-about", t("real"));
  element.className = "network";
  element.append(make("strong", undefined, t("network")), select, about);
  const of = () => /** @type {import("./network.js").NetworkName} */ (select.value);
  select.addEventListener("change", () => {
    const name = of();
    if (name === "offline" || name === "none") about.textContent = t(name === "none" ? "real" : "nothing");
    else {
      const { latency, upload, download } = PROFILES[name];
      about.textContent = t(name === "satellite" ? "geostationary" : "devtools", {
        latency,
        up: upload / 1000,
        down: download / 1000,
      });
    }
    onChange();
  });
  return {
    element,
    get name() {
      return of();
    },
  };
}

/** The server's answer, in the page's own look, beside the browser's. */
function serverColumn() {
  const browser = /** @type {HTMLElement} */ (document.getElementById("answer"));
  const title = make("h2", undefined, t("browser"));
  title.dataset.views = "compare";
  browser.prepend(title);
  const section = make("section", "server");
  section.className = "answer server";
  section.dataset.views = "compare";
  section.setAttribute("aria-label", t("server"));
  const line = make("p");
  line.className = "label";
  const [label, hint] = [make("output", "server-label"), make("span", "server-message", t("waiting"))];
  hint.className = "hint";
  line.append(label, hint);
  const [bars, time, version] = [make("ol", "server-probabilities"), make("p"), make("p", "server-version")];
  bars.className = "bars";
  version.className = time.className = "fact";
  section.append(make("h2", undefined, t("server")), line, bars, version, time);
  browser.after(section);
  let key = "";
  let view = answerView({ label, hint, bars, time }, [], t("ask"));

  return {
    /** @param {import("../session.js").Answered} answered @param {import("./server.js").ServerAnswer} answer */
    show({ loaded: { model }, isEmpty }, answer) {
      if (key !== model.name) view = answerView({ label, hint, bars, time }, model.labels, t("ask"));
      key = model.name;
      section.dataset.problem = "";
      view(Float32Array.from(answer.probabilities), answer.total, isEmpty);
      label.dataset.probabilities = JSON.stringify(
        Object.fromEntries(model.labels.map((name, index) => [name, answer.probabilities[index]])),
      );
      bars.dataset.probabilities = label.dataset.probabilities;
      version.textContent = t("version", { version: answer.version, precision: answer.precision });
    },
    /** @param {string} sentence */
    fail(sentence) {
      label.textContent = "";
      delete bars.dataset.probabilities;
      section.dataset.problem = "yes";
      hint.hidden = false;
      hint.textContent = sentence;
    },
  };
}
