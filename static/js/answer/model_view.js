import { titleOf } from "../core/engine_names.js";
import { byId } from "../elements/find.js";
import { areWords } from "../core/labels.js";

/**
 * Says beside the answers which engine runs the model, how accurate it is, and, for the style sheet, whether it answers
 * with words or with signs such as digits.
 *
 * @param {import("./session.js").Loaded} loaded
 */
export function showModel({ model, file, backend }) {
  document.documentElement.dataset.answers = areWords(model.labels) ? "words" : "signs";
  byId("engine").textContent = titleOf(backend);
  byId("measured").hidden = file.accuracy === null;
  byId("accuracy").textContent = `${((file.accuracy ?? 0) * 100).toFixed(2)} %`;
}
