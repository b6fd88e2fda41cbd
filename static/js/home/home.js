/**
 * What the Gradio app's Draw and Upload show. Gradio hands over two elements for each tab, in whichever order it makes
 * them, with the means to ask the server and to hear its answer.
 *
 * @typedef {{element: HTMLElement, props: {value: any}, trigger(): void, watch(name: string, heard: () => void): void}} Half
 * @typedef {"draw" | "upload"} Tab
 */

import { startTab } from "./tab.js";

/** @type {Map<Tab, {question?: Half, answer?: Half}>} */
const tabs = new Map();

/** @param {Tab} tab @param {Half} question whose `props.value` is what the server is asked, at `trigger` */
export function asks(tab, question) {
  join(tab, { question });
}

/** @param {Tab} tab @param {Half} answer whose `props.value` becomes what the server says */
export function shows(tab, answer) {
  join(tab, { answer });
}

/** @param {Tab} tab @param {{question?: Half, answer?: Half}} half */
function join(tab, half) {
  const { question, answer } = { ...tabs.get(tab), ...half };
  tabs.set(tab, { question, answer });
  if (question && answer) startTab(tab, question, answer);
}
