/** Undo, redo and clear by button and keyboard, and the examples by keyboard. */

import { byId } from "../elements/find.js";

/**
 * @param {() => void} onUse called before each use
 * @param {import("./pad.js").Pad} pad
 * @returns {() => void} updates the buttons; to be called when undo or redo may have changed
 */
export function useTools(pad, onUse) {
  /** @type {Record<"undo" | "redo" | "clear", () => void>} */
  const tools = { undo: () => pad.undo(), redo: () => pad.redo(), clear: () => pad.clear() };
  for (const [id, use] of Object.entries(tools)) {
    byId(id).addEventListener("click", () => {
      onUse();
      use();
    });
  }

  addEventListener("keydown", (event) => {
    if (isHidden() || isField(event.target)) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      const tool = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : undefined;
      if (!tool) return;
      event.preventDefault();
      byId(tool).click();
    } else if (!event.altKey && !event.shiftKey && /^[1-9]$/.test(key)) {
      const examples = /** @type {NodeListOf<HTMLElement>} */ (
        document.querySelectorAll("#examples:not([hidden]) button")
      );
      examples[Number(key) - 1]?.click();
    }
  });

  return () => {
    // not `disabled`, which would take the keyboard focus away
    byId("undo").setAttribute("aria-disabled", String(!pad.canUndo));
    byId("redo").setAttribute("aria-disabled", String(!pad.canRedo));
  };
}

function isHidden() {
  return !!document.querySelector("main[hidden]");
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
}
