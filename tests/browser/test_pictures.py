"""Pictures that are chosen, dropped or pasted, and examples: the model gets the same input as on the server."""

import base64
import json
from dataclasses import asdict

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps
from playwright.sync_api import BrowserContext, Page, expect

import catalog
from demo.inference import images
from harness import drawing
from harness.server import ROOT
from models.data import mnist
from tests.browser.giving import digit, drop, give, paste
from tests.browser.litert import run_litert
from tests.server.image_files import encoded

CATALOG = catalog.load()
DEFAULT = CATALOG.model()
SIZE = (DEFAULT.input[2], DEFAULT.input[1])
EXAMPLES = ROOT / "static" / "data" / "examples"
TOLERANCE = 1e-5

READ = """async ({ module, input, limits }) => {
  const { readPicture } = await import(module);
  const canvas = await readPicture(new File([await (await fetch("/given")).blob()], "picture"), input, limits);
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return btoa(Array.from(data, (value) => String.fromCharCode(value)).join(""));
}"""


@pytest.fixture
def ready(page: Page, static_server: str) -> Page:
    """The page, once its model answers."""
    page.goto(f"{static_server}/")
    page.wait_for_selector("html[data-ready=true]")
    return page


def probabilities(page: Page) -> np.ndarray:
    return np.array(list(json.loads(page.get_by_test_id("browser-label").get_attribute("data-probabilities")).values()))


def test_the_button_opens_the_choice_of_a_file(ready: Page, digits: mnist.Digits, tmp_path):
    path = tmp_path / "seven.png"
    digit(7, digits).save(path)
    with ready.expect_file_chooser() as chooser:
        ready.get_by_role("button", name="Picture").click()
    chooser.value.set_files(path)
    expect(ready.get_by_test_id("browser-label")).to_have_text("7")


@pytest.mark.parametrize("way", [give, drop, paste])
def test_a_picture_gets_the_answer_that_the_server_gives(ready: Page, digits: mnist.Digits, way):
    picture = digit(4, digits)
    way(ready, encoded(picture))
    expect(ready.get_by_test_id("browser-label")).to_have_text("4")
    path = catalog.PATH.parent / DEFAULT.file("tflite").path
    assert np.abs(probabilities(ready) - run_litert(path, np.asarray(picture)[np.newaxis])[0]).max() <= TOLERANCE


def photograph() -> Image.Image:
    return Image.open(EXAMPLES / "cat.jpg").resize((900, 500), Image.Resampling.BICUBIC)


def with_orientation(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(photograph(), "JPEG", exif=exif)


def transparent() -> Image.Image:
    picture = Image.new("RGBA", (640, 480), (200, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((100, 100, 500, 400), fill=(0, 80, 160, 128))
    return picture


@pytest.mark.parametrize(
    ("data", "most"),
    [
        (encoded(photograph().resize(SIZE)), 0),
        (encoded(ImageOps.grayscale(photograph().resize(SIZE))), 0),
        (encoded(photograph()), 2),
        (encoded(photograph(), "JPEG"), 2),
        (encoded(photograph(), "WEBP"), 2),
        (encoded(photograph().resize((90, 50))), 2),
        (encoded(transparent()), 2),
        (with_orientation(6), 2),
        (with_orientation(3), 2),
    ],
    ids=["as it is", "grey", "png", "jpeg", "webp", "small", "transparent", "on its side", "upside down"],
)
def test_a_file_becomes_the_picture_that_the_server_makes_of_it(
    page: Page, static_server: str, data: bytes, most: float
):
    page.route("**/given", lambda route: route.fulfill(body=data))
    page.route("**/empty.html", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto(f"{static_server}/empty.html")
    given = {"input": list(DEFAULT.input), "limits": asdict(catalog.LIMITS)}
    module = {"module": f"{static_server}/js/input/upload.js", **given}
    rgba = np.frombuffer(base64.b64decode(page.evaluate(READ, module)), np.uint8).reshape(SIZE[1], SIZE[0], 4)

    server_side = images.decode(data, SIZE, max_pixels=50_000_000)[0].astype(np.float32)
    assert (rgba[..., 3] == 255).all()
    assert np.abs(rgba[..., :3] - server_side).mean() <= most


def large_header(width: int = 8000, height: int = 6300) -> bytes:
    """50.4 million pixels of one colour in a small file."""
    return encoded(Image.new("1", (width, height)))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file 'picture.png' is empty."),
        (b"These are words.", "The file 'picture.png' is damaged, or its format is not supported"),
        (encoded(photograph())[:2000], "The file 'picture.png' is damaged, or its format is not supported"),
        (bytes(10_000_001), "The file 'picture.png' has 10,000,001 bytes. At most 10,000,000 are allowed."),
        (large_header(), "The file 'picture.png' has 8000 x 6300 pixels. At most 50,000,000 are allowed."),
    ],
    ids=["empty", "words", "half", "bytes", "pixels"],
)
def test_a_bad_file_gets_a_sentence_and_what_was_there_stays(
    ready: Page, digits: mnist.Digits, data: bytes, sentence: str
):
    label, notice = ready.get_by_test_id("browser-label"), ready.get_by_test_id("notice")
    give(ready, encoded(digit(4, digits)))
    expect(label).to_have_text("4")
    place = ready.get_by_test_id("pad").bounding_box()

    give(ready, data)

    expect(notice).to_contain_text(sentence)
    expect(label).to_have_text("4")
    assert ready.get_by_test_id("pad").bounding_box() == place
    give(ready, encoded(digit(1, digits)))
    expect(label).to_have_text("1")
    expect(notice).to_be_hidden()


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(ready: Page):
    """Decoded, it would take 1.6 GB."""
    ready.evaluate("() => { globalThis.createImageBitmap = () => { throw new Error('It was decoded.'); }; }")
    data = large_header(20_000, 20_000)
    assert len(data) < 100_000
    give(ready, data)
    expect(ready.get_by_test_id("notice")).to_contain_text("has 20000 x 20000 pixels. At most 50,000,000 are allowed.")


def test_a_drawing_in_svg_is_no_picture(ready: Page):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"><rect width="9" height="9"/></svg>'
    give(ready, svg, "drawing.svg", "image/svg+xml")
    expect(ready.get_by_test_id("notice")).to_contain_text("The file 'drawing.svg' is damaged, or its format is not")


@pytest.mark.parametrize("way", [drop, paste])
def test_what_is_no_file_gets_a_sentence(ready: Page, way):
    way(ready, b"")
    expect(ready.get_by_test_id("notice")).to_contain_text("What was dropped or pasted contains no picture.")


NAME = "[data-testid=class-name] >> nth=0"


@pytest.mark.parametrize("way", [drop, paste])
def test_words_for_a_field_are_left_to_it(lesson: Page, way):
    assert way(lesson, b"", NAME)
    assert not lesson.locator("#pad[data-dragging]").count()
    expect(lesson.get_by_test_id("notice")).to_be_hidden()


def test_a_clipboard_with_words_and_a_picture_is_left_to_a_field(lesson: Page, digits: mnist.Digits):
    assert paste(lesson, encoded(digit(4, digits)), NAME)
    expect(lesson.locator("html")).to_have_attribute("data-pad", "empty")


def test_a_file_that_is_dropped_on_a_field_is_a_picture(lesson: Page, digits: mnist.Digits):
    assert not drop(lesson, encoded(digit(4, digits)), NAME)
    expect(lesson.locator("html")).to_have_attribute("data-pad", "used")


def test_clear_takes_a_picture_away_and_a_stroke_starts_anew(ready: Page, digits: mnist.Digits):
    label, pad = ready.get_by_test_id("browser-label"), ready.get_by_test_id("pad")
    drawing.draw(ready, pad, "7")
    drawn = pad.evaluate("(pad) => pad.toDataURL()")
    expect(label).to_have_text("7")

    give(ready, encoded(digit(4, digits)))
    expect(label).to_have_text("4")
    ready.get_by_test_id("clear").click()
    expect(label).to_have_text("")
    expect(ready.locator("#hint")).to_have_text("Draw a digit")

    give(ready, encoded(digit(4, digits)))
    expect(label).to_have_text("4")
    drawing.draw(ready, pad, "7")
    assert pad.evaluate("(pad) => pad.toDataURL()") == drawn  # nothing is left of the picture
    expect(label).to_have_text("7")

    give(ready, encoded(digit(0, digits)))
    expect(label).to_have_text("0")


def test_a_picture_in_which_the_model_finds_nothing_is_no_guess(ready: Page):
    give(ready, encoded(Image.new("RGB", (300, 200), "white")))
    expect(ready.get_by_text("The model finds nothing here")).to_be_visible()
    expect(ready.get_by_test_id("browser-label")).to_have_text("")


def test_a_picture_stays_when_size_and_theme_change(ready: Page, digits: mnist.Digits):
    give(ready, encoded(digit(4, digits)))
    expect(ready.get_by_test_id("browser-label")).to_have_text("4")
    width, before = ready.evaluate("pad.width"), probabilities(ready)
    ready.emulate_media(color_scheme="dark")
    ready.set_viewport_size({"width": 400, "height": 700})
    ready.wait_for_function("(width) => pad.width !== width", arg=width)
    assert (probabilities(ready) == before).all()
    centre = ready.evaluate(
        "() => [...pad.getContext('2d').getImageData(pad.width / 8, pad.height / 8, 1, 1).data]"
    )  # the picture's black background, not the pad's paper
    assert centre == [0, 0, 0, 255]


@pytest.mark.stored
def test_the_examples_are_test_images_and_a_click_sends_no_request(
    context: BrowserContext, page: Page, static_server: str, digits: mnist.Digits
):
    page.goto(f"{static_server}/")
    page.wait_for_selector("html[data-offline=ready]")
    requests = []
    context.on("request", lambda request: requests.append(request.url))
    buttons = page.get_by_test_id("example").all()
    assert buttons
    for button in buttons:
        name = button.locator("img").get_attribute("alt").removeprefix("Example: ")
        shown = np.asarray(Image.open(EXAMPLES / f"digit-{name}.png").convert("RGB"))
        candidates = mnist.on_canvas(digits[0][digits[1] == int(name)][:2])
        assert any(np.array_equal(shown, candidate) for candidate in candidates)
        button.click()
        expect(page.get_by_test_id("browser-label")).to_have_text(name)
    assert requests == []


def test_every_example_is_small_has_the_models_size_and_a_licence():
    licences = (EXAMPLES / "LICENCES.txt").read_text()
    pictures = [path for path in EXAMPLES.iterdir() if path.suffix != ".txt"]
    assert pictures
    for path in pictures:
        assert path.name in licences
        assert path.stat().st_size <= 20_000
        assert Image.open(path).size == SIZE
