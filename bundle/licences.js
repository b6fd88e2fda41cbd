import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Of these there are WebAssembly and styles in `vendor/`, which esbuild does not know of. */
const COPIED = ["@litertjs/core", "@tensorflow/tfjs-backend-wasm", "uplot"];

/** TF.js and LiteRT.js state their licence, Apache-2.0, and bring no copy; Comlink brings the same text. */
const APACHE = "node_modules/comlink/LICENSE";

/**
 * The licences of all packages of which anything is in the bundles.
 *
 * @param {string} root folder with `node_modules`
 * @param {import("esbuild").Metafile[]} metafiles of the bundles
 * @returns {Promise<string>}
 */
export async function licences(root, metafiles) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const packages = inputs.flatMap(([path]) => path.match(/(?<=^node_modules\/)(@[^/]+\/)?[^/]+/)?.[0] ?? []);
  const sections = [...new Set([...COPIED, ...packages])].sort().map(async (name) => {
    const folder = join(root, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file && license !== "Apache-2.0")
      throw new Error(`Package '${name}' has no licence file, and states '${license}'.`);
    const text = await readFile(file ? join(folder, file) : join(root, APACHE), "utf8");
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(sections)).join(`\n${"-".repeat(100)}\n\n`);
}
