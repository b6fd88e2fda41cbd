import { make } from "./dom.js";
import { t } from "./words.js";

/**
 * The parts of the view, from top to bottom, under their titles.
 *
 * @param {HTMLElement} root
 */
export function layOut(root) {
  /** @template {string} Name @param {Name[]} names @returns {Record<Name, HTMLElement>} */
  const made = (...names) =>
    /** @type {any} */ (Object.fromEntries(names.map((name) => [name, root.appendChild(make("div"))])));
  /** @param {"times" | "start" | "decision" | "size"} name */
  const title = (name) => root.append(make("h2", undefined, t(name)));
  const top = made("shared", "verdict");
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

/** @returns {HTMLElement} a place right under the pad */
export function placeAtPad() {
  const place = make("div", "sending");
  place.className = "sending";
  document.querySelector("main .tools")?.append(place);
  return place;
}
