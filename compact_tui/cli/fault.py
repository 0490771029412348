"""What is said and kept when the program itself is at fault."""

import tempfile
import time
import traceback
from pathlib import Path


def report_fault(error: Exception) -> tuple[str, str]:
    """Write down where it happened.

    Returns:
        What to tell the person: what happened, and where the details are.
    """
    details = "".join(traceback.format_exception(error))
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
