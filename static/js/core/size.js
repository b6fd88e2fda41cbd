/**
 * A number of bytes as text, in KB or from 1 MB on in MB; 1 KB is 1,000 bytes.
 *
 * @param {number} bytes
 */
export function sizeOf(bytes) {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
