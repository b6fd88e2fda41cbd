"""The command line: `python -m models list | train [NAME] | evaluate NAME... [--robustness] | hub-module DIR`."""

import argparse
import json
import sys
from pathlib import Path

from models import evaluation, hub_module, robustness
from models.registry import MODELS, get_entry
from models.training import TRAINED, Options, load, trained_path, write_result


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m models", description="The models, from data to trained files.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="the models there are")
    training = commands.add_parser("train", help="train a model and write models/trained/NAME.keras")
    training.add_argument("name", nargs="?", help="all of them, if left out")
    training.add_argument("--seed", type=int, default=0)
    training.add_argument("--epochs", type=int, help="instead of the model's own number")
    training.add_argument("--handle", help="of a TF Hub module, or a folder with one, for the model 'transfer'")
    evaluating = commands.add_parser("evaluate", help="measure a trained digit model on the 10,000 test images")
    evaluating.add_argument("name", nargs="+", help="several are measured on the same drawings")
    evaluating.add_argument(
        "--robustness", nargs="*", metavar="KIND", help=f"also {', '.join(robustness.KINDS)}; all, if none is named"
    )
    evaluating.add_argument("--images", type=int, default=10_000, help="test images for each condition of robustness")
    module = commands.add_parser("hub-module", help="write EfficientNet-Lite0 without its head as a TF Hub module")
    module.add_argument("folder", type=Path, metavar="DIR", help="new, or empty")
    options = parser.parse_args(arguments)
    try:
        if options.command == "list":
            _list()
        elif options.command == "train":
            _train(options.name, Options(options.seed, options.epochs, options.handle))
        elif options.command == "hub-module":
            print(hub_module.write(options.folder))
        else:
            _evaluate(options.name, options.robustness, options.images)
    except (LookupError, ValueError, OSError) as error:
        sys.exit(str(error))


def _train(name: str | None, options: Options) -> None:
    """One model, or all; of all, those that cannot be trained here do not keep the others from it."""
    failures = []
    for each in [name] if name else MODELS:
        try:
            print(get_entry(each).train(options))
        except (LookupError, ValueError, OSError) as error:
            failures.append(str(error))
    if failures:
        raise LookupError("\n".join(failures))


def _list() -> None:
    for name, entry in MODELS.items():
        state = "trained" if trained_path(name).exists() else "not trained yet"
        print(f"{name:15} {entry.title} ({state})")


def _evaluate(names: list[str], kinds: list[str] | None, images: int) -> None:
    """Prints the figures, and writes them into `trained/NAME.json` beside those of the training."""
    for name in names:
        if get_entry(name).task != "digit":
            raise ValueError(f"Model '{name}' is no digit model: there are no true labels to measure it with.")
    loaded = {name: load(name) for name in names}
    robust = {} if kinds is None else robustness.measure(loaded, kinds, images)
    for name, model in loaded.items():
        result = json.loads((TRAINED / f"{name}.json").read_text(encoding="utf-8")) | evaluation.evaluate(model)
        if name in robust:
            result["robustness"] = robustness.merged(result.get("robustness", {}), robust[name])
        write_result(name, result)
        print(f"\n{name}: accuracy {result['accuracy']:.2%}, calibration error {result['calibration_error']:.2%}")
        _print_robustness(result.get("robustness", {}))


def _print_robustness(figures: dict) -> None:
    counts = figures.get("images", {})
    for kind in robustness.KINDS:
        shares = figures.get(kind, {})
        if kind in counts:
            print(f"{kind}, {counts[kind]:,} images for each condition")
        summary = {"mean": sum(shares.values()) / len(shares), "worst": min(shares.values())} if len(shares) > 3 else {}
        for condition, share in (shares | summary).items():
            print(f"  {condition:20} {share:.2%}")


if __name__ == "__main__":
    main()
