"""The command line: `python -m export NAME`."""

import argparse
import signal
import sys

from export.chromium import NoChromium
from export.publishing import publish
from export.verification import VerificationError


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m export",
        description="Converts a trained model, verifies each file beside the Keras model, and publishes them.",
    )
    parser.add_argument("name", help="of a model in models/trained/")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Told to stop; nothing was published."))  # and cleaned up
    try:
        measured = publish(options.name)
    except (LookupError, OSError, VerificationError, NoChromium) as error:
        sys.exit(str(error))
    print(f"{'file':36} {'bytes':>9} {'accuracy':>9} {'difference':>10} {'labels differ':>13}")
    for each in measured:
        file, compared = each.file, each.comparison
        print(
            f"{file.path:36} {file.bytes:>9,} {compared.accuracy:>9.2%} {compared.max_difference:>10.1e} "
            f"{compared.labels_differ:>13}"
        )


if __name__ == "__main__":
    main()
