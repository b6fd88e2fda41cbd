/**
 * What the page is to its views: the picture and the model of now, and the answers as they come.
 *
 * @typedef {import("../answer/session.js").Loaded} Loaded
 * @typedef {import("../answer/session.js").Answered} Answered
 * @typedef {{
 *   catalog: import("../core/catalog.js").Catalog,
 *   readonly used: Loaded,
 *   readonly question: number,
 *   readonly pad: Pick<import("../input/pad.js").Pad, "image" | "isEmpty" | "origin">,
 *   choose(choice: import("../core/choice.js").Choice): Promise<void>,
 *   answer(): Promise<void>,
 *   startup(): Promise<Awaited<ReturnType<import("../engines/worker.js").Inference["startup"]>>>,
 *   onAnswer(listener: (answered: Answered) => void): void,
 *   onQuestion(asker: (question: number) => void): void,
 * }} Page `choose` loads another model as if by hand; `answer` answers the picture of now again; `question` is
 *   the number of the picture and the model of now, and `onQuestion` hears of each change of the picture or the model at once, long before it is answered
 */

export {};
