import { make } from "../elements/make.js";
import { translator } from "../core/i18n.js";

const t = translator({ en: { example: "Example: {name}" }, ko: { example: "예시: {name}" } });

/**
 * Shows the examples as buttons in `list`. Each picture is loaded once, with its button: a click sends no request,
 * unless it comes before that.
 *
 * @param {HTMLElement} list
 * @param {import("../core/tasks.js").Example[]} examples
 * @param {(picture: HTMLImageElement) => void} onChoice
 * @param {Promise<void>} later resolves when there is time to load the pictures
 */
export function showExamples(list, examples, onChoice, later) {
  list.replaceChildren(...examples.map((example, index) => makeButton(example, index + 1, onChoice, later)));
}

/**
 * @param {string} address
 * @returns {Promise<HTMLImageElement>}
 */
export async function loadPicture(address) {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  return picture;
}

/**
 * @param {import("../core/tasks.js").Example} example
 * @param {number} key on the keyboard, from 1
 * @param {(picture: HTMLImageElement) => void} onChoice
 * @param {Promise<void>} later
 */
function makeButton(example, key, onChoice, later) {
  const picture = make("img", { alt: t("example", { name: example.name }), draggable: false });
  const button = make("button", { testid: "example", title: `${picture.alt} [${key}]` });
  button.setAttribute("aria-keyshortcuts", String(key));
  button.append(picture);
  const gone = () => button.remove(); // the picture is not on this host, and nothing depends on it
  const load = () => void (picture.src ||= example.address);
  button.addEventListener("click", () => {
    load();
    picture.decode().then(() => onChoice(picture), gone); // it may be loading
  });
  picture.addEventListener("error", gone);
  later.then(load);
  return button;
}
