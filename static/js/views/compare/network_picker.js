import { make } from "./dom.js";
import { NETWORKS, PROFILES } from "./network.js";
import { t } from "./words.js";

/** @typedef {import("./network.js").NetworkName} NetworkName */

/** @param {NetworkName} name */
export const networkTitle = (name) => t(name === "offline" ? "offlineName" : name);

/** Short titles: the row has room for one word each. @type {Record<NetworkName, Parameters<typeof t>[0]>} */
const SHORT = {
  none: "noneShort",
  fast4g: "fast4gShort",
  slow3g: "slow3gShort",
  satellite: "satellite",
  offline: "offlineName",
};

/**
 * A row of radio buttons for the networks, and a description of the chosen one.
 *
 * @param {() => void} onChange
 * @returns {{element: HTMLElement, readonly name: NetworkName}}
 */
export function networkPicker(onChange) {
  const element = make("fieldset", "network");
  element.className = "network";
  element.append(make("legend", undefined, t("network")));
  const row = element.appendChild(make("div"));
  row.className = "choices";
  /** @type {NetworkName} */
  let chosen = "none";
  const about = make("p", "network-about", t("real"));
  for (const name of NETWORKS) {
    const label = make("label", `network-${name}`);
    const choice = Object.assign(make("input"), {
      type: "radio",
      name: "network",
      value: name,
      checked: name === chosen,
    });
    choice.setAttribute("aria-label", networkTitle(name));
    label.title = aboutOf(name);
    label.append(choice, make("span", undefined, t(SHORT[name])));
    choice.addEventListener("change", () => {
      chosen = name;
      about.textContent = aboutOf(name);
      onChange();
    });
    row.append(label);
  }
  element.append(about);
  return {
    element,
    get name() {
      return chosen;
    },
  };
}

/** @param {NetworkName} name */
function aboutOf(name) {
  if (name === "offline") return t("nothing");
  if (name === "none") return t("real");
  const { latency, upload, download } = PROFILES[name];
  return t("simulated", { latency, up: Math.round(upload / 1000), down: Math.round(download / 1000) });
}
