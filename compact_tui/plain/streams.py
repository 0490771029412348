"""The streams of this process as a teller uses them, and a quiet end when the terminal goes away."""

import codecs
import errno
import io
import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from compact_tui.plain.moving import Ended
from compact_tui.plain.teller import Teller


class Streams:
    """Standard input and output, and the teller that speaks through them; what is no text comes in as question marks.

    Attributes:
        teller: The teller.
    """

    def __init__(self, *, ascii_only: bool) -> None:
        self.teller = Teller(self._read, _write, ascii_only=ascii_only)
        reconfigure = getattr(sys.stdin, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
        self._wake = -1
        """Where a signal that came in is written down; -1 where there is no such place."""
        self._decode = codecs.getincrementaldecoder(getattr(sys.stdin, "encoding", None) or "utf-8")("replace").decode
        self._waiting = ""

    def _read(self) -> str:
        try:
            return self._line() if self._wake >= 0 else sys.stdin.readline()
        except OSError as error:
            return _gone(error)

    def _line(self) -> str:
        """The next line. A signal that comes between the question and the reading ends the wait as well."""
        standard_input = sys.stdin.fileno()
        while "\n" not in self._waiting:
            ready = select.select([standard_input, self._wake], [], [])[0]
            if self._wake in ready:
                os.read(self._wake, 4096)
                if self.teller.ended:
                    return ""
            elif more := os.read(standard_input, 65536):
                self._waiting += self._decode(more)
            else:
                line, self._waiting = self._waiting + self._decode(b"", final=True), ""
                return line
        line, _, self._waiting = self._waiting.partition("\n")
        return f"{line}\n"

    @contextmanager
    def ending_quietly(self) -> Iterator[None]:
        """Take a hang-up or a request to end as the end of the lines: what was typed is kept, everything is saved."""

        def end(number: int, frame: FrameType | None) -> None:
            if number != signal.SIGTERM:  # the terminal is gone, and writing to it would fail
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, sys.stdout.fileno())
                os.close(nowhere)
            self.teller.ended = True
            if self.teller.reading:  # a verb is let finish; the next question ends
                raise Ended

        known = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
        before = {number: signal.signal(number, end) for number in known}
        try:
            with self._waking():
                yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def _waking(self) -> Iterator[None]:
        """Have signals written down in a pipe that the wait for a line looks at too.

        Without it, a signal that comes after the last look and before the wait is slept through until the next key.
        Windows can wait on no pipe, and is asked to end in other ways.
        """
        if os.name == "nt" or not _has_number(sys.stdin):
            yield
            return
        self._wake, waker = os.pipe()
        os.set_blocking(waker, False)
        before = signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            wake, self._wake = self._wake, -1
            os.close(wake)
            os.close(waker)


def _has_number(stream: object) -> bool:
    """Whether a stream is a file of the system, not a text in memory."""
    try:
        return isinstance(stream, io.IOBase) and stream.fileno() >= 0
    except OSError:
        return False


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
