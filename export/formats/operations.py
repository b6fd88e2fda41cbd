"""Operations that a runtime does not have: each converter's own complaint, in one sentence."""

import contextlib
import re
from collections.abc import Iterator

COMPLAINTS = {
    "LiteRT": re.compile(r"(?:TF Select|Flex|Custom) ops: ([^\n]+)"),
    "TensorFlow.js": re.compile(r"Unsupported Ops in the model[^\n]*\n([^\n]+)"),
    "The page's TensorFlow.js (bundle/operations.js)": re.compile(r"was bundled without (.+?), which "),
}
CALLS = {"PartitionedCall", "StatefulPartitionedCall"}
"""Calls of functions, which converters leave in place around what they do not know."""


class UnknownOperation(ValueError):
    """A model needs an operation that a runtime does not have."""


@contextlib.contextmanager
def name_missing() -> Iterator[None]:
    """Turns what a converter or the page says of unknown operations into an `UnknownOperation` that names them."""
    try:
        yield
    except Exception as error:  # each converter has its own
        for runtime, complaint in COMPLAINTS.items():
            if found := complaint.search(str(error)):
                names = {name.removeprefix("Flex") for name in re.findall(r"\w+", found[1])}
                missing = sorted(names - CALLS) or sorted(names)
                raise UnknownOperation(
                    f"{runtime} has no operation {', '.join(missing)}, which the model needs. Nothing was published."
                ) from error
        raise
