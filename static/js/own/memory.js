/** The memory of the engines that run in WebAssembly, which no engine tells in the same way. */

/** @type {WebAssembly.Memory[]} */
const memories = [];

/** Notes the memory of every WebAssembly module that this worker starts from now on. */
export function watchMemory() {
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {any} */ (WebAssembly[name]).bind(WebAssembly);
    /** @type {any} */ (WebAssembly)[name] = async (/** @type {any[]} */ ...given) => {
      const result = await original(...given);
      const { exports } = result.instance ?? result;
      memories.push(...Object.values(exports).filter((each) => each instanceof WebAssembly.Memory));
      return result;
    };
  }
}

/** Bytes of all those memories now; undefined if no engine uses WebAssembly. */
export function memoryInUse() {
  return memories.length ? memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) : undefined;
}
