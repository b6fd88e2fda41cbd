/** A drawing that survives a reload of the page: it is kept in this tab, until it is restored once. */

const KEY = "both-sides-drawing";

/** Keeps what was drawn; a picture is not kept. @param {import("./pad.js").Pad} pad */
export function keepDrawing(pad) {
  if (pad.isEmpty || pad.origin !== "drawn") return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(pad.drawing));
  } catch {
    // storage may be blocked, as in some iframes
  }
}

/** @param {import("./pad.js").Pad} pad @param {() => void} touch called first, if there is a drawing */
export function restoreDrawing(pad, touch) {
  const kept = taken();
  if (!kept) return;
  touch();
  pad.restore(JSON.parse(kept));
}

function taken() {
  try {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return kept;
  } catch {
    return null; // storage may be blocked
  }
}
