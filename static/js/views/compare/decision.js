/** The figures as text: a table of both sides, sentences, and the claims of textbooks. Uses no document. */

import { countText } from "../../core/count.js";
import { sizeOf } from "../../core/size.js";
import { breakEvenInBytes, breakEvenInTime, costOfAMillion, isEnough, startOfBrowser } from "./costs.js";
import { t } from "./decision_words.js";
import { timeText } from "../../sides/figures.js";
import { networkTitle } from "./network_picker.js";
import { ENOUGH } from "./samples.js";

/**
 * @typedef {import("./figures.js").Figures} Figures
 * @typedef {[title: string, browser: string, server: string]} Row
 * @typedef {{key: string, text: string, value: number | string}} Sentence `value` is the number in it
 */

/** @param {number} value */
const ms = (value) => `${value < 100 ? value.toFixed(1) : countText(Math.round(value))} ms`;
/** @param {number} value */
const percent = (value) => `${(value * 100).toFixed(1)} %`;
/** @param {number} value */
const bytes = (value) => `${countText(Math.round(value))} B`;
/** @param {number} value */
const seconds = (value) => `${value < 100 ? value.toPrecision(3) : countText(Math.round(value))} s`;
/** @param {number} value */
const money = (value) => (value >= 0.01 || value === 0 ? value.toFixed(2) : value.toPrecision(2));
/** @param {number} value */
const difference = (value) => value.toExponential(1);

/** @param {number | null} value */
const rate = (value) => value?.toFixed(1) ?? "\u2013";
/** @param {number | null} value */
const msOrNone = (value) => (value === null ? t("few") : ms(value));
/** The typical time of a side, or that there are too few answers. @param {import("./figures.js").Side} side */
export const typicalOf = ({ n, p50 }) => msOrNone(n > ENOUGH.typical ? p50 : null); // the first does not count

/**
 * @param {import("./costs.js").BreakEven} breakEven
 * @param {"time" | "data"} what
 * @returns {string} when the download has paid for itself, with the range
 */
function paidBack({ answers, low, high }, what) {
  const n = (/** @type {number} */ value) => (value === Infinity ? t("ever") : countText(value));
  const key = answers === Infinity ? "never" : answers === 0 ? "atOnce" : "after";
  const spread = low === high ? "" : ` ${t("between", { low: n(low), high: n(high) })}`;
  return t(`${key}${what === "time" ? "Time" : "Data"}`, { n: n(answers), spread });
}

/**
 * @param {Figures} figures
 * @returns {Row[]}
 */
export function rowsOf(figures) {
  const { browser, server, batch } = figures;
  const cost = costOfAMillion(figures);
  return [
    [t("version"), ...both(figures, ({ version, precision }) => `${version}, ${precision}`)],
    [t("answers"), ...both(figures, ({ n }) => String(n))],
    [t("typical"), ...both(figures, typicalOf)],
    [t("slowest"), ...both(figures, ({ p95 }) => msOrNone(p95))],
    [t("start"), `${ms(startOfBrowser(figures))}${browser.cached ? ` (${t("cached")})` : ""}`, ms(server.first)],
    [t("once"), sizeOf(browser.runtime + browser.model), "0 B"],
    [t("each"), "0 B", `${bytes(server.up / server.n)} + ${bytes(server.down / server.n)}`],
    [t("left"), "0 B", bytes(server.up)],
    [t("million"), "0 s", seconds(cost.seconds)],
    ...(cost.price === null ? [] : [/** @type {Row} */ ([t("price"), money(0), money(cost.price)])]),
    [t("without"), t(figures.offline ? "goesOn" : "notKept"), t("cannot")],
    [t("change"), t("shipped", { size: sizeOf(browser.model) }), t("nextAnswer")],
    ...(batch ? batchRows(batch) : []),
  ];
}

/**
 * @param {Figures} figures
 * @param {(side: import("./figures.js").Side) => string} format
 * @returns {[string, string]}
 */
const both = ({ browser, server }, format) => [format(browser), format(server)];

/**
 * @param {NonNullable<Figures["batch"]>} batch
 * @returns {Row[]}
 */
function batchRows({ n, browser, server }) {
  return [
    [t("right", { n }), percent(browser.accuracy), percent(server.accuracy)],
    [t("batchP50"), ms(browser.p50), ms(server.p50)],
    [t("batchP95"), msOrNone(browser.p95), msOrNone(server.p95)],
    [t("throughput"), rate(browser.throughput), rate(server.throughput)],
    [t("batchBytes"), "0 B", bytes(server.up)],
  ];
}

/**
 * @param {Figures} figures
 * @returns {Sentence[]}
 */
export function sentencesOf(figures) {
  const { browser, server, batch, compared, same, page } = figures;
  const [time, data, cost] = [breakEvenInTime(figures), breakEvenInBytes(figures), costOfAMillion(figures)];
  const enough = isEnough(figures);
  return [
    {
      key: "time",
      text: t(enough ? "time" : "tooFew", {
        ...{ here: ms(browser.p50), there: ms(server.p50), start: ms(time.browser), first: ms(time.server) },
        ...{ after: paidBack(time, "time") },
      }),
      value: enough ? time.answers : "",
    },
    {
      key: "bytes",
      text: t(enough ? "bytes" : "tooFew", {
        ...{ runtime: sizeOf(browser.runtime), model: sizeOf(browser.model), each: bytes(data.saved) },
        after: paidBack(data, "data"),
      }),
      value: enough ? data.answers : "",
    },
    {
      key: "cost",
      text:
        t("cost", { seconds: seconds(cost.seconds), each: server.cpu.toFixed(2) }) +
        (cost.price === null ? "" : ` ${t("money", { price: money(cost.price) })}`),
      value: cost.seconds,
    },
    { key: "privacy", text: t("privacy", { up: bytes(server.up), n: server.n }), value: server.up },
    { key: "freshness", text: t("freshness", { size: sizeOf(browser.model) }), value: browser.model },
    unansweredOf(figures),
    {
      key: "preprocessing",
      text: t("preprocessing", { compared, same, difference: difference(figures.difference) }),
      value: figures.difference,
    },
    ...(batch
      ? [
          {
            key: "batch",
            text: t("batch", { n: batch.n, same: batch.same, difference: difference(batch.difference) }),
            value: batch.same,
          },
        ]
      : []),
    ...(page ? [pageOf(page)] : []),
  ];
}

/**
 * @param {import("../page_costs.js").PageCosts} page
 * @returns {Sentence}
 */
function pageOf({ start, requests, transferred, tasks, longest, memory }) {
  const text = t("page", { start: ms(start), requests, size: sizeOf(transferred) });
  const rest = [
    tasks && longest !== undefined && t("pageTasks", { tasks, longest: ms(longest) }),
    memory !== undefined && t("pageMemory", { size: sizeOf(memory) }),
  ];
  return { key: "page", text: [text, ...rest.filter(Boolean)].join(" "), value: start };
}

/**
 * @param {{unanswered: number, offline: boolean}} about
 * @returns {Sentence}
 */
export function unansweredOf({ unanswered, offline }) {
  return { key: "offline", text: t(offline ? "offlineKept" : "offlineNot", { n: unanswered }), value: unanswered };
}

/**
 * The claims of textbooks about the two sides, each with what was measured here.
 *
 * @param {Figures} figures
 * @returns {[said: string, measured: string][]}
 */
export function textbookOf(figures) {
  const { browser, server } = figures;
  const size = sizeOf(browser.model);
  const agreement = { difference: difference(figures.difference), n: figures.compared, same: figures.same };
  const kept = t(figures.offline ? "measuredKept" : "measuredNotKept");
  return [
    [t("sayFast"), t("measuredFast", { here: typicalOf(browser), there: typicalOf(server) })],
    [t("sayPrivate"), t("measuredPrivate", { up: bytes(server.up) })],
    [t("sayOnline"), `${kept} ${t("measuredOnline", { n: figures.unanswered })}`],
    [t("sayShip"), t("measuredShip", { size, version: browser.version, there: server.version })],
    [t("sayAgain"), t("measuredAgain", agreement)],
  ];
}

/**
 * One sentence on when the download has paid for itself.
 *
 * @param {Figures} figures
 * @param {"time" | "data"} what
 */
export function paysSentence(figures, what) {
  const { browser, server } = figures;
  if (what === "time")
    return t("shortTime", {
      after: paidBack(breakEvenInTime(figures), what),
      ...{ here: timeText(browser.p50), there: timeText(server.p50), n: Math.min(browser.n, server.n) },
    });
  const data = breakEvenInBytes(figures);
  return t("shortData", { after: paidBack(data, what), once: sizeOf(data.once), each: bytes(data.saved) });
}

/** One sentence on what a million answers cost. @param {Figures} figures */
export function moneySentence(figures) {
  const { seconds, price } = costOfAMillion(figures);
  const said = t("shortMoney", { time: durationOf(seconds) });
  return price === null ? said : `${said} ${t("money", { price: money(price) })}`;
}

/** @param {number} seconds */
export function durationOf(seconds) {
  if (seconds < 90) return t("seconds", { n: seconds.toPrecision(2) });
  if (seconds < 5400) return t("minutes", { n: Math.round(seconds / 60) });
  return t("hours", { n: (seconds / 3600).toFixed(1) });
}

/**
 * Where the figures come from.
 *
 * @param {Figures} figures
 */
export function captionOf({ model, engine, network, date, device }) {
  return t("caption", { model, engine, network: networkTitle(network), date: date.slice(0, 10), device });
}

/**
 * @param {Figures} figures
 * @returns {string} the caption, the table and the sentences as Markdown
 */
export function markdownOf(figures) {
  /** @param {string[]} cells */
  const line = (cells) => `| ${cells.map(escape).join(" | ")} |`;
  return [
    escape(captionOf(figures)),
    "",
    line(["", t("browser"), t("server")]),
    "| --- | ---: | ---: |",
    ...rowsOf(figures).map(line),
    "",
    ...sentencesOf(figures).map(({ text }) => `- ${escape(text)}`),
    "",
  ].join("\n");
}

/** Escapes text from any source for a line of Markdown. @param {string} text */
function escape(text) {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|]/g, "\\$&");
}
