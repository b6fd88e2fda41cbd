import { make } from "../elements/make.js";

/**
 * Offers a file as a download.
 *
 * @param {Blob} blob
 * @param {string} name of the file
 */
export function saveAs(blob, name) {
  const anchor = make("a", { href: URL.createObjectURL(blob), download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000); // the browser has read it by then
}
