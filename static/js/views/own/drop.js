/** Takes models that are dropped anywhere on the page, before the pad takes them for pictures. */

const MODEL = /\.(tflite|lite|json)$/i;

/** @type {((files: File[]) => void) | undefined} */
let listener;
/** Dropped before the view was there. @type {File[] | undefined} */
let waiting;

/** To be called once, when the page is ready. */
export function takeModels() {
  addEventListener("drop", taken, { capture: true });
}

/** @param {(files: File[]) => void} onFiles gets the files of each drop, also of one before this call */
export function onDropped(onFiles) {
  listener = onFiles;
  if (waiting) onFiles(waiting);
  waiting = undefined;
}

/** @param {DragEvent} event */
function taken(event) {
  const files = [...(event.dataTransfer?.files ?? [])];
  const isHere = document.documentElement.dataset.view === "own";
  const isOurs = files.some(({ name, type }) => MODEL.test(name) || (isHere && !type.startsWith("image/")));
  if (!isOurs) return;
  event.preventDefault(); // otherwise the browser opens the file
  event.stopImmediatePropagation();
  document.getElementById("pad")?.removeAttribute("data-dragging");
  if (listener) listener(files);
  else waiting = files;
  if (!isHere) /** @type {HTMLElement | null} */ (document.querySelector("a[data-view=own]"))?.click();
}
