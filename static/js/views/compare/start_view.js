import { sizeOf } from "../../core/size.js";
import { make } from "./dom.js";
import { t } from "./words.js";

/**
 * The cold start of each side.
 *
 * @param {HTMLElement} root
 * @returns {(start: import("./startup.js").Start, first: {total: number}) => void} `first` is the server's first answer
 */
export function startView(root) {
  const here = root.appendChild(make("p", "browser-start"));
  const there = root.appendChild(make("p", "server-start"));
  return (start, first) => {
    const { runtime, model, cached, fetch, compile, first: inference } = start;
    here.dataset.start = JSON.stringify(start);
    there.dataset.first = String(first.total);
    const ms = (/** @type {number} */ value) => value.toFixed(0);
    here.textContent = t(cached ? "startCached" : "startHere", {
      ...{ runtime: sizeOf(runtime), model: sizeOf(model), total: ms(fetch + compile + inference) },
      ...{ fetch: ms(fetch), compile: ms(compile), inference: ms(inference) },
    });
    there.textContent = t("startThere", { first: ms(first.total) });
  };
}
