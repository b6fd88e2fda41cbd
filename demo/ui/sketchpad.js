// Gradio's Sketchpad opens with no tool in the hand, puts the brush down again when the canvas is cleared, and
// moves the canvas where the page should scroll. Here the pointer brings the brush with it, and the page scrolls.
const canvasOf = (event) => event.target.closest?.("#sketchpad canvas");

const takeBrush = (event) => {
  if (canvasOf(event)) document.querySelector("#sketchpad .toolbar-wrap button")?.click();
};
addEventListener("pointerover", (event) => event.buttons || takeBrush(event), { capture: true });
addEventListener("pointerdown", takeBrush, { capture: true });
addEventListener("wheel", (event) => canvasOf(event) && event.stopPropagation(), { capture: true });
