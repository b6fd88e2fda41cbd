/** Base64, fast: `Uint8Array.from` with a function takes ten times as long as a loop, and `...` six times as `apply`. */

const PART = 8192; // a call has room for some ten thousand arguments

/** @param {Uint8Array} bytes */
export function base64Of(bytes) {
  let characters = "";
  for (let from = 0; from < bytes.length; from += PART)
    characters += String.fromCharCode.apply(null, /** @type {any} */ (bytes.subarray(from, from + PART)));
  return btoa(characters);
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {DOMException} InvalidCharacterError if it is not base64
 */
export function bytesIn(text) {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
