import { address } from "../catalog.js";
import { translator } from "../i18n.js";
import { sizeOf } from "../size.js";

const FORMATS = ["tflite", "tfjs"];

const t = translator({
  en: {
    single: "The page in one file: opens by double-click, needs no network",
    file: "File",
    size: "Size",
    accuracy: "Accuracy",
    difference: "Difference from Keras",
    withheld: "Withheld: {reason}",
    large: "Too large to be committed; built by {command}",
  },
  ko: {
    single: "파일 하나로 된 페이지: 두 번 눌러 열고, 네트워크가 필요 없습니다",
    file: "파일",
    size: "크기",
    accuracy: "정확도",
    difference: "Keras와의 차이",
    withheld: "공개하지 않음: {reason}",
    large: "커밋하기에 너무 큽니다. 만드는 명령: {command}",
  },
});

/**
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 */
export function mount(root, { catalog }) {
  const single = link(new URL("../../both-sides.html", import.meta.url).href, t("single"));
  const line = document.createElement("p");
  line.append(single);
  root.replaceChildren(line, ...catalog.models.flatMap(section));
}

/** @param {import("../catalog.js").Model} model */
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
  for (const file of model.files.filter(({ format }) => FORMATS.includes(format))) addRow(body, file);
  wide.append(table);
  return [title, wide];
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {import("../catalog.js").File & {max_difference?: number}} file
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
  row.insertCell().textContent = file.max_difference?.toExponential(1) ?? "–";
  const hash = document.createElement("code");
  hash.textContent = file.sha256.slice(0, 12);
  hash.title = file.sha256;
  row.insertCell().append(hash);
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
