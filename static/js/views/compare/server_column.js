import { answerView } from "../../answer/answer.js";
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
  let key = "";
  let view = answerView({ label, hint, bars, time }, { labels: [], blank: null }, t("ask"));

  return {
    /** @param {import("../../answer/session.js").Answered} answered @param {import("./server.js").ServerAnswer} answer */
    show({ loaded: { model }, isEmpty }, answer) {
      if (key !== model.name) view = answerView({ label, hint, bars, time }, model, t("ask"));
      key = model.name;
      section.dataset.problem = "";
      view(Float32Array.from(answer.probabilities), answer.total, isEmpty);
      label.dataset.probabilities = JSON.stringify(
        Object.fromEntries(model.labels.map((name, index) => [name, answer.probabilities[index]])),
      );
      bars.dataset.probabilities = label.dataset.probabilities;
      version.textContent = t("version", { version: answer.version, precision: answer.precision });
    },
    /** @param {string} sentence what the server's answer is not there for */
    fail(sentence) {
      label.textContent = "";
      delete bars.dataset.probabilities;
      section.dataset.problem = "yes";
      hint.hidden = false;
      hint.textContent = sentence;
    },
  };
}
