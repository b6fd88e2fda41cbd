"""The command line: `python -m export [NAME | PATH --labels FILE]`, `--check`, `--report`."""

import argparse
import signal
import sys
from pathlib import Path

import tensorflow as tf

import catalog
from bundle import single_file
from export.chromium import NoChromium
from export.formats import operations
from export.publishing import Measured, publish
from export.report import report
from export.sources import front_end, input_adapter, ours, user_model
from export.verify import checking, samples
from export.verify.verification import VerificationError
from models.registry import MODELS
from models.training import trained_path


def main(arguments: list[str] | None = None) -> None:
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["page"]:
        return single_file.main(arguments[1:])
    parser = argparse.ArgumentParser(
        prog="python -m export",
        description="Converts a trained model, verifies each file beside it, and publishes them.",
    )
    parser.add_argument(
        "model",
        nargs="?",
        help=f"name of a model of this project, `{front_end.NAME}`, or the path of a .keras file or a SavedModel; "
        "all of this project, if left out",
    )
    group = parser.add_argument_group("a model of your own")
    group.add_argument(
        "--labels", type=Path, metavar="FILE", help="its classes, one a line, in the order of its outputs"
    )
    group.add_argument("--name", help="in the catalog; the file's name, if left out")
    group.add_argument(
        "--input-range",
        choices=input_adapter.RANGES,
        help="of the numbers that it expects for dark and light (default: 0,255)",
    )
    group.add_argument(
        "--samples", type=Path, metavar="FOLDER", help="pictures to verify it on; else some are generated"
    )
    parser.add_argument("--check", action="store_true", help="verify what is published again, and change nothing")
    parser.add_argument("--sample", type=int, metavar="N", help="with --check: only N pictures a file, not all")
    parser.add_argument(
        "--only", choices=catalog.FORMATS, help="publish this format again; the files of the others stay as they are"
    )
    parser.add_argument(
        "--keep-times", action="store_true", help="keep the published p50 of files that stay as they are"
    )
    parser.add_argument("--report", action="store_true", help="write a page that says which precision to ship, and why")
    options = parser.parse_args(_joined(arguments))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Told to stop."))  # and clean up on the way
    tf.config.threading.set_intra_op_parallelism_threads(1)  # times are those of one thread, on each side
    tf.config.threading.set_inter_op_parallelism_threads(1)
    try:
        if options.check:
            faults = checking.check(options.model, options.sample)
            sys.exit("\n".join(faults) if faults else 0)
        elif options.report:
            print(report.write(options.model))
        elif _is_own(options):
            _publish_own(options)
        else:
            _publish_ours([options.model] if options.model else _all(), options.only, options.keep_times)
    except (LookupError, ValueError, OSError, VerificationError, NoChromium) as error:
        sys.exit(str(error))


def _all() -> list[str]:
    """The front end first: the others say whether they have it."""
    return [front_end.NAME, *(name for name in MODELS if trained_path(name).exists())]


def _publish_ours(names: list[str], only: str | None, keep_times: bool) -> None:
    """Publishes them; of several, one that fails does not keep the others from it."""
    failures = []
    for name in names:
        try:
            if name == front_end.NAME:
                _show(front_end.publish(keep_times=keep_times))
                continue
            source = ours.of_registry(name)
            _show(publish(source, samples.OF_TASK[source.task](), only=only, keep_times=keep_times))
        except VerificationError as failure:
            failures.append(str(failure))
    if failures:
        raise VerificationError("\n".join(failures))


def _joined(arguments: list[str]) -> list[str]:
    """`--input-range -1,1` in one word, for argparse takes what begins with `-` for an option."""
    if "--input-range" not in arguments[:-1]:
        return arguments
    at = arguments.index("--input-range")
    return [*arguments[:at], f"--input-range={arguments[at + 1]}", *arguments[at + 2 :]]


def _is_own(options: argparse.Namespace) -> bool:
    """Whether a model of somebody's own is meant; raises `ValueError` where what that needs is missing."""
    named = [f"--{key}" for key in ("labels", "name", "input-range", "samples") if vars(options)[key.replace("-", "_")]]
    path = Path(options.model or "")
    is_path = (
        options.model is not None
        and options.model not in MODELS
        and (path.exists() or path.suffix != "" or path.name != options.model)
    )
    if named and options.model is None:
        raise ValueError(f"{named[0]} is for a model of your own: give the path of its file too.")
    if (is_path or named) and not options.labels:
        raise ValueError(f"'{options.model}' needs its labels: --labels FILE, one a line, in the order of its outputs.")
    return bool(options.labels)


def _publish_own(options: argparse.Namespace) -> None:
    source = user_model.of_path(Path(options.model), options.labels, options.name, options.input_range or "0,255")
    pictures = samples.of_folder(options.samples) if options.samples else samples.generated()
    for note in source.notes:
        print(note, flush=True)
    with operations.name_missing():
        _show(publish(source, pictures))


def _show(measured: list[Measured]) -> None:
    print(f"{'file':36} {'bytes':>10} {'accuracy':>9} {'difference':>10} {'labels differ':>15} {'p50, ms':>8}")
    for each in measured:
        file, compared = each.file, each.comparison
        accuracy = "" if compared.accuracy is None else f"{compared.accuracy:.2%}"
        print(
            f"{file.path:36} {file.bytes:>10,} {accuracy:>9} {compared.max_difference:>10.1e} "
            f"{compared.labels_differ:>5} of {compared.images:>6} {compared.milliseconds:>8.3g}"
        )
        if file.withheld:
            print(f"    withheld: {file.withheld}")


if __name__ == "__main__":
    main()
