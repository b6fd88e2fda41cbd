"""Pictures that are given to the page: chosen, dropped or pasted."""

from PIL import Image
from playwright.sync_api import Page

from models.data import mnist


def give(page: Page, data: bytes, name: str = "picture.png") -> None:
    """Chooses a file as with the button."""
    page.get_by_test_id("upload").set_input_files({"name": name, "mimeType": "image/png", "buffer": data})


def drop(page: Page, data: bytes) -> None:
    _hand_over(page, data, "new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })")


def paste(page: Page, data: bytes) -> None:
    _hand_over(page, data, "new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })")


def _hand_over(page: Page, data: bytes, event: str) -> None:
    page.evaluate(
        f"""(bytes) => {{
          const data = new DataTransfer();
          if (bytes.length) data.items.add(new File([new Uint8Array(bytes)], "picture.png", {{ type: "image/png" }}));
          else data.setData("text/plain", "words");
          document.body.dispatchEvent({event});
        }}""",
        list(data),
    )


def digit(number: int, digits: mnist.Digits) -> Image.Image:
    """The first test image of the digit, as a picture."""
    index = int((digits[1] == number).argmax())
    return Image.fromarray(mnist.on_canvas(digits[0][index : index + 1])[0])
