import { make } from "../../elements/make.js";
import { PAGE } from "../../core/addresses.js";
import { address } from "../../core/catalog.js";
import { copyOnClick } from "../copying.js";
import { translator } from "../../core/i18n.js";
import { sizeOf } from "../../core/size.js";
import { FORMATS } from "./snippets.js";
import { codeView } from "./code.js";

const t = translator({
  en: {
    single: "The page in one file: open it with a double-click, without a network",
    android: "The Android app is larger than 10 MB, so it is not committed. Build it with",
    file: "File",
    size: "Size",
    accuracy: "Accuracy",
    difference: "Difference from Keras",
    withheld: "Withheld: {reason}",
    large: "Too large to be committed; build it with {command}",
    code: "Code",
    copy: "Copy",
    copyHash: "Copy the SHA-256 of {path}",
  },
  ko: {
    single: "단일 파일 페이지: 더블 클릭으로 열고, 네트워크가 필요 없습니다",
    android: "Android 앱은 10 MB가 넘어 커밋하지 않습니다. 빌드 명령:",
    file: "파일",
    size: "크기",
    accuracy: "정확도",
    difference: "Keras와의 차이",
    withheld: "공개하지 않음: {reason}",
    large: "커밋하기에 너무 큽니다. 빌드 명령: {command}",
    code: "코드",
    copy: "복사",
    copyHash: "{path}의 SHA-256 복사",
  },
});

/**
 * @param {HTMLElement} root
 * @param {import("../page.js").Page} page
 */
export function mount(root, { catalog }) {
  const single = link(new URL("both-sides.html", PAGE).href, t("single"));
  single.className = "single";
  const app = make("p", { testid: "android" }, t("android"), " ", make("code", { textContent: "make android" }));
  root.replaceChildren(single, app);
  const codeOf = codeView(root);
  root.append(...catalog.models.flatMap((model) => section(model, codeOf)));
}

/** @typedef {ReturnType<typeof codeView>} CodeOf */

/** @param {import("../../core/catalog.js").Model} model @param {CodeOf} codeOf */
function section(model, codeOf) {
  const table = make("table", { testid: `files-${model.name}` });
  const head = table.createTHead().insertRow();
  head.append(...headings().map((textContent) => make("th", { textContent })));
  const body = table.createTBody();
  const files = FORMATS.flatMap((format) => model.files.filter((file) => file.format === format));
  for (const file of files) addRow(body, model, file, codeOf);
  return [make("h2", { textContent: model.title }), table];
}

const headings = () => [t("file"), t("size"), t("accuracy"), t("difference"), t("code"), "SHA-256"];

/**
 * @param {HTMLTableSectionElement} body
 * @param {import("../../core/catalog.js").Model} model
 * @param {import("../../core/catalog.js").File} file
 * @param {CodeOf} codeOf
 */
function addRow(body, model, file, codeOf) {
  const row = body.insertRow();
  const cells = headings().map((heading) => {
    const cell = row.insertCell();
    cell.dataset.heading = heading; // on a phone it is shown beside the value
    return cell;
  });
  const [name, size, accuracy, difference, code, hash] = cells;
  const large = file.command && t("large", { command: file.command });
  const why = file.withheld ? t("withheld", { reason: file.withheld }) : large;
  if (why) name.textContent = `${file.path}. ${why}`;
  else for (const part of [file, ...file.parts]) name.append(link(address(part), part.path), make("br"));
  size.textContent = sizeOf(file.bytes);
  accuracy.textContent = file.accuracy === null ? "\u2013" : `${(file.accuracy * 100).toFixed(2)} %`;
  difference.textContent = file.max_difference.toExponential(1);
  if (file.withheld) return;
  code.append(codeOf(model, file));
  hash.append(...[file, ...file.parts].map(hashOf));
}

/** @param {import("../../core/catalog.js").Part} part */
function hashOf({ path, sha256 }) {
  const line = make("div", { className: "hash" });
  const hash = make("code", { textContent: sha256.slice(0, 12), title: sha256 });
  const copy = make("button", { textContent: t("copy") });
  copy.setAttribute("aria-label", t("copyHash", { path }));
  copyOnClick(copy, () => sha256);
  line.append(hash, copy);
  return line;
}

/**
 * @param {string} href
 * @param {string} text
 */
function link(href, text) {
  return make("a", { href, textContent: text, download: href.slice(href.lastIndexOf("/") + 1) });
}
