import { translator } from "../core/i18n.js";

const t = translator({
  en: {
    none: "There is no camera on this device.",
    refused: "The camera may not be used: it was refused, here or in the browser's settings.",
    absent: "This page may not use a camera: that takes HTTPS, or this computer itself.",
    broken: "The camera cannot be used now: {reason}.",
  },
  ko: {
    none: "이 기기에는 카메라가 없습니다.",
    refused: "카메라를 쓸 수 없습니다. 여기 또는 브라우저 설정에서 거부되었습니다.",
    absent: "이 페이지는 카메라를 쓸 수 없습니다. HTTPS이거나 이 컴퓨터여야 합니다.",
    broken: "지금은 카메라를 쓸 수 없습니다: {reason}.",
  },
});

/**
 * A camera that is watched live. The one at the back is asked for first.
 *
 * @typedef {{onPicture(picture: HTMLVideoElement): void, onEnd(): void}} Watcher `onEnd` is called once, however it ends
 */
export class Camera {
  /** @type {MediaStream | undefined} */
  #stream;
  #facing = "environment";
  #video = document.createElement("video");
  #watcher;
  #asked = 0;

  /** @param {Watcher} watcher */
  constructor(watcher) {
    this.#watcher = watcher;
    Object.assign(this.#video, { muted: true, playsInline: true });
    document.addEventListener("visibilitychange", () => document.hidden && this.stop());
    addEventListener("pagehide", () => this.stop());
  }

  get isOn() {
    return !!this.#stream;
  }

  /** @throws {Error} with a sentence: there is no camera, or it was refused */
  async start() {
    this.#release();
    const mine = ++this.#asked;
    const stream = await open(this.#facing);
    if (mine !== this.#asked || document.hidden) {
      for (const track of stream.getTracks()) track.stop(); // it was left while it was asked for
      return;
    }
    this.#stream = stream;
    stream.getVideoTracks()[0].addEventListener("ended", () => stream === this.#stream && this.stop());
    this.#video.srcObject = stream;
    await this.#video.play().catch(() => undefined); // stopped meanwhile
    this.#watch(stream);
  }

  /** From front to back, or back again. */
  turn() {
    this.#facing = this.#facing === "user" ? "environment" : "user";
    return this.start();
  }

  /** The light goes out. */
  stop() {
    this.#asked++;
    if (!this.#stream) return;
    this.#release();
    this.#watcher.onEnd();
  }

  #release() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
    this.#video.srcObject = null;
  }

  /** @param {MediaStream} stream whose pictures are handed on until it is left */
  #watch(stream) {
    requestAnimationFrame(() => {
      if (stream !== this.#stream) return;
      if (this.#video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) this.#watcher.onPicture(this.#video);
      this.#watch(stream);
    });
  }
}

/** @param {string} facingMode */
async function open(facingMode) {
  if (!navigator.mediaDevices) throw new Error(t("absent"));
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode } });
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    if (name === "NotFoundError") throw new Error(t("none"));
    if (name === "NotAllowedError") throw new Error(t("refused"));
    throw new Error(t("broken", { reason: message || name }));
  }
}
