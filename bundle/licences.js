import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** TF.js and LiteRT.js state their licence, Apache-2.0, but include no copy; Comlink includes the same text. */
const APACHE = "node_modules/comlink/LICENSE";

/**
 * The licences of all packages in the bundles. Each text appears once, with the names of its packages.
 *
 * @param {string} root folder with `node_modules`
 * @param {import("esbuild").Metafile[]} metafiles of the bundles
 * @param {string[]} copied packages with files that are copied beside the bundles
 * @returns {Promise<string>}
 */
export async function licences(root, metafiles, copied) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const packages = inputs.flatMap(([path]) => path.match(/(?<=^node_modules\/)(@[^/]+\/)?[^/]+/)?.[0] ?? []);
  /** @type {Map<string, string[]>} text -> packages */
  const texts = new Map();
  for (const name of [...new Set([...copied, ...packages])].sort()) {
    const { title, text } = await licence(root, name);
    texts.set(text, [...(texts.get(text) ?? []), title]);
  }
  const sections = [...texts].map(([text, titles]) => `${titles.join("\n")}\n\n${text}\n`);
  return sections.join(`\n${"-".repeat(100)}\n\n`);
}

/**
 * @param {string} root
 * @param {string} name of a package
 */
async function licence(root, name) {
  const folder = join(root, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file && license !== "Apache-2.0")
    throw new Error(`Package '${name}' has no licence file, and states '${license}'.`);
  const text = (await readFile(file ? join(folder, file) : join(root, APACHE), "utf8")).trim();
  return { title: `${name} ${version} (${license})`, text };
}
