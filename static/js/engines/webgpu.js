/** Whether the browser has WebGPU, and a device for it. @returns {Promise<boolean>} */
export async function hasWebGpu() {
  return !!(await /** @type {any} */ (navigator).gpu?.requestAdapter());
}
