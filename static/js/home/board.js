import { announcer } from "../answer/announcement.js";
import { differenceText } from "../core/difference.js";
import { areWords } from "../core/labels.js";
import { make } from "../elements/make.js";
import { TOP } from "../sides/card.js";
import { makeCard } from "../sides/new_card.js";
import { makeLanes } from "../sides/lanes.js";
import { makeVerdict } from "../sides/verdict.js";
import { t as sideTexts } from "../sides/words.js";
import { laneOf, likeliest, verdictOf } from "./race.js";
import { t } from "./words.js";

/** For up to this many labels, the document contains the probabilities for tests and inspection. */
const FEW = 10;

/**
 * The two cards with the verdict between them, the lanes, and the frame that the model saw.
 *
 * @param {string} ask asks for a picture while there is none
 */
export function makeBoard(ask) {
  const cards = {
    browser: makeCard("browser", { label: "browser-label", message: "browser-message" }),
    server: makeCard("server", { label: "server-label", message: "server-message" }),
  };
  const verdict = makeVerdict({ verdict: "verdict", difference: "max-difference" });
  const lanes = makeLanes({ browser: "browser-times", server: "server-times" });
  const frame = make("div", { className: "sides-frame" });
  const sides = make("div", { className: "sides" }, cards.browser.element, verdict.element, cards.server.element);
  const foot = make("div", { className: "home-foot" });
  const seen = foot.appendChild(make("figure", { className: "home-seen" }));
  const picture = seen.appendChild(make("img", { testid: "frame", alt: "", hidden: true }));
  seen.append(make("figcaption", { textContent: t("seen") }));
  const note = foot.appendChild(make("p"));
  const spoken = make("p", { className: "spoken", testid: "spoken" });
  spoken.setAttribute("role", "status");
  const announce = announcer(spoken);
  frame.append(sides, lanes.element, foot, spoken);

  /** @param {import("./race.js").Race} race */
  function showVerdict(race) {
    const { browser, server, question } = race;
    const result = verdictOf(race);
    for (const name of ["same", "question"]) delete verdict.verdict.dataset[name];
    delete verdict.difference.dataset.value;
    if (!result || browser.state !== "answered" || server.state !== "answered") return verdict.wait(waitingFor(race));
    verdict.show({
      ...{ same: result.same, browser: browser.total, server: server.total },
      difference: t("largest", { value: differenceText(result.difference, 0) }),
    });
    Object.assign(verdict.verdict.dataset, { same: String(result.same), question: String(question) });
    verdict.difference.dataset.value = String(result.difference);
  }

  return {
    element: frame,
    /**
     * @param {import("./race.js").Race} race
     * @param {string | null} seenFrame address of the 28x28 frame that the model saw of the current picture
     * @param {boolean} isHeld the browser's card stays unchanged for a moment, because its next answer comes soon
     */
    show(race, seenFrame, isHeld) {
      if (!isHeld) showHalf(cards.browser, race.browser, ask);
      showHalf(cards.server, race.server, ask);
      showVerdict(race);
      lanes.show({ browser: laneOf(race.browser), server: laneOf(race.server) });
      picture.hidden = !seenFrame;
      if (seenFrame) picture.src = seenFrame;
      else picture.removeAttribute("src");
      note.textContent = noteOf(race);
      announce(spokenOf(race), spokenOf(race), race.server.state === "later");
    },
  };
}

/** @param {import("../sides/card.js").Card} card @param {import("./race.js").Half} half @param {string} ask */
function showHalf(card, half, ask) {
  const label = /** @type {HTMLElement} */ (card.element.querySelector(".side-label"));
  delete label.dataset.probabilities;
  if (half.state === "idle") return card.silence({ state: "empty", message: ask });
  if (half.state === "later") return card.silence({ state: "empty", message: t("later") });
  if (half.state === "loading") return card.silence({ state: "loading", message: half.what });
  if (half.state === "waiting") return card.silence({ state: "waiting", message: t("waitingOne") });
  if (half.state === "failed") return card.silence({ state: "problem", message: half.message });
  if (half.isBlank) return card.silence({ state: "blank", message: t("nothing"), milliseconds: half.total });
  const likely = likeliest(half, TOP);
  card.answer({ top: likely, milliseconds: half.total, words: areWords(half.labels) });
  if (half.labels.length <= FEW)
    label.dataset.probabilities = JSON.stringify(
      Object.fromEntries(half.labels.map((name, index) => [name, half.probabilities[index]])),
    );
}

/** The message while there is no verdict. @param {import("./race.js").Race} race */
function waitingFor({ browser, server }) {
  if (browser.state === "idle" && server.state === "idle") return t("invite");
  const isOpen = (/** @type {import("./race.js").Half} */ half) => ["later", "loading", "waiting"].includes(half.state);
  if (isOpen(browser) && isOpen(server)) return t("waiting");
  if (isOpen(server)) return t("waitingServer");
  return isOpen(browser) ? t("waitingBrowser") : "";
}

/** What a screen reader says: the answer, or which side says what. @param {import("./race.js").Race} race */
function spokenOf({ browser, server }) {
  const [here, there] = [browser, server].map((half) =>
    half.state === "answered" && !half.isBlank ? likeliest(half, 1)[0].label : "",
  );
  if (here === there) return here;
  return [here && `${sideTexts("browser")}: ${here}`, there && `${sideTexts("server")}: ${there}`]
    .filter(Boolean)
    .join(", ");
}

/** @param {import("./race.js").Race} race */
function noteOf({ browser, server }) {
  if (server.state !== "answered") return "";
  if (browser.state !== "answered") return t("gradio");
  const [here, there] = [browser.version, server.version];
  const version = here === there ? t("version", { version: here }) : t("versions", { browser: here, server: there });
  const precisions = { browser: browser.precision, server: server.precision };
  const named = precisions.browser === precisions.server ? "" : `${t("precisions", precisions)} `;
  return `${version} ${named}${t("gradio")}`;
}
