/**
 * Makes the script of the lean TF.js, with what the default model needs and no more. TF.js consists of classes and of
 * tables of functions, so a bundler keeps all of their methods. Therefore the model runs here, and a function that it
 * does not call becomes a trap, as in the WebAssembly; the page then loads the whole TF.js.
 */

import { Session } from "node:inspector/promises";

import { build } from "esbuild";
import { parseAst } from "rollup/parseAst";

import { run } from "./lean_run.js";

const NAME = "tfjs-lean";
/** Throws what a trap of WebAssembly throws. */
const TRAP = "notInLean";
/** A host may not know WebAssembly's type, and then TF.js starts it in another way. */
const TYPES = ["application/wasm", "application/octet-stream"];

/**
 * @typedef {{type: string, start: number, end: number, [key: string]: any}} Node of the source's tree
 * @typedef {{startOffset: number, endOffset: number, count: number}} Range of a function, and how often it was called
 */

/**
 * @param {string} source of the lean TF.js, a module that is not minified
 * @param {Uint8Array} wasm its WebAssembly
 * @param {string[]} addresses of the models that it must run
 * @param {string} folder of the models
 * @param {import("esbuild").BuildOptions} common
 * @returns {Promise<Uint8Array>}
 */
export async function leanScript(source, wasm, addresses, folder, common) {
  const ranges = await covered(async () => {
    for (const type of TYPES) {
      const binary = new Response(new Uint8Array(wasm), { headers: { "Content-Type": type } });
      await run(source, NAME, binary, addresses, folder);
    }
  });
  const { outputFiles } = await build({
    ...{ target: common.target, bundle: true, minify: true, format: "esm", write: false, legalComments: "none" },
    stdin: { contents: trapped(source, ranges), loader: "js" },
  });
  return outputFiles[0].contents;
}

/** The functions of the script that `task` runs. @param {() => Promise<void>} task @returns {Promise<Range[]>} */
async function covered(task) {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    await task();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => url === NAME)
      .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]));
  } finally {
    session.disconnect();
  }
}

/** @param {string} source @param {Range[]} ranges */
function trapped(source, ranges) {
  if (source.includes(TRAP)) throw new Error(`TF.js has a name '${TRAP}'.`);
  let text = source;
  // from the end, so that the places before stay
  for (const { start, end, instead } of [...uncalled(parseAst(source), ranges)].sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + instead + text.slice(end);
  return `const ${TRAP} = () => { throw new WebAssembly.RuntimeError("The lean TF.js lacks this function."); };\n${text}`;
}

/**
 * The parts of the source that are replaced: of a method or a declaration the parameters and the body, or else the whole
 * function. Accessors and constructors stay, as do functions that the profiler does not name.
 *
 * @param {Node} node
 * @param {Range[]} ranges
 * @param {Node} [owner] the node around it
 * @returns {Generator<{start: number, end: number, instead: string}>}
 */
function* uncalled(node, ranges, owner) {
  if (/Function/.test(node.type)) {
    const isMethod = owner?.type === "MethodDefinition" || owner?.method || /get|set/.test(owner?.kind);
    const isSpecial = isMethod && !/method|init/.test(owner?.kind);
    if (!isSpecial && calls(node, isMethod ? owner?.start : node.start, ranges) === 0) {
      const { params, body } = node;
      if (isMethod || node.type === "FunctionDeclaration") {
        if (params.length) yield { start: params[0].start, end: params.at(-1).end, instead: "" };
        yield { start: body.start, end: body.end, instead: `{ ${TRAP}(); }` };
      } else {
        yield { start: node.start, end: node.end, instead: TRAP };
      }
      return;
    }
  }
  for (const part of Object.values(node).flat())
    if (typeof part?.type === "string") yield* uncalled(part, ranges, node);
}

/**
 * @param {Node} node a function
 * @param {number} from where it begins, with a method's name
 * @param {Range[]} ranges several may end together: `a => b => c`
 * @returns {number | undefined} undefined if the profiler does not name it
 */
function calls({ end, body }, from, ranges) {
  const own = ranges.filter(
    (range) => range.endOffset === end && range.startOffset >= from && range.startOffset <= body.start,
  );
  // V8 may compile the script anew for each run, and then counts each by itself
  return own.sort((one, other) => one.startOffset - other.startOffset || other.count - one.count)[0]?.count;
}
