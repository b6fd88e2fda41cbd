"""Reads a text of labels as the page does (`static/js/own/labels.js`)."""

import codecs
import re
import unicodedata
from pathlib import Path

LONGEST = 200
"""The most characters of a label."""
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How a text begins that Windows calls Unicode."""
HIDDEN = ("Cc", "Cf")
"""Unicode's categories of characters that control others and are not seen, such as those that reverse a text."""
JOINERS = "\u200c\u200d"
"""Those that some scripts need inside a word."""
NUMBERED = re.compile(r"(\d+)[ ,:\t]+(.+)")


def read_labels(path: Path) -> tuple[str, ...]:
    """The labels in a file, one per line, or one per line after its number ("0 cat", "0,cat"), as tools write them.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: it is no text, or `checked_labels` refuses a label.
    """
    if not path.is_file():
        raise FileNotFoundError(f"There is no labels file '{path}'.")
    content = path.read_bytes()
    try:
        text = content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"The labels in '{path}' are not UTF-8 text.") from None
    return checked_labels(labels_in(text), path)


def labels_in(text: str) -> tuple[str, ...]:
    """The labels in a text, as they are."""
    lines = tuple(line.strip() for line in re.split(r"\r\n|\r|\n", text.rstrip()))
    numbered = [NUMBERED.fullmatch(line) for line in lines]
    labels = tuple(found[2] for number, found in enumerate(numbered) if found and found[1] == str(number))
    return labels if 1 < len(lines) == len(labels) else lines


def checked_labels(labels: tuple[str, ...], path: Path) -> tuple[str, ...]:
    """The labels of a file, if it has any and each is one to read.

    Raises:
        ValueError: one is empty, longer than `LONGEST`, has a control character or occurs twice; the message names its
            line.
    """
    if not any(labels):
        raise ValueError(f"'{path}' has no labels.")
    first: dict[str, int] = {}
    for number, label in enumerate(labels, 1):
        if not label.strip(JOINERS):
            raise ValueError(f"'{path}' has an empty label in line {number}.")
        if len(label) > LONGEST:
            raise ValueError(
                f"'{path}' has a label of {len(label):,} characters in line {number}; at most {LONGEST} are read."
            )
        if any(unicodedata.category(each) in HIDDEN and each not in JOINERS for each in label):
            raise ValueError(f"'{path}' has a control character in line {number}: is it a text, with one label a line?")
        if label in first:
            raise ValueError(f"'{path}' has the label '{label}' twice, in lines {first[label]} and {number}.")
        first[label] = number
    return labels
