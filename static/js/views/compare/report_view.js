import { copyOnClick } from "../copying.js";
import { translator } from "../../core/i18n.js";
import { markdownOf } from "./decision.js";
import { linkTo } from "./link.js";
import { make } from "../../elements/make.js";
import { saveAs } from "../saving.js";
import { drawPicture } from "./share_picture.js";
import { t as words } from "./words.js";

const t = translator({
  en: {
    share: "Share",
    link: "Copy link",
    png: "Save picture",
    copy: "Copy as Markdown",
    json: "Save as JSON",
  },
  ko: {
    share: "공유",
    link: "링크 복사",
    png: "그림 저장",
    copy: "Markdown으로 복사",
    json: "JSON으로 저장",
  },
});

/**
 * @typedef {import("./figures.js").Figures} Figures
 * @typedef {import("./share_picture.js").Race} Race
 */

/**
 * The Share menu: the figures as a link, a picture, Markdown and JSON.
 *
 * @param {HTMLElement} root
 * @param {() => Race | undefined} race the newest picture that both sides have answered
 * @returns {(figures: Figures | undefined) => void} takes undefined while there are too few answers
 */
export function reportView(root, race) {
  /** @type {Figures | undefined} */
  let newest;
  const details = root.appendChild(
    make("details", { className: "share" }, make("summary", { testid: "share", textContent: t("share") })),
  );
  const menu = details.appendChild(make("div", { className: "share-menu" }));

  const link = make("a", { testid: "report-link", textContent: t("link"), className: "button" });
  link.href = "?view=compare"; // until there are figures
  copyOnClick(link, () => link.href);
  link.addEventListener("click", (event) => event.preventDefault()); // it can still be opened in a new tab
  const png = make("button", { testid: "report-png", textContent: t("png") });
  png.addEventListener("click", async () => {
    if (newest) saveAs(await drawPicture(newest, race()), nameOf(newest, "png"));
  });
  const copy = make("button", { testid: "report-copy", textContent: t("copy") });
  copyOnClick(copy, () => (newest ? markdownOf(newest) : ""));
  const json = make("button", { testid: "report-json", textContent: t("json") });
  json.addEventListener("click", () => {
    if (newest)
      saveAs(new Blob([JSON.stringify(newest, null, 2)], { type: "application/json" }), nameOf(newest, "json"));
  });
  const few = make("p", { testid: "few", textContent: words("few") });
  const ways = [link, png, copy, json];
  menu.append(few, ...ways);
  addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !details.contains(target)) details.open = false;
  });
  details.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });

  return (figures) => {
    newest = figures;
    few.hidden = !!figures;
    for (const way of ways) way.hidden = !figures;
    if (figures) link.href = linkTo(location.href, figures);
  };
}

/** @param {Figures} figures @param {string} ending */
const nameOf = ({ model, network, date }, ending) => `both-sides-${model}-${network}-${date.slice(0, 10)}.${ending}`;
