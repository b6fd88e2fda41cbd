import { make } from "../elements/make.js";
import { timeOf, timeText } from "./figures.js";
import { PHASES, axisFor, phasesOf, segmentsOf } from "./phases.js";
import { t } from "./words.js";

/**
 * The race: a lane for each side, on one time axis.
 *
 * @typedef {import("./card.js").Side} Side
 * @typedef {{state: "empty"} | {state: "running", since: number} | {state: "cut"}
 *   | {state: "done", parts: import("./phases.js").Parts, total: number}} Lane `since` is on the clock of
 *   `performance.now()`: the lane grows from then on; "cut": that side cannot be reached; `total` is in milliseconds
 * @typedef {Record<Side, Lane>} Race
 */

const SIDES = /** @type {Side[]} */ (["browser", "server"]);
/** Milliseconds between two updates of a running lane if the user prefers reduced motion. */
const REDUCED = 500;
/** Milliseconds until a running lane is drawn: many a race is over by then, and drawing takes time that it measures. */
const SHORT = 100;
const TICKS = 5;

/**
 * @param {Partial<Record<Side, string>>} [testids] of the bars
 * @returns {{element: HTMLElement, show(race: Race): void}}
 */
export function makeLanes(testids = {}) {
  const box = make("div", { className: "side-lanes" });
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", t("lanes"));
  const lanes = { browser: makeLane("browser", testids.browser), server: makeLane("server", testids.server) };
  const axis = make("div", { className: "side-axis" });
  axis.setAttribute("aria-hidden", "true");
  const ticks = Array.from({ length: TICKS + 1 }, () => axis.appendChild(make("span")));
  box.append(...SIDES.map((side) => lanes[side].element), axis);
  const isReduced = matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {Race} */
  let race = { browser: { state: "empty" }, server: { state: "empty" } };
  let next = 0;
  let drawn = 0;

  /** @param {Lane} lane @param {number} now */
  const lengthOf = (lane, now) =>
    lane.state === "done" ? lane.total : lane.state === "running" ? Math.max(0, now - lane.since) : 0;

  function draw(now = performance.now()) {
    drawn = now;
    const end = axisFor(Math.max(...SIDES.map((side) => lengthOf(race[side], now)), 0));
    const [unit, each] = end < 1000 ? ["ms", 1] : ["s", 1000];
    for (const [place, tick] of ticks.entries()) {
      const number = String((end * place) / TICKS / each);
      tick.textContent = place === TICKS ? `${number} ${unit}` : number;
    }
    for (const side of SIDES) lanes[side].show(race[side], lengthOf(race[side], now), end);
  }

  /** Redraws the lanes while one of them is running. */
  function follow() {
    cancelAnimationFrame(next);
    if (!SIDES.some((side) => race[side].state === "running")) return;
    next = requestAnimationFrame((now) => {
      const isShort = SIDES.every((side) => lengthOf(race[side], now) < SHORT);
      if (!isShort && (!isReduced.matches || now - drawn > REDUCED)) draw(Math.max(now, performance.now()));
      follow();
    });
  }

  draw();
  return {
    element: box,
    show(newest) {
      race = newest;
      draw();
      follow();
    },
  };
}

/**
 * @param {Side} side
 * @param {string} [testid]
 */
function makeLane(side, testid) {
  const lane = make("div", { className: "side-lane" });
  lane.dataset.side = side;
  const track = make("div", { className: "side-track" });
  const bar = track.appendChild(make("div", { className: "side-bar", testid }));
  const total = make("span", { className: "total" });
  const phases = make("div", { className: "phases" });
  lane.append(make("span", { className: "side-name", textContent: t(`${side}Short`) }), track, total, phases);
  /** @type {Lane | undefined} */
  let shown;

  return {
    element: lane,
    /** @param {Lane} now @param {number} length milliseconds @param {number} end of the axis */
    show(now, length, end) {
      lane.dataset.state = now.state;
      bar.style.width = now.state === "cut" ? "" : `${(100 * length) / end}%`;
      if (now.state === "running") total.textContent = timeText(length);
      if (now === shown) return;
      shown = now;
      delete bar.dataset.parts;
      delete bar.dataset.total;
      bar.replaceChildren();
      phases.replaceChildren();
      if (now.state !== "running") total.textContent = now.state === "done" ? timeText(now.total) : "";
      if (now.state === "running" || now.state === "cut") phases.textContent = t(now.state);
      if (now.state !== "done") return;
      bar.dataset.parts = JSON.stringify(now.parts);
      bar.dataset.total = String(now.total);
      bar.append(...segmentsOf(now.parts).map(segment));
      phases.append(...keysOf(side, now.parts));
    },
  };
}

/** @param {ReturnType<typeof segmentsOf>[number]} segment */
function segment({ phase, milliseconds, parts }) {
  const piece = make("span", { className: `side-phase-${phase}` });
  piece.dataset.phase = phase;
  piece.style.flexGrow = String(Math.max(milliseconds, 0) * 1000); // if the sum were below 1, they would not fill the bar
  piece.title = `${parts.map(partName).join(", ")}: ${timeText(milliseconds)}`;
  return piece;
}

/** @param {string} name */
const partName = (name) => t(/** @type {any} */ (name === "network" ? "upload" : name));

/** The legend of a lane: each phase with its name, time and tint. @param {Side} side @param {import("./phases.js").Parts} parts */
function keysOf(side, parts) {
  const sums = phasesOf(parts);
  return PHASES.filter((phase) => sums[phase] !== undefined).map((phase) => {
    const name = phase === "network" && side === "browser" ? "worker" : phase;
    return make("span", {
      className: `key side-key-${phase}`,
      textContent: `${t(name)} ${timeOf(Math.max(sums[phase] ?? 0, 0)).number}`,
    });
  });
}
