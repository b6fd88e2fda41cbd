"""The command line: `python -m export [NAME | PATH --labels FILE]`, `--check`, `--report`, `--remove`."""

import argparse
import os
import shlex
import signal
import sys
import warnings
from pathlib import Path

# What TensorFlow and its hub say about themselves when they are imported is not for those who export a model.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.filterwarnings("ignore", "pkg_resources is deprecated", UserWarning)

import tensorflow as tf

import catalog
from bundle import single_file
from export import checking, features, front_end, samples
from export.chromium import NoChromium
from export.files import normalization, user_file
from export.formats import operations
from export.publishing import Measured, publish, remove
from export.report import report
from export.sources import input_adapter, names, ours, user_model
from export.sources.source import Source
from export.verify.verification import VerificationError
from models.registry import MODELS
from models.trained_files import trained_path


def main(arguments: list[str] | None = None) -> None:
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["page"]:
        return single_file.main(arguments[1:])
    parser = argparse.ArgumentParser(
        prog="python -m export",
        description="Converts a trained model, verifies each file against it, and publishes the files.",
    )
    parser.add_argument(
        "model",
        nargs="?",
        help=f"name of a model of this project, `{front_end.NAME}`, `{features.NAME}` (of "
        f"{' and '.join(features.MODELS)}, for the page to learn on), or the path of a .keras file, a SavedModel, or a "
        ".tflite, .onnx or .pt2 file; default: all models of this project",
    )
    group = parser.add_argument_group("a model of your own")
    group.add_argument(
        "--labels",
        type=Path,
        metavar="FILE",
        help="its classes, one per line, in the order of its outputs; a .tflite may contain them",
    )
    group.add_argument("--name", help="its name in the catalog; default: the name of the file")
    group.add_argument(
        "--input-range",
        choices=normalization.NAMED,
        metavar="DARK,LIGHT",
        help="the values that it expects for dark and light; default: 0,255, or what a .tflite says itself",
    )
    for option, what in (("--mean", "is subtracted from a pixel of 0 to 255"), ("--std", "then divides it")):
        group.add_argument(
            option, metavar="R,G,B", help=f"a .tflite, .onnx or .pt2 file's: what {what}; one number or three"
        )
    group.add_argument(
        "--samples", type=Path, metavar="FOLDER", help="pictures to verify it on; default: generated ones"
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--check", action="store_true", help="verify the published files again and change nothing")
    parser.add_argument("--sample", type=int, metavar="N", help="with --check: verify each file on N pictures only")
    parser.add_argument(
        "--only", choices=catalog.FORMATS, help="publish only this format of a model of this project again"
    )
    parser.add_argument(
        "--keep-times", action="store_true", help="keep the published times of files that do not change"
    )
    instead.add_argument("--report", action="store_true", help="write a page that recommends a precision")
    instead.add_argument("--remove", action="store_true", help="remove a published model of your own")
    options = parser.parse_args(_joined(arguments))
    for number in (signal.SIGTERM, signal.SIGINT):  # so that temporary files are removed
        signal.signal(number, lambda *_: sys.exit("Stopped."))
    tf.config.threading.set_intra_op_parallelism_threads(1)  # all times are measured on one thread
    tf.config.threading.set_inter_op_parallelism_threads(1)
    try:
        if options.check:
            faults = checking.check(options.model, options.sample)
            sys.exit("\n".join(faults) if faults else 0)
        elif options.remove:
            _remove(options.model)
        elif options.report:
            print(report.write(options.model))
        elif _is_own(options):
            _publish_own(options)
        else:
            _publish_ours(_names(options), options.only, options.keep_times)
    except (LookupError, ValueError, OSError, VerificationError, NoChromium, tf.errors.ResourceExhaustedError) as error:
        sys.exit(str(error))


def _names(options: argparse.Namespace) -> list[str]:
    """What to publish: the front end first, because the entries of the models refer to it."""
    if options.model in names.PARTS and options.only:
        raise ValueError(f"--only {options.only} is for a whole model: of '{options.model}' all files are published.")
    if options.model:
        return [options.model]
    parts = [] if options.only else [front_end.NAME]
    return [*parts, *(name for name in MODELS if trained_path(name).exists())]


def _publish_ours(names: list[str], only: str | None, keep_times: bool) -> None:
    """Publishes the models. If one of several fails, the others are still published."""
    failures = []
    for name in names:
        try:
            if name == front_end.NAME:
                _show(front_end.publish(keep_times=keep_times))
                continue
            if name == features.NAME:
                _show([features.publish(each) for each in features.MODELS])
                continue
            source = ours.of_registry(name)
            _show(publish(source, samples.OF_TASK[source.task](), only=only, keep_times=keep_times))
            if name in features.MODELS:
                _show([features.publish(name)])
        except (LookupError, ValueError, OSError, VerificationError) as failure:
            failures.append(str(failure))
    if failures:
        raise VerificationError("\n".join(failures))


def _replaced(source: Source) -> list[str]:
    """A sentence if a published model of the same name is another one."""
    published = catalog.load().models if catalog.PATH.exists() else ()
    others = [model for model in published if model.name == source.name and model.weights != source.weights]
    return [
        f"The published model '{model.name}' has other weights ({model.weights}). It is replaced." for model in others
    ]


def _joined(arguments: list[str]) -> list[str]:
    """Joins `--input-range -1,1` into one word, because argparse takes `-1,1` for an option."""
    for option in ("--input-range", "--mean", "--std"):
        if option in arguments[:-1]:
            at = arguments.index(option)
            arguments = [*arguments[:at], f"{option}={arguments[at + 1]}", *arguments[at + 2 :]]
    return arguments


def _is_own(options: argparse.Namespace) -> bool:
    """Whether the arguments name a user's own model; raises `ValueError` if one of its arguments is missing."""
    keys = ("labels", "name", "input-range", "mean", "std", "samples")
    named = [f"--{key}" for key in keys if vars(options)[key.replace("-", "_")]]
    path = Path(options.model or "")
    is_path = (
        options.model is not None
        and options.model not in MODELS
        and (path.exists() or path.suffix != "" or path.name != options.model)
    )
    if named and options.model is None:
        raise ValueError(f"{named[0]} is for a model of your own: add the path of its file.")
    user_file.refuse_pickle(path)
    if user_file.is_one(path):
        return True
    if options.mean or options.std:
        raise ValueError(f"--mean and --std are for a {', '.join(user_file.SUFFIXES)} file, not '{options.model}'.")
    if (is_path or named) and not options.labels:
        raise ValueError(f"'{options.model}' needs --labels FILE, with one label per line in the order of its outputs.")
    return bool(options.labels)


def _publish_own(options: argparse.Namespace) -> None:
    path = Path(options.model)
    if options.only:  # the published files of the other formats may have another input range, or other labels
        raise ValueError(f"--only {options.only} is for a model of this project: of '{path}' all files are published.")
    if user_file.is_one(path):
        source = user_file.of_path(path, _said_of(options))
    else:
        if options.input_range not in (None, *input_adapter.RANGES):
            raise ValueError(f"--input-range {options.input_range} is for a {', '.join(user_file.SUFFIXES)} file only.")
        source = user_model.of_path(path, options.labels, options.name, options.input_range or "0,255")
    pictures = samples.of_folder(options.samples) if options.samples else samples.generated()
    for note in (*source.notes, *_replaced(source)):
        print(note, flush=True)
    with operations.name_missing():
        _show(publish(source, pictures, keep_times=options.keep_times))


def _remove(name: str | None) -> None:
    if name is None:
        raise ValueError("--remove needs the name of the model.")
    remove(name)
    report.place_of(name).unlink(missing_ok=True)
    print(f"Removed '{name}'.")


def _said_of(options: argparse.Namespace) -> user_file.Options:
    """What the arguments say of a finished file."""
    if (options.mean is None) != (options.std is None):
        raise ValueError("--mean and --std belong together: give both, as the model was trained with.")
    if options.mean and options.input_range:
        raise ValueError(f"--input-range {options.input_range} and --mean say the same: give one of them.")
    chosen = normalization.given(options.mean, options.std) if options.mean else None
    if options.input_range:
        chosen = normalization.named(options.input_range)
    words = ["python", "-m", "export", Path(options.model).name]
    words += ["--labels", options.labels.name] if options.labels else []
    for key in ("name", "input_range", "mean", "std"):
        value = vars(options)[key]
        words += [f"--{key.replace('_', '-')}", value] if value else []
    return user_file.Options(options.labels, options.name, chosen, shlex.join(words))


def _show(measured: list[Measured]) -> None:
    print(f"{'file':36} {'bytes':>10} {'accuracy':>9} {'difference':>10} {'labels differ':>15} {'p50, ms':>8}")
    for each in measured:
        file, compared = each.file, each.comparison
        accuracy = "" if compared.accuracy is None else f"{compared.accuracy:.2%}"
        print(
            f"{file.path:36} {file.bytes:>10,} {accuracy:>9} {compared.max_difference:>10.1e} "
            f"{compared.labels_differ:>5} of {compared.images:>6} {compared.milliseconds:>8.3g}"
        )
        if page := each.in_page:
            print(
                f"    LiteRT.js in Chromium: {page.max_difference:.1e} from LiteRT in a probability, "
                f"{page.labels_differ} of {page.images} labels differ; {page.milliseconds:.3g} ms"
            )
        if file.withheld:
            print(f"    withheld: {file.withheld}")


if __name__ == "__main__":
    main()
