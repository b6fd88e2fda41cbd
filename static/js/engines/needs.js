/** What an engine needs of the browser and of the page's host. */

const PROBLEMS = {
  webgpu: "WebGPU is not available in this browser.",
  threads: "Threads need cross-origin isolation.",
};

/**
 * What an engine lacks here. Nothing of it is fetched to find that out.
 *
 * @param {string} backend
 * @returns {Promise<keyof typeof PROBLEMS | undefined>}
 */
export async function lackOf(backend) {
  if (backend.endsWith("webgpu") && !(await /** @type {any} */ (navigator).gpu?.requestAdapter())) return "webgpu";
  return backend.endsWith("threads") && !globalThis.crossOriginIsolated ? "threads" : undefined;
}

/** @param {string} backend */
export async function requireNeeds(backend) {
  const lack = await lackOf(backend);
  if (lack) throw new Error(PROBLEMS[lack]);
}
