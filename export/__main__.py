"""The command line: `python -m export NAME`."""

import argparse
import signal
import sys

from export.chromium import NoChromium
from export.publishing import Measured, publish
from export.verification import VerificationError
from models.training import TRAINED


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m export",
        description="Converts a trained model, verifies each file beside the Keras model, and publishes them.",
    )
    parser.add_argument("name", nargs="?", help="of a model in models/trained/; all of them, if left out")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Told to stop."))  # and clean up on the way
    try:
        for name in [options.name] if options.name else [path.stem for path in sorted(TRAINED.glob("[!.]*.keras"))]:
            _show(publish(name))
    except (LookupError, OSError, VerificationError, NoChromium) as error:
        sys.exit(str(error))


def _show(measured: list[Measured]) -> None:
    print(f"{'file':36} {'bytes':>10} {'accuracy':>9} {'difference':>10} {'labels differ':>13}")
    for each in measured:
        file, compared = each.file, each.comparison
        accuracy = "" if compared.accuracy is None else f"{compared.accuracy:.2%}"
        print(
            f"{file.path:36} {file.bytes:>10,} {accuracy:>9} {compared.max_difference:>10.1e} "
            f"{compared.labels_differ:>6} of {compared.images}"
        )
        if file.withheld:
            print(f"    withheld: {file.withheld}")


if __name__ == "__main__":
    main()
