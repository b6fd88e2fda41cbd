/**
 * The entry point of the Gradio app's Draw and Upload tabs. Gradio passes two elements for each tab, in any order, with
 * the functions to ask the server and to get its answer.
 *
 * @typedef {{element: HTMLElement, props: {value: any}, trigger(): void, watch(name: string, heard: () => void): void}} Half
 * @typedef {"draw" | "upload"} Tab
 */

import { startTab } from "./tab.js";

/** @type {Map<Tab, {question?: Half, answer?: Half}>} */
const tabs = new Map();

/** @param {Tab} tab @param {Half} question its `props.value` is sent to the server by `trigger` */
export function asks(tab, question) {
  join(tab, { question });
}

/** @param {Tab} tab @param {Half} answer its `props.value` receives the server's answer */
export function shows(tab, answer) {
  join(tab, { answer });
}

/** @param {Tab} tab @param {{question?: Half, answer?: Half}} half */
function join(tab, half) {
  const { question, answer } = { ...tabs.get(tab), ...half };
  tabs.set(tab, { question, answer });
  if (question && answer) startTab(tab, question, answer);
}
