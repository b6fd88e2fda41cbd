import { copies } from "../copying.js";
import { translator } from "../../core/i18n.js";
import { captionOf, markdownOf, rowsOf } from "./decision.js";
import { t as words } from "./decision_words.js";
import { linkTo } from "./link.js";
import { make, makeButton } from "./dom.js";
import { drawTable } from "./table_picture.js";

const t = translator({
  en: {
    copy: "Copy as Markdown",
    json: "Save as JSON",
    png: "Save as PNG",
    link: "Link with these figures",
  },
  ko: {
    copy: "Markdown으로 복사",
    json: "JSON으로 저장",
    png: "PNG로 저장",
    link: "이 수치를 담은 링크",
  },
});

/** @typedef {import("./figures.js").Figures} Figures */

/**
 * The figures to take along.
 *
 * @param {HTMLElement} root hidden until there are any
 * @returns {(figures: Figures) => void}
 */
export function reportView(root) {
  /** @type {Figures | undefined} */
  let newest;
  const copy = makeButton("report-copy", t("copy"));
  copies(copy, () => (newest ? markdownOf(newest) : ""));
  const json = makeButton("report-json", t("json"), () => {
    if (newest) save(new Blob([JSON.stringify(newest, null, 2)], { type: "application/json" }), nameOf(newest, "json"));
  });
  const png = makeButton("report-png", t("png"), async () => {
    if (newest) save(await pictureOf(newest), nameOf(newest, "png"));
  });
  const link = make("a", "report-link", t("link"));
  const line = make("p");
  line.className = "actions";
  line.append(copy, json, png, link);
  root.append(line);
  root.hidden = true;

  return (figures) => {
    newest = figures;
    link.href = linkTo(location.href, figures);
    root.hidden = false;
  };
}

/** @param {Figures} figures @param {string} ending */
const nameOf = ({ model, network, date }, ending) => `both-sides-${model}-${network}-${date.slice(0, 10)}.${ending}`;

/** @param {Figures} figures */
function pictureOf(figures) {
  return drawTable(captionOf(figures), [["", words("browser"), words("server")], ...rowsOf(figures)]);
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function save(blob, name) {
  const anchor = make("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000); // by then it is read
}
