import { summaryOf } from "./timings.js";
import { t } from "./words.js";

/** @param {string} name of a part */
const wordOf = (name) => t(/** @type {any} */ (name === "network" ? "upload" : name));

/**
 * A stacked bar of one answer, and a sentence over all. The bars of both sides have one scale.
 *
 * @param {HTMLElement} root of both sides
 * @param {"browser" | "server"} side
 */
export function timesView(root, side) {
  const bar = document.createElement("div");
  bar.className = "stack";
  bar.dataset.testid = `${side}-times`;
  const legend = Object.assign(document.createElement("p"), { className: "legend" });
  const over = document.createElement("p");
  root.append(bar, legend, over);

  /** @param {{parts: import("./timings.js").Parts, total: number}} times @param {number[]} totals with the first */
  return ({ parts, total }, totals) => {
    bar.dataset.parts = JSON.stringify(parts);
    bar.dataset.total = String(total);
    root.style.setProperty(`--${side}-ms`, String(total));
    bar.style.width = `calc(100% * (${total} / max(var(--browser-ms, 0), var(--server-ms, 0))))`;
    bar.replaceChildren(...Object.entries(parts).map(([name, value]) => piece(name, value)));
    const named = Object.entries(parts).map(([name, value]) => `${wordOf(name)} ${value.toFixed(1)}`);
    legend.textContent = `${t(side)}: ${total.toFixed(1)} ms = ${named.join(" + ")}`;
    const later = summaryOf(totals.slice(1));
    over.hidden = !later;
    if (later)
      over.textContent = t("over", {
        side: t(side),
        n: later.n,
        p50: later.p50.toFixed(1),
        p95: later.p95.toFixed(1),
        first: totals[0].toFixed(1),
      });
  };
}

/** @param {string} name @param {number} value */
function piece(name, value) {
  const part = document.createElement("span");
  part.dataset.part = name;
  part.title = `${wordOf(name)}: ${value.toFixed(1)} ms`;
  part.style.flexGrow = String(Math.max(value, 0));
  return part;
}
