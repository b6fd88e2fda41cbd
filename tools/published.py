"""Writes the tables whose figures are in the catalog or in the evaluation of the trained models.

They are a function of committed files, so a test can tell whether the documentation is up to date.
"""

import json
from collections.abc import Callable
from functools import partial

import catalog
from catalog import File
from tools import hybrid, recorded, scale, targets
from tools.rivals import results
from tools.targets import TRAINED

ROBUSTNESS = ("compact", "cnn")
"""The models whose robustness is shown."""
CONDITIONS = ("compact", "cnn", "mlp")
"""The models for which each condition is shown."""


def highlights() -> str:
    """The figures of the default model, and how far the float32 files of all models are from the trained ones."""
    published = catalog.load()
    default = published.model(published.default)
    exact = [file for model in published.models for file in model.files if file.precision == "float32"]
    drawn = _evaluation(default.name)["robustness"]["accuracy"].values()
    smallest = {format: _smallest(default, format) for format in ("tflite", "tfjs")}
    figures = {
        f"accuracy of `{default.name}` on the 10,000 MNIST test images": f"{default.accuracy:.2%}",
        f"the same images in other sizes, places and strokes, rotated, photographed: mean of {len(drawn)} conditions": (
            f"{sum(drawn) / len(drawn):.2%}"
        ),
        "its smallest file for a phone, and for a web page": (
            f"{_size(smallest['tflite'])} ({smallest['tflite'].precision}), "
            f"{_size(smallest['tfjs'])} ({smallest['tfjs'].precision})"
        ),
        f"labels that differ from the trained Keras model, in {len(exact)} float32 files of {len(published.models)} "
        "models": f"{sum(file.labels_differ for file in exact)} of {sum(file.pictures for file in exact):,}",
        "largest difference of a probability in these files": f"{max(file.max_difference for file in exact):.1e}",
    }
    return "\n".join(
        ["| | measured |", "| --- | ---: |", *(f"| {what} | {value} |" for what, value in figures.items())]
    )


def models() -> str:
    """The accuracy of each model, and the sizes of its files."""
    published = catalog.load().models
    forms = list(dict.fromkeys((file.format, file.precision) for model in published for file in model.files))
    rows = [
        "| model | parameters | training | accuracy | " + " | ".join(" ".join(form) for form in forms) + " |",
        "| --- | ---: | ---: | ---: |" + " ---: |" * len(forms),
    ]
    for model in published:
        sizes = {(file.format, file.precision): _size(file) for file in model.files}
        cells = [
            f"`{model.name}`",
            f"{model.parameters:,}",
            "" if model.training_seconds is None else f"{model.training_seconds:,} s",
            "" if model.accuracy is None else f"{model.accuracy:.2%}",
            *(sizes.get(form, "") for form in forms),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    now = catalog.load().front_end
    for model in published:
        if now and model.front_end not in (None, now.version):
            here = any(not file.command and not file.withheld for file in model.files)
            files = "contain it" if here else "are not committed"
            rows += ["", f"`{model.name}` was measured with an earlier front end; its files {files}."]
    return "\n".join(rows)


def precisions() -> str:
    """Size, accuracy and latency of each file of the default model, as measured by the export."""
    published = catalog.load()
    model = published.model(published.default)
    rows = [
        f"| `{model.name}` | size | accuracy | largest difference | labels that differ | p50 | times float32 |",
        "| --- |" + " ---: |" * 6,
    ]
    for file in model.files:
        if file.withheld:
            rows.append(f"| {file.format} {file.precision} | withheld |" + " |" * 5)
            continue
        cells = [
            f"{file.format} {file.precision}",
            _size(file),
            "" if file.accuracy is None else f"{file.accuracy:.2%}",
            f"{file.max_difference:.1e}",
            f"{file.labels_differ} of {file.pictures:,}",
            f"{file.milliseconds:.3g} ms",
            f"{file.milliseconds / model.file(file.format).milliseconds:.2f}",
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def robustness() -> str:
    """The robustness of several models, as `python -m models evaluate NAME... --robustness` measured it."""
    results = [_evaluation(name) for name in ROBUSTNESS]
    rows = [
        "| the test digits | " + " | ".join(f"`{name}`" for name in ROBUSTNESS) + " |",
        "| --- |" + " ---: |" * len(ROBUSTNESS),
    ]

    def row(title: str, figures: list[float]) -> None:
        rows.append(f"| {title} | " + " | ".join(f"{figure:.2%}" for figure in figures) + " |")

    row("as MNIST has them", [result["accuracy"] for result in results])
    drawn = [result["robustness"]["accuracy"] for result in results]
    for condition in drawn[0]:
        row(condition, [figures[condition] for figures in drawn])
    row(f"**mean of the {len(drawn[0])}**", [sum(figures.values()) / len(figures) for figures in drawn])
    row("expected calibration error, on MNIST's own", [result["calibration_error"] for result in results])
    for kind in results[0]["robustness"]["confidence"]:
        row(f"mean top probability on {kind}", [result["robustness"]["confidence"][kind] for result in results])
    return "\n".join(rows)


def by_condition(kind: str) -> str:
    """One kind of robustness, condition by condition."""
    measured = [_evaluation(name)["robustness"] for name in CONDITIONS]
    rows = ["| condition | " + " | ".join(f"`{name}`" for name in CONDITIONS) + " |"]
    rows.append("| --- |" + " ---: |" * len(CONDITIONS))

    def row(title: str, cells: list[str]) -> None:
        rows.append(f"| {title} | {' | '.join(cells)} |")

    row("images", [f"{figures['images'][kind]:,}" for figures in measured])
    shares = [figures[kind] for figures in measured]
    for condition in shares[0]:
        row(condition, [f"{each[condition]:.2%}" for each in shares])
    if len(shares[0]) > 1:
        row("**mean**", [f"**{sum(each.values()) / len(each):.2%}**" for each in shares])
        row("worst", [f"{min(each.values()):.2%}" for each in shares])
    return "\n".join(rows)


TABLES: dict[str, Callable[[], str]] = {
    "highlights": highlights,
    "models": models,
    "precisions": precisions,
    "robustness": robustness,
    "as_drawn": partial(by_condition, "accuracy"),
    "stray_marks": partial(by_condition, "stray_marks"),
    "mnist_c": partial(by_condition, "mnist_c"),
    "other_writers": partial(by_condition, "other_writers"),
    "hybrid": hybrid.table,
    "targets": targets.table,
    "cost": lambda: recorded.table(recorded.read()),
    "scale": scale.table,
    "rivals": lambda: results.table(results.read()),
}
"""Name of the place in the documentation -> table."""


def _evaluation(name: str) -> dict:
    return json.loads((TRAINED / f"{name}.json").read_text(encoding="utf-8"))


def _smallest(model: catalog.Model, format: str) -> File:
    return min(
        (file for file in model.files if file.format == format and not file.withheld), key=lambda file: file.bytes
    )


def _size(file: File) -> str:
    if file.withheld:
        return "withheld"
    return f"({catalog.size(file.bytes)})" if file.command else catalog.size(file.bytes)
