"""The program in a terminal of its own: words that are half typed when the terminal goes away."""

import contextlib
import os
import re
import select
import signal
import struct
import sys
import time
from collections.abc import Iterator

import pytest

from tests.ui.conftest import Bench

if os.name != "posix":
    pytest.skip("terminals of this kind are not there", allow_module_level=True)

import fcntl
import pty
import termios

PATIENCE = 60.0
NOTE = "half a word about the roll of ticke"


class Terminal:
    """A program in a terminal of 80 by 24."""

    def __init__(self, *argv: str, **environ: str) -> None:
        self.seen = b""
        self.child, self.file = pty.fork()
        if self.child == 0:
            os.environ.update(TERM="xterm-256color", **environ)
            os.execv(sys.executable, [sys.executable, "-m", "compact_tui", *argv])
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def until(self, wanted: str) -> None:
        """Read until something has been painted."""
        end = time.monotonic() + PATIENCE
        while wanted.encode() not in self.seen:
            assert time.monotonic() < end, f"Waited in vain for {wanted!r}: {self.seen[-2000:]!r}"
            self._read()

    def _read(self) -> bool:
        if select.select([self.file], [], [], 0.1)[0]:
            try:
                self.seen += os.read(self.file, 65536)
            except OSError:  # the other side has gone
                return False
        return True

    def keys(self, keys: str, then: str) -> None:
        """Press keys, and wait for what they paint."""
        while select.select([self.file], [], [], 0.3)[0] and self._read():
            pass  # what is still being painted belongs to the key before
        self.seen = b""
        os.write(self.file, keys.encode())
        self.until(then)

    def end(self) -> int:
        """Wait for the end; the exit code."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self._read()
            child, status = os.waitpid(self.child, os.WNOHANG)
            if child:
                self.child = 0
                return os.waitstatus_to_exitcode(status)
        pytest.fail("The program did not end.")

    def close(self) -> None:
        """Be rid of it."""
        if self.child:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
        with contextlib.suppress(OSError):
            os.close(self.file)


@pytest.fixture
def terminal(audit: Bench) -> Iterator[Terminal]:
    made = Terminal("--workspace", str(audit.root))
    yield made
    made.close()


def _write_half_a_note(terminal: Terminal) -> None:
    terminal.until("What next?")
    terminal.keys("n", "Which criterion?")
    terminal.keys("\r", "What we found")
    terminal.keys("h", "In hand")
    terminal.keys("\t", "write. Name")
    terminal.keys(NOTE, "ticke")


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_note_half_typed_is_there_after_a_hang_up(audit: Bench, terminal: Terminal, name: str) -> None:
    _write_half_a_note(terminal)
    os.kill(terminal.child, getattr(signal, name))

    assert terminal.end() == 0
    assert audit.criterion("1.1").note == NOTE


def test_without_colour_nothing_sets_one(audit: Bench) -> None:
    terminal = Terminal("--workspace", str(audit.root), NO_COLOR="1")
    try:
        terminal.until("What next?")
        coloured = [
            code
            for codes in re.findall(rb"\x1b\[([\d;]*)m", terminal.seen)
            for code in [codes.decode()]
            if re.search(r"(^|;)(3[0-7]|9[0-7]|4[0-7]|10[0-7])(;|$)", code) or _is_not_grey(code)
        ]
        assert coloured == []
        os.write(terminal.file, b"\x11")
        assert terminal.end() == 0
    finally:
        terminal.close()


def _is_not_grey(code: str) -> bool:
    """Whether a code sets a true colour whose three parts differ."""
    parts = re.findall(r"[34]8;2;(\d+);(\d+);(\d+)", code)
    return any(len(set(part)) > 1 for part in parts)
