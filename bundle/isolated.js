/**
 * Gives TF.js globals of its own. Its bundles share their engine and kernels, so the lean one, where functions are
 * missing, would become a part of the whole one that is loaded after it. Of the browser's globals it uses two in this way.
 */

const GLOBALS = `
  const namespace = { atob: (text) => atob(text), fetch: (...about) => fetch(...about) };
  const globals = new Map();
  export const getGlobalNamespace = () => namespace;
  export function getGlobal(key, init) {
    if (!globals.has(key)) globals.set(key, init());
    return globals.get(key);
  }`;

/** @type {import("esbuild").Plugin} */
export const isolated = {
  name: "isolated",
  setup(build) {
    build.onLoad({ filter: /tfjs-core\/dist\/global_util\.js$/ }, () => ({ contents: GLOBALS }));
  },
};
