"""What is said and kept when the program itself is at fault."""

import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

_CAUSED = "\nThat led to:\n\n"
_LEFT_OUT = (
    "\nOnly the places in the program and the kinds of the errors stand here. What the errors said is left out, as it "
    "may hold words that were typed.\n"
)


def report_fault(error: Exception) -> tuple[str, str]:
    """Write down where it happened, and nothing that may hold words of a person.

    Returns:
        What to tell the person: what happened, and where the details are.
    """
    details = "".join((*_places(error, set()), _LEFT_OUT))
    what = "This is a fault of the program, not of yours; everything that was saved is safe."
    path = (
        Path(tempfile.gettempdir())
        / f"compact-tui-fault-{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 10**6:06}.txt"
    )
    try:
        with path.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(details)
    except OSError as refused:
        return what, f"The details could not be kept in {path} ({refused.strerror}), so they follow.\n{details}"
    return what, f"The details are in {path}: please send that file to whoever looks after the program."


def _places(error: BaseException, told: set[int]) -> Iterator[str]:
    """Where in the program an error came up and of what kind it is, after those that led to it."""
    told.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in told:
        yield from _places(before, told)
        yield _CAUSED
    yield from traceback.format_tb(error.__traceback__)
    kind = type(error)
    number = f" {error.errno}" if isinstance(error, OSError) and error.errno is not None else ""
    yield f"{kind.__module__}.{kind.__qualname__}{number}\n"
    for one in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _places(one, told)
