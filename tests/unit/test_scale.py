"""What an amount of traffic needs: the arithmetic, by figures that can be checked by head."""

import pytest

from tools import recorded, scale
from tools.recorded import API, Cost, Costs
from tools.scale import Assumptions

EACH = Cost(seconds=0.01, bytes=1_000)
VISIT = Cost(seconds=1.0, bytes=2_000_000)
ASSUMED = Assumptions(peak=2, busy=0.5, cores=4, asked=20, core_hour=0.10, server_gigabyte=0.20, cdn_gigabyte=0.05)


def test_a_server_needs_cores_for_its_busiest_hour():
    # 864,000 a day are 10 a second, 20 at the peak: 0.2 cores of which half may be busy; 0.864 GB
    need = scale.on_server(864_000, EACH, ASSUMED)
    assert (need.cores, need.machines) == (1, 1)
    assert need.gigabytes == pytest.approx(0.864)
    assert need.dollars == pytest.approx(30 * (24 * 0.10 + 0.864 * 0.20))
    # 500 times as many: 200 cores
    need = scale.on_server(432_000_000, EACH, ASSUMED)
    assert (need.cores, need.machines) == (200, 50)
    assert need.dollars == pytest.approx(30 * (200 * 24 * 0.10 + 432 * 0.20))


def test_browsers_need_the_page_once_for_each_visitor():
    need = scale.in_browsers(1_000_000, VISIT, ASSUMED)  # 50,000 visits of 2 MB
    assert (need.cores, need.machines, need.gigabytes) == (0, 0, pytest.approx(100))
    assert need.dollars == pytest.approx(30 * 100 * 0.05)


def test_what_cores_answer_a_day_needs_these_cores():
    # a core answers 100 a second, 50 if half of it may be busy, 25 on average
    assert scale.largest(1, EACH, ASSUMED) == pytest.approx(25 * 24 * 3600)
    for cores in (1, 7, 64):
        most = scale.largest(cores, EACH, ASSUMED)
        assert scale.on_server(most * 0.999, EACH, ASSUMED).cores == cores
        assert scale.on_server(most * 1.001, EACH, ASSUMED).cores == cores + 1


def test_at_the_break_even_both_sides_cost_the_same():
    costs = Costs({API: EACH}, VISIT, memory=0, conditions="here.")
    asked = scale.break_even(costs, ASSUMED)
    many = 10**12  # so many that a part of a core makes no difference
    assumed = Assumptions(**{**vars(ASSUMED), "asked": asked})
    server, browsers = scale.on_server(many, EACH, assumed), scale.in_browsers(many, VISIT, assumed)
    assert server.dollars == pytest.approx(browsers.dollars, rel=1e-4)


def test_a_cluster_behind_one_address_ends_with_its_link():
    # 8 Gbit/s are 1 GB/s, a million answers of 1,000 bytes a second, half a million on average
    assumed = Assumptions(**{**vars(ASSUMED), "link": 8})
    assert scale.cluster_end(EACH, assumed) == pytest.approx(500_000 * 24 * 3600)


def test_browsers_cost_less_until_a_core_is_paid():
    costs = Costs({API: EACH}, VISIT, memory=0, conditions="here.")
    until = scale.cheaper_until(costs, ASSUMED)
    assert until < scale.largest(1, EACH, ASSUMED)
    for factor, is_cheaper in ((0.99, True), (1.01, False)):
        amount = factor * until
        server, browsers = scale.on_server(amount, EACH, ASSUMED), scale.in_browsers(amount, VISIT, ASSUMED)
        assert (browsers.dollars < server.dollars) == is_cheaper


def test_browsers_always_cost_less_for_visitors_who_ask_often():
    costs = Costs({API: EACH}, VISIT, memory=0, conditions="here.")
    often = Assumptions(**{**vars(ASSUMED), "asked": scale.break_even(costs, ASSUMED) + 1})
    assert scale.cheaper_until(costs, often) == float("inf")


@pytest.mark.parametrize(
    "gigabytes, text", [(0.0005, "500 KB"), (0.25, "250.0 MB"), (42, "42.0 GB"), (31_500, "31.5 TB")]
)
def test_sizes_have_the_unit_that_fits(gigabytes, text):
    assert scale._size(gigabytes) == text


def test_the_measurement_is_read_as_it_was_written(monkeypatch, tmp_path):
    monkeypatch.setattr(recorded, "PATH", tmp_path / "cost.json")
    costs = Costs({API: EACH, "another way": VISIT}, VISIT, memory=123, conditions="here.")
    recorded.write(costs)
    assert recorded.read() == costs
