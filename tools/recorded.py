"""The last measurement of what a prediction and a visit cost: `docs/cost.json`, which `cost` writes.

The tables of costs and of `scale` are made of it, so a test can tell whether they are up to date.
"""

import dataclasses
import json
from dataclasses import dataclass

from tools import documents

PATH = documents.FOLDER / "cost.json"
API = "`POST /api/predict`"
"""The way that the server is made for."""
VISIT = "a visitor's first visit, until the page is stored for offline use, once"
MILLION = 1_000_000


@dataclass(frozen=True)
class Cost:
    """The cost of a prediction or a visit: processor time of the server, in seconds, and bytes that it sent."""

    seconds: float
    bytes: float


@dataclass(frozen=True)
class Costs:
    """What was measured.

    Attributes:
        predictions: way -> cost of a prediction.
        visit: cost of a first visit to the page.
        memory: of one process of the server after all of these predictions, in bytes.
        conditions: the version of the model, and the machine.
    """

    predictions: dict[str, Cost]
    visit: Cost
    memory: int
    conditions: str


def write(costs: Costs) -> None:
    PATH.write_text(json.dumps(dataclasses.asdict(costs), indent=2) + "\n", encoding="utf-8")


def read() -> Costs:
    fields = json.loads(PATH.read_text(encoding="utf-8"))
    predictions = {way: Cost(**cost) for way, cost in fields["predictions"].items()}
    return Costs(predictions, Cost(**fields["visit"]), fields["memory"], fields["conditions"])


def table(costs: Costs) -> str:
    """The measurement as a Markdown table, with a sentence about a visit."""
    rows = ["| | computing time of the server | sent by the server |", "| --- | ---: | ---: |"]
    for way, cost in costs.predictions.items():
        hours, gigabytes = cost.seconds * MILLION / 3600, cost.bytes * MILLION / 1e9
        rows.append(f"| a million predictions, {way} | {hours:,.1f} h | {gigabytes:,.2f} GB |")
    visit = costs.visit
    rows += [
        "| a million predictions, in browsers | none | none |",
        f"| {VISIT} | {visit.seconds:.2f} s | {visit.bytes / 1e6:.2f} MB |",
    ]
    worth = round(visit.seconds / costs.predictions[API].seconds)
    sentence = f"A first visit costs this server as much computing as {worth} predictions by the API."
    return "\n".join([*rows, "", f"{sentence} {costs.conditions}"])
