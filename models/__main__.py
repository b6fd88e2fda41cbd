"""The command line: `python -m models list | train [NAME] | evaluate NAME... [--robustness] | hub-module DIR`."""

import argparse
import json
import os
import sys
from pathlib import Path

# TensorFlow turns oneDNN on only for the newest processors, but ResNet50V2 trains eight times faster with it on the
# others too. TensorFlow reads this when it is imported.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")

from models import trained_files
from models.architectures import ARCHITECTURES
from models.evaluation import evaluation, robustness
from models.registry import MODELS, get_entry
from models.training import hub_module, polarity, segmentation
from models.training.training import Options

FRONT_END = {"polarity": polarity.train, "segmentation": segmentation.train}
"""The networks of the front end, in the order of their training."""


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m models", description="The models, from data to trained files.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="list all models")
    training = commands.add_parser("train", help="train a model and write models/trained/NAME.keras")
    training.add_argument(
        "name", nargs="?", help=f"a model, or a part of the front end: {', '.join(FRONT_END)}; default: all"
    )
    training.add_argument("--seed", type=int, help="default: that of the published model")
    training.add_argument("--epochs", type=int, help="default: the number of the architecture")
    training.add_argument(
        "--figures-only", action="store_true", help="only add the accuracy of this seed to the model's figures"
    )
    training.add_argument("--handle", help="a TF Hub module, or the folder of one, for the model 'transfer'")
    evaluating = commands.add_parser("evaluate", help="measure a trained digit model on the 10,000 test images")
    evaluating.add_argument("name", nargs="+", help="several models are measured on the same pictures")
    evaluating.add_argument(
        "--robustness", nargs="*", metavar="KIND", help=f"also measure {', '.join(robustness.KINDS)}; default: all"
    )
    evaluating.add_argument("--images", type=int, default=10_000, help="number of test images for each condition")
    module = commands.add_parser("hub-module", help="write EfficientNet-Lite0 without its head as a TF Hub module")
    module.add_argument("folder", type=Path, metavar="DIR", help="new, or empty")
    options = parser.parse_args(arguments)
    try:
        if options.command == "list":
            _list()
        elif options.command == "train":
            _train(options.name, Options(options.seed, options.epochs, options.handle, options.figures_only))
        elif options.command == "hub-module":
            print(hub_module.write(options.folder))
        else:
            _evaluate(options.name, options.robustness, options.images)
    except (LookupError, ValueError, OSError) as error:
        sys.exit(str(error))


def _train(name: str | None, options: Options) -> None:
    """Trains one model or all. If one of all cannot be trained here, the others still are.

    Raises:
        ValueError: only figures are asked for, of what has none of several seeds.
    """
    if options.figures_only and name and name not in ARCHITECTURES:
        raise ValueError(f"Only figures: '{name}' is given, but other seeds belong to {', '.join(ARCHITECTURES)}.")
    failures = []
    for each in [name] if name else ARCHITECTURES if options.figures_only else [*FRONT_END, *MODELS]:
        try:
            print((FRONT_END.get(each) or get_entry(each).train)(options))
        except (LookupError, ValueError, OSError) as error:
            failures.append(str(error))
    if failures:
        raise LookupError("\n".join(failures))


def _list() -> None:
    for name, entry in MODELS.items():
        state = "trained" if trained_files.trained_path(name).exists() else "not trained yet"
        print(f"{name:15} {entry.title} ({state})")


def _evaluate(names: list[str], kinds: list[str] | None, images: int) -> None:
    """Prints the figures and adds them to `trained/NAME.json`."""
    for name in names:
        if get_entry(name).task != "digit":
            raise ValueError(f"Model '{name}' is not a digit model: there are no true labels to evaluate it with.")
    loaded = {name: trained_files.load(name) for name in names}
    robust = {} if kinds is None else robustness.measure(loaded, kinds, images)
    for name, model in loaded.items():
        before = json.loads((trained_files.TRAINED / f"{name}.json").read_text(encoding="utf-8"))
        result = before | evaluation.evaluate(model)
        if name in robust:
            result["robustness"] = robustness.merged(result.get("robustness", {}), robust[name])
        trained_files.write_result(name, result)
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
