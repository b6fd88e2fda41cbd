/**
 * The comparison of one picture as a state machine, without document, clock or network. A question is a picture and a
 * model. The state belongs to the current question, and a new question clears it, so nothing that is shown from the
 * state can be about an earlier picture.
 *
 * @typedef {import("../../answer/session.js").Answered} Answered
 * @typedef {import("./server.js").ServerAnswer} ServerAnswer
 * @typedef {import("./transport.js").ProblemKind | "kept"} Reason why there is no answer; "kept": the picture was not
 *   sent because the user has not agreed to that
 * @typedef {{same: boolean, difference: number}} Verdict whether the labels are the same, and the largest difference of
 *   the probabilities
 * @typedef {{
 *   question: number,
 *   phase: "empty" | "waiting" | "answered" | "failed",
 *   browser: Answered | undefined,
 *   server: ServerAnswer | undefined,
 *   reason: {kind: Reason, detail: string} | undefined,
 *   verdict: Verdict | undefined,
 *   isWanted: boolean,
 *   unanswered: number,
 *   missed: number | undefined,
 * }} Comparison `phase` is the server's; `reason` belongs to "failed"; `isWanted`: the server should be asked;
 *   `unanswered` counts the session's pictures that the server was asked about and has not answered, and `missed` is
 *   the question of the last of them
 * @typedef {{type: "question", question: number, isEmpty: boolean}
 *   | {type: "browser", answered: Answered}
 *   | {type: "network"}
 *   | {type: "again"}
 *   | {type: "server", question: number, answer: ServerAnswer}
 *   | {type: "failed", question: number, kind: Reason, detail: string}} Event "network": the network has changed, so
 *   both sides answer again; "again": it is time to retry
 */

import { largestDifference } from "../../core/difference.js";

/** @type {Comparison} */
export const START = {
  ...{ question: 0, phase: "empty", isWanted: false, unanswered: 0, missed: undefined },
  ...{ browser: undefined, server: undefined, reason: undefined, verdict: undefined },
};

const UNKNOWN = { server: undefined, reason: undefined, verdict: undefined, isWanted: false };

/** @type {{[Type in Event["type"]]: (state: Comparison, event: Extract<Event, {type: Type}>) => Comparison}} */
const STEPS = {
  question: (state, { question, isEmpty }) => ({
    ...{ ...state, ...UNKNOWN, question, browser: undefined },
    phase: isEmpty ? "empty" : "waiting",
  }),
  browser(state, { answered }) {
    if (answered.question !== state.question) return state;
    if (answered.isEmpty) return { ...state, ...UNKNOWN, browser: answered, phase: "empty" };
    return { ...state, browser: answered, isWanted: true, verdict: state.server && verdictOf(answered, state.server) };
  },
  network: (state) => (state.phase === "empty" ? state : { ...state, ...UNKNOWN, phase: "waiting" }),
  again: (state) => ({ ...state, isWanted: !!state.browser && state.phase !== "empty" }),
  server(before, { question, answer }) {
    const state = counted(before, question, false);
    if (question !== state.question || state.phase === "empty") return state;
    const verdict = state.browser && verdictOf(state.browser, answer);
    return { ...state, phase: "answered", server: answer, reason: undefined, verdict, isWanted: false };
  },
  failed(before, { question, kind, detail }) {
    const state = kind === "kept" ? before : counted(before, question, true);
    if (question !== state.question || state.phase === "empty") return state;
    return { ...state, ...UNKNOWN, phase: "failed", reason: { kind, detail } };
  },
};

/**
 * @param {Comparison} state
 * @param {Event} event
 * @returns {Comparison} the next state
 */
export function after(state, event) {
  return STEPS[event.type](state, /** @type {any} */ (event));
}

/**
 * @param {Answered} answered
 * @param {ServerAnswer} answer to the same picture
 * @returns {Verdict}
 */
export function verdictOf({ loaded: { model }, probabilities }, answer) {
  const best = model.labels[probabilities.indexOf(Math.max(...probabilities))];
  return { same: best === answer.label, difference: largestDifference(probabilities, answer.probabilities) };
}

/**
 * Counts an unanswered picture once, however often the server is asked, and uncounts it when an answer arrives.
 *
 * @param {Comparison} state
 * @param {number} question
 * @param {boolean} isMissed
 */
function counted(state, question, isMissed) {
  if (isMissed === (state.missed === question)) return state;
  if (isMissed) return { ...state, unanswered: state.unanswered + 1, missed: question };
  return { ...state, unanswered: state.unanswered - 1, missed: undefined };
}
