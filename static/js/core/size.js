/**
 * A number of bytes as people read it, in the units of the README: thousands of bytes, and millions from one on.
 *
 * @param {number} bytes
 */
export function sizeOf(bytes) {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
