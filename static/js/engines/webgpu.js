/** Rejects with a sentence if the browser has no WebGPU, or no device for it. */
export async function requireWebGpu() {
  if (!(await /** @type {any} */ (navigator).gpu?.requestAdapter()))
    throw new Error("WebGPU is not available in this browser.");
}
