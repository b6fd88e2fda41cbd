import { proxy } from "../../vendor/comlink.js";
import { automaticOf, filesOf } from "../core/choice.js";
import { formatOf, titleOf } from "../core/engine_names.js";
import { translator } from "../core/i18n.js";

const t = translator({
  en: {
    precision: "{problem}\nUntil then, {next} is used.",
    engine: "{engine} does not run here: {problem}",
    instead: "{engine} is used instead.",
    none: "The model could not be loaded.\n{problems}",
    empty: "Model '{name}' has no file for {engine}.",
  },
  ko: {
    precision: "{problem}\n그때까지 {next} 정밀도를 씁니다.",
    engine: "{engine} 엔진은 여기서 실행되지 않습니다: {problem}",
    instead: "대신 {engine} 엔진을 씁니다.",
    none: "모델을 불러오지 못했습니다.\n{problems}",
    empty: "모델 '{name}'에는 {engine}용 파일이 없습니다.",
  },
});

/**
 * @typedef {import("../core/engine_names.js").Backend} Backend
 * @typedef {import("../core/choice.js").File} File
 * @typedef {(loaded: number, total: number, what: string) => void} OnProgress bytes of a large file or engine, and its
 *   name
 */

/**
 * Loads the chosen model. If an engine does not run, the next one is tried. If a file is too large to be committed and
 * is not available here, another precision of the same model is used.
 *
 * @param {import("./inference.js").Inference} inference
 * @param {import("../core/choice.js").Choice} choice
 * @param {OnProgress} [onProgress]
 * @returns {Promise<{file: File, backend: Backend, problems: string[]}>} `file` is the one that was loaded; `problems`
 *   say why it or the engine is not the chosen one
 */
export async function load(inference, choice, onProgress) {
  let attempts = attemptsOf(choice.engine, automaticOf(choice.model));
  /** @type {string[]} */
  const failures = [];
  while (attempts.length) {
    const [backend, ...others] = attempts;
    try {
      const { file, problems } = await loadFor(inference, choice, backend, onProgress);
      const instead = failures.length ? [t("instead", { engine: titleOf(backend) })] : [];
      return { file, backend, problems: [...failures, ...instead, ...problems] };
    } catch (error) {
      const { name, message } = /** @type {Error} */ (error);
      // an unavailable file is unavailable for every engine of the same format
      attempts = name === "Unavailable" ? others.filter((next) => formatOf(next) !== formatOf(backend)) : others;
      if (attempts[0] === "webgl" && !hasFastWebgl()) attempts.shift(); // not before: the check takes a frame or two
      if (name === "Unavailable" && !attempts.length) throw error;
      const lack = await import("./lacks.js").then(({ whyNot }) => whyNot(backend)).catch(() => ""); // without a network
      failures.push(t("engine", { engine: titleOf(backend), problem: lack || message }));
    }
  }
  throw new Error(t("none", { problems: failures.join("\n") }));
}

/**
 * @param {import("./inference.js").Inference} inference
 * @param {import("../core/choice.js").Choice} choice
 * @param {Backend} backend
 * @param {OnProgress} [onProgress]
 */
async function loadFor(inference, { model, file }, backend, onProgress) {
  const problems = [];
  const titled =
    onProgress &&
    proxy((/** @type {number} */ some, /** @type {number} */ all, what = titleOf(backend)) =>
      onProgress(some, all, what),
    );
  const offered = filesOf(model, backend);
  if (!offered.length) throw new Error(t("empty", { name: model.name, engine: titleOf(backend) }));
  const wanted = offered.find(({ precision }) => precision === file.precision) ?? offered[0];
  const files = [wanted, ...offered.filter((other) => other !== wanted)];
  for (const [place, candidate] of files.entries()) {
    try {
      await inference.load(candidate, backend, titled);
      return { file: candidate, problems };
    } catch (error) {
      const { name, message } = /** @type {Error} */ (error);
      const next = files[place + 1];
      if (name !== "Unavailable" || !candidate.command || !next) throw error;
      problems.push(t("precision", { problem: message, next: next.precision }));
    }
  }
  throw new Error(t("empty", { name: model.name, engine: titleOf(backend) }));
}

/**
 * The backends to try for an engine, in order.
 *
 * @param {import("../core/engine_names.js").EngineName} engine
 * @param {Backend[]} automatic those of the automatic choice, in order
 * @returns {import("../core/engine_names.js").Backend[]}
 */
export function attemptsOf(engine, automatic) {
  return engine === "auto" ? automatic : [engine, ...automatic.filter((backend) => backend !== engine)];
}

/** False if WebGL is emulated on the CPU: plain JavaScript is faster then. */
function hasFastWebgl() {
  const context = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return !!context;
}
