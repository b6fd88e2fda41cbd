/** Code that uses a file, for each platform that runs its format. All names and sizes come from the catalog. */

import { CATALOG } from "../../core/catalog.js";

/**
 * @typedef {import("../../core/catalog.js").Model} Model
 * @typedef {import("../../core/catalog.js").File} File
 * @typedef {{platform: string, code: string}} Snippet
 */

/** Up to this many labels are written out; more are read from the catalog. */
const FEW = 20;

/** @type {Record<string, Record<string, (file: File, model: Model) => string>>} format -> platform -> code */
const SNIPPETS = {
  tflite: { Android: android, iOS: ios, Python: python, JavaScript: litert },
  tfjs: { JavaScript: tfjs },
};

/** The formats that clients can run, in the order in which they are listed. */
export const FORMATS = Object.keys(SNIPPETS);

/**
 * @param {Model} model
 * @param {File} file one of the model's
 * @returns {Snippet[]} none for a format that only training and export read
 */
export function snippetsOf(model, file) {
  return Object.entries(SNIPPETS[file.format] ?? {}).map(([platform, write]) => ({
    platform,
    code: write(file, model),
  }));
}

/** @param {File} file */
function android(file) {
  return `// build.gradle.kts: implementation("com.google.mediapipe:tasks-vision:latest.release")
// Put the file into src/main/assets/. It contains its labels.
import com.google.mediapipe.framework.image.BitmapImageBuilder
import com.google.mediapipe.tasks.vision.imageclassifier.ImageClassifier

val classifier = ImageClassifier.createFromFile(context, "${nameOf(file)}")
val image = BitmapImageBuilder(bitmap).build() // of any size
val best = classifier.classify(image).classificationResult().classifications()[0].categories()[0]
println("\${best.categoryName()}: \${best.score()}")
`;
}

/** @param {File} file */
function ios(file) {
  const name = nameOf(file).replace(/\.tflite$/, "");
  return `// Podfile: pod 'MediaPipeTasksVision'
// Put the file into the app's bundle. It contains its labels.
import MediaPipeTasksVision

let options = ImageClassifierOptions()
options.baseOptions.modelAssetPath = Bundle.main.path(forResource: "${name}", ofType: "tflite")!
let classifier = try ImageClassifier(options: options)
let result = try classifier.classify(image: MPImage(uiImage: image)) // of any size
let best = result.classificationResult.classifications[0].categories[0]
print(best.categoryName ?? "", best.score)
`;
}

/** @param {File} file @param {Model} model */
function python(file, { input: [, height, width] }) {
  return `# pip install ai-edge-litert numpy pillow
import zipfile

import numpy as np
from ai_edge_litert.interpreter import Interpreter
from PIL import Image

path = "${nameOf(file)}"
interpreter = Interpreter(path)
interpreter.allocate_tensors()
picture = Image.open("picture.png").convert("RGB").resize((${width}, ${height}))
interpreter.set_tensor(interpreter.get_input_details()[0]["index"], np.float32(picture)[np.newaxis])
interpreter.invoke()
probabilities = interpreter.get_tensor(interpreter.get_output_details()[0]["index"])[0]

labels = zipfile.ZipFile(path).read("labels.txt").decode().splitlines()
for index in probabilities.argsort()[::-1][:5]:
    print(f"{labels[index]}: {probabilities[index]:.2%}")
`;
}

/** @param {File} file @param {Model} model */
function litert(file, model) {
  const [, height, width] = model.input;
  return `// npm install @litertjs/core
import { Tensor, loadAndCompile, loadLiteRt } from "@litertjs/core";

await loadLiteRt("node_modules/@litertjs/core/wasm/");
const model = await loadAndCompile("${nameOf(file)}", { accelerator: "wasm" });
const canvas = Object.assign(document.createElement("canvas"), { width: ${width}, height: ${height} });
const context = canvas.getContext("2d");
context.drawImage(document.querySelector("img"), 0, 0, ${width}, ${height});
const rgba = context.getImageData(0, 0, ${width}, ${height}).data;
const rgb = Float32Array.from(rgba.filter((_, index) => index % 4 < 3)); // 0 to 255, as they are
const [output] = await model.run([new Tensor(rgb, ${JSON.stringify(model.input).replaceAll(",", ", ")})]);
const probabilities = output.toTypedArray();

${best(model)}`;
}

/** @param {File} file @param {Model} model */
function tfjs(file, model) {
  const [, height, width] = model.input;
  return `// npm install @tensorflow/tfjs
// Put ${[file, ...file.parts].map(nameOf).join(" and ")} into one folder.
import * as tf from "@tensorflow/tfjs";

const model = await tf.loadGraphModel("${nameOf(file)}");
const pixels = tf.browser.fromPixels(document.querySelector("img"));
const image = tf.image.resizeBilinear(pixels, [${height}, ${width}]).expandDims(); // 0 to 255, as they are
const probabilities = await model.predict(image).data();

${best(model)}`;
}

/** @param {Model} model */
function best({ name, labels }) {
  const written =
    labels.length <= FEW
      ? JSON.stringify(labels).replaceAll(",", ", ")
      : `(await (await fetch("${CATALOG}")).json()).models.find(({ name }) => name === "${name}").labels`;
  return `const labels = ${written};
console.log(labels[probabilities.indexOf(Math.max(...probabilities))], Math.max(...probabilities));
`;
}

/** @param {import("../../core/catalog.js").Part} part */
function nameOf({ path }) {
  return path.slice(path.lastIndexOf("/") + 1);
}
