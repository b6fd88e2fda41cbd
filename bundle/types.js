/**
 * Writes the types of the catalog, `catalog/schema.d.ts`, from its schema: `node bundle/types.js` or `npm run build`.
 */

import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { compile } from "json-schema-to-typescript";

const CATALOG = join(dirname(import.meta.dirname), "catalog");
export const TYPES = join(CATALOG, "schema.d.ts");

/** @returns {Promise<string>} */
export async function types() {
  const schema = JSON.parse(await readFile(join(CATALOG, "schema.json"), "utf8"));
  const bannerComment = "/* Made from schema.json by `npm run build`. */";
  return compile(schema, "Catalog", { additionalProperties: false, bannerComment, style: { printWidth: 120 } });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TYPES, await types());
