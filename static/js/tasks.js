/**
 * What the page says and offers for each task of the catalog.
 *
 * @typedef {{name: string, file: string}} Example a picture in `data/examples/`; `name` says what it shows. It is
 *   kept by its address, so a changed picture needs another file name
 * @typedef {{hint: string, pad: string, examples: Example[]}} Task `hint` asks for a picture, `pad` names the pad
 */

/** @type {Record<string, Task>} */
const TASKS = {
  digit: {
    hint: "Draw a digit",
    pad: "Pad: draw a digit here",
    examples: ["2", "3", "5", "6", "8", "9"].map((name) => ({ name, file: `digit-${name}.png` })),
  },
  photo: {
    hint: "Choose a photograph",
    pad: "Pad: the photograph, or a drawing",
    examples: ["cat", "espresso", "photographer", "rocket"].map((name) => ({ name, file: `${name}.jpg` })),
  },
};

/** @type {Task} */
const OTHER = { hint: "Draw or choose a picture", pad: "Pad: draw here", examples: [] };

/** @param {string} name */
export function taskOf(name) {
  return TASKS[name] ?? OTHER;
}

const FOLDER = new URL("../data/examples/", import.meta.url);

/** @param {Example} example */
export function addressOf(example) {
  return new URL(example.file, FOLDER).href;
}

/** The addresses of all pictures, of whatever task. */
export const ADDRESSES = Object.values(TASKS).flatMap(({ examples }) => examples.map(addressOf));
