/** A catalog for tests, as `models/catalog.json` has it. */

/** @typedef {import("../../static/js/core/catalog.js").File} File */

/**
 * @param {string} path
 * @param {Partial<File>} [changes]
 * @returns {File} a float32 file of TF.js, exact, published
 */
export function file(path, changes) {
  const rest = { format: "tfjs", precision: "float32", accuracy: 0.99, max_difference: 1e-7, parts: [] };
  return { path, bytes: 400_000, sha256: "00".repeat(32), command: null, withheld: null, ...rest, ...changes };
}

/**
 * @param {string} name
 * @param {File[]} files
 * @returns {import("../../static/js/core/catalog.js").Model} of digits
 */
export function model(name, files) {
  const labels = Array.from("0123456789");
  const about = { version: "abc123", labels, parameters: 1000, accuracy: 0.99, files };
  return { name, title: name.toUpperCase(), task: "digit", input: [1, 224, 224, 3], ...about };
}

/** `small` has an exact uint8 file; `large` has one that is not exact, and one that is withheld. */
export const CATALOG = {
  default: "small",
  models: [
    model("small", [
      file("small/f32.json"),
      file("small/f16.json", { precision: "float16", bytes: 200_000, max_difference: 2e-4 }),
      file("small/u8.json", { precision: "uint8", bytes: 100_000, max_difference: 1e-5 }),
      file("small.tflite", { format: "tflite" }),
    ]),
    model("large", [
      file("large/f32.json", { bytes: 40_000_000 }),
      file("large/f16.json", { precision: "float16", bytes: 20_000_000, max_difference: 1e-3 }),
      file("large/u8.json", { precision: "uint8", bytes: 10_000_000, withheld: "It lost too much." }),
    ]),
    model("server-only", [file("server.tflite", { format: "tflite", withheld: "It is too large." })]),
  ],
};
