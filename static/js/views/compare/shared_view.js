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
    from: "They came with the link, and this page has not measured them: {caption}",
    all: "All shared figures",
    broken: "The link carries no figures that this page knows: it was cut off, or changed.",
  },
  ko: {
    shared: "공유된 수치, 다른 곳에서 측정",
    from: "링크에 담겨 온 수치이며, 이 페이지에서 측정하지 않았습니다: {caption}",
    all: "공유된 수치 모두",
    broken: "이 페이지가 아는 수치가 링크에 없습니다. 링크가 잘렸거나 바뀌었습니다.",
  },
});

/**
 * The figures that the address carries, whenever it does, and where they are from.
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
      const said = line.appendChild(make("span", undefined, `${words(`${side}Short`)} `));
      said.className = side;
      said.append(make("strong", undefined, typicalOf(figures[side])));
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
