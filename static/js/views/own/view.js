/** A model of the reader's own: chosen or dropped, answered in the page, stored on this device alone. */

import { countText } from "../../core/count.js";
import { messageOf } from "../../core/message.js";
import { coalesce } from "../../core/coalesce.js";
import { titleOf } from "../../core/engine_names.js";
import { areWords } from "../../core/labels.js";
import { top } from "../../core/probabilities.js";
import { sizeOf } from "../../core/size.js";
import { pixelsOf } from "../../input/picture.js";
import { findOwn, forgetOwn, keepOwn, keepOwnAgain, keepSettings } from "../../offline/own_files.js";
import { keepEngine, loadEngines, registerServiceWorker } from "../../offline/store.js";
import { RANGES } from "../../own/adapter.js";
import { startOwn } from "../../own/own_inference.js";
import { TOP } from "../../sides/card.js";
import { onDropped } from "./drop.js";
import { showFacts } from "./facts.js";
import { loadStyle } from "../style.js";
import { layOut } from "./layout.js";
import { adaptingOf, inputFor, settingsOf, showQuestions } from "./questions.js";
import { speedView } from "./speed_view.js";
import { t } from "./words.js";

/**
 * @typedef {import("../../own/own_inference.js").Description} Description
 * @typedef {{own: import("../../own/own_inference.js").OwnInference, files: File[], described: Description,
 *   settings: import("./questions.js").Settings, classes: number, memory?: number}} Open `memory` is
 *   unknown if no engine uses WebAssembly
 */

/**
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 */
export async function mount(root, page) {
  const state = document.documentElement.dataset;
  await loadStyle("built/css/own.css");
  const parts = layOut(root);
  const speed = speedView(parts.speed);
  /** @type {Open | undefined} */
  let current;
  /** Incremented whenever other files are chosen, so that what was begun for earlier ones ends. */
  let choice = 0;
  /** Incremented whenever what is stored is replaced or removed, so that nothing is said about earlier files. */
  let stores = 0;
  const answer = coalesce(answerNow);

  parts.choose.onFiles(take);
  parts.labels.onFiles(([file]) => void useLabels(file));
  parts.remove.addEventListener("click", remove);
  onDropped(take);
  page.onQuestion(() => void answer().catch(fail));
  document.addEventListener("view", () => void answer().catch(fail));
  show();
  const stored = await findOwn().catch(() => undefined);
  if (!stored || choice) return;
  parts.kept.textContent = t("kept");
  show(); // what does not open can be removed all the same
  await open(stored.files, stored.settings);

  /** @param {File[]} files chosen or dropped */
  function take(files) {
    const isText = files.every(({ name }) => /\.txt$/i.test(name));
    if (isText && current) void useLabels(files[0]);
    else void open(files);
  }

  /** @param {File[]} files @param {any} [kept] the settings, if the files come from this device's store */
  async function open(files, kept) {
    const mine = ++choice;
    const own = startOwn();
    parts.problem.hidden = true;
    try {
      tell(t("reading", { name: files[0].name }));
      const described = await own.read(files);
      if (mine !== choice) return own.stop();
      const backend = described.format === "tflite" ? "litert" : "wasm";
      const engine = titleOf(backend);
      tell(t("starting", { engine }));
      await own.start(backend, (loaded, total) => {
        if (mine === choice)
          tell(t("progress", { engine, loaded: sizeOf(loaded), total: sizeOf(total) }), loaded / total);
      });
      if (mine !== choice) return own.stop();
      tell(t("trying"));
      await own.load(backend);
      if (mine !== choice) return own.stop();
      const settings = { ...settingsOf(described), ...kept };
      const tried = await tryOut(own, settings, described);
      if (mine !== choice) return own.stop();
      current?.own.stop();
      speed.clear();
      current = { own, files, described, settings, ...tried };
      if (!kept) void store(files, settings);
      storeEngine(backend).catch(console.warn);
      show();
      tell(t("ready", { name: described.title || described.name }));
      await changed().catch(fail);
    } catch (error) {
      own.stop();
      if (mine === choice) tellProblem(error);
    }
  }

  /**
   * Stores the files of a model that is in use already, because that may take long, and says whether it was possible.
   *
   * @param {File[]} files
   * @param {Open["settings"]} settings
   */
  async function store(files, settings) {
    const mine = ++stores;
    parts.kept.textContent = "";
    const isKept = await keepOwn(files, settings).catch(() => false);
    if (mine !== stores) return;
    parts.kept.textContent = t(isKept ? "kept" : "notKept");
    parts.remove.hidden = false;
  }

  /**
   * Answers a blank picture, so that a model that fails or takes too long is never stored.
   *
   * @param {Open["own"]} own
   * @param {Open["settings"]} settings
   * @param {Description} described
   */
  async function tryOut(own, settings, described) {
    const { height, width } = inputFor(settings, described);
    const blank = new Uint8ClampedArray(4 * height * width).fill(255);
    const anyRange = { normalization: RANGES["0,1"], background: settings.background };
    const { probabilities } = await own.answer(blank, adaptingOf(settings, described) ?? anyRange);
    return { classes: probabilities.length, memory: await own.memory() };
  }

  /** Ends the model in use, whose files stay stored. */
  function close() {
    current?.own.stop();
    current = undefined;
    speed.clear();
    show();
  }

  async function remove() {
    choice++;
    stores++;
    close();
    await forgetOwn();
    tell("");
    parts.problem.hidden = true;
    parts.kept.textContent = "";
    parts.remove.hidden = true;
    parts.choose.button.focus();
  }

  /** Shows what fits the current state: the pad and the answer only with a model. */
  function show() {
    const isOpen = !!current;
    if (isOpen) state.own = "ready";
    else delete state.own;
    for (const part of [parts.frame, parts.facts, parts.questions, parts.labels.button, parts.note])
      part.hidden = !isOpen;
    parts.choose.button.textContent = t(isOpen ? "another" : "choose");
    parts.remove.hidden = !isOpen && !parts.kept.textContent;
    if (!current) return;
    showQuestions(parts.questions, current.described, current.settings, () => void changed().catch(fail));
    parts.card.silence({ state: "empty", message: t("ask") });
    tellFacts();
  }

  /** After the reader has answered a question, and at the start: stores it, answers and measures again. */
  async function changed() {
    if (!current) return;
    const { files, described, settings } = current;
    const saved = keepSettings(files, settings);
    await answer();
    await saved;
    const adapting = adaptingOf(settings, described);
    if (current?.files === files && adapting) await speed.measure(files, described.format, pixels(current), adapting);
  }

  /** @param {Open} open */
  function pixels({ settings, described }) {
    const { height, width } = inputFor(settings, described);
    return pixelsOf(page.pad.image, [1, height, width, 3]);
  }

  /** Answers the current picture. A model that cannot answer it stays open, unless its worker was stopped. */
  async function answerNow() {
    if (!current || state.view !== "own") return;
    const asked = current;
    try {
      await answerWith(asked);
    } catch (error) {
      if (asked !== current) return; // its worker was stopped for another model
      if (asked.own.isStopped()) throw error;
      parts.card.silence({ state: "problem", message: messageOf(error) });
    }
  }

  /** @param {Open} asked */
  async function answerWith(asked) {
    const adapting = adaptingOf(asked.settings, asked.described);
    if (!adapting) return parts.card.silence({ state: "empty", message: t("rangeFirst") });
    const started = performance.now();
    const { probabilities, softmax } = await asked.own.answer(pixels(asked), adapting);
    const total = performance.now() - started;
    const memory = await asked.own.memory();
    if (asked !== current) return;
    const isNew = asked.classes !== probabilities.length || asked.memory !== memory;
    Object.assign(asked, { classes: probabilities.length, memory });
    if (isNew) tellFacts();
    const labels = asked.described.labels ?? [];
    const differ = labels.length && labels.length !== probabilities.length;
    const notes = [
      differ && t("labelsDiffer", { labels: labels.length, classes: probabilities.length }),
      softmax && t("softmax"),
    ];
    parts.note.textContent = notes.filter(Boolean).join(" ");
    if (page.pad.isEmpty) return parts.card.silence({ state: "empty", message: t("ask") });
    const nameOf = (/** @type {number} */ index) => labels[index] || t("class", { index });
    const likely = top(probabilities, Math.min(TOP, probabilities.length)).map((index) => ({
      label: nameOf(index),
      probability: probabilities[index],
    }));
    parts.card.element.dataset.probabilities = JSON.stringify(likely.map(({ probability }) => probability));
    parts.card.answer({ top: likely, milliseconds: total, words: areWords(likely.map(({ label }) => label)) });
    parts.announce(likely[0].label, likely[0].label, page.pad.isDrawing);
  }

  /** @param {File} file */
  async function useLabels(file) {
    if (!current) return;
    const asked = current;
    parts.problem.hidden = true;
    try {
      const labels = await asked.own.labels(file);
      if (asked !== current) return;
      Object.assign(asked.described, { labels, labelsFrom: file.name });
      asked.files = [...asked.files.filter(({ name }) => !/\.txt$/i.test(name)), renamed(file)];
      const saved = keepOwnAgain(asked.files, asked.settings);
      tellFacts();
      await answer();
      await saved;
    } catch (error) {
      tellProblem(error);
    }
  }

  function tellFacts() {
    if (!current) return;
    const { described, classes, memory } = current;
    const { labels, labelsFrom } = described;
    const count = labels ? countText(labels.length) : "";
    const from = labelsFrom ? t("labelsText", { count, name: labelsFrom }) : t("labelsFile", { count });
    showFacts(parts.facts, described, { classes, memory, labels: labels ? from : t("labelsNone") });
  }

  /** @param {string} text @param {number} [share] of what is being loaded */
  function tell(text, share) {
    parts.state.textContent = text;
    parts.bar.hidden = share === undefined || share >= 1;
    parts.bar.value = share ?? 0;
  }

  /** The model in use has failed, so it is closed; its files stay. @param {unknown} error */
  function fail(error) {
    close();
    tellProblem(error);
  }

  /** @param {unknown} error */
  function tellProblem(error) {
    tell("");
    parts.problem.textContent = messageOf(error);
    parts.problem.hidden = false;
    parts.problem.scrollIntoView({ block: "nearest" }); // on a phone it may be below what is visible
  }
}

/** A labels file that the worker recognizes by its name. @param {File} file */
function renamed(file) {
  return /\.txt$/i.test(file.name) ? file : new File([file], `${file.name}.txt`);
}

/** Stores the engine, so that the model also answers offline. @param {import("../../engine.js").Backend} backend */
async function storeEngine(backend) {
  const registration = await registerServiceWorker();
  if (registration) await keepEngine(registration, await loadEngines(), backend);
}
