/** The server that the page's address names, `?server=https://HOST`, if it is on another host than the page. */

const LOCAL = ["localhost", "127.0.0.1"]; // not [::1], which a Content-Security-Policy cannot name

/**
 * @param {string} search
 * @returns {string | undefined} the server's origin; undefined if the address names no server
 * @throws {Error} the address names something that cannot be a server; the message is its beginning
 */
export function serverIn(search) {
  const name = new URLSearchParams(search).get("server");
  if (!name) return undefined;
  const url = parsed(name);
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && LOCAL.includes(url.hostname));
  if (!url || !isSafe || url.username || url.password) throw new Error(name.slice(0, 100));
  return url.origin;
}

/** As `URL.parse`, which not every browser has. @param {string} name */
function parsed(name) {
  try {
    return new URL(name);
  } catch {
    return undefined;
  }
}
