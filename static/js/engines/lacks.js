/** What an engine lacks here, in the language of the page. Fetched when it is first needed. */

import { translator } from "../core/i18n.js";
import { lackOf } from "./needs.js";

const t = translator({
  en: {
    threads: "Threads need cross-origin isolation, which the host of this page does not turn on.",
    webgpu: "WebGPU is not available in this browser.",
  },
  ko: {
    threads: "스레드를 쓰려면 교차 출처 격리가 필요한데, 이 페이지의 호스트가 켜 두지 않았습니다.",
    webgpu: "이 브라우저에서는 WebGPU를 쓸 수 없습니다.",
  },
});

/**
 * @param {import("../core/engine_names.js").Backend} backend
 * @returns {Promise<string>} a sentence; empty if the engine can be tried
 */
export async function whyNot(backend) {
  const lack = await lackOf(backend);
  return lack ? t(lack) : "";
}
