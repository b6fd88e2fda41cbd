"""The comparison with other servers: the arithmetic, by figures that can be checked by head."""

import email

import pytest

from tools.rivals import results, servers
from tools.rivals.results import Comparison, Result, Round


def rounds(*rates: float, bare: float = 1_000, p99: float = 50) -> list[Round]:
    return [Round(rate, p50=20, p99=p99, memory=10**8, start=2, bare=bare) for rate in rates]


@pytest.fixture
def comparison() -> Comparison:
    found = [
        Result(servers.OUR_NAME, 1, rounds(400, 400, 400)),
        Result(servers.OUR_NAME, 2, rounds(800, 600, 700)),
        Result("LitServe", 2, rounds(400, 200, 350, p99=90)),
        Result("BentoML", 2, rounds(400, 310, 350, p99=49)),
    ]
    return Comparison("compact", 32, 6, "A machine.", found)


def test_servers_are_compared_round_by_round_with_as_many_processes(comparison):
    assert comparison.times("LitServe") == 2  # of 2, 3 and 2
    assert comparison.times("BentoML") == 2  # of 2, 1.94 and 2


def test_the_share_of_the_bare_loop_is_that_of_the_same_round():
    result = Result("a server", 1, [*rounds(100, bare=1_000), *rounds(450, bare=500), *rounds(400, bare=1_000)])
    assert result.share == 0.4


def test_each_target_is_judged(comparison):
    assert [is_met for _, is_met in results.targets(comparison)] == [True, True, False, True]
    slow = Comparison(
        "compact", 32, 6, "A machine.", [Result(each.name, each.processes, each.rounds) for each in comparison.results]
    )
    slow.results[1] = Result(servers.OUR_NAME, 2, rounds(690, 500, 600, p99=49))
    assert [is_met for _, is_met in results.targets(slow)] == [False, False, True, False]


def test_the_table_has_a_row_for_each_server(comparison):
    lines = results.table(comparison).splitlines()
    assert lines[3] == "| **this server** | 2 | 700 | 0.70 |  | 20.0 ms | 50.0 ms | 100 MB | 2.0 s |"
    assert lines[4] == "| LitServe | 2 | 350 | 0.35 | 2.0 times | 20.0 ms | 90.0 ms | 100 MB | 2.0 s |"
    assert "- a p99 no longer than any other's, 50.0 ms beside 49.0 ms of BentoML: **no**" in lines


def test_the_comparison_is_read_as_it_was_written(monkeypatch, tmp_path, comparison):
    monkeypatch.setattr(results, "PATH", tmp_path / "rivals.json")
    results.write(comparison)
    assert results.read() == comparison


def test_a_form_has_the_picture_and_nothing_else():
    server = servers.litserve(2)
    message = email.message_from_bytes(
        f"Content-Type: {server.content_type}\r\n\r\n".encode() + server.body(b"\x89PNG")
    )
    (part,) = message.get_payload()
    assert part.get_param("name", header="Content-Disposition") == "file"
    assert part.get_payload(decode=True) == b"\x89PNG"


def test_every_rival_has_as_many_processes_as_this_server():
    all_servers = servers.all_servers()
    assert [each.processes for each in all_servers if each.name == servers.OUR_NAME] == [1, 2]
    rivals = [each for each in all_servers if each.name != servers.OUR_NAME]
    assert len({each.name for each in rivals}) == 5 and {each.processes for each in rivals} == {2}
