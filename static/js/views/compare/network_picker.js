import { make } from "./dom.js";
import { NETWORKS, PROFILES } from "./network.js";
import { t } from "./words.js";

/** @typedef {import("./network.js").NetworkName} NetworkName */

/** @param {NetworkName} name */
export const networkTitle = (name) => t(name === "offline" ? "offlineName" : name);

/**
 * The choice of a simulated network, and its numbers in words.
 *
 * @param {() => void} onChange
 * @returns {{element: HTMLElement, readonly name: NetworkName}}
 */
export function networkPicker(onChange) {
  const element = make("p");
  const select = make("select", "network");
  select.setAttribute("aria-label", t("network"));
  for (const name of NETWORKS) select.add(new Option(networkTitle(name), name));
  const about = make("span", "network-about", t("real"));
  element.className = "network";
  element.append(make("strong", undefined, t("network")), select, about);
  const of = () => /** @type {NetworkName} */ (select.value);
  select.addEventListener("change", () => {
    about.textContent = aboutOf(of());
    onChange();
  });
  return {
    element,
    get name() {
      return of();
    },
  };
}

/** @param {NetworkName} name */
function aboutOf(name) {
  if (name === "offline") return t("nothing");
  if (name === "none") return t("real");
  const { latency, upload, download } = PROFILES[name];
  const numbers = { latency, up: upload / 1000, down: download / 1000 };
  return t(name === "satellite" ? "geostationary" : "devtools", numbers);
}
