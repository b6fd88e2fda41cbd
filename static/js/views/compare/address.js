/** The server that an address names, `?server=https://HOST`: on another host than the page. */

const LOCAL = ["localhost", "127.0.0.1"]; // and not [::1], which a policy cannot name

/**
 * @param {string} search
 * @returns {string | undefined} its origin; undefined where the address names none
 * @throws {Error} it names something that cannot be one
 */
export function serverIn(search) {
  const name = new URLSearchParams(search).get("server");
  if (!name) return undefined;
  const url = parsed(name);
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && LOCAL.includes(url.hostname));
  if (!url || !isSafe || url.username || url.password) throw new Error(name.slice(0, 100));
  return url.origin;
}

/** `URL.parse`, which not every browser has. @param {string} name */
function parsed(name) {
  try {
    return new URL(name);
  } catch {
    return undefined;
  }
}
