/** Wires the page: catalog, pad, worker, view. */

import { transfer } from "../vendor/comlink.js";
import { answerView } from "./answer.js";
import { findFile, findModel, loadCatalog } from "./catalog.js";
import { startInference } from "./inference.js";
import { latest } from "./latest.js";
import { keep, onNewVersion, registerServiceWorker } from "./offline.js";
import { makePad } from "./pad.js";
import { pixelsOf } from "./picture.js";

const state = document.documentElement.dataset;

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const canvas = /** @type {HTMLCanvasElement} */ (element("pad"));

/** @param {unknown} error */
function fail(error) {
  console.error(error);
  state.ready = "failed";
  element("failure").hidden = false;
  element("failure-message").textContent = error instanceof Error ? error.message : String(error);
}

/** Shows a model that answers what is drawn, and returns what it stands on. */
async function start() {
  const { inference, failed } = startInference();
  const catalog = await loadCatalog();
  const model = findModel(catalog);
  const file = findFile(model, "tfjs", "float32");
  const { backend, failures } = await Promise.race([inference.load(file), failed]);
  for (const failure of failures) console.warn(failure);
  element("model").textContent = model.title;
  element("engine").textContent = `TensorFlow.js, ${backend}`;
  element("hint").textContent = "Draw a digit";

  const show = answerView(
    { label: element("label"), hint: element("hint"), bars: element("bars"), time: element("time") },
    model.labels,
  );
  const answer = latest(async () => {
    const pixels = pixelsOf(canvas, model.input);
    const { probabilities, milliseconds } = await inference.predict(transfer(pixels, [pixels.buffer]));
    show(probabilities, milliseconds);
  });
  const pad = makePad(canvas, () => answer().catch(fail));
  element("clear").addEventListener("click", pad.clear);
  await answer();
  state.ready = "true";
  return { catalog, file };
}

/**
 * Comes after the first answer, which what is kept for later must not delay.
 *
 * @param {Awaited<ReturnType<typeof start>>} started
 */
async function stayWithoutNetwork({ catalog, file }) {
  const registration = await registerServiceWorker();
  if (!registration) return;
  onNewVersion(registration, (update) => {
    element("update").hidden = false;
    element("update").addEventListener("click", update, { once: true });
  });
  await keep(registration, catalog, [file]);
  state.offline = "ready";
}

start().then((started) => stayWithoutNetwork(started).catch(console.warn), fail);
