import { proxy } from "../../vendor/comlink.js";
import { filesOf } from "../core/choice.js";
import { AUTOMATIC, formatOf, titleOf } from "../core/engine_names.js";
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
    precision: "{problem}\n그때까지 쓸 정밀도: {next}.",
    engine: "{engine}: 여기서는 실행되지 않습니다. {problem}",
    instead: "대신 쓰는 엔진: {engine}.",
    none: "모델을 불러오지 못했습니다.\n{problems}",
    empty: "모델 '{name}'에는 {engine}용 파일이 없습니다.",
  },
});

/**
 * @typedef {import("../core/engine_names.js").Backend} Backend
 * @typedef {import("../core/choice.js").File} File
 * @typedef {(loaded: number, total: number, what: string) => void} OnProgress bytes of what is large, and its name
 */

/**
 * Loads what was chosen. What does not run falls back to the next engine; for a file that is too large to be
 * committed, and is not to be had here, another precision of the same model stands in.
 *
 * @param {import("./inference.js").Inference} inference
 * @param {import("../core/choice.js").Choice} choice
 * @param {OnProgress} [onProgress]
 * @returns {Promise<{file: File, backend: Backend, problems: string[]}>} `file` is what answers; `problems` say why it,
 *   or the engine, is not what was chosen
 */
export async function load(inference, choice, onProgress) {
  let attempts = attemptsOf(choice.engine);
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
      // a file that cannot be had is as little there for another engine
      attempts = name === "Unavailable" ? others.filter((next) => formatOf(next) !== formatOf(backend)) : others;
      if (name === "Unavailable" && !attempts.length) throw error;
      failures.push(t("engine", { engine: titleOf(backend), problem: message }));
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
  const offered = filesOf(model, backend);
  const wanted = offered.find(({ precision }) => precision === file.precision) ?? offered[0];
  const files = [wanted, ...offered.filter((other) => other !== wanted)];
  for (const [place, candidate] of files.entries()) {
    try {
      await inference.load(candidate, backend, onProgress && proxy(onProgress));
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
 * What is tried for an engine, in this order.
 *
 * @param {import("../core/engine_names.js").EngineName} engine
 * @returns {import("../core/engine_names.js").Backend[]}
 */
export function attemptsOf(engine) {
  const automatic = AUTOMATIC.filter((backend) => backend !== engine && (backend !== "webgl" || hasFastWebgl()));
  return engine === "auto" ? automatic : [engine, ...automatic];
}

/** Not where a processor does the graphics card's work: there plain JavaScript is the faster stand-in. */
function hasFastWebgl() {
  const context = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return !!context;
}
