/**
 * Groups the parts of an answer's time into the phases of the race. Uses no document.
 *
 * @typedef {"prepare" | "network" | "queue" | "model"} Phase
 * @typedef {Record<string, number>} Parts name -> milliseconds, in chronological order
 */

export const PHASES = /** @type {Phase[]} */ (["prepare", "network", "queue", "model"]);

/**
 * The phase of each part. The messages to and from the worker are to the browser what the network is to the server. The
 * server's time counts as queue, except for its work on the picture.
 *
 * @type {Record<string, Phase>}
 */
const PHASE_OF = {
  ...{ resize: "prepare", encode: "prepare", decode: "prepare" },
  ...{ toWorker: "network", back: "network", network: "network", download: "network", read: "network" },
  ...{ queue: "queue", other: "queue" },
  ...{ inference: "model", readback: "model" },
};

/**
 * @param {Parts} parts
 * @returns {{phase: Phase, milliseconds: number, parts: string[]}[]} in chronological order; adjacent parts of one
 *   phase are merged
 */
export function segmentsOf(parts) {
  /** @type {{phase: Phase, milliseconds: number, parts: string[]}[]} */
  const segments = [];
  for (const [name, value] of Object.entries(parts)) {
    const phase = PHASE_OF[name];
    if (!phase)
      throw new Error(`The part '${name}' belongs to no phase. There are: ${Object.keys(PHASE_OF).join(", ")}.`);
    const last = segments.at(-1);
    if (last?.phase === phase) {
      last.milliseconds += value;
      last.parts.push(name);
    } else segments.push({ phase, milliseconds: value, parts: [name] });
  }
  return segments;
}

/**
 * @param {Parts} parts
 * @returns {Partial<Record<Phase, number>>} milliseconds of each phase that occurs
 */
export function phasesOf(parts) {
  /** @type {Partial<Record<Phase, number>>} */
  const sums = {};
  for (const { phase, milliseconds } of segmentsOf(parts)) sums[phase] = (sums[phase] ?? 0) + milliseconds;
  return sums;
}

const STEPS = [1, 2, 5];

/**
 * The end of a time axis that shows `most`: 10, 20, 50, 100 and so on.
 *
 * @param {number} most milliseconds
 */
export function axisFor(most) {
  for (let power = 10; ; power *= 10) for (const step of STEPS) if (step * power >= most) return step * power;
}
