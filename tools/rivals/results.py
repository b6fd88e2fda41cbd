"""The last comparison with other servers, `docs/rivals.json`, and its table."""

import dataclasses
import json
from dataclasses import dataclass
from statistics import median

from tools import documents
from tools.rivals.servers import OUR_NAME

PATH = documents.FOLDER / "rivals.json"


@dataclass(frozen=True)
class Round:
    """One server in one round.

    Attributes:
        rate: answers a second.
        p50: median latency, in milliseconds.
        p99: what 1 % of the answers exceed, in milliseconds.
        memory: of all its processes after the load, in bytes.
        start: seconds until its first answer.
        bare: answers a second of the bare loop on all cores, just before and after, on average.
    """

    rate: float
    p50: float
    p99: float
    memory: int
    start: float
    bare: float


@dataclass(frozen=True)
class Result:
    """All rounds of a server."""

    name: str
    processes: int
    rounds: list[Round]

    def median(self, field: str) -> float:
        return median(getattr(each, field) for each in self.rounds)

    @property
    def share(self) -> float:
        """Of the bare loop's answers; the median of the rounds' ratios."""
        return median(each.rate / each.bare for each in self.rounds)


@dataclass(frozen=True)
class Comparison:
    """What was measured.

    Attributes:
        model: that answered.
        clients: number of connections.
        seconds: of each round of each server.
        machine: a sentence.
        results: in the order of the table.
    """

    model: str
    clients: int
    seconds: float
    machine: str
    results: list[Result]

    def find(self, name: str, processes: int) -> Result:
        return next(each for each in self.results if (each.name, each.processes) == (name, processes))

    def times(self, name: str) -> float:
        """How many times as many answers as a server this one gives with as many processes, round by round."""
        rival = next(each for each in self.results if each.name == name)
        ours = self.find(OUR_NAME, rival.processes)
        return median(mine.rate / theirs.rate for mine, theirs in zip(ours.rounds, rival.rounds))


def write(comparison: Comparison) -> None:
    PATH.write_text(json.dumps(dataclasses.asdict(comparison), indent=2) + "\n", encoding="utf-8")


def read() -> Comparison:
    fields = json.loads(PATH.read_text(encoding="utf-8"))
    results = [
        Result(each["name"], each["processes"], [Round(**one) for one in each["rounds"]]) for each in fields["results"]
    ]
    return Comparison(**{**fields, "results": results})


def table(comparison: Comparison) -> str:
    """The comparison as Markdown: a row for each server, and what was asked of this one."""
    rows = [
        "| | processes | answers a second | of the bare loop | this server's, with as many processes | p50 | p99 "
        "| memory | start |",
        "| --- |" + " ---: |" * 8,
    ]
    for result in comparison.results:
        is_ours = result.name == OUR_NAME
        cells = [
            f"**{result.name}**" if is_ours else result.name,
            str(result.processes),
            f"{result.median('rate'):,.0f}",
            f"{result.share:.2f}",
            "" if is_ours else f"{comparison.times(result.name):.1f} times",
            f"{result.median('p50'):.1f} ms",
            f"{result.median('p99'):.1f} ms",
            f"{result.median('memory') / 1e6:,.0f} MB",
            f"{result.median('start'):.1f} s",
        ]
        rows.append(f"| {' | '.join(cells)} |")
    bare = median(one.bare for result in comparison.results for one in result.rounds)
    rounds = len(comparison.results[0].rounds)
    return "\n".join(
        [
            *rows,
            "",
            f"`{comparison.model}`, the same `.tflite` file and the same PNG for all, {comparison.clients} connections "
            f"of `wrk` for {comparison.seconds:g} s, {rounds} rounds in turns; medians. The bare loop decodes and "
            f"invokes on all cores, without a server, before and after each of them: {bare:,.0f} answers a second. "
            f"{comparison.machine}",
            "",
            *(f"- {text}: {'yes' if is_met else '**no**'}" for text, is_met in targets(comparison)),
        ]
    )


def targets(comparison: Comparison) -> list[tuple[str, bool]]:
    """What this server should reach, with its figure, and whether it does."""
    rivals = [each for each in comparison.results if each.name != OUR_NAME]
    ours = comparison.find(OUR_NAME, rivals[0].processes)
    least = min(rivals, key=lambda each: each.median("p99"))
    p99 = f"{ours.median('p99'):.1f} ms beside {least.median('p99'):.1f} ms of {least.name}"
    return [
        *(
            (f"at least 2 times as many answers as {name}, {comparison.times(name):.2f}", comparison.times(name) >= 2)
            for name in ("LitServe", "BentoML")
        ),
        (f"a p99 no longer than any other's, {p99}", ours.median("p99") <= least.median("p99")),
        (f"at least 0.7 of the bare loop, {ours.share:.2f}", ours.share >= 0.7),
    ]
