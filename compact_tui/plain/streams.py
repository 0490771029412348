"""The streams of this process as a teller uses them, and a quiet end when the terminal goes away."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from compact_tui.plain.moving import Ended
from compact_tui.plain.teller import Teller


def teller_here(*, ascii_only: bool) -> Teller:
    """A teller on standard input and output; what is no text comes in as question marks."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return Teller(_read, _write, ascii_only=ascii_only)


def _read() -> str:
    try:
        return sys.stdin.readline()
    except OSError as error:
        return _gone(error)


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _gone(error)


def _gone(error: OSError) -> str:
    """The end of the lines, where a terminal was closed: Linux says so by this error. Any other is raised."""
    if error.errno != errno.EIO:
        raise error
    return ""


@contextmanager
def ending_quietly(teller: Teller) -> Iterator[None]:
    """Take a hang-up or a request to end as the end of the lines: what was typed is kept, everything is saved."""

    def end(number: int, frame: FrameType | None) -> None:
        if number != signal.SIGTERM:  # the terminal is gone, and writing to it would fail
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)
        teller.ended = True
        if teller.reading:  # a verb is let finish; the next question ends
            raise Ended

    known = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
