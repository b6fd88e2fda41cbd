import { coalesce } from "../../core/coalesce.js";
import { RETRY } from "./wait.js";

/**
 * Retries a request with exponential backoff. At most one request runs at a time.
 *
 * @param {() => Promise<"answered" | "failed" | "kept" | "idle">} ask "kept": the request must not be retried; "idle":
 *   there was nothing to send, which does not affect a pending retry
 * @param {() => void} again called when it is time to retry
 * @returns {{ask: () => Promise<void>, forget: () => void}} `forget` cancels the pending retry
 */
export function withRetries(ask, again) {
  let pause = RETRY.first;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  return {
    ask: coalesce(async () => {
      const outcome = await ask();
      if (outcome === "idle") return;
      clearTimeout(timer);
      if (outcome === "answered") pause = RETRY.first;
      if (outcome !== "failed") return;
      timer = setTimeout(again, pause);
      pause = Math.min(pause * 2, RETRY.most);
    }),
    forget: () => clearTimeout(timer),
  };
}
