import { make } from "../../elements/make.js";
import { ENOUGH } from "./samples.js";
import { t } from "./words.js";

/**
 * A sentence about all answers of one side.
 *
 * @param {HTMLElement} root
 * @param {"browser" | "server"} side
 * @returns {(totals: import("./samples.js").Samples | undefined) => void} takes the times so far on the current network
 */
export function timesView(root, side) {
  const over = root.appendChild(make("p", { testid: `${side}-typical` }));
  return (totals) => {
    const summary = totals?.summary;
    over.hidden = !summary || summary.n < ENOUGH.typical;
    if (!totals || !summary || over.hidden) return;
    const slowest = summary.p95 === null ? "" : t("overSlowest", { p95: summary.p95.toFixed(1) });
    over.textContent = t("over", {
      ...{ side: t(side), n: summary.n, slowest },
      ...{ p50: summary.p50.toFixed(1), first: totals.first.toFixed(1) },
    });
  };
}
