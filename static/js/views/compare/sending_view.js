import { translator } from "../../core/i18n.js";
import { make } from "../../elements/make.js";
import { named, problem } from "./named_server.js";

const t = translator({
  en: {
    own: "Drawings and examples also go to this page's server.",
    all: "Drawings, photographs and camera pictures are also sent to {server}.",
    ownServer: "this page's server",
    asks: "This address names another server, {server}. Nothing is sent there until you agree.",
    agree: "Compare with {server}",
    sent: "Drawings and examples are also sent to {server}, which this page's address names.",
    problem: "'{server}' is not the address of a server: it needs https://. This page's own server is used instead.",
    photos: "Photographs and camera pictures stay on this device until you agree to send them.",
    agreePhotos: "Send photographs and camera pictures too",
    photosSent: "Photographs and camera pictures are sent too.",
    kept: "This picture has not been sent. To compare it, agree at the pad.",
  },
  ko: {
    own: "손으로 그린 그림과 예시는 이 페이지의 서버로도 보냅니다.",
    all: "그림, 사진, 카메라 화면을 서버로도 보냅니다: {server}.",
    ownServer: "이 페이지의 서버",
    asks: "이 주소는 다른 서버({server})를 가리킵니다. 동의하기 전에는 아무것도 보내지 않습니다.",
    agree: "이 서버와 비교: {server}",
    sent: "손으로 그린 그림과 예시는 주소가 가리키는 서버({server})로도 보냅니다.",
    problem: "올바른 서버 주소가 아닙니다: '{server}'. https://가 필요합니다. 대신 이 페이지의 서버를 씁니다.",
    photos: "사진과 카메라 화면은 동의하기 전에는 보내지 않습니다.",
    agreePhotos: "사진과 카메라 화면도 보내기",
    photosSent: "사진과 카메라 화면도 보냅니다.",
    kept: "이 사진은 보내지 않았습니다. 비교하려면 그림판에서 동의하세요.",
  },
});

/** Origins of pictures that are personal, unlike drawings and the page's examples. @type {readonly string[]} */
const PERSONAL = ["photograph", "camera"];

/**
 * Shows at the pad what is sent, and asks for consent. Until the user agrees, nothing is sent to a server that a link
 * names, and no photograph or camera picture is sent to any server. Consent ends with a reload.
 *
 * @param {HTMLElement} root
 * @param {HTMLElement} easel around the pad; the question lies over it, so that nothing moves
 * @param {() => void} onAgreed
 * @returns {{whyNot(origin: import("../../input/pad.js").Origin): string}} why a picture must not be sent yet; "" if it
 *   may be sent
 */
export function sendingView(root, easel, onAgreed) {
  const notice = root.appendChild(
    make("p", { testid: "sent-to", textContent: problem ? t("problem", { server: problem }) : t("own") }),
  );
  let isServerAgreed = !named;
  let arePhotosAgreed = false;
  if (named) {
    const server = named;
    notice.textContent = t("asks", { server });
    const agree = make("button", { testid: "agree", textContent: t("agree", { server }) });
    agree.addEventListener("click", () => {
      isServerAgreed = true;
      notice.textContent = t("sent", { server });
      removeButton(agree, notice);
      onAgreed();
    });
    root.append(agree);
  }
  const question = easel.appendChild(make("div", { className: "question" }));
  const photos = question.appendChild(make("p", { testid: "photos", textContent: t("photos") }));
  const agreePhotos = make("button", { testid: "agree-photos", textContent: t("agreePhotos") });
  agreePhotos.addEventListener("click", () => {
    arePhotosAgreed = true;
    removeButton(agreePhotos, notice);
    question.hidden = true;
    photos.textContent = t("photosSent");
    notice.textContent = t("all", { server: named ?? t("ownServer") });
    onAgreed();
  });
  question.append(agreePhotos);
  question.hidden = true;
  document.addEventListener("view", () => (question.hidden = true));

  return {
    whyNot(origin) {
      if (!isServerAgreed) return t("asks", { server: named ?? "" });
      const isKept = !arePhotosAgreed && PERSONAL.includes(origin);
      question.hidden = !isKept;
      return isKept ? t("kept") : "";
    },
  };
}

/** The focus of a keyboard goes to what says the consequence. @param {HTMLElement} button @param {HTMLElement} said */
function removeButton(button, said) {
  if (document.activeElement === button) {
    said.tabIndex = -1;
    said.focus({ preventScroll: true });
  }
  button.remove();
}
