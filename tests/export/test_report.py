"""The report: its advice follows from the measurements, and the page is self-contained."""

import dataclasses
import re

import pytest

import catalog
from catalog import File, Model
from export import chromium, publishing, samples
from export.report import advice, report
from export.report.latency import Latency
from export.sources import ours
from models.data import mnist


def file(format: str, precision: str, size: int, accuracy: float | None = 0.99, **more) -> File:
    return File(format, precision, f"m/{format}-{precision}", size, "0" * 64, accuracy, 1e-3, 10, 10_000, 1.0, **more)


def model(*files: File) -> Model:
    return Model(
        name="m",
        title="A model",
        task="digit",
        version="0" * 12,
        labels=tuple("0123456789"),
        input=(1, 224, 224, 3),
        parameters=1000,
        accuracy=0.99,
        training_seconds=60,
        files=files,
    )


FULL = file("tflite", "float32", 400_000)
HALF = file("tflite", "float16", 200_000)
INT8 = file("tflite", "int8", 100_000)
WEB_FULL = file("tfjs", "float32", 500_000)
WEB_HALF = file("tfjs", "float16", 250_000)


def rows(*timed: tuple[File, float | None]) -> list[advice.Row]:
    """Files and their latencies in milliseconds; None for a file that is not on this machine."""
    times = {each.path: [took - 0.1, took, took + 9] for each, took in timed if took}
    return advice.rows(model(*(each for each, _ in timed)), times)


def chosen(*timed: tuple[File, float | None]) -> dict[str, str | None]:
    return {choice.place: choice.row and choice.row.file.path for choice in advice.choices(rows(*timed))}


def test_p50_and_its_ratio_to_float32_are_of_each_format():
    measured = rows((FULL, 2.0), (INT8, 3.0), (WEB_FULL, 10.0), (WEB_HALF, None))
    assert [row.milliseconds for row in measured] == [2.0, 3.0, 10.0, None]
    assert [row.ratio for row in measured] == [1.0, 1.5, 1.0, None]


def test_a_server_gets_the_fastest():
    assert chosen((FULL, 2.0), (HALF, 1.8), (INT8, 1.0))["server"] == INT8.path
    assert chosen((FULL, 1.0), (HALF, 1.2), (INT8, 1.8))["server"] == FULL.path


def test_of_those_as_fast_a_server_gets_the_most_accurate_then_the_smallest():
    better = dataclasses.replace(FULL, accuracy=0.995)
    assert chosen((better, 1.04), (HALF, 1.0), (INT8, 1.0))["server"] == FULL.path
    assert chosen((FULL, 1.04), (HALF, 1.0), (INT8, 1.2))["server"] == HALF.path
    assert chosen((better, 1.06), (HALF, 1.0), (INT8, 1.2))["server"] == HALF.path, "noise ends at 5 %"


def test_a_phone_and_a_page_get_the_smallest_that_is_fast_enough():
    timed = ((FULL, 1.0), (HALF, 1.0), (INT8, 1.2), (WEB_FULL, 8.0), (WEB_HALF, 9.0))
    assert chosen(*timed) == {"server": HALF.path, "phone": INT8.path, "page": WEB_HALF.path}
    timed = ((FULL, 1.0), (HALF, 1.1), (INT8, 1.8), (WEB_FULL, 8.0), (WEB_HALF, 11.0))
    assert chosen(*timed) == {"server": FULL.path, "phone": HALF.path, "page": WEB_FULL.path}


def test_what_is_smaller_but_too_slow_for_a_phone_is_named():
    _, phone, page = advice.choices(rows((FULL, 1.0), (INT8, 1.8), (WEB_FULL, None)))
    assert "int8 is smaller, 100 KB, but takes 1.80 times as long as the fastest." in phone.why
    assert page.row is None and page.why == "None of its files is on this machine."


def test_in_a_page_litert_js_runs_a_model_without_tfjs_files():
    *_, page = advice.choices(rows((FULL, 1.0)))
    assert (
        page.row.file == FULL and page.why == "It has no TF.js files. LiteRT.js runs its .tflite in the page, 400 KB."
    )
    written = page_of({FULL: 1.0})
    assert written.count("<svg") == 1, "and there is no empty plot"
    assert written.count("It is the only one: ") == 2 and "Smaller is not always faster" not in written
    assert "TF.js model that" not in written and "in one Chromium" not in written


def test_a_smaller_precision_that_is_slower_is_named_with_its_ratio():
    assert advice.cautions(rows((FULL, 1.0), (HALF, 1.04), (INT8, 1.8))) == [
        "int8 in LiteRT is 75% smaller than float32, and slower here: it takes 1.80 times as long."
    ]


def test_where_none_is_slower_the_report_says_so():
    assert advice.cautions(rows((FULL, 1.0), (INT8, 0.9))) == [
        "No smaller precision is slower here than float32 by more than 5%."
    ]


def test_what_is_withheld_or_not_here_is_named_and_never_advised():
    withheld = dataclasses.replace(INT8, withheld="Answers 50.00% right.")
    large = dataclasses.replace(FULL, command="python -m export m")
    measured = rows((large, None), (HALF, 1.0), (withheld, None))
    assert advice.cautions(measured) == [
        "m/tflite-float32 is not on this machine, so it was not measured. python -m export m builds it.",
        "int8 in LiteRT is withheld: it answers 50.00% right.",
    ]
    assert advice.choices(measured)[1].row.file == HALF


def test_what_is_too_large_to_be_committed_comes_with_its_command():
    large = dataclasses.replace(FULL, command="python -m export m")
    server, _, page = advice.choices(rows((large, 1.0), (WEB_FULL, 1.0)))
    assert server.why.endswith(" It is too large to be committed; python -m export m builds it.")
    assert "committed" not in page.why


def test_where_the_right_answers_are_not_known_those_of_the_trained_model_count():
    photo = dataclasses.replace(HALF, accuracy=None, labels_differ=50, pictures=1000)
    server = advice.choices(rows((photo, 1.0)))[0]
    assert server.row.rightness == 0.95 and "95.00% of the pictures as the trained model does" in server.why


def page_of(timed: dict[File, float], title: str = "A model") -> str:
    latency = Latency({each.path: [took] for each, took in timed.items()}, 200, "a machine")
    return report.render(dataclasses.replace(model(*timed), title=title), latency)


def test_the_page_shows_what_was_measured():
    page = page_of({FULL: 1.0, HALF: 1.1, INT8: 1.8, WEB_FULL: 8.0, WEB_HALF: 8.5})
    assert "slower here: it takes 1.80 times as long" in page and "200 answers of each file" in page
    for expected in ("400 KB", "99.00%", "10 of 10,000", "1.8 ms", "1.80", "a machine"):
        assert expected in page
    assert all(rule in page for rule in advice.RULES.values())
    assert page.count("data-chosen") - page.count("[data-chosen]") == 3


def test_what_comes_from_the_catalog_is_escaped():
    hostile = dataclasses.replace(FULL, path="<script>1</script>", withheld="<img src=x>", precision="<b>$x$")
    page = page_of({FULL: 1.0, hostile: 1.0, dataclasses.replace(INT8, precision="<i>$y$"): 1.0}, "<script>2</script>")
    assert not re.search("<script|<img|<b>\\$|<i>\\$", page) and "&lt;script&gt;2&lt;/script&gt;" in page


def test_the_plots_have_colours_of_the_page_alone_and_names_of_their_own():
    page = page_of({FULL: 1.0, HALF: 1.1, WEB_FULL: 8.0, WEB_HALF: 8.5})
    plots = re.findall("<svg.*?</svg>", page, re.DOTALL)
    assert len(plots) == 2 and all(plot.count("99.00%") == 2 for plot in plots)
    assert not any(re.search("#[0-9a-f]{6}", plot) for plot in plots)
    names = [name for plot in plots for name in re.findall(' id="([^"]+)"', plot)]
    assert names and len(names) == len(set(names))


@pytest.fixture
def two_files(tmp_path, monkeypatch):
    """The path of a catalog whose model has one file for each side, both published on 20 digits."""
    images, labels = mnist.test()
    monkeypatch.setattr(mnist, "test", lambda: (images[:20], labels[:20]))
    path = tmp_path / "models" / "catalog.json"
    forms = (("tflite", "float32"), ("tfjs", "float32"))
    publishing.publish(ours.of_registry("cnn"), samples.digits(), path, forms)
    return path


def test_a_real_report_is_one_file_that_fits_every_screen(two_files, tmp_path, monkeypatch):
    monkeypatch.setattr(report, "REPORTS", tmp_path / "reports")
    before = {path: path.read_bytes() for path in two_files.parent.rglob("*") if path.is_file()}
    written = report.write("cnn", two_files, rounds=1)
    assert written == tmp_path / "reports" / "cnn.html" and [*written.parent.iterdir()] == [written]
    assert {path: path.read_bytes() for path in two_files.parent.rglob("*") if path.is_file()} == before
    asked, backgrounds = [], set()
    with chromium.browser() as browser:
        for scheme in ("light", "dark"):
            for width in (360, 1280):
                page = browser.new_page(viewport={"width": width, "height": 640}, color_scheme=scheme)
                page.on("request", lambda request: asked.append(request.url))
                page.goto(written.as_uri())
                assert page.evaluate("document.documentElement.scrollWidth") == width
                backgrounds.add(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                assert "cnn/cnn-float32.tflite" in page.locator("[data-place=phone]").inner_text()
                assert re.search(r"\d ms an answer", page.locator("[data-place=page]").inner_text())
    assert set(asked) == {written.as_uri()} and len(backgrounds) == 2


def test_an_unknown_model_has_no_report(tmp_path, monkeypatch):
    monkeypatch.setattr(report, "REPORTS", tmp_path)
    with pytest.raises(catalog.UnknownName, match="There is no model 'nothing'. There are: .*cnn"):
        report.write("nothing")
    assert not [*tmp_path.iterdir()]
