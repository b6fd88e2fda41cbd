"""Every format of the catalog can be produced and run."""

from catalog import FORMATS
from export.formats.handlers import HANDLERS


def test_each_format_has_what_is_done_with_it():
    assert HANDLERS.keys() == FORMATS.keys()
