import { coalesce } from "../core/coalesce.js";
import { sizeOf } from "../core/size.js";
import { isBlank as isNothing } from "../core/probabilities.js";
import { messageOf } from "../chrome/notice.js";
import { resized } from "../input/picture.js";
import { isReady, predict, use } from "./engine.js";
import { START, after, serverTimes } from "./race.js";
import { serverOf } from "./server.js";
import { t } from "./words.js";

/** Milliseconds for which the server's turn waits for the browser's, so that neither is in the way of the other. */
const TURN = 100;
/** Milliseconds after which it is shown that an answer is waited for. */
const HOLD = 80;

/**
 * @typedef {{input: [1, number, number, 3], task: string, precision: string | null}} About a model: `precision` is that
 *   of the server's file which says the same as the browser's
 * @typedef {{number: number, since: number, model: string, isFinal: boolean, picture: CanvasImageSource,
 *   drawn?: {canvas: HTMLCanvasElement, pixels: Uint8ClampedArray, resize: number, at: number}}} Asked
 */

/**
 * One picture at a time, asked of both sides: the same pixels, and one clock, which begins when the picture is there.
 *
 * @param {{question: import("./home.js").Half, answer: import("./home.js").Half}} halves
 * @param {ReturnType<typeof import("./board.js").makeBoard>} board
 * @param {Record<string, About>} models
 * @param {() => string} chosen name of the model of now
 */
export function makeContest(halves, board, models, chosen) {
  let newest = Date.now(); // so that no answer to an earlier visit is taken for one of this
  let race = { ...START, question: newest };
  /** @type {Asked | undefined} */
  let current;
  /** @type {string | null} */
  let saw = null;
  let isHeld = false;
  let timer = 0;
  /** @type {{number: number, resize: number, encode: number} | undefined} */
  let sent;
  board.show(race, saw, isHeld);

  const server = serverOf(halves.question, halves.answer, {
    onReply(reply, waited, took) {
      if ("error" in reply) return tell(reply.id, { server: { state: "failed", message: reply.error, isGone: false } });
      const { resize, encode } = sent?.number === reply.id ? sent : { resize: 0, encode: 0 };
      const times = serverTimes(reply.milliseconds, { resize, encode, waited, took });
      if (reply.id === newest) saw = reply.frame;
      const { labels, probabilities, version, is_blank: isBlank } = reply;
      const precision = models[reply.model]?.precision ?? "";
      tell(reply.id, { server: { state: "answered", labels, probabilities, isBlank, version, precision, ...times } });
    },
    onTrouble(trouble) {
      tell(newest, { server: { state: "failed", message: t(trouble), isGone: trouble === "stopped" } });
    },
  });

  /** @param {number} number of the question that it is about @param {Partial<import("./race.js").Race>} news */
  function tell(number, news) {
    race = after(race, number, news);
    if (news.browser) isHeld = false;
    board.show(race, saw, isHeld);
  }

  /** The pixels that both sides get. @param {Asked} asked */
  function drawn(asked) {
    if (asked.drawn) return asked.drawn;
    const began = performance.now();
    const canvas = resized(asked.picture, models[asked.model].input);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
    const at = performance.now();
    asked.drawn = { canvas, pixels, resize: at - began, at };
    return asked.drawn;
  }

  /** What is fetched first, if anything is. */
  let fetched = "";

  /** @param {string} what */
  function showLoading(what) {
    fetched = what;
    if (what && current) tell(newest, { browser: { state: "loading", what } });
  }

  const askBrowser = coalesce(async () => {
    const asked = current;
    if (!asked) return;
    try {
      const wasReady = isReady(asked.model);
      if (!wasReady) {
        showLoading(t("starting"));
        await use(asked.model, ({ title }, { bytes }) => showLoading(t("loading", { title, size: sizeOf(bytes) })));
        showLoading("");
        if (asked !== current) return; // the next run answers the picture of now
      }
      const { pixels, resize, at } = drawn(asked);
      const ready = wasReady && asked.isFinal ? at : performance.now(); // what is loaded once belongs to no picture
      const { model, file, ...said } = await predict(asked.model, pixels, { resize, ready });
      const isBlank = isNothing(said.probabilities, model.blank);
      const about = { labels: model.labels, version: model.version, precision: file.precision, isBlank };
      const number = current?.isFinal ? asked.number : newest; // while a stroke goes on, one behind is near enough
      if (current) tell(number, { browser: { state: "answered", ...about, ...said } });
    } catch (error) {
      showLoading("");
      const problem = messageOf(error);
      if (current)
        tell(newest, { browser: { state: "failed", message: t("browserFailed", { problem }), isGone: false } });
    }
  });

  /** @param {Asked} asked @param {Promise<void>} here the browser's answer */
  async function askServer(asked, here) {
    const { canvas, resize } = drawn(asked);
    if (isReady(asked.model)) await Promise.race([here, new Promise((resolve) => setTimeout(resolve, TURN))]);
    if (asked !== current) return;
    const began = performance.now();
    tell(asked.number, { server: { state: "waiting", since: began - resize } });
    const picture = canvas.toDataURL("image/png");
    sent = { number: asked.number, resize, encode: performance.now() - began };
    server({ id: asked.number, model: asked.model, precision: models[asked.model].precision, picture });
  }

  /** @param {number} since @returns {import("./race.js").Half} */
  const startOf = (since) => (fetched ? { state: "loading", what: fetched } : { state: "waiting", since });

  return {
    /**
     * @param {CanvasImageSource | undefined} picture of now; undefined where there is none
     * @param {{isFinal?: boolean, isAnother?: boolean}} [how] `isFinal`: it stays, and the server is asked too;
     *   `isAnother`: it is not the one before with a stroke more
     */
    ask(picture, { isFinal = true, isAnother = false } = {}) {
      const number = ++newest;
      const since = performance.now();
      clearTimeout(timer);
      saw = null;
      current = picture && { number, since, model: chosen(), isFinal, picture };
      if (!current) {
        race = { ...START, question: number };
        isHeld = false;
        return board.show(race, saw, isHeld);
      }
      const before = isAnother ? undefined : race.browser;
      isHeld = before?.state === "answered";
      const browser = before?.state === "answered" && !isFinal ? before : startOf(since);
      race = { question: number, browser, server: isFinal ? { state: "waiting", since } : { state: "later" } };
      board.show(race, saw, isHeld);
      timer = window.setTimeout(() => board.show(race, saw, (isHeld = false)), HOLD);
      if (isFinal) drawn(current);
      const here = askBrowser();
      if (isFinal) void askServer(current, here);
    },
    /** Whether there is no way to the server. */
    get isCut() {
      return race.server.state === "failed" && race.server.isGone;
    },
    /** Asks again about the picture of now, by the model of now. */
    again() {
      if (current) this.ask(current.picture, { isAnother: true });
    },
    /**
     * Asks the server alone, about a file that it has: the browser cannot read it.
     *
     * @param {string} problem
     */
    askWithout(problem) {
      current = undefined;
      saw = null;
      const number = ++newest;
      const since = performance.now();
      race = {
        question: number,
        browser: { state: "failed", message: problem, isGone: false },
        server: { state: "waiting", since },
      };
      board.show(race, saw, (isHeld = false));
      server({ id: number, model: chosen(), precision: models[chosen()].precision, picture: null });
    },
  };
}
