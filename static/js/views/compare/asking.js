import { coalesce } from "../../core/coalesce.js";
import { RETRY } from "./wait.js";

/**
 * Asks a server that may not be able to answer: once at a time, and after a failure again, after a pause that doubles.
 *
 * @param {() => Promise<"answered" | "failed" | "kept" | "idle">} ask "kept": it is not to be asked again; "idle": there
 *   was nothing to ask, which says nothing about what failed before
 * @param {() => void} again it is time to ask once more
 * @returns {{ask: () => Promise<void>, forget: () => void}} `forget`: what failed is not asked again
 */
export function patiently(ask, again) {
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
