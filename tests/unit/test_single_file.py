"""The page in one file: its contents, and that `index.html` contains everything that is replaced."""

import json
import re

import pytest

import catalog
from bundle import single_file


@pytest.fixture
def page(tmp_path, monkeypatch):
    """A function: a change of `index.html` -> the single file that is built from it."""

    def made(change) -> str:
        for path in single_file.STATIC.iterdir():
            if path.name != "index.html":
                (tmp_path / path.name).symlink_to(path)
        text = (single_file.STATIC / "index.html").read_text(encoding="utf-8")
        (tmp_path / "index.html").write_text(change(text), encoding="utf-8")
        monkeypatch.setattr(single_file, "STATIC", tmp_path)
        return single_file.single_file()

    return made


PARTS = ('http-equiv="Content-Security-Policy"', 'href="favicon.svg"', '<script type="module"', "</body>")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("count", [0, 2])
def test_what_is_to_be_replaced_and_is_not_there_once_is_named(page, part, count):
    with pytest.raises(ValueError, match=rf"index.html must contain '.*' once, but contains it {count} times"):
        page(lambda text: re.sub(rf".*{re.escape(part)}.*\n", lambda line: line[0] * count, text))


def test_it_holds_the_file_that_the_page_takes_by_itself(page):
    held = re.search(r'<script type="application/json" id="files">(.*?)</script>', page(lambda text: text))
    names = json.loads(held[1]).keys()
    model = catalog.load().model()
    assert f"models/{model.defaults['tfjs']}" in names
    assert len([name for name in names if name.startswith(f"models/{model.name}/")]) == 2, "the graph and its weights"
