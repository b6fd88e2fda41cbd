/** Wires the page: catalog, picker, pad, uploads, camera, models, views. */

import { messageOf } from "./core/message.js";
import { announcer } from "./answer/announcement.js";
import { answerView, forget } from "./answer/answer.js";
import { useCamera } from "./input/camera_view.js";
import { complete, findModel, loadBeginning, loadCatalog } from "./core/catalog.js";
import { choiceFrom, defaultOf, isNamed } from "./core/choice.js";
import { loadPicture, showExamples } from "./input/examples.js";
import { showChrome } from "./chrome/chrome.js";
import { startInference } from "./engines/inference.js";
import { coalesce } from "./core/coalesce.js";
import { once } from "./core/once.js";
import { whenIdle } from "./core/idle.js";
import { fail, showNotice, works } from "./chrome/notice.js";
import { keepDrawing, restoreDrawing } from "./input/kept_drawing.js";
import { makePad } from "./input/pad.js";
import { READY } from "./core/marks.js";
import { painted } from "./core/painted.js";
import { makePicker } from "./chrome/picker.js";
import { pixelsOf, resized } from "./input/picture.js";
import { frontEndPreview } from "./answer/front_end_preview.js";
import { showModel } from "./answer/model_view.js";
import { Session } from "./answer/session.js";
import { sizeOf } from "./core/size.js";
import { examplesOf, taskOf } from "./core/tasks.js";
import { demonstrate } from "./input/demonstration.js";
import { showProgress } from "./chrome/progress.js";
import { useTools } from "./input/tools.js";
import { takePictures } from "./input/upload.js";
import { useCard } from "./sides/card.js";
import { arrange, nameUsed, showViews } from "./views/views.js";
import { byId } from "./elements/find.js";
import { t } from "./chrome/words.js";

/** @typedef {import("./core/choice.js").Choice} Choice */

const state = document.documentElement.dataset;

/** How long the Compare view holds each camera picture, in milliseconds, so that both sides can answer it. */
const CAMERA_HOLD = 500;

/**
 * What the first answer does not need waits for it; without a picture, for this long after the page is ready, which is
 * longer than the demonstration takes for its first digit.
 */
const UNASKED = 3000;

const canvas = /** @type {HTMLCanvasElement} */ (byId("pad"));
const card = useCard(byId("answer"), "browser");
const outputs = { card, label: byId("label"), bars: byId("bars"), time: byId("time") };
const bar = /** @type {HTMLProgressElement} */ (byId("progress"));
const onProgress = showProgress(bar, byId("chosen"));

/**
 * Starts the page with the model that the address names, and changes the model when another one is chosen.
 *
 * @param {ReturnType<typeof startInference>} worker
 */
async function start(worker) {
  /** @type {Set<(answered: import("./answer/session.js").Answered) => void | Promise<void>>} */
  const listeners = new Set();
  /** @type {Set<(question: number) => void>} */
  const questionListeners = new Set();
  const session = new Session(worker, () => pad, {
    onQuestion(question) {
      for (const listener of questionListeners) listener(question);
    },
    onAnswer(answered) {
      if (state.ready === "failed") works(); // it was one answer that failed
      const shown = [...listeners].map((listener) => listener(answered));
      if (!answered.isEmpty) void Promise.allSettled(shown).then(proceed);
    },
    ready: () => (state.view === "compare" ? painted() : undefined), // Compare measures the time of the answer
  });
  let proceed = () => {};
  /** Resolves after the first answer to a picture, in Compare after that of both sides, when the browser is idle. */
  const later = new Promise((/** @type {(value: void) => void} */ resolve) => (proceed = resolve)).then(whenIdle);
  let isWhole = isNamed(location.search) || state.view !== "try";
  const catalog = await (isWhole ? loadCatalog() : loadBeginning(!!navigator.serviceWorker?.controller));
  const preview = frontEndPreview(byId("seen"), worker.inference, catalog);
  listeners.add(preview.see);
  const fallback = defaultOf(findModel(catalog));
  let { choice: wanted, problems } = choiceFrom(catalog, location.search);
  /** @type {import("./answer/session.js").Loaded} */
  let used = { ...fallback, backend: "wasm" };

  /** @type {ReturnType<typeof session.startup> | undefined} */
  let firstStart;
  /** Adds all models to the catalog. */
  const completed = coalesce(async () => {
    if (isWhole) return;
    complete(catalog, await loadCatalog());
    isWhole = true;
    picker.show();
  });
  const completedOrSaid = () => completed().catch((error) => showNotice([messageOf(error)]));

  /** Loads the chosen model. If that fails, the previous model is used again. */
  const applyChoice = coalesce(async () => {
    const choice = wanted;
    const messages = problems;
    showLoading(choice);
    picker.show(choice);
    nextPicture = await pictureFor(choice.model);
    try {
      messages.push(...(await session.use(choice, { onLoaded, makeView }, onProgress)));
    } catch (error) {
      if (choice !== wanted) return; // another model was chosen meanwhile; the next run loads it
      if (choice.file === used.file) throw error;
      messages.push(messageOf(error));
      nextPicture = undefined;
      await session.use(used, { onLoaded, makeView });
    } finally {
      bar.hidden = true; // a download that has failed is not complete
    }
    if (choice !== wanted) return;
    picker.show(used);
    nameUsed(used, fallback);
    showNotice(messages);
    works();
    if (!firstStart) performance.mark(READY);
    firstStart ??= session.startup();
    storeUsed(used).catch(console.warn);
    setTimeout(proceed, UNASKED);
  });

  const offlineManager = once(async () => (await import("./offline/manager.js")).makeOfflineManager(catalog, fallback));
  /** @param {import("./answer/session.js").Loaded} loaded */
  async function storeUsed(loaded) {
    await later;
    await completed();
    await preview.use(loaded).catch(console.warn);
    const store = await offlineManager();
    if (!store) return;
    await store(loaded);
    if (loaded === used && state.ready === "true") state.offline = "ready";
  }

  /** Replaces the current picture when the new model has been loaded. @type {HTMLImageElement | undefined} */
  let nextPicture;
  const isMoving = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  let isExampleWanted = isMoving && wanted.model.task !== "digit"; // for digits there is the demonstration
  /**
   * The model's first example, if the current picture belongs to another task and is not the user's own photograph.
   *
   * @param {import("./core/catalog.js").Model} model
   */
  async function pictureFor(model) {
    const isOther = model.task !== used.model.task && ["drawn", "example"].includes(pad.origin);
    const isNeeded = pad.isEmpty ? isExampleWanted : isOther;
    isExampleWanted = false;
    const [first] = examplesOf(catalog, model);
    return isNeeded && first ? loadPicture(first.address).catch(() => undefined) : undefined;
  }

  /** @param {import("./answer/session.js").Loaded} loaded */
  function onLoaded(loaded) {
    used = loaded;
    if (nextPicture && (firstStart || pad.isEmpty)) pad.show(resized(nextPicture, used.model.input), "example");
    nextPicture = undefined;
  }

  /** @param {import("./answer/session.js").Loaded} loaded */
  function makeView(loaded) {
    const choose = (/** @type {HTMLImageElement} */ picture) => showPicture(picture, "example");
    showExamples(byId("examples"), examplesOf(catalog, loaded.model), choose, later);
    return announced(showLoaded(loaded));
  }

  /** Wraps `view` so that a screen reader hears each answer too. @param {ReturnType<typeof answerView>} view */
  function announced(view) {
    return (/** @type {Parameters<typeof view>} */ ...answer) => {
      const text = view(...answer);
      showTools();
      announce(text, text, pad.isDrawing);
    };
  }

  /** @param {CanvasImageSource} picture @param {import("./input/pad.js").Origin} origin */
  function showPicture(picture, origin) {
    dismiss();
    pad.show(resized(picture, used.model.input), origin);
  }

  const showBenchmark = once(async () => {
    const { benchmarkView } = await import("./views/benchmark/view.js");
    benchmarkView(byId("benchmark"), () => ({ model: used.model, pixels: pixelsOf(pad.image, used.model.input) }));
    /** @type {HTMLButtonElement} */ (byId("measure")).disabled = false;
  });
  const showBenchmarkOrSay = () => showBenchmark().catch((error) => showNotice([messageOf(error)]));

  const pad = makePad(canvas, (isAnother) => {
    if (isAnother) forget(outputs);
    session.ask(isAnother).catch(fail);
    queueMicrotask(() => {
      const isShown = !isTouched && used.model.task === "digit"; // the demonstration, on which one may draw
      state.pad = pad.isEmpty ? "empty" : isShown ? "shown" : "used"; // `pad` is set by now
    });
  });
  const picker = makePicker(catalog, completedOrSaid, (choice) => {
    session.leave(); // immediately, not only when the next run begins
    wanted = choice;
    problems = [];
    applyChoice().catch(fail);
  });
  const camera = useCamera(
    pad,
    () => used.model.input,
    () => (state.view === "compare" ? CAMERA_HOLD : 0),
  );
  let isTouched = false;
  let stop = () => {};
  /** Ends the demonstration when the user does anything. */
  function touch() {
    isTouched = true;
    if (state.pad === "shown") state.pad = "used";
    stop();
  }
  /** Hides the notice and stops the camera. */
  function dismiss() {
    showNotice();
    camera.stop();
  }
  for (const event of ["pointerdown", "keydown", "dragover"]) addEventListener(event, touch, { capture: true });
  for (const target of [canvas, byId("notice")]) target.addEventListener("pointerdown", dismiss);
  const showTools = useTools(pad, dismiss);
  const announce = announcer(byId("spoken"));
  takePictures(
    canvas,
    () => used.model.input,
    catalog.limits,
    (picture) => showPicture(picture, "photograph"),
    (problem) => showNotice([problem]),
  );
  await applyChoice();
  later.then(showBenchmarkOrSay);
  later.then(() => import("./views/own/drop.js")).then(({ takeModels }) => takeModels(), console.warn);
  const page = {
    catalog,
    pad,
    get used() {
      return used;
    },
    get question() {
      return session.question;
    },
    /** @param {Choice} choice */
    choose(choice) {
      isExampleWanted = true;
      session.leave();
      wanted = choice;
      problems = [];
      return applyChoice();
    },
    answer: () => session.answer(),
    get firstStart() {
      return firstStart ?? session.startup();
    },
    startup: () => session.startup(),
    /** @param {(answered: import("./answer/session.js").Answered) => void | Promise<void>} listener */
    onAnswer: (listener) => void listeners.add(listener),
    /** @param {(question: number) => void} listener */
    onQuestion: (listener) => void questionListeners.add(listener),
  };
  document.addEventListener("view", () => void (state.view === "measure" && proceed()));
  byId("benchmark").addEventListener("toggle", () => {
    proceed();
    later.then(showBenchmarkOrSay); // again if its scripts could not be loaded before
  });
  addEventListener("popstate", () => nameUsed(used, fallback)); // an earlier address may name an earlier one
  showViews(page, completed, (error) => showNotice([messageOf(error)]));
  document.addEventListener("view", () => camera.stop()); // not for the first view, where it may already be on
  addEventListener("language", () => keepDrawing(pad));
  restoreDrawing(pad, touch);
  if (isMoving && !isTouched && used.model.task === "digit") stop = demonstrate(canvas, pad);
}

/** @param {Choice} choice */
function showLoading({ model, file }) {
  delete state.ready;
  delete state.offline;
  showNotice();
  byId("answer").setAttribute("aria-busy", "true");
  forget(outputs, { state: "loading", message: t("loading", { title: model.title, size: sizeOf(file.bytes) }) });
}

/** @param {import("./answer/session.js").Loaded} loaded */
function showLoaded(loaded) {
  canvas.setAttribute("aria-label", taskOf(loaded.model.task).pad);
  showModel(loaded);
  byId("answer").setAttribute("aria-busy", "false");
  return answerView(outputs, loaded.model, taskOf(loaded.model.task).hint);
}

const worker = startInference(!isNamed(location.search)); // first, as it starts while the page is arranged
showChrome();
arrange();
start(worker).catch(fail);
