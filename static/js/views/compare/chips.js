import { onSent } from "../../chrome/upload_counter.js";
import { sizeOf } from "../../core/size.js";
import { durationOf } from "./decision.js";
import { make } from "../../elements/make.js";
import { t } from "./words.js";

/**
 * What each side costs apart from time, as four figures. The first counts all that the page has sent, as the footer does.
 *
 * @param {HTMLElement} root
 * @returns {(about: {offline: boolean, update: number | undefined, seconds: number | undefined}) => void} `offline`:
 *   the page is stored on this device; `update`: bytes that each device has to download when the model changes,
 *   undefined until they are known; `seconds` of CPU time for a million answers of the server
 */
export function chipsView(root) {
  const chips = Object.fromEntries(["private", "offline", "update", "million"].map((name) => [name, chip(root, name)]));
  onSent((sent) => chips.private("0 B", t("chipPrivate", { sent: sent < 1000 ? `${sent} B` : sizeOf(sent) })));
  return ({ offline, update, seconds }) => {
    chips.offline(t("chipOffline"), t(offline ? "chipKept" : "chipOpen"));
    chips.update(update === undefined ? "\u2013" : sizeOf(update), t("chipUpdate"));
    chips.million(seconds === undefined ? "\u2013" : durationOf(seconds), t("chipMillion"));
  };
}

/** @param {HTMLElement} root @param {string} name @returns {(value: string, words: string) => void} */
function chip(root, name) {
  const item = root.appendChild(make("li", { testid: `chip-${name}` }));
  const [value, words] = [item.appendChild(make("strong")), item.appendChild(make("span"))];
  return (said, about) => {
    value.textContent = said;
    words.textContent = about;
  };
}
