/** What is refused of a TF.js graph model before its weights are read. The rest is tested in a browser. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { inWords } from "../../../static/js/own/words.js";
import { readGraphModel } from "../../../static/js/own/graph_model.js";

test("a file of weights that is named more than once counts each time", async () => {
  const weights = /** @type {File} */ ({ name: "weights.bin", size: 300_000_000 });
  const model = { modelTopology: { node: [] }, weightsManifest: [{ paths: ["weights.bin", "a/weights.bin"] }] };
  const json = new File([JSON.stringify(model)], "model.json");
  const { message } = inWords(await readGraphModel(json, [weights]).catch((error) => error));
  assert.match(message, /600,000,000.*400,000,000/);
});
