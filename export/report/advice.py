"""Recommends which file of a model to ship where, by rules, from measurements."""

from dataclasses import dataclass

import numpy as np

import catalog
from catalog import FORMATS, size
from export.report.latency import Times

NOISE = 0.05
"""Two median times that differ by at most this share count as equal: a busy machine changes them that much."""
SLOWER = 1.25
"""A file may take this many times as long as the fastest one if its download is smaller."""
RULES = {
    "server": (
        f"The fastest .tflite; where others come within {NOISE:.0%} of it, the most accurate of them, then the "
        "smallest. A server loads the file once, so its size hardly counts."
    ),
    "phone": (
        f"The smallest .tflite that takes at most {SLOWER:g} times as long as the fastest. "
        "Every user downloads and keeps it."
    ),
    "page": (
        f"The smallest TF.js model that takes at most {SLOWER:g} times as long as the fastest. "
        "Every visitor waits for it to arrive."
    ),
}
"""Accuracy rarely decides, because files that lose too much of it are not published."""
WITHOUT_TFJS = "The smallest .tflite, because there is nothing else that the page can run."
"""The rule for a page if there are no TF.js files."""


@dataclass(frozen=True)
class Row:
    """A file in the catalog, and its time on this machine.

    Attributes:
        file: the file.
        milliseconds: median time; None if the file is not on this machine.
        ratio: its time divided by that of the float32 file of the same format; None if one of the two is missing.
    """

    file: catalog.File
    milliseconds: float | None
    ratio: float | None

    @property
    def measured(self) -> float:
        """`milliseconds`; raises `ValueError` if the file was not measured."""
        if self.milliseconds is None:
            raise ValueError(f"'{self.file.path}' was not measured: it is not on this machine.")
        return self.milliseconds

    @property
    def rightness(self) -> float:
        """The accuracy or, if the true labels are not known, the share of labels that equal the trained model's."""
        same = 1 - self.file.labels_differ / self.file.pictures
        return same if self.file.accuracy is None else self.file.accuracy


@dataclass(frozen=True)
class Choice:
    """A recommendation.

    Attributes:
        place: `server`, `phone` or `page`.
        row: the file; None if no file of the format is here.
        why: sentences.
        rule: by which it was chosen.
    """

    place: str
    row: Row | None
    why: str
    rule: str


def rows(model: catalog.Model, times: Times) -> list[Row]:
    """Every file of a model, in the order of the catalog, with its measurements."""
    p50 = {path: float(np.median(took)) for path, took in times.items()}
    full = {file.format: p50.get(file.path) for file in model.files if file.precision == "float32"}

    def row(file: catalog.File) -> Row:
        own, other = p50.get(file.path), full.get(file.format)
        return Row(file, own, own / other if own and other else None)

    return [row(file) for file in model.files]


def choices(measured: list[Row]) -> list[Choice]:
    """The recommendations for a server, a phone and a page."""
    tflite, tfjs = ([row for row in measured if row.milliseconds and row.file.format == f] for f in ("tflite", "tfjs"))
    has_tfjs = any(row.file.format == "tfjs" for row in measured)
    in_page = _smallest(tfjs) if has_tfjs else _in_litert_js(tflite)
    found = {"server": _fastest(tflite), "phone": _smallest(tflite), "page": in_page}
    rules = RULES if has_tfjs else {**RULES, "page": WITHOUT_TFJS}
    return [Choice(place, row, why + _how_to_get(row), rules[place]) for place, (row, why) in found.items()]


def _how_to_get(row: Row | None) -> str:
    return f" It is too large to be committed; {row.file.command} builds it." if row and row.file.command else ""


NOTHING: tuple[Row | None, str] = (None, "None of its files is on this machine.")


def _fastest(candidates: list[Row]) -> tuple[Row | None, str]:
    if not candidates:
        return NOTHING
    least = min(row.measured for row in candidates)
    equal = [row for row in candidates if row.measured <= least * (1 + NOISE)]
    best = min(equal, key=lambda row: (-row.rightness, row.file.bytes))
    others = _list([row.file.precision for row in equal if row is not best])
    if not others:
        first = "the only one" if len(candidates) == 1 else f"the fastest of {len(candidates)}"
        return best, f"It is {first}: {_time(best)} an answer. {_rightness(best).capitalize()}."
    as_right = [row for row in equal if row.rightness == best.rightness]
    merit = "the most accurate" if len(as_right) == 1 else "the smallest of the most accurate"
    why = f"{_time(best)} an answer; {others} {'is' if len(equal) == 2 else 'are'} as fast, and of these it is {merit}"
    return best, f"{why}, with {size(best.file.bytes)}. {_rightness(best).capitalize()}."


def _smallest(candidates: list[Row]) -> tuple[Row | None, str]:
    if not candidates:
        return NOTHING
    least = min(row.measured for row in candidates)
    quick = [row for row in candidates if row.measured <= least * SLOWER]
    best = min(quick, key=lambda row: (row.file.bytes, row.measured))
    if len(candidates) == 1:
        why = f"It is the only one: {size(best.file.bytes)}, {_time(best)} an answer. "
    else:
        beside = f"{best.measured / least:.2f} times the fastest" if best.measured > least else "as fast as any"
        why = (
            f"With {size(best.file.bytes)} it is the smallest that is fast enough: {_time(best)} an answer, {beside}. "
        )
    why += f"{_rightness(best).capitalize()}."
    for row in candidates:
        if row.file.bytes < best.file.bytes:
            why += f" {row.file.precision} is smaller, {size(row.file.bytes)}, but takes "
            why += f"{row.measured / least:.2f} times as long as the fastest."
    return best, why


def _in_litert_js(candidates: list[Row]) -> tuple[Row | None, str]:
    if not candidates:
        return NOTHING
    best = min(candidates, key=lambda row: row.file.bytes)
    return best, f"It has no TF.js files. LiteRT.js runs its .tflite in the page, {size(best.file.bytes)}."


def cautions(measured: list[Row]) -> list[str]:
    """Warnings, as sentences, for readers who look only at the sizes."""
    said = []
    full = {row.file.format: row.file.bytes for row in measured if row.file.precision == "float32"}
    lower = [row for row in measured if row.file.precision != "float32"]
    slow = [row for row in lower if row.ratio and row.ratio > 1 + NOISE and row.file.bytes < full[row.file.format]]
    for row in slow:
        saved = 1 - row.file.bytes / full[row.file.format]
        said.append(
            f"{row.file.precision} in {_runtime(row)} is {saved:.0%} smaller than float32, and slower "
            f"here: it takes {row.ratio:.2f} times as long."
        )
    if not slow and any(row.ratio for row in lower):
        said.append(f"No smaller precision is slower here than float32 by more than {NOISE:.0%}.")
    for row in measured:
        if row.file.withheld:
            said.append(f"{row.file.precision} in {_runtime(row)} is withheld: it {_lower(row.file.withheld)}")
        elif row.milliseconds is None:
            command = f" {row.file.command} builds it." if row.file.command else ""
            said.append(f"{row.file.path} is not on this machine, so it was not measured.{command}")
    return said


def _runtime(row: Row) -> str:
    return FORMATS[row.file.format].runtime


def _time(row: Row) -> str:
    return f"{row.measured:.3g} ms"


def _rightness(row: Row) -> str:
    if row.file.accuracy is None:
        return f"it answers {row.rightness:.2%} of the pictures as the trained model does"
    return f"it answers {row.rightness:.2%} of {row.file.pictures:,} pictures right"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _list(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
