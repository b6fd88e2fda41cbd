"""The documentation: every page can be reached, every link and target exists, every table is up to date."""

import re
from pathlib import Path

import pytest
from PIL import Image

from harness.server import ROOT
from tests.documents import PAGES, code_of, text_of
from tools import documents, published

LINK = re.compile(r"]\((?!https?:|#)([^)#]+)")
README_LINES = 150
MOVING_PICTURE = ROOT / "docs" / "compare.webp"


def links(page: Path) -> list[Path]:
    return [(page.parent / link).resolve() for link in LINK.findall(text_of(page))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page):
    assert [link for link in links(page) if not link.exists()] == []


def test_every_file_that_a_contributor_is_sent_to_exists():
    named = re.findall(r"`((?:[\w.]+/)+[\w.]+)`", text_of(ROOT / "CONTRIBUTING.md"))
    assert len(named) > 15
    assert [path for path in named if "NAME" not in path and not (ROOT / path).exists()] == []


def test_every_page_can_be_reached_from_the_readme():
    reached, waiting = set(), [documents.README]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        waiting += [link for link in links(page) if link.suffix == ".md" and link not in reached]
    assert set(PAGES) <= reached


def test_the_readme_is_short_and_moves():
    assert len(text_of(documents.README).splitlines()) <= README_LINES
    assert MOVING_PICTURE in links(documents.README)
    assert MOVING_PICTURE.stat().st_size < 2_000_000
    with Image.open(MOVING_PICTURE) as picture:
        assert picture.n_frames > 20


def test_every_make_target_exists():
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = {
        word for page in PAGES for words in re.findall(r"\bmake ([a-z -]+)", code_of(page)) for word in words.split()
    }
    assert named
    assert named <= targets, named - targets


def test_every_table_has_a_place_and_every_place_a_table():
    places = {name: table for page in documents.pages() for name, table in documents.PLACE.findall(text_of(page))}
    assert places.keys() >= published.TABLES.keys()
    assert [name for name, table in places.items() if table.count("|") <= 10] == []


@pytest.mark.parametrize("name", published.TABLES)
def test_a_table_of_what_is_published_is_up_to_date(name):
    tables = [
        table for page in documents.pages() for place, table in documents.PLACE.findall(text_of(page)) if place == name
    ]
    assert set(tables) == {published.TABLES[name]() + "\n"}, f"`python -m tools.readme {name}` writes it again."


def test_a_table_goes_into_every_place_of_its_name_and_nowhere_else(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "a\n<!-- one -->\nold\n<!-- /one -->\nb\n<!-- two -->\nkept\n<!-- /two -->\n<!-- one -->\n<!-- /one -->\n"
    )
    documents.write({"one": "new"}, [page])
    assert page.read_text() == (
        "a\n<!-- one -->\nnew\n<!-- /one -->\nb\n<!-- two -->\nkept\n<!-- /two -->\n<!-- one -->\nnew\n<!-- /one -->\n"
    )


def test_a_table_without_a_place_is_refused(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("<!-- one -->\nold\n<!-- /one -->\n")
    with pytest.raises(ValueError, match="No page has a place for the table 'two'"):
        documents.write({"one": "new", "two": "new"}, [page])
    assert "old" in page.read_text()
