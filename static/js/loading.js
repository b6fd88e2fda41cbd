import { filesOf } from "./choice.js";

/**
 * Loads what was chosen. For a file that is too large to be committed, and is not to be had here, another precision
 * of the same model stands in.
 *
 * @param {import("./inference.js").Inference} inference
 * @param {import("./choice.js").Choice} choice
 * @returns {Promise<{file: import("./catalog.js").File, backend: string, failures: string[], problems: string[]}>}
 *   `file` is what answers; `failures` are those of the backends before; `problems` say why it is not what was chosen
 */
export async function load(inference, { model, file }) {
  const problems = [];
  const files = [file, ...filesOf(model).filter((other) => other !== file)];
  for (const [place, candidate] of files.entries()) {
    try {
      return { ...(await inference.load(candidate)), file: candidate, problems };
    } catch (error) {
      const { name, message } = /** @type {Error} */ (error);
      const next = files[place + 1];
      if (name !== "Unavailable" || !candidate.command || !next) throw error;
      problems.push(`${message}\nUntil then ${next.precision} answers.`);
    }
  }
  throw new Error(`Model '${model.name}' has no file for this page.`);
}
