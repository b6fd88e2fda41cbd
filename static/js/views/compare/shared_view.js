import { translator } from "../../core/i18n.js";
import { isEnough } from "./costs.js";
import { captionOf, paysSentence, typicalOf } from "./decision.js";
import { decisionView } from "./decision_view.js";
import { figuresFrom } from "./link.js";
import { make } from "./dom.js";
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
    if (figures === "broken") return root.append(make("p", "shared-broken", t("broken")));
    root.append(make("h2", undefined, t("shared")));
    const line = root.appendChild(make("p"));
    line.className = "shared-times";
    for (const side of /** @type {const} */ (["browser", "server"])) {
      const time = line.appendChild(make("span", undefined, `${words(`${side}Short`)} `));
      time.className = side;
      time.append(make("strong", undefined, typicalOf(figures[side])));
    }
    if (isEnough(figures)) root.append(make("p", undefined, paysSentence(figures, "time")));
    root.append(make("p", "shared-from", t("from", { caption: captionOf(figures) })));
    const fold = root.appendChild(make("details"));
    fold.append(make("summary", undefined, t("all")));
    decisionView(fold.appendChild(make("div"))).show(figures);
  };
  addEventListener("hashchange", show);
  show();
}
