/**
 * The parts of an answer's time, gathered into the phases of the race. No document here.
 *
 * @typedef {"prepare" | "network" | "queue" | "model"} Phase
 * @typedef {Record<string, number>} Parts name -> milliseconds, in the order in which they pass
 */

export const PHASES = /** @type {Phase[]} */ (["prepare", "network", "queue", "model"]);

/**
 * Which phase a part belongs to. In the browser the way to the worker and back is what the network is to the server; of
 * the server's own time, all but its work on the picture is waiting.
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
 * @returns {{phase: Phase, milliseconds: number, parts: string[]}[]} one after another as they pass; neighbours of one
 *   phase are one
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
 * @returns {Partial<Record<Phase, number>>} milliseconds of each phase that there is
 */
export function phasesOf(parts) {
  /** @type {Partial<Record<Phase, number>>} */
  const sums = {};
  for (const { phase, milliseconds } of segmentsOf(parts)) sums[phase] = (sums[phase] ?? 0) + milliseconds;
  return sums;
}

const STEPS = [1, 2, 5];

/**
 * The end of the axis on which so many milliseconds have room: 10, 20, 50, 100 and so on.
 *
 * @param {number} most milliseconds
 */
export function axisFor(most) {
  for (let power = 10; ; power *= 10) for (const step of STEPS) if (step * power >= most) return step * power;
}
