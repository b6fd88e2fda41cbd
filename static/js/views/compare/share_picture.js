/** The picture to share: the drawing, both answers, the race, and where the figures come from. */

import { make } from "../../elements/make.js";
import { areWords } from "../../core/labels.js";
import { percentOf, timeText, winnerOf } from "../../sides/figures.js";
import { phasesOf, segmentsOf } from "../../sides/phases.js";
import { t as sides } from "../../sides/words.js";
import { captionOf, typicalOf } from "./decision.js";
import { t } from "./words.js";

/**
 * @typedef {{label: string, probability: number, parts: import("../../sides/phases.js").Parts, total: number}} Runner
 * @typedef {{pixels: Uint8ClampedArray, width: number, height: number, browser: Runner, server: Runner}} Race `pixels`
 *   RGBA
 */

/**
 * @param {import("./comparison.js").Comparison} state
 * @returns {Race | undefined} undefined if one side has not answered
 */
export function raceOf({ browser, server }) {
  if (!browser || !server || browser.isEmpty) return undefined;
  const { labels, input } = browser.loaded.model;
  /** @param {ArrayLike<number>} probabilities */
  const best = (probabilities) => {
    const probability = Math.max(...Array.from(probabilities));
    return { label: labels[Array.from(probabilities).indexOf(probability)], probability };
  };
  const { total, ...parts } = browser.milliseconds;
  return {
    ...{ pixels: browser.pixels, height: input[1], width: input[2] },
    browser: { ...best(browser.probabilities), parts, total },
    server: { ...best(server.probabilities), parts: server.parts, total: server.total },
  };
}

const [WIDTH, HEIGHT, SCALE] = [1200, 675, 1];
const MARGIN = 56;
const FONT = "system-ui, sans-serif";

/**
 * @param {import("./figures.js").Figures} figures
 * @param {Race | undefined} race undefined if both sides have not answered the newest picture
 * @returns {Promise<Blob>} PNG, in the page's colours
 */
export async function drawPicture(figures, race) {
  const canvas = make("canvas");
  [canvas.width, canvas.height] = [WIDTH * SCALE, HEIGHT * SCALE];
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const style = getComputedStyle(document.body);
  const colour = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  context.scale(SCALE, SCALE);
  context.fillStyle = colour("page");
  context.fillRect(0, 0, WIDTH, HEIGHT);
  /** @param {string} text @param {number} x @param {number} y @param {string} font @param {string} name @param {CanvasTextAlign} [align] */
  const write = (text, x, y, font, name, align = "start") => {
    Object.assign(context, { font: `${font} ${FONT}`, fillStyle: colour(name), textAlign: align });
    context.fillText(text, x, y, WIDTH - x - MARGIN / 2);
  };

  write("Both Sides", MARGIN, 74, "700 40px", "ink");
  write(t("shareLine"), MARGIN, 108, "20px", "quiet");
  const top = 140;
  const side = 260;
  if (race) drawPad(context, race, MARGIN, top, side);
  const cards = race
    ? { x: MARGIN + side + 32, width: (WIDTH - MARGIN * 2 - side - 32 - 24) / 2 }
    : { x: MARGIN, width: (WIDTH - MARGIN * 2 - 24) / 2 };
  for (const [place, name] of /** @type {const} */ (["browser", "server"]).entries()) {
    const x = cards.x + place * (cards.width + 24);
    context.fillStyle = colour("paper");
    context.fillRect(x, top, cards.width, side);
    context.fillStyle = colour(name);
    context.fillRect(x, top, cards.width, 6);
    write(sides(name), x + 24, top + 44, "600 22px", name);
    const runner = race?.[name];
    if (runner) {
      const isWord = areWords([runner.label]);
      write(runner.label, x + 24, top + (isWord ? 112 : 142), isWord ? "650 32px" : "650 96px", "ink");
      write(
        sides("sure", { share: percentOf(runner.probability) }),
        x + (isWord ? 24 : 108),
        top + 142,
        "20px",
        "quiet",
      );
    }
    write(runner ? timeText(runner.total) : typicalOf(figures[name]), x + 24, top + 212, "650 52px", "text");
    const typical = t("shareTypical", { time: typicalOf(figures[name]), n: figures[name].n });
    write(typical, x + 24, top + 242, "18px", "quiet");
  }
  drawRace(context, race, colour, write, top + side + 72);
  write(captionOf(figures), MARGIN, HEIGHT - 36, "18px", "quiet");
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be drawn.")))),
  );
}

/** @param {CanvasRenderingContext2D} context @param {Race} race @param {number} x @param {number} y @param {number} side */
function drawPad(context, { pixels, width, height }, x, y, side) {
  const small = make("canvas", { width, height });
  small.getContext("2d")?.putImageData(new ImageData(Uint8ClampedArray.from(pixels), width, height), 0, 0);
  context.imageSmoothingQuality = "high";
  context.drawImage(small, x, y, side, side);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Race | undefined} race
 * @param {(name: string) => string} colour
 * @param {(text: string, x: number, y: number, font: string, name: string, align?: CanvasTextAlign) => void} write
 * @param {number} y
 */
function drawRace(context, race, colour, write, y) {
  if (!race) return;
  const { first, lead } = winnerOf(race.browser.total, race.server.total);
  const won = { browser: "browserFirst", server: "serverFirst", none: "draw" };
  const key = /** @type {Parameters<typeof sides>[0]} */ (won[first]);
  const verdict = sides(race.browser.label === race.server.label ? "same" : "different");
  write(`${verdict}. ${sides(key, { lead: timeText(lead) })}.`, MARGIN, y - 24, "650 26px", "ink");
  const [left, right] = [MARGIN + 110, WIDTH - MARGIN - 120];
  const most = Math.max(race.browser.total, race.server.total);
  for (const [place, name] of /** @type {const} */ (["browser", "server"]).entries()) {
    const at = y + place * 62;
    write(sides(`${name}Short`), MARGIN, at + 22, "600 20px", name);
    let x = left;
    const phases = Object.entries(phasesOf(race[name].parts)).map(([phase, value]) => {
      const word = /** @type {Parameters<typeof sides>[0]} */ (
        phase === "network" && name === "browser" ? "worker" : phase
      );
      return `${sides(word)} ${timeText(Math.max(value, 0))}`;
    });
    for (const { phase, milliseconds } of segmentsOf(race[name].parts)) {
      const width = ((right - left) * Math.max(milliseconds, 0)) / most;
      context.fillStyle = colour(`${name}-${phase}`);
      context.fillRect(x, at, width, 28);
      x += width;
    }
    write(timeText(race[name].total), x + 12, at + 22, "600 20px", "text");
    write(phases.join("   "), left, at + 46, "15px", "quiet");
  }
}
