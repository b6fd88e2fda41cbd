import { makeLanes } from "../../sides/lanes.js";
import { browserTimes } from "./timings.js";

/** Problems with the connection, not with the server's answer. */
const CUT = ["offline", "stopped", "missing"];

/**
 * The lanes of the current picture.
 *
 * @param {HTMLElement} root
 * @returns {(state: import("./comparison.js").Comparison) => void}
 */
export function raceView(root) {
  const lanes = makeLanes({ browser: "browser-times", server: "server-times" });
  root.append(lanes.element);
  /** When the current picture was asked about last. */
  let since = 0;
  let of = "";

  return ({ question, phase, browser, server, reason }) => {
    const key = `${question} ${phase}`;
    if (key !== of && phase === "waiting") since = performance.now();
    of = key;
    /** @type {import("../../sides/lanes.js").Lane} */
    const waiting = phase === "waiting" ? { state: "running", since } : { state: "empty" };
    lanes.show({
      browser:
        browser && !browser.isEmpty
          ? { state: "done", ...browserTimes(browser.milliseconds) }
          : browser
            ? { state: "empty" }
            : waiting,
      server: server
        ? { state: "done", parts: server.parts, total: server.total }
        : reason && CUT.includes(reason.kind)
          ? { state: "cut" }
          : waiting,
    });
  };
}
