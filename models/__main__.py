"""The command line: `python -m models list | train NAME | evaluate NAME`."""

import argparse
import sys

from models.architectures import ARCHITECTURES
from models.training import TRAINED, train


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m models", description="The models, from data to trained files.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="the models there are")
    training = commands.add_parser("train", help="train a model and write models/trained/NAME.keras")
    training.add_argument("name")
    training.add_argument("--seed", type=int, default=0)
    training.add_argument("--epochs", type=int, help="instead of the model's own number")
    options = parser.parse_args(arguments)
    try:
        if options.command == "list":
            _list()
        else:
            print(train(options.name, options.seed, options.epochs))
    except (LookupError, ValueError, OSError) as error:
        sys.exit(str(error))


def _list() -> None:
    for name, architecture in ARCHITECTURES.items():
        trained = "trained" if (TRAINED / f"{name}.keras").exists() else "not trained yet"
        print(f"{name:12} {architecture.title} ({trained})")


if __name__ == "__main__":
    main()
