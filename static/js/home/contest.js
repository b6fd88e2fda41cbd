import { messageOf } from "../core/message.js";
import { coalesce } from "../core/coalesce.js";
import { sizeOf } from "../core/size.js";
import { isBlank as areBlank } from "../core/probabilities.js";
import { resized } from "../input/picture.js";
import { isReady, predict, use } from "./engine.js";
import { START, after, serverTimes } from "./race.js";
import { serverOf } from "./server.js";
import { t } from "./words.js";

/** Milliseconds for which the server's request waits for the browser's answer, so that they do not slow each other. */
const TURN = 100;
/** Milliseconds for which the previous answer stays before the card shows that it is waiting. */
const HOLD = 80;

/**
 * @typedef {{input: [1, number, number, 3], task: string, precision: string | null}} About a model; `precision` is that
 *   of the server's file whose answers equal those of the browser's file
 * @typedef {{number: number, model: string, isFinal: boolean, picture: CanvasImageSource,
 *   prepared?: {canvas: HTMLCanvasElement, pixels: Uint8ClampedArray, resize: number, at: number}}} Asked
 */

/**
 * Asks both sides about one picture at a time, with the same pixels and one clock, which starts when the picture is
 * ready.
 *
 * @param {{question: import("./home.js").Half, answer: import("./home.js").Half}} halves
 * @param {ReturnType<typeof import("./board.js").makeBoard>} board
 * @param {Record<string, About>} models
 * @param {() => string} chosen name of the current model
 */
export function makeContest(halves, board, models, chosen) {
  let newest = Date.now(); // so that no answer to an earlier visit counts for this one
  let race = { ...START, question: newest };
  /** @type {Asked | undefined} */
  let current;
  /** Why the browser cannot read the current picture, if so. @type {string | undefined} */
  let unreadable;
  /** @type {string | null} */
  let seenFrame = null;
  let isHeld = false;
  let timer = 0;
  /** @type {{number: number, resize: number, encode: number} | undefined} */
  let sent;
  board.show(race, seenFrame, isHeld);

  const server = serverOf(halves.question, halves.answer, {
    onReply(reply, waited, took) {
      if ("error" in reply)
        return update(reply.id, { server: { state: "failed", message: reply.error, isGone: false } });
      const { resize, encode } = sent?.number === reply.id ? sent : { resize: 0, encode: 0 };
      const times = serverTimes(reply.milliseconds, { resize, encode, waited, took });
      if (reply.id === newest) seenFrame = reply.frame;
      const { labels, probabilities, version, is_blank: isBlank } = reply;
      const precision = models[reply.model]?.precision ?? "";
      update(reply.id, { server: { state: "answered", labels, probabilities, isBlank, version, precision, ...times } });
    },
    onTrouble(trouble) {
      update(newest, { server: { state: "failed", message: t(trouble), isGone: trouble === "stopped" } });
    },
  });

  /** @param {number} number of the question that the news are about @param {Partial<import("./race.js").Race>} news */
  function update(number, news) {
    race = after(race, number, news);
    if (news.browser) isHeld = false;
    board.show(race, seenFrame, isHeld);
  }

  /** The pixels that both sides get. @param {Asked} asked */
  function prepare(asked) {
    if (asked.prepared) return asked.prepared;
    const began = performance.now();
    const canvas = resized(asked.picture, models[asked.model].input);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
    const at = performance.now();
    asked.prepared = { canvas, pixels, resize: at - began, at };
    return asked.prepared;
  }

  /** What the browser is loading; "" if nothing. */
  let loading = "";

  /** @param {string} what */
  function showLoading(what) {
    loading = what;
    if (what && current) update(newest, { browser: { state: "loading", what } });
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
        if (asked !== current) return; // the next run answers the current picture
      }
      const { pixels, resize, at } = prepare(asked);
      const ready = wasReady && asked.isFinal ? at : performance.now(); // loading the model does not count
      const { model, file, ...answer } = await predict(asked.model, pixels, { resize, ready });
      const isBlank = areBlank(answer.probabilities, model.blank);
      const about = { labels: model.labels, version: model.version, precision: file.precision, isBlank };
      const number = current?.isFinal ? asked.number : newest; // during a stroke, the previous state's answer will do
      if (current) update(number, { browser: { state: "answered", ...about, ...answer } });
    } catch (error) {
      showLoading("");
      const problem = messageOf(error);
      if (current)
        update(newest, { browser: { state: "failed", message: t("browserFailed", { problem }), isGone: false } });
    }
  });

  /** @param {Asked} asked @param {Promise<void>} here the browser's answer */
  async function askServer(asked, here) {
    const { canvas, resize } = prepare(asked);
    if (isReady(asked.model)) await Promise.race([here, new Promise((resolve) => setTimeout(resolve, TURN))]);
    if (asked !== current) return;
    const began = performance.now();
    update(asked.number, { server: { state: "waiting", since: began - resize } });
    const picture = canvas.toDataURL("image/png");
    sent = { number: asked.number, resize, encode: performance.now() - began };
    server({ id: asked.number, model: asked.model, precision: models[asked.model].precision, picture });
  }

  /** @param {number} since @returns {import("./race.js").Half} */
  const startOf = (since) => (loading ? { state: "loading", what: loading } : { state: "waiting", since });

  return {
    /**
     * @param {CanvasImageSource | undefined} picture the current one; undefined if there is none
     * @param {{isFinal?: boolean, isAnother?: boolean}} [how] `isFinal`: the stroke has ended, so the server is asked
     *   too; `isAnother`: a different picture, not the previous one with more strokes
     */
    ask(picture, { isFinal = true, isAnother = false } = {}) {
      const number = ++newest;
      const since = performance.now();
      clearTimeout(timer);
      seenFrame = null;
      unreadable = undefined;
      current = picture && { number, model: chosen(), isFinal, picture };
      if (!current) {
        race = { ...START, question: number };
        isHeld = false;
        return board.show(race, seenFrame, isHeld);
      }
      const before = isAnother ? undefined : race.browser;
      isHeld = before?.state === "answered";
      const browser = before?.state === "answered" && !isFinal ? before : startOf(since);
      race = { question: number, browser, server: isFinal ? { state: "waiting", since } : { state: "later" } };
      board.show(race, seenFrame, isHeld);
      timer = window.setTimeout(() => board.show(race, seenFrame, (isHeld = false)), HOLD);
      if (isFinal) prepare(current);
      const here = askBrowser();
      if (isFinal) void askServer(current, here);
    },
    /** Whether the server cannot be reached. */
    get isCut() {
      return race.server.state === "failed" && race.server.isGone;
    },
    /** Asks again about the current picture, with the current model: both sides, or the server alone as before. */
    again() {
      if (current) this.ask(current.picture, { isAnother: true });
      else if (unreadable !== undefined) this.askWithout(unreadable);
    },
    /**
     * Asks only the server, about an uploaded file that the browser cannot read.
     *
     * @param {string} problem
     */
    askWithout(problem) {
      current = undefined;
      unreadable = problem;
      seenFrame = null;
      const number = ++newest;
      const since = performance.now();
      race = {
        question: number,
        browser: { state: "failed", message: problem, isGone: false },
        server: { state: "waiting", since },
      };
      board.show(race, seenFrame, (isHeld = false));
      server({ id: number, model: chosen(), precision: models[chosen()].precision, picture: null });
    },
  };
}
