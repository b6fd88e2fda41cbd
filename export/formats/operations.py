"""Turns the messages of converters about unsupported operations into one sentence."""

import contextlib
import re
from collections.abc import Iterator

COMPLAINTS = {
    "LiteRT": re.compile(r"(?:TF Select|Flex|Custom) ops: ([^\n]+)"),
    "TensorFlow.js": re.compile(r"Unsupported Ops in the model[^\n]*\n([^\n]+)"),
    "The page's TensorFlow.js (bundle/operations.js)": re.compile(r"was bundled without (.+?), which "),
}
WAY_OUT = (
    "LiteRT has all of them: convert the model by tf.lite.TFLiteConverter and give the .tflite, which LiteRT.js runs "
    "in the page."
)
CALLS = {"PartitionedCall", "StatefulPartitionedCall"}
"""Function calls that converters leave around unsupported operations."""


class UnknownOperation(ValueError):
    """A model needs an operation that a runtime does not have."""


@contextlib.contextmanager
def name_missing() -> Iterator[None]:
    """Turns the exception of a converter or the page into an `UnknownOperation` that names the operations."""
    try:
        yield
    except Exception as error:  # each converter raises its own exceptions
        for runtime, complaint in COMPLAINTS.items():
            if found := complaint.search(str(error)):
                names = {name.removeprefix("Flex") for name in re.findall(r"\w+", found[1])}
                missing = sorted(names - CALLS) or sorted(names)
                # LiteRT converted the model before, or it would have complained
                way_out = "" if runtime == "LiteRT" else f" {WAY_OUT}"
                raise UnknownOperation(
                    f"{runtime} has no operation {', '.join(missing)}, which the model needs. Nothing was published."
                    f"{way_out}"
                ) from error
        raise
