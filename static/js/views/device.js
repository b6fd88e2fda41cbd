/** A description of this device: browser, operating system, processor threads, memory. */
export function deviceOf() {
  const { hardwareConcurrency: threads, deviceMemory: memory, userAgent } = /** @type {any} */ (navigator);
  const facts = [`${browserOf(userAgent)} on ${systemOf(userAgent)}`, threads && `${threads} threads`];
  return [...facts, memory && `${memory} GB or more`].filter(Boolean).join(", ");
}

/** Browsers, the most specific first: a user agent also names the browsers that it is compatible with. */
const BROWSERS = /** @type {const} */ ([
  ["Edge", /\bEdgA?\/(\d+)/],
  ["Opera", /\bOPR\/(\d+)/],
  ["Samsung Internet", /\bSamsungBrowser\/(\d+)/],
  ["Firefox", /\b(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /\b(?:Chrome|HeadlessChrome|CriOS)\/(\d+)/],
  ["Safari", /\bVersion\/(\d+).*Safari/],
]);
const SYSTEMS = /** @type {const} */ ([
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["ChromeOS", /CrOS/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux/],
]);

/** @param {string} userAgent */
export function browserOf(userAgent) {
  for (const [name, pattern] of BROWSERS) {
    const found = pattern.exec(userAgent);
    if (found) return `${name} ${found[1]}`;
  }
  return "a browser";
}

/** @param {string} userAgent */
export function systemOf(userAgent) {
  return SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? "a device";
}
