/** Measures the curve on this device, on request. */

import { messageOf } from "../../../core/message.js";
import { countText } from "../../../core/count.js";
import { percentiles } from "../../../core/percentile.js";
import { runner } from "../../running.js";
import { canRunHere, measureHere } from "./device.js";
import { pointAt } from "./curve.js";
import { t } from "./words.js";

/**
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {import("./device.js").OnDevice} OnDevice
 */

/** Number of test digits: a point of accuracy is ten of them. */
const COUNT = 1000;

/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(1)} %`;

/**
 * @param {ReturnType<typeof import("./frame.js").hybridFrame>} frame
 * @param {() => import("../../../core/engine_names.js").EngineName} engineOf the page's engine
 * @param {() => void} onMeasured
 * @returns {{use(pair: Pair): void, result(pair: Pair | undefined): OnDevice | undefined}} `use` offers to measure a
 *   pair; `result` is the last measurement of a pair
 */
export function hereView({ start, stop, bar, status, slider }, engineOf, onMeasured) {
  /** @type {WeakMap<import("../../../core/catalog.js").Model, OnDevice>} by the small model */
  const results = new WeakMap();
  /** @type {Pair | undefined} */
  let offered;
  const runAlone = runner({ stop, bar, starts: [start] });
  start.textContent = t("here", { n: countText(COUNT) });
  bar.max = COUNT;
  start.addEventListener("click", () => void runAlone(run));

  /** @param {AbortSignal} signal */
  async function run(signal) {
    if (!offered) return;
    const pair = offered;
    try {
      const measured = await measureHere(pair, engineOf(), COUNT, signal, (done) => {
        bar.value = done;
        if (done % 50 === 0) status.textContent = t("running", { done, n: COUNT });
      });
      if (!measured) return;
      results.set(pair.small, measured);
      status.textContent = sentenceOf(pair, measured);
      status.dataset.counts = JSON.stringify(measured.counts);
      if (pair === offered) onMeasured();
    } catch (error) {
      status.textContent = messageOf(error);
    }
  }

  /** @param {Pair} pair @param {OnDevice} measured */
  function sentenceOf({ small, large }, { counts, small: times }) {
    const points = [0, Number(slider.value), counts.sent.length - 1].map((place) => pointAt(counts, place));
    const [alone, hybrid, there] = points.map(({ accuracy }) => percent(accuracy));
    return t("done", {
      ...{ n: counts.images, small: alone, right: hybrid, large: there, share: percent(points[1].share) },
      ...{ smallName: small.title, largeName: large.title, p50: percentiles(times, 50)[0].toFixed(1) },
    });
  }

  return {
    use(pair) {
      offered = pair;
      const isPossible = pair.small.task === "digit" && canRunHere(pair);
      start.hidden = !isPossible;
      status.textContent = isPossible ? "" : t("onlyDigits");
      delete status.dataset.counts;
    },
    result: (pair) => pair && results.get(pair.small),
  };
}
