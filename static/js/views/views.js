import { addressWith, isNamed } from "../core/choice.js";
import { translator } from "../core/i18n.js";
import { byId } from "../elements/find.js";

const t = translator({
  en: { unloaded: "This part of the page could not be loaded. Check the connection, then reload the page." },
  ko: { unloaded: "페이지의 이 부분을 불러오지 못했습니다. 연결을 확인한 뒤 페이지를 새로고침하세요." },
});

/**
 * The page's views, one at a time: `?view=NAME`. What a view needs is loaded when it is first shown.
 *
 * @typedef {{mount(root: HTMLElement, page: import("./page.js").Page): void | Promise<void>}} View
 */

/** The views other than `try`, which is part of the page itself. @type {Map<string, () => Promise<View>>} */
const LAZY_VIEWS = new Map([
  ["compare", () => import("./compare/view.js")],
  ["teach", () => import("./teach/view.js")],
  ["measure", () => import("./measure/view.js")],
  ["downloads", () => import("./downloads/view.js")],
  ["own", () => import("./own/view.js")],
]);

/**
 * Shows the view that the address names, and changes it when a tab is clicked. A section belongs to the views named in
 * its `data-views`, a tab to the one in its `data-view`.
 *
 * @param {import("./page.js").Page} page
 * @param {() => Promise<void>} complete adds what a view needs to the page's catalog
 * @param {(error: unknown) => void} onError called if a view could not be loaded
 */
export function showViews(page, complete, onError) {
  const tabs = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-view]"));
  const mounted = new Set();

  function show() {
    const name = arrange();
    document.dispatchEvent(new Event("view"));
    const load = LAZY_VIEWS.get(name);
    if (load && !mounted.has(name)) {
      mounted.add(name);
      const root = byId(`view-${name}`);
      const loaded = load().catch((error) => {
        console.warn(error);
        throw new Error(t("unloaded")); // the browser's own sentence is in its own language
      });
      Promise.all([loaded, complete()])
        .then(([view]) => view.mount(root, page))
        .catch((error) => {
          mounted.delete(name);
          onError(error);
        });
    }
  }

  for (const tab of tabs) {
    tab.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return; // the browser opens a new tab or window
      event.preventDefault();
      const url = new URL(location.href);
      url.searchParams.set("view", tab.dataset.view ?? "try");
      history.pushState(history.state, "", url);
      show();
    });
  }
  addEventListener("popstate", show);
  show();
}

/**
 * Shows the sections of the view that the address names, and hides the others. Called before anything is loaded, so
 * that the layout does not shift later.
 *
 * @returns {string} the view's name
 */
export function arrange() {
  const name = viewOf(location.search);
  document.documentElement.dataset.view = name;
  for (const tab of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-view]"))) {
    if (tab.dataset.view === name) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-views]"))) {
    section.hidden = !section.dataset.views?.split(" ").includes(name);
  }
  const shared = document.getElementById("shared");
  if (shared) shared.hidden ||= !location.hash.startsWith("#result=") && !shared.childElementCount;
  return name;
}

/**
 * Writes what answers into the address, unless that is the default and the address names nothing.
 *
 * @param {import("../core/choice.js").Choice} used
 * @param {import("../core/choice.js").Choice} fallback
 */
export function nameUsed(used, fallback) {
  if (isNamed(location.search) || used.file !== fallback.file || used.engine !== "auto")
    history.replaceState(history.state, "", addressWith(location.href, used));
}

/** @param {string} search */
function viewOf(search) {
  const name = new URLSearchParams(search).get("view") ?? "";
  return LAZY_VIEWS.has(name) ? name : "try";
}
