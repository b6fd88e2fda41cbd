import { translator } from "../../core/i18n.js";
import { isEnough } from "./costs.js";
import { captionOf, paysSentence, typicalOf } from "./decision.js";
import { decisionView } from "./decision_view.js";
import { figuresFrom } from "./link.js";
import { make } from "../../elements/make.js";
import { t as words } from "./words.js";

const t = translator({
  en: {
    shared: "Shared figures, measured elsewhere",
    from: "From the link, not measured by this page: {caption}",
    all: "All shared figures",
    broken: "This page cannot read the figures in the link: it was cut off, or changed.",
  },
  ko: {
    shared: "다른 곳에서 측정하고 공유한 수치",
    from: "링크에 담긴 수치이며, 이 페이지에서 측정한 것이 아닙니다: {caption}",
    all: "공유된 수치 전체",
    broken: "링크의 수치를 읽을 수 없습니다. 링크가 잘렸거나 바뀌었습니다.",
  },
});

/**
 * Shows the figures in the page's address, if there are any, and where they come from.
 *
 * @param {HTMLElement} root hidden in other views
 */
export function showShared(root) {
  const show = () => {
    const figures = figuresFrom(location.hash);
    root.replaceChildren();
    if (!figures) return void (root.hidden = true);
    root.hidden = document.documentElement.dataset.view !== "compare";
    if (figures === "broken") return root.append(make("p", { testid: "shared-broken", textContent: t("broken") }));
    root.append(make("h2", { textContent: t("shared") }));
    const line = root.appendChild(make("p", { className: "shared-times" }));
    for (const side of /** @type {const} */ (["browser", "server"])) {
      const time = make("strong", { textContent: typicalOf(figures[side]) });
      line.append(make("span", { textContent: `${words(`${side}Short`)} `, className: side }, time));
    }
    if (isEnough(figures)) root.append(make("p", { textContent: paysSentence(figures, "time") }));
    root.append(make("p", { testid: "shared-from", textContent: t("from", { caption: captionOf(figures) }) }));
    const fold = root.appendChild(make("details", {}, make("summary", { textContent: t("all") })));
    decisionView(fold.appendChild(make("div"))).show(figures);
  };
  addEventListener("hashchange", show);
  show();
}
