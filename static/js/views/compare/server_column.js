import { answerView, forget } from "../../answer/answer.js";
import { make } from "./dom.js";
import { t } from "./words.js";

/** The server's answer, in the page's own look, beside the browser's. */
export function serverColumn() {
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
  hint.setAttribute("role", "status");
  line.append(label, hint);
  const [bars, time, version] = [make("ol", "server-probabilities"), make("p"), make("p", "server-version")];
  bars.className = "bars";
  version.className = time.className = "fact";
  section.append(make("h2", undefined, t("server")), line, bars, version, time);
  browser.after(section);
  const elements = { label, hint, bars, time };
  let key = "";
  let view = answerView(elements, { labels: [], blank: null }, t("ask"));

  /** @param {import("./comparison.js").Comparison} state */
  function show({ question, phase, browser, server, reason }) {
    section.dataset.problem = phase === "failed" ? "yes" : "";
    if (!browser || !server) return wait(phase, reason);
    const { model } = browser.loaded;
    if (key !== model.name) view = answerView(elements, model, t("ask"));
    key = model.name;
    view(Float32Array.from(server.probabilities), server.total, browser.isEmpty);
    bars.dataset.probabilities = label.dataset.probabilities;
    label.dataset.question = String(question);
    version.textContent = t("version", { version: server.version, precision: server.precision });
  }

  /** @param {import("./comparison.js").Comparison["phase"]} phase @param {import("./comparison.js").Comparison["reason"]} reason */
  function wait(phase, reason) {
    forget(elements);
    version.textContent = "";
    delete bars.dataset.probabilities;
    delete label.dataset.question;
    hint.hidden = false;
    hint.textContent = phase === "empty" ? t("ask") : reason ? sentenceOf(reason) : t("asked");
  }

  return { elements: [title, section], show };
}

/** @param {{kind: import("./comparison.js").Reason, detail: string}} reason */
function sentenceOf({ kind, detail }) {
  if (kind === "kept") return detail;
  const sentence = t(kind, { detail });
  return kind === "offline" ? sentence : t("again", { problem: sentence });
}
