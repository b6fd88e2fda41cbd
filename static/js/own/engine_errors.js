/**
 * The errors that an engine only prints. LiteRT.js answers zeros where an operator cannot run, and says so in the console
 * alone: such an answer must not be shown.
 */

/** @type {string[]} */
let errors = [];

/** Notes what the engines of this worker print as errors. */
export function watchErrors() {
  const { error } = console;
  console.error = (/** @type {unknown[]} */ ...said) => {
    const text = String(said[0]);
    if (/^ERROR/.test(text)) errors.push(text.replace(/^ERROR:\s*/, ""));
    error(...said);
  };
}

/** The first error since the last call. @returns {string | undefined} */
export function takeError() {
  const [first] = errors;
  errors = [];
  return first;
}
