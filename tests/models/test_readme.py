"""The command that takes measurements and writes their tables."""

import pytest

from tools import published, readme


@pytest.fixture
def done(monkeypatch) -> list[str]:
    """What was measured and written, in order. Nothing is measured here."""
    done: list[str] = []
    for name in readme.FIRST:
        monkeypatch.setitem(readme.FIRST, name, lambda name=name: done.append(f"measured {name}"))
    for name in readme.TABLES:
        monkeypatch.setitem(readme.TABLES, name, lambda name=name: f"table {name}")
    monkeypatch.setattr(readme.documents, "write", lambda tables: done.extend(tables.values()))
    return done


def test_what_is_measured_first_is_written_before_the_next_one_is_measured(done):
    readme.main(["hybrid", "pictures", "latency"])
    assert done == ["measured hybrid", "table hybrid", "measured pictures", "table latency"]


def test_without_a_name_all_are_written_and_those_that_need_no_measurement_come_first(done):
    readme.main([])
    assert len(done) == len(readme.TABLES) + len(readme.FIRST) + len(readme.ALSO)
    unmeasured = published.TABLES.keys() - readme.FIRST.keys()
    assert set(done[: len(unmeasured)]) == {f"table {name}" for name in unmeasured}


def test_what_is_made_of_a_measurement_is_written_after_it(done):
    readme.main(["cost"])
    assert done == ["measured cost", "table cost", "table scale"]
    done.clear()
    readme.main([])
    assert done.index("measured cost") < len(done) - 1 - done[::-1].index("table scale")


def test_a_name_that_there_is_not_is_told_before_anything_is_measured(done):
    with pytest.raises(SystemExit, match="There is no measurement 'tabel'. There are: .*hybrid"):
        readme.main(["hybrid", "tabel"])
    assert done == []
