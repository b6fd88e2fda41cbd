/**
 * Imports the groups of TF.js's core, such as `backend_util`, from the modules that they consist of: as esbuild cannot
 * tell which of a re-exported group's functions are used, it would bundle all.
 */

import { readFile } from "node:fs/promises";
import { join } from "node:path";

const CORE = "@tensorflow/tfjs-core";
const GROUP = /^import \* as (\w+) from '\.\/([^']+)';/gm;
const IMPORT = /^import \{([^}]*)\} from '@tensorflow\/tfjs-core';/gm;
const USERS = /tfjs-(backend-wasm\/dist|converter\/dist\/executor)\/.*\.js$/;

/** @param {string} root folder with `node_modules` @returns {import("esbuild").Plugin} */
export const namespaces = (root) => ({
  name: "namespaces",
  async setup(build) {
    const base = await readFile(join(root, "node_modules", CORE, "dist/base.js"), "utf8");
    const groups = new Map([...base.matchAll(GROUP)].map(([, name, path]) => [name, `${CORE}/dist/${path}`]));
    build.onLoad({ filter: USERS }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(IMPORT, (_, list) => {
        const names = list.split(",").map((/** @type {string} */ name) => name.trim());
        const others = names.filter((/** @type {string} */ name) => name && !groups.has(name));
        const grouped = names.filter((/** @type {string} */ name) => groups.has(name));
        return [
          `import { ${others.join(", ")} } from "${CORE}";`,
          ...grouped.map((/** @type {string} */ name) => `import * as ${name} from "${groups.get(name)}";`),
        ].join(" ");
      }),
    }));
  },
});
