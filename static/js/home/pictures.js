import { messageOf } from "../core/message.js";
import { readPicture } from "../input/upload.js";
import { use } from "./engine.js";

/** @typedef {{url: string, orig_name?: string}} Uploaded a file as Gradio describes it */

/**
 * Starts the Upload tab. Gradio's own component takes the pictures; the newest is in `data-picture`.
 *
 * @param {HTMLElement} place
 * @param {ReturnType<typeof import("./contest.js").makeContest>} contest
 * @param {() => [1, number, number, 3]} input of the current model
 * @param {() => string} chosen name of the current model
 * @param {import("../core/catalog.js").Limits} limits
 */
export function startPictures(place, contest, input, chosen, limits) {
  document.getElementById("examples")?.setAttribute("data-testid", "examples");
  let newest = 0;

  async function show() {
    const mine = ++newest;
    /** @type {Uploaded | null} */
    const uploaded = JSON.parse(place.dataset.picture ?? "null");
    if (!uploaded) return contest.ask(undefined);
    use(chosen()).catch(() => {}); // while the file is read
    try {
      const picture = await readPicture(await fileOf(uploaded), input(), limits);
      if (mine === newest) contest.ask(picture, { isAnother: true });
    } catch (error) {
      if (mine === newest) contest.askWithout(messageOf(error));
    }
  }
  new MutationObserver(() => void show()).observe(place, { attributeFilter: ["data-picture"] });
  if (place.dataset.picture) void show();
}

/** @param {Uploaded} uploaded @returns {Promise<File>} */
async function fileOf({ url, orig_name }) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}: ${url}`);
  return new File([await response.blob()], orig_name ?? "");
}
