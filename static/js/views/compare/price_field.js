import { make } from "../../elements/make.js";
import { t } from "./words.js";

/** The highest price per CPU hour that the figures accept. */
const MOST = 1_000_000;

/**
 * @param {HTMLElement} root
 * @param {() => void} onChange
 * @returns {{readonly value: number | null}} the price per CPU hour; null if none is given
 */
export function priceField(root, onChange) {
  const label = make("label", { textContent: t("hour") });
  const field = make("input", {
    testid: "price",
    type: "number",
    min: "0",
    max: String(MOST),
    step: "any",
    placeholder: "0.04",
  });
  field.addEventListener("input", onChange);
  label.append(field);
  label.className = "price";
  root.append(label);
  return {
    get value() {
      return field.value !== "" && field.validity.valid ? field.valueAsNumber : null;
    },
  };
}
