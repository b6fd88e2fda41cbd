import { translator } from "../../core/i18n.js";
import { make, makeButton } from "./dom.js";
import { named, problem } from "./named_server.js";

const t = translator({
  en: {
    own: "Here each drawing is also sent to the server of this page.",
    asks: "This address names another server, {server}. Nothing is sent there until you say so.",
    agree: "Compare with {server}",
    sent: "Here each drawing is also sent to {server}, which the address of this page names.",
    problem: "'{server}' is no address of a server: it needs https://. The server of this page is asked.",
  },
  ko: {
    own: "이 화면에서는 그림을 이 페이지의 서버로도 보냅니다.",
    asks: "이 주소는 다른 서버 {server}을(를) 가리킵니다. 동의하기 전에는 아무것도 보내지 않습니다.",
    agree: "{server}와(과) 비교",
    sent: "이 화면에서는 그림을 주소가 가리키는 {server}(으)로도 보냅니다.",
    problem: "'{server}'은(는) 서버 주소가 아닙니다. https://가 필요합니다. 이 페이지의 서버에 묻습니다.",
  },
});

/**
 * Says where drawings are sent. A link may name a server, so one that is not the page's own is asked only after the
 * reader has agreed.
 *
 * @param {HTMLElement} root
 * @param {() => void} onAgreed
 * @returns {{readonly waits: string}} why the server must not be asked yet; "" when it may
 */
export function namedView(root, onAgreed) {
  const said = make("p", "sent-to", t("own"));
  root.append(said);
  if (problem) said.textContent = t("problem", { server: problem });
  if (!named) return { waits: "" };
  const server = named;
  const state = { waits: t("asks", { server }) };
  said.textContent = state.waits;
  const agree = makeButton("agree", t("agree", { server }), () => {
    state.waits = "";
    said.textContent = t("sent", { server });
    agree.remove();
    onAgreed();
  });
  root.append(agree);
  return state;
}
