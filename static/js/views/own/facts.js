/** What the file says of itself, as a list of facts. All of it is text: a file may say anything. */

import { countText } from "../../core/count.js";
import { sizeOf } from "../../core/size.js";
import { make } from "../../elements/make.js";
import { t } from "./words.js";

/** @typedef {import("../../own/own_inference.js").Description} Description */

/**
 * @param {HTMLElement} root
 * @param {Description} described
 * @param {{classes?: number, memory?: number, labels: string}} measured `labels` says how many there are, and from where
 */
export function showFacts(root, described, { classes, memory, labels }) {
  const { name, title, bytes, author, licence, input } = described;
  const size = input.height > 0 ? `${input.width} x ${input.height}` : t("openSize");
  const rows = /** @type {[string, string][]} */ ([
    [t("file"), `${title && title !== name ? `${title}, ` : ""}${name}, ${sizeOf(bytes)}`],
    [t("input"), `${size}, ${input.channels === 1 ? t("grey") : t("colour")}, ${input.dtype}`],
    [t("classes"), classes ? countText(classes) : ""],
    [t("labels"), labels],
    [t("memory"), memory ? sizeOf(memory) : ""],
    [t("author"), author],
    [t("licence"), licence],
  ]);
  root.replaceChildren(
    ...rows
      .filter(([, value]) => value)
      .map(([term, value]) => {
        const row = make("div", {}, make("dt", { textContent: term }), make("dd", { textContent: value }));
        return row;
      }),
  );
}
