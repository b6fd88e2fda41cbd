import { element } from "../sides/element.js";
import { TOP, makeCard } from "../sides/card.js";
import { makeLanes } from "../sides/lanes.js";
import { makeVerdict } from "../sides/verdict.js";
import { laneOf, likeliest, verdictOf } from "./race.js";
import { t } from "./words.js";

/** Labels longer than this are words. */
const SIGN = 2;
/** Of so many labels the probabilities are left in the document, for tests and for who looks. */
const FEW = 10;

/**
 * The two cards with the verdict between them, the lanes, and what the model saw.
 *
 * @param {string} ask what is asked for where there is no picture
 */
export function makeBoard(ask) {
  const cards = {
    browser: makeCard("browser", { label: "browser-label", message: "browser-message" }),
    server: makeCard("server", { label: "server-label", message: "server-message" }),
  };
  const verdict = makeVerdict({ verdict: "verdict", difference: "max-difference" });
  const lanes = makeLanes({ browser: "browser-times", server: "server-times" });
  const frame = element("div", "sides-frame");
  const sides = element("div", "sides");
  sides.append(cards.browser.element, verdict.element, cards.server.element);
  const foot = element("div", "home-foot");
  const seen = foot.appendChild(element("figure", "home-seen"));
  const picture = seen.appendChild(Object.assign(element("img", "", { testid: "frame" }), { alt: "", hidden: true }));
  seen.append(element("figcaption", "", { text: t("seen") }));
  const note = foot.appendChild(element("p"));
  frame.append(sides, lanes.element, foot);

  /** @param {import("./race.js").Race} race */
  function showVerdict(race) {
    const { browser, server, question } = race;
    const said = verdictOf(race);
    for (const name of ["same", "question"]) delete verdict.verdict.dataset[name];
    delete verdict.difference.dataset.value;
    if (!said || browser.state !== "answered" || server.state !== "answered") return verdict.wait(waitingFor(race));
    verdict.show({
      ...{ same: said.same, browser: browser.total, server: server.total },
      difference: t("largest", { value: said.difference.toExponential(0) }),
    });
    Object.assign(verdict.verdict.dataset, { same: String(said.same), question: String(question) });
    verdict.difference.dataset.value = String(said.difference);
  }

  return {
    element: frame,
    /**
     * @param {import("./race.js").Race} race
     * @param {string | null} saw address of the picture that the model saw of the picture of now
     * @param {boolean} isHeld the browser's card stays as it is for a moment, since it will soon have an answer
     */
    show(race, saw, isHeld) {
      if (!isHeld) showHalf(cards.browser, race.browser, ask);
      showHalf(cards.server, race.server, ask);
      showVerdict(race);
      lanes.show({ browser: laneOf(race.browser), server: laneOf(race.server) });
      picture.hidden = !saw;
      if (saw) picture.src = saw;
      else picture.removeAttribute("src");
      note.textContent = noteOf(race);
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
  card.answer({ top: likely, milliseconds: half.total, words: half.labels.some(({ length }) => length > SIGN) });
  if (half.labels.length <= FEW)
    label.dataset.probabilities = JSON.stringify(
      Object.fromEntries(half.labels.map((name, index) => [name, half.probabilities[index]])),
    );
}

/** @param {import("./race.js").Race} race what stands where there is no verdict yet */
function waitingFor({ browser, server }) {
  if (browser.state === "idle" && server.state === "idle") return t("invite");
  const isOpen = (/** @type {import("./race.js").Half} */ half) => ["later", "loading", "waiting"].includes(half.state);
  if (isOpen(browser) && isOpen(server)) return t("waiting");
  if (isOpen(server)) return t("waitingServer");
  return isOpen(browser) ? t("waitingBrowser") : "";
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
