import { address } from "../../core/catalog.js";
import { copies } from "../copying.js";
import { translator } from "../../core/i18n.js";
import { sizeOf } from "../../core/size.js";
import { FORMATS } from "./snippets.js";
import { usageOf } from "./usage.js";

const t = translator({
  en: {
    single: "The page in one file: opens by double-click, needs no network",
    file: "File",
    size: "Size",
    accuracy: "Accuracy",
    difference: "Difference from Keras",
    withheld: "Withheld: {reason}",
    large: "Too large to be committed; built by {command}",
    copy: "Copy",
    copyHash: "Copy the SHA-256 of {path}",
  },
  ko: {
    single: "파일 하나로 된 페이지: 두 번 눌러 열고, 네트워크가 필요 없습니다",
    file: "파일",
    size: "크기",
    accuracy: "정확도",
    difference: "Keras와의 차이",
    withheld: "공개하지 않음: {reason}",
    large: "커밋하기에 너무 큽니다. 만드는 명령: {command}",
    copy: "복사",
    copyHash: "{path}의 SHA-256 복사",
  },
});

/**
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 */
export function mount(root, { catalog }) {
  const single = link(new URL("../../../both-sides.html", import.meta.url).href, t("single"));
  const line = document.createElement("p");
  line.append(single);
  root.replaceChildren(line, ...catalog.models.flatMap(section));
}

/** @param {import("../../core/catalog.js").Model} model */
function section(model) {
  const title = document.createElement("h2");
  title.textContent = model.title;
  const wide = document.createElement("div");
  wide.className = "wide";
  const table = document.createElement("table");
  table.dataset.testid = `files-${model.name}`;
  const head = table.createTHead().insertRow();
  for (const text of [t("file"), t("size"), t("accuracy"), t("difference"), "SHA-256"]) {
    const cell = document.createElement("th");
    cell.textContent = text;
    head.append(cell);
  }
  const body = table.createTBody();
  const files = FORMATS.flatMap((format) => model.files.filter((file) => file.format === format));
  for (const file of files) addRow(body, file);
  wide.append(table);
  const published = files.filter(({ withheld }) => !withheld);
  return [title, wide, ...(published.length ? [usageOf(model, published)] : [])];
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {import("../../core/catalog.js").File} file
 */
function addRow(body, file) {
  const row = body.insertRow();
  const name = row.insertCell();
  const large = file.command && t("large", { command: file.command });
  const why = file.withheld ? t("withheld", { reason: file.withheld }) : large;
  if (why) name.textContent = `${file.path}. ${why}`;
  else
    for (const part of [file, ...file.parts]) name.append(link(address(part), part.path), document.createElement("br"));
  row.insertCell().textContent = sizeOf(file.bytes);
  row.insertCell().textContent = file.accuracy === null ? "–" : `${(file.accuracy * 100).toFixed(2)} %`;
  row.insertCell().textContent = file.max_difference.toExponential(1);
  row.insertCell().append(...(file.withheld ? [] : [file, ...file.parts].map(hashOf)));
}

/** @param {import("../../core/catalog.js").Part} part */
function hashOf({ path, sha256 }) {
  const line = document.createElement("div");
  line.className = "hash";
  const hash = document.createElement("code");
  hash.textContent = sha256.slice(0, 12);
  hash.title = sha256;
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = t("copy");
  copy.setAttribute("aria-label", t("copyHash", { path }));
  copies(copy, () => sha256);
  line.append(hash, copy);
  return line;
}

/**
 * @param {string} href
 * @param {string} text
 */
function link(href, text) {
  const element = document.createElement("a");
  element.href = href;
  element.textContent = text;
  element.download = href.slice(href.lastIndexOf("/") + 1);
  return element;
}
