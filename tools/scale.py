"""Computes what an amount of traffic needs on each side, from the measured cost of a prediction and of a visit.

Arithmetic alone: what goes in was measured by `cost`. The shape of the traffic and the prices are assumptions, and
stand below the table.
"""

import math
from dataclasses import dataclass

from tools import recorded
from tools.recorded import API, Cost, Costs

DAY, DAYS = 24 * 3600, 30
"""Seconds of a day, days of a month."""
AMOUNTS = {"a thousand": 1_000, "a million": 1_000_000, "a billion": 1_000_000_000}
"""Predictions a day."""


@dataclass(frozen=True)
class Assumptions:
    """What was not measured.

    Attributes:
        peak: how many times the mean the busiest hour has.
        busy: share of its time that a core may be busy then, so that nobody has to wait long.
        cores: of one machine.
        link: what a load balancer passes on, in gigabits a second.
        asked: predictions of a visitor until the browser's cache is empty again.
        core_hour: price of an hour of a core, in US dollars.
        server_gigabyte: price of a gigabyte that a server sends.
        cdn_gigabyte: price of a gigabyte that a content delivery network sends.
    """

    peak: float = 3
    busy: float = 0.6
    cores: int = 8
    link: float = 10
    asked: float = 10
    core_hour: float = 0.04
    server_gigabyte: float = 0.09
    cdn_gigabyte: float = 0.05


@dataclass(frozen=True)
class Need:
    """What one side needs for an amount of traffic.

    Attributes:
        cores: that are needed in the busiest hour; 0 if it is a content delivery network's.
        machines: with these cores.
        gigabytes: sent in a day.
        dollars: in a month.
    """

    cores: int
    machines: int
    gigabytes: float
    dollars: float


def on_server(predictions: float, each: Cost, assumed: Assumptions) -> Need:
    """For so many predictions a day, each of which costs `each`."""
    cores = math.ceil(predictions / DAY * assumed.peak * each.seconds / assumed.busy)
    gigabytes = predictions * each.bytes / 1e9
    dollars = DAYS * (24 * cores * assumed.core_hour + gigabytes * assumed.server_gigabyte)
    return Need(cores, math.ceil(cores / assumed.cores), gigabytes, dollars)


def in_browsers(predictions: float, visit: Cost, assumed: Assumptions) -> Need:
    """The same, if the visitors' devices compute and a content delivery network sends the page."""
    gigabytes = predictions / assumed.asked * visit.bytes / 1e9
    return Need(0, 0, gigabytes, DAYS * gigabytes * assumed.cdn_gigabyte)


def largest(cores: float, each: Cost, assumed: Assumptions) -> float:
    """How many predictions a day so many cores answer."""
    return cores * assumed.busy / each.seconds / assumed.peak * DAY


def cluster_end(each: Cost, assumed: Assumptions) -> float:
    """How many predictions a day one load balancer passes on: there a cluster behind one address ends."""
    return assumed.link * 1e9 / 8 / each.bytes / assumed.peak * DAY


def cheaper_until(costs: Costs, assumed: Assumptions) -> float:
    """Up to how many predictions a day browsers cost less than a server, which has at least one core.

    Infinite, if a visitor asks so often that browsers cost less at every size.
    """
    if assumed.asked >= break_even(costs, assumed):
        return math.inf
    each = costs.predictions[API].bytes / 1e9 * assumed.server_gigabyte
    visit = costs.visit.bytes / 1e9 * assumed.cdn_gigabyte / assumed.asked
    one_core = 24 * assumed.core_hour / (visit - each) if visit > each else math.inf
    return min(one_core, largest(1, costs.predictions[API], assumed))


def break_even(costs: Costs, assumed: Assumptions) -> float:
    """How often a visitor must ask until the browser side is the cheaper one, if all cores are used as assumed."""
    each, second = costs.predictions[API], assumed.core_hour / 3600
    computing = each.seconds * assumed.peak / assumed.busy * second
    prediction = computing + each.bytes / 1e9 * assumed.server_gigabyte
    return costs.visit.bytes / 1e9 * assumed.cdn_gigabyte / prediction


def table() -> str:
    """The needs of each amount as a Markdown table, with the assumptions and the limits below it."""
    costs, assumed = recorded.read(), Assumptions()
    each = costs.predictions[API]
    rows = [
        "| predictions a day | on the server: cores | machines | sent a day | a month "
        "| in browsers: first visits a day | sent a day | a month |",
        "| --- |" + " ---: |" * 7,
    ]
    for title, amount in AMOUNTS.items():
        there, here = on_server(amount, each, assumed), in_browsers(amount, costs.visit, assumed)
        cells = (
            title,
            f"{there.cores:,}",
            f"{there.machines:,}",
            _size(there.gigabytes),
            _price(there.dollars),
            f"{amount / assumed.asked:,.0f}",
            _size(here.gigabytes),
            _price(here.dollars),
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join([*rows, "", _assumed(costs, assumed), "", _limits(costs, assumed)])


def _assumed(costs: Costs, assumed: Assumptions) -> str:
    each = costs.predictions[API]
    return (
        f"Measured: a prediction takes {each.seconds * 1e3:.2f} ms of a core and {each.bytes:.0f} bytes, a first visit "
        f"{costs.visit.bytes / 1e6:.2f} MB, a process {costs.memory / 1e6:.0f} MB of memory. Assumed: the busiest hour "
        f"has {assumed.peak:g} times the mean, a core is busy for at most {assumed.busy:.0%} of it, a machine has "
        f"{assumed.cores} cores, and a visitor asks {assumed.asked:g} times. A core costs ${assumed.core_hour:.2f} an "
        f"hour, a gigabyte ${assumed.server_gigabyte:.2f} from a server and ${assumed.cdn_gigabyte:.2f} from a content "
        "delivery network; these prices are examples, and yours go into `Assumptions` in `tools/scale.py`."
    )


def _limits(costs: Costs, assumed: Assumptions) -> str:
    each = costs.predictions[API]
    process, machine = largest(1, each, assumed), largest(assumed.cores, each, assumed)
    memory, until = assumed.cores * costs.memory / 1e9, cheaper_until(costs, assumed)
    size = "at every size" if math.isinf(until) else f"up to {_round(until)} predictions a day"
    return (
        f"One process on one core is enough for {_round(process)} predictions a day. One machine is enough for "
        f"{_round(machine)}; its {assumed.cores} processes need {memory:.1f} GB of memory. More need a load balancer, "
        f"which passes on {_round(cluster_end(each, assumed))} by a link of {assumed.link:g} Gbit/s; beyond them a "
        "cluster needs several addresses.\n\n"
        f"By these prices the browser side is cheaper {size}, because a server has at least one core, and for visitors "
        f"who ask at least {math.ceil(break_even(costs, assumed)):,} times at any size."
    )


def _round(amount: float) -> str:
    """With two significant digits."""
    return f"{float(f'{amount:.1e}'):,.0f}"


def _size(gigabytes: float) -> str:
    for unit, factor in (("TB", 1e-3), ("GB", 1), ("MB", 1e3)):
        if gigabytes * factor >= 1:
            return f"{gigabytes * factor:,.1f} {unit}"
    return f"{gigabytes * 1e6:,.0f} KB"


def _price(dollars: float) -> str:
    return f"${dollars:,.0f}" if dollars >= 10 else f"${dollars:.2f}"
