"""The documentation, as tests read it."""

import re
from pathlib import Path

from harness.server import ROOT
from tools import documents

PAGES = [*documents.pages(), ROOT / "CONTRIBUTING.md"]


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def code_of(page: Path) -> str:
    """The code in a page: its code blocks and inline code."""
    text = text_of(page)
    blocks = re.findall(r"^```.*?^```|^ {4}[^\n]*$", text, re.DOTALL | re.MULTILINE)
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", text)])
