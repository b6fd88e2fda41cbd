/** A catalog for tests, in the format of `models/catalog.json`. */

/** @typedef {import("../../static/js/core/catalog.js").File} File */

/**
 * @param {string} path
 * @param {Partial<File>} [changes]
 * @returns {File} a float32 file of TF.js, exact, published
 */
export function file(path, changes) {
  return {
    ...{ format: "tfjs", precision: "float32", path, bytes: 400_000, sha256: "00".repeat(32), parts: [] },
    ...{ accuracy: 0.99, max_difference: 1e-7, labels_differ: 0, pictures: 10_000, milliseconds: 1 },
    ...{ command: null, withheld: null, exact: true, server_precision: "float32" },
    ...changes,
  };
}

/**
 * @param {string} name
 * @param {File[]} files the first file of a format is its default
 * @param {Partial<import("../../static/js/core/catalog.js").Model["defaults"]>} [defaults] others
 * @returns {import("../../static/js/core/catalog.js").Model} a digit model
 */
export function model(name, files, defaults) {
  const labels = Array.from("0123456789");
  const firstOf = (/** @type {string} */ format) => files.find((each) => each.format === format)?.path;
  return {
    ...{ name, title: name.toUpperCase(), task: "digit", origin: "ours", version: "abc123", front_end: "def456" },
    ...{ labels, input: [1, 224, 224, 3], parameters: 1000, blank: 1e-6, accuracy: 0.99, training_seconds: 60, files },
    defaults: { server: firstOf("tflite"), tfjs: firstOf("tfjs"), tflite: firstOf("tflite"), ...defaults },
  };
}

/** `small` has an exact uint8 file; `large` has one that is not exact, and one that is withheld. */
/** @type {import("../../static/js/core/catalog.js").Catalog} */
export const CATALOG = {
  default: "small",
  front_end: null,
  examples: [
    { file: "digit-2.png", task: "digit", shows: "2" },
    { file: "cat.jpg", task: "photo", shows: "cat" },
  ],
  limits: { upload_bytes: 10_000_000, pixels: 50_000_000, difference: 1e-5, file_bytes: 10_000_000 },
  models: [
    model(
      "small",
      [
        file("small/f32.json"),
        file("small/f16.json", { precision: "float16", bytes: 200_000, max_difference: 2e-4, exact: false }),
        file("small/u8.json", { precision: "uint8", bytes: 100_000, max_difference: 1e-5 }),
        file("small.tflite", { format: "tflite" }),
      ],
      { tfjs: "small/u8.json" },
    ),
    model("large", [
      file("large/f32.json", { bytes: 40_000_000 }),
      file("large/f16.json", { precision: "float16", bytes: 20_000_000, max_difference: 1e-3, exact: false }),
      file("large/u8.json", { precision: "uint8", bytes: 10_000_000, withheld: "It lost too much." }),
    ]),
    model("server-only", [file("server.tflite", { format: "tflite", withheld: "It is too large." })]),
  ],
};
