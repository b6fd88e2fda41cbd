import { countText } from "../../core/count.js";
import { sizeOf } from "../../core/size.js";
import { startOfBrowser } from "./costs.js";
import { make } from "../../elements/make.js";
import { t } from "./words.js";

/**
 * The first load of each side.
 *
 * @param {HTMLElement} root
 * @returns {(start: import("./startup.js").Start, first: number, network: import("./network.js").NetworkName) => void}
 *   `first` is the time of the server's first answer, in milliseconds
 */
export function startView(root) {
  root.hidden = true;
  const here = root.appendChild(make("p", { testid: "browser-start" }));
  const there = root.appendChild(make("p", { testid: "server-start" }));
  return (start, first, network) => {
    const { runtime, model, cached, fetch, compile, first: inference } = start;
    const total = startOfBrowser({ network, browser: { ...start, inference } });
    here.dataset.start = JSON.stringify({ ...start, total });
    there.dataset.first = String(first);
    const ms = (/** @type {number} */ value) => countText(Math.round(value));
    here.textContent = t(cached ? "startCached" : "startHere", {
      ...{ runtime: sizeOf(runtime), model: sizeOf(model), total: ms(total) },
      ...{ fetch: ms(total - compile - inference), compile: ms(compile), inference: ms(inference) },
    });
    there.textContent = t("startThere", { first: ms(first) });
  };
}
