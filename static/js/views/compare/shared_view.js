import { translator } from "../../core/i18n.js";
import { decisionView } from "./decision_view.js";
import { figuresFrom } from "./link.js";
import { make } from "./dom.js";

const t = translator({
  en: {
    shared: "Shared figures, measured elsewhere",
    broken: "The link carries no figures that this page knows: it was cut off, or changed.",
  },
  ko: {
    shared: "공유된 수치, 다른 곳에서 측정",
    broken: "이 페이지가 아는 수치가 링크에 없습니다. 링크가 잘렸거나 바뀌었습니다.",
  },
});

/**
 * The figures that the address carries, whenever it does.
 *
 * @param {HTMLElement} root
 */
export function showShared(root) {
  root.className = "shared";
  root.dataset.testid = "shared";
  const show = () => {
    const figures = figuresFrom(location.hash);
    root.hidden = !figures;
    root.replaceChildren();
    if (!figures) return;
    if (figures === "broken") return root.append(make("p", "shared-broken", t("broken")));
    root.append(make("h2", undefined, t("shared")));
    const body = root.appendChild(make("div"));
    decisionView(body).show(figures);
  };
  addEventListener("hashchange", show);
  show();
}
