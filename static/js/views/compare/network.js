/**
 * Simulated networks, by arithmetic: only the moment at which an answer is shown is delayed.
 *
 * @typedef {"none" | "fast4g" | "slow3g" | "satellite" | "offline"} NetworkName
 * @typedef {{latency: number, upload: number, download: number}} Profile `latency` in milliseconds per request, the
 *   throughputs in bytes per second
 */

/**
 * 'Fast 4G' and '3G' are the presets of Chromium's developer tools (`NetworkManager.ts`), with their factors. There is
 * no preset for a satellite: it gets the round trip of RFC 2488 over a geostationary satellite, and the throughput of
 * Fast 4G.
 *
 * @type {Record<Exclude<NetworkName, "offline">, Profile>}
 */
export const PROFILES = {
  none: { latency: 0, upload: Infinity, download: Infinity },
  fast4g: { latency: 60 * 2.75, upload: (1.5e6 / 8) * 0.9, download: (9e6 / 8) * 0.9 },
  slow3g: { latency: 400 * 5, upload: (500e3 / 8) * 0.8, download: (500e3 / 8) * 0.8 },
  satellite: { latency: 558, upload: (1.5e6 / 8) * 0.9, download: (9e6 / 8) * 0.9 },
};

export const NETWORKS = /** @type {NetworkName[]} */ ([...Object.keys(PROFILES), "offline"]);

/**
 * How much longer a request takes on this network.
 *
 * @param {Profile} profile
 * @param {number} up bytes of the request's body
 * @param {number} down bytes of the answer's body
 * @returns {{network: number, download: number}} milliseconds until the answer begins, and from there to its end
 */
export function delayOf({ latency, upload, download }, up, down) {
  return { network: latency + (up / upload) * 1000, download: (down / download) * 1000 };
}
