"""Writes a page about the files of a model: size, accuracy, latency, and which one to ship."""

import io
import os
import re
from pathlib import Path
from typing import Any

import jinja2
import matplotlib
from matplotlib.figure import Figure

import catalog
from export import samples
from export.report import advice, latency
from export.report.advice import Choice, Row

REPORTS = Path(__file__).parent.parent.parent / "reports"
TEMPLATE = Path(__file__).with_name("report.html")
INK, MARK, PAPER = "#010203", "#010204", "#010205"
"""Placeholders in the plots: each is replaced by a colour of the page, which has a light and a dark variant."""
COLOURS = {INK: "var(--quiet)", MARK: "var(--accent)", PAPER: "var(--paper)"}
ABOVE = ((0, 9), "center", "bottom")
PLACES = (((0, -9), "center", "top"), ABOVE, ((9, 0), "left", "center"))
"""Positions of the text beside a point: offset in points, and alignment. They alternate from the smallest file on,
because the integer files have nearly the same size."""


def place_of(name: str) -> Path:
    """Where the page about a model is written."""
    return REPORTS / f"{name}.html"


def write(name: str | None, path: Path = catalog.PATH, rounds: int = latency.ROUNDS) -> Path:
    """Measures the files of a model and writes the page, whole or not at all.

    Args:
        name: a model in the catalog; default: the default model.
        path: of the catalog.
        rounds: number of rounds of ten answers.

    Raises:
        UnknownName: the catalog has no such model.
        NoChromium: there is no Chromium to measure TF.js files in.
    """
    model = catalog.load(path).model(name)
    pictures = samples.of_model(model)
    page = render(model, latency.measure(model, pictures, path.parent, rounds))
    place = place_of(model.name)
    place.parent.mkdir(parents=True, exist_ok=True)
    temporary = place.with_suffix(".html.tmp")
    temporary.write_text(page, encoding="utf-8")
    os.replace(temporary, place)
    return place


def render(model: catalog.Model, measured: latency.Latency) -> str:
    """The page, which needs no other files."""
    rows = advice.rows(model, measured.times)
    choices = advice.choices(rows)
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters["size"] = catalog.size
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8")).render(
        model=model,
        rows=rows,
        formats=catalog.FORMATS,
        choices=choices,
        cautions=advice.cautions(rows),
        plots=[
            (catalog.FORMATS[format].runtime, plot(rows, format, choices))
            for format in ("tflite", "tfjs")
            if any(row.file.format == format for row in rows)
        ],
        measured=measured,
    )


def plot(rows: list[Row], format: str, choices: list[Choice]) -> str:
    """A plot of time against size for the files of a format, as SVG, with the accuracy at each point."""
    points = [row for row in rows if row.file.format == format and row.milliseconds]
    points.sort(key=lambda row: row.file.bytes)
    largest = max((row.file.bytes for row in points), default=1)
    unit, per = ("MB", 1e6) if largest >= 1e6 else ("KB", 1e3)
    shipped = [choice.row for choice in choices]
    style: dict[Any, Any] = {
        "svg.fonttype": "none",  # text stays text
        "svg.hashsalt": format,  # both plots are on one page, so their marks need different ids
        "text.parse_math": False,
        "font.size": 11,
        **dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), INK),
    }
    with matplotlib.rc_context(style):
        # as wide as a small phone, so that text keeps its size there
        figure = Figure(figsize=(4.0, 3.1), layout="constrained")
        axis = figure.subplots()
        for number, row in enumerate(points):
            place = row.file.bytes / per
            fill = MARK if row in shipped else PAPER
            axis.plot(place, row.measured, "o", markersize=9, color=fill, markeredgecolor=MARK, mew=2)
            offset, across, along = ABOVE if row is points[-1] else PLACES[number % len(PLACES)]
            axis.annotate(
                f"{row.file.precision}\n{row.rightness:.2%}",
                (place, row.measured),
                offset,
                textcoords="offset points",
                ha=across,
                va=along,
                fontsize=10.5,
            )
        axis.set(
            xlim=(0, 1.18 * largest / per),
            ylim=(0, 1.35 * max((row.measured for row in points), default=1)),
            xlabel=unit,
            ylabel="ms an answer, p50",
        )
        axis.spines[["top", "right"]].set_visible(False)
        axis.patch.set_visible(False)
        figure.patch.set_visible(False)
        written = io.StringIO()
        figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    return _for_page(written.getvalue(), f"Time against size, {catalog.FORMATS[format].runtime}")


def _for_page(svg: str, title: str) -> str:
    """An SVG element in the colours of the page, as wide as its container."""
    svg = svg[svg.index("<svg") :]
    for colour, of_page in COLOURS.items():
        svg = svg.replace(colour, of_page)
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", svg, count=1)
    svg = re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", svg, count=1)
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    # ids that are not referenced would be the same in both plots
    svg = re.sub(r' id="([^"]+)"', lambda name: name[0] if f"#{name[1]}" in svg else "", svg)
    return svg.replace("<svg", f'<svg role="img" aria-label="{title}"', 1)
