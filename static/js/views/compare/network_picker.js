import { make } from "../../elements/make.js";
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
  const element = make(
    "fieldset",
    { testid: "network", className: "network" },
    make("legend", { textContent: t("network") }),
  );
  const row = element.appendChild(make("div", { className: "choices" }));
  /** @type {NetworkName} */
  let chosen = "none";
  const about = make("p", { testid: "network-about", textContent: t("real") });
  for (const name of NETWORKS) {
    const label = make("label", { testid: `network-${name}`, title: aboutOf(name) });
    const choice = make("input", { type: "radio", name: "network", value: name, checked: name === chosen });
    choice.setAttribute("aria-label", networkTitle(name));
    label.append(choice, make("span", { textContent: t(SHORT[name]) }));
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
