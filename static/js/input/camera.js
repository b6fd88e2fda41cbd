import { translator } from "../core/i18n.js";

const t = translator({
  en: {
    none: "There is no camera on this device.",
    refused: "Access to the camera was denied, here or in the settings of the browser.",
    absent: "The camera works only over HTTPS or on localhost.",
    broken: "The camera is not available now: {reason}.",
  },
  ko: {
    none: "이 기기에는 카메라가 없습니다.",
    refused: "카메라 사용이 거부되었습니다. 브라우저 설정에서 허용해 주세요.",
    absent: "카메라는 HTTPS나 localhost에서만 쓸 수 있습니다.",
    broken: "지금은 카메라를 쓸 수 없습니다: {reason}.",
  },
});

/**
 * A live camera. The camera at the back is preferred.
 *
 * @typedef {{onPicture(picture: HTMLVideoElement): void, onEnd(): void}} Watcher `onEnd` is called once when the camera
 *   stops, for any reason
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

  /** @throws {Error} the message is a sentence: there is no camera, or access was denied */
  async start() {
    this.#release();
    const mine = ++this.#asked;
    const stream = await open(this.#facing);
    if (mine !== this.#asked || document.hidden) {
      for (const track of stream.getTracks()) track.stop(); // stopped while it was starting
      return;
    }
    this.#stream = stream;
    stream.getVideoTracks()[0].addEventListener("ended", () => stream === this.#stream && this.stop());
    this.#video.srcObject = stream;
    await this.#video.play().catch(() => undefined); // stopped meanwhile
    this.#watch(stream);
  }

  /** Switches between the front and the back camera. */
  turn() {
    this.#facing = this.#facing === "user" ? "environment" : "user";
    return this.start();
  }

  /** Stops the camera, so that its light goes out. */
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

  /** @param {MediaStream} stream each of its frames is passed to the watcher until the stream is replaced or stopped */
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
