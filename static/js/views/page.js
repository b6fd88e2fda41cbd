/**
 * The page as its views see it: the current picture and model, and the answers as they arrive.
 *
 * @typedef {import("../answer/session.js").Loaded} Loaded
 * @typedef {import("../answer/session.js").Answered} Answered
 * @typedef {{
 *   catalog: import("../core/catalog.js").Catalog,
 *   readonly used: Loaded,
 *   readonly question: number,
 *   readonly pad: Pick<import("../input/pad.js").Pad, "image" | "isEmpty" | "origin" | "clear" | "isDrawing">,
 *   choose(choice: import("../core/choice.js").Choice): Promise<void>,
 *   answer(): Promise<void>,
 *   readonly firstStart: Promise<import("../engines/start_record.js").Startup>,
 *   startup(): Promise<Awaited<ReturnType<import("../engines/worker.js").Inference["startup"]>>>,
 *   onAnswer(listener: (answered: Answered) => void | Promise<void>): void,
 *   onQuestion(listener: (question: number) => void): void,
 * }} Page `choose` loads another model, as the picker does; `answer` answers the current picture again; `firstStart`
 *   is the start of the first engine and model, `startup` that of the current ones; `question` is
 *   the number of the current picture and model; what the page does after its first answer waits for the promise that a
 *   listener of `onAnswer` returns; the listener of `onQuestion` is called immediately on each change of the picture or
 *   the model, before the answer
 */

export {};
