// The browser answers; where it is less sure than the threshold, the server's larger model is asked.
import { load } from "../../offline/js/engine.js";
import { resized } from "../../offline/js/input/picture.js";

const models = new URL("../../offline/models/", import.meta.url);
const read = async (name) => (await fetch(new URL(name, models))).json();
const [catalog, { pairs }] = await Promise.all(["catalog.json", "hybrid.json"].map(read));
const [{ small, large }] = pairs;
const { defaults, labels, blank } = catalog.models.find(({ name }) => name === small.name);
const engine = await load(new URL(defaults.tfjs, models).href);

export async function hybrid(image, threshold) {
  const canvas = resized(image, engine.input);
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const probabilities = await engine.predict(pixels);
  const sure = Math.max(...probabilities);
  const here = { by: "browser", label: labels[probabilities.indexOf(sure)], sure };
  const isBlank = sure - Math.min(...probabilities) <= blank; // to the larger model too
  if (isBlank || (sure >= threshold && threshold < 1)) return here;
  const body = await new Promise((resolve) => canvas.toBlob(resolve));
  const url = new URL(`../predict?model=${large.name}`, import.meta.url);
  const response = await fetch(url, { method: "POST", body }).catch(() => undefined); // undefined: offline
  if (!response?.ok) return { ...here, by: "browser, because the server did not answer" };
  const { label, probabilities: there } = await response.json();
  return { by: "server", label, sure: there[label] };
}
