import { wrap } from "../../vendor/comlink.js";
import { language, translator } from "../core/i18n.js";
import { unless } from "../core/unless.js";

const t = translator({
  en: { failed: "The worker could not be started." },
  ko: { failed: "워커를 시작하지 못했습니다." },
});

/** @typedef {import("../../vendor/comlink.js").Remote<import("./worker.js").Inference>} Inference */

/**
 * Starts the worker.
 *
 * @param {boolean} [isDefault] also starts the default engine, before its model is known. The worker's address says so,
 *   because a browser holds the first messages until the page has heard that the worker runs
 * @returns {{inference: Inference, failed: Promise<never>, unlessFailed: <T>(call: PromiseLike<T>) => Promise<T>,
 *   stop: () => void}} `failed` rejects if the worker cannot run, because then no call of `inference` returns;
 *   `unlessFailed` waits for a call, and rejects as `failed` does; `stop` ends the worker
 */
export function startInference(isDefault = false) {
  const address = `worker.js?lang=${language}${isDefault ? "&engine=wasm" : ""}`;
  const worker = new Worker(new URL(address, import.meta.url), { type: "module" });
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message || t("failed"))));
  });
  return {
    inference: wrap(worker),
    failed,
    unlessFailed: unless(failed), // which handles its error
    stop: () => worker.terminate(),
  };
}
