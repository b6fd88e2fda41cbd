import { addressOf } from "./tasks.js";

/**
 * Shows the examples as buttons in `list`. Each picture is loaded once, with its button: a click sends no request.
 *
 * @param {HTMLElement} list
 * @param {import("./tasks.js").Example[]} examples
 * @param {(picture: HTMLImageElement) => void} onChoice
 */
export function showExamples(list, examples, onChoice) {
  list.replaceChildren(...examples.map((example) => makeButton(example, onChoice)));
}

/**
 * @param {import("./tasks.js").Example} example
 * @param {(picture: HTMLImageElement) => void} onChoice
 */
function makeButton(example, onChoice) {
  const picture = new Image();
  picture.alt = `Example: ${example.name}`;
  picture.draggable = false;
  const button = document.createElement("button");
  button.type = "button";
  button.title = picture.alt;
  button.dataset.testid = "example";
  button.append(picture);
  const gone = () => button.remove(); // not on this host, and nothing depends on it
  button.addEventListener("click", () => picture.decode().then(() => onChoice(picture), gone)); // it may still load
  picture.addEventListener("error", gone);
  picture.src = addressOf(example);
  return button;
}
