import { messageOf } from "../core/message.js";
import { Camera } from "./camera.js";
import { showNotice } from "../chrome/notice.js";
import { byId } from "../elements/find.js";
import { cropped, resized } from "./picture.js";

/**
 * The camera's buttons: on and off, front and back. The pad shows the live picture and keeps the last one.
 *
 * @param {import("./pad.js").Pad} pad
 * @param {() => readonly [1, number, number, 3]} input of the current model
 * @param {() => number} pause milliseconds for which each picture stays, so that it can be answered; 0: live
 * @returns {Camera}
 */
export function useCamera(pad, input, pause) {
  const moving = document.createElement("canvas");
  let seen = false;
  let shown = -Infinity;
  const camera = new Camera({
    onPicture(video) {
      if (performance.now() - shown < pause()) return;
      shown = performance.now();
      seen = true;
      pad.follow(cropped(video, input(), moving), pause() > 0);
    },
    onEnd() {
      show();
      if (seen) pad.show(resized(moving, input()), "camera");
      seen = false;
    },
  });

  function show() {
    byId("camera").setAttribute("aria-pressed", String(camera.isOn));
    byId("turn").hidden = !camera.isOn;
  }

  /** @param {() => Promise<void>} start */
  async function run(start) {
    showNotice();
    try {
      await start();
    } catch (error) {
      camera.stop();
      showNotice([messageOf(error)]);
    }
    show();
  }
  byId("camera").addEventListener("click", () => (camera.isOn ? camera.stop() : run(() => camera.start())));
  byId("turn").addEventListener("click", () => run(() => camera.turn()));
  // its last picture must be there before the pad begins a stroke, which replaces it
  const onPress = (/** @type {Event} */ { target }) => target === byId("pad") && camera.stop();
  addEventListener("pointerdown", onPress, { capture: true });
  byId("camera").removeAttribute("disabled"); // a click before now would be lost
  return camera;
}
