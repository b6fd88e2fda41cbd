"""Pictures that are given to the page: chosen, dropped or pasted."""

from PIL import Image
from playwright.sync_api import Page

from models.data import mnist


def give(page: Page, data: bytes, name: str = "picture.png", kind: str = "image/png") -> None:
    """Chooses a file as with the button."""
    page.get_by_test_id("upload").set_input_files({"name": name, "mimeType": kind, "buffer": data})


def drop(page: Page, data: bytes, target: str = "body") -> bool:
    """Drops a PNG, or words if there is no data. Whether the browser is left to do what it does."""
    options = "{ dataTransfer: data, bubbles: true, cancelable: true }"
    left = [_hand_over(page, data, target, f"new DragEvent('{kind}', {options})") for kind in ("dragover", "drop")]
    return all(left)


def paste(page: Page, data: bytes, target: str = "body") -> bool:
    """As `drop`, but pastes."""
    pasted = "new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })"
    return _hand_over(page, data, target, pasted)


def _hand_over(page: Page, data: bytes, target: str, event: str) -> bool:
    return page.locator(target).evaluate(
        f"""(element, bytes) => {{
          const data = new DataTransfer();
          if (bytes.length) data.items.add(new File([new Uint8Array(bytes)], "picture.png", {{ type: "image/png" }}));
          else data.setData("text/plain", "words");
          return element.dispatchEvent({event});
        }}""",
        list(data),
    )


def digit(number: int, digits: mnist.Digits) -> Image.Image:
    """The first test image of the digit, as a picture."""
    index = int((digits[1] == number).argmax())
    return Image.fromarray(mnist.on_canvas(digits[0][index : index + 1])[0])
