import { ENOUGH } from "./samples.js";
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

  return {
    /**
     * @param {import("./timings.js").Taken} taken
     * @param {import("./samples.js").Samples} totals this one too
     */
    show({ parts, total }, totals) {
      bar.dataset.parts = JSON.stringify(parts);
      bar.dataset.total = String(total);
      root.style.setProperty(`--${side}-ms`, String(total));
      bar.style.width = `calc(100% * (${total} / max(var(--browser-ms, 0), var(--server-ms, 0))))`;
      bar.replaceChildren(...Object.entries(parts).map(([name, value]) => piece(name, value)));
      const named = Object.entries(parts).map(([name, value]) => `${wordOf(name)} ${value.toFixed(1)}`);
      legend.textContent = `${t(side)}: ${total.toFixed(1)} ms = ${named.join(" + ")}`;
      this.summarise(totals);
    },
    /** Takes the bar away: it was of another picture. */
    clear() {
      delete bar.dataset.parts;
      delete bar.dataset.total;
      root.style.removeProperty(`--${side}-ms`);
      bar.replaceChildren();
      legend.textContent = `${t(side)}: \u2013`;
    },
    /** @param {import("./samples.js").Samples | undefined} totals all so far, on the network of now */
    summarise(totals) {
      const summary = totals?.summary;
      over.hidden = !summary || summary.n < ENOUGH.typical;
      if (!totals || !summary || over.hidden) return;
      const slowest = summary.p95 === null ? "" : t("overSlowest", { p95: summary.p95.toFixed(1) });
      over.textContent = t("over", {
        ...{ side: t(side), n: summary.n, slowest },
        ...{ p50: summary.p50.toFixed(1), first: totals.first.toFixed(1) },
      });
    },
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
