/** The pairs of a small and a large model, with their measured curves: `models/hybrid.json`, which `make report` makes. */

import { MODELS } from "../../../core/catalog.js";
import { modelsOf } from "../../../core/choice.js";

/**
 * @typedef {import("../../../core/catalog.js").Catalog} Catalog
 * @typedef {import("../../../core/catalog.js").Model} Model
 * @typedef {import("./curve.js").Counts & {kind: string, name: string}} Condition
 * @typedef {{name: string, weights: string | null}} Half a model, and which weights it had when it was measured
 * @typedef {{thresholds: number[], slack: number, pairs: {small: Half, large: Half, conditions: Condition[]}[]}} Published
 * @typedef {{small: Model, large: Model, thresholds: number[], slack: number, conditions: Condition[]}} Pair `slack`: by
 *   how much the accuracy at the recommended threshold may be below the best one
 */

const ADDRESS = new URL("hybrid.json", MODELS).href;

/** @returns {Promise<Published | undefined>} undefined if this host has no curves, or none can be fetched */
export async function loadPublished() {
  const response = await fetch(ADDRESS).catch(() => undefined);
  return response?.ok ? response.json().catch(() => undefined) : undefined;
}

/**
 * The pair that belongs to a model: the one in which it is the small half, or else the large one. A pair of other
 * weights than those in the catalog is left out, because its curve is not that of these models.
 *
 * @param {Published | undefined} published
 * @param {Catalog} catalog
 * @param {Model} model the page's
 * @returns {Pair | undefined}
 */
export function pairOf(published, catalog, model) {
  const offered = modelsOf(catalog);
  /** @param {Half} half @returns {Model | undefined} */
  const find = ({ name, weights }) => catalog.models.find((each) => each.name === name && each.weights === weights);
  if (!published?.pairs) return undefined; // what another host has there may be anything
  const { thresholds, slack } = published;
  const pairs = published.pairs.flatMap(({ small, large, conditions }) => {
    const [here, there] = [find(small), find(large)];
    const isUsable = here && there && offered.includes(here) && isOnServer(there) && conditions.length;
    return isUsable ? [{ small: here, large: there, thresholds, slack, conditions }] : [];
  });
  return pairs.find(({ small }) => small.name === model.name) ?? pairs.find(({ large }) => large.name === model.name);
}

/** Whether the server has a file of the model: one that is too large to be committed is on few. @param {Model} model */
function isOnServer({ files, defaults }) {
  return files.some(({ path, command, withheld }) => path === defaults.server && !command && !withheld);
}
