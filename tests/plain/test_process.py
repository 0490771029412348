"""The line by line program as a process: in a terminal, from a pipe, interrupted, and what it imports."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from compact_tui.services.answering import show_criterion
from compact_tui.services.desk import desk_at
from tests.plain.conftest import Room, sound

PROGRAM = (sys.executable, "-m", "compact_tui", "--plain")
PATIENCE = 45.0
"""Seconds to wait for something to be said."""
HEAVY = ("textual", "rich", "questionary", "prompt_toolkit", "jinja2", "compact_tui.ui")


@pytest.fixture
def there(audit: Room) -> Path:
    """A workspace with an audit of the small pack."""
    return audit.root


def _piped(root: Path, lines: bytes, *options: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, "--workspace", str(root), *options],
        input=lines,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        env={**os.environ, **environ},
    )


def test_lines_from_a_pipe_do_what_they_say_and_the_end_leaves_tidily(there: Path) -> None:
    ran = _piped(there, "audit\r\n1\r\n1\r\nhalf\r\nZoë looked.\r\n.\r\n".encode())

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode().endswith("Everything is saved. Goodbye.\n")
    kept = show_criterion(desk_at(there), "1.1")
    assert (kept.answer, kept.note) == ("half-way", "Zoë looked.")


def test_bytes_that_are_no_text_do_no_harm(there: Path) -> None:
    ran = _piped(there, b"\xff\xfe\x00\n\x1b[2J\nq\n", LC_ALL="C", PYTHONUTF8="0")

    assert (ran.returncode, ran.stderr) == (0, b"")
    sound(ran.stdout.decode())


def test_ascii_is_ascii_to_the_last_byte(there: Path) -> None:
    ran = _piped(there, b"audit\n1\n1\ng\nq\n", "--ascii")

    assert ran.stdout.isascii()
    assert b"Your answer?" in ran.stdout


def test_no_setting_and_no_terminal_is_no_trouble(tmp_path: Path) -> None:
    ran = _piped(tmp_path / "nothing", b"")

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert not (tmp_path / "nothing").exists()


def test_a_reader_that_has_gone_is_no_fault(there: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "--workspace", str(there)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdin
        assert process.stderr
        process.stdout.close()
        process.stdin.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (0, b"")


class _Terminal:
    """The program in a terminal of its own."""

    def __init__(self, root: Path) -> None:
        self.child, self._terminal = pty.fork()
        if self.child == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests that were begun in the background do without ctrl+c
            os.execv(PROGRAM[0], [*PROGRAM, "--workspace", str(root)])
        self.seen = b""
        self._heard = 0

    def until(self, *wanted: bytes) -> None:
        """Read until some things are said, one after the other."""
        limit = time.monotonic() + PATIENCE
        for words in wanted:
            while words not in self.seen[self._heard :]:
                assert time.monotonic() < limit, self.seen.decode("utf-8", "replace")
                if select.select([self._terminal], [], [], 0.1)[0]:
                    self.seen += os.read(self._terminal, 65536)
            self._heard = self.seen.index(words, self._heard) + len(words)

    def types(self, line: bytes) -> None:
        """Type keys."""
        os.write(self._terminal, line)

    def close(self) -> None:
        """Close the window."""
        os.close(self._terminal)
        self._terminal = -1

    def code(self) -> int:
        """Read to the end; the exit code."""
        try:
            while self._terminal >= 0 and (more := os.read(self._terminal, 65536)):
                self.seen += more
        except OSError as error:  # Linux says so when the other side has gone
            assert error.errno == 5
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


def test_a_person_at_a_terminal_answers_and_leaves(there: Path) -> None:
    terminal = _Terminal(there)
    for wanted, line in (
        (b"Home. What next?", b"audit\n"),
        (b"Which standard?", b"1\n"),
        (b"Standard 1: 0 of 3", b"\n"),
        (b"Your answer?", b"1\n"),
        (b"full stop", b"Seen.\n.\n"),
        (b"What now?", b"q\n"),
    ):
        terminal.until(wanted, b"\n> ")
        terminal.types(line)

    assert terminal.code() == 0
    assert b"\x1b" not in terminal.seen
    sound(terminal.seen.decode().replace("\r\n", "\n"))
    assert show_criterion(desk_at(there), "1.1").note == "Seen."


def test_ctrl_c_is_one_step_back_and_twice_leaves_with_its_code(there: Path) -> None:
    terminal = _Terminal(there)
    terminal.until(b"Home. What next?", b"\n> ")
    terminal.types(b"audit\n")
    terminal.until(b"Which standard?", b"\n> ")
    terminal.types(b"\x03")
    terminal.until(b"One step back.", b"Home. What next?", b"\n> ")
    os.kill(terminal.child, signal.SIGINT)

    assert terminal.code() == 130
    assert b"Everything is saved. Goodbye." in terminal.seen


@pytest.mark.parametrize("how", ["closed", "ended"])
def test_a_window_that_is_closed_in_the_middle_of_a_text_loses_nothing(there: Path, how: str) -> None:
    terminal = _Terminal(there)
    for wanted, line in ((b"Home.", b"audit\n"), (b"Which", b"1\n"), (b"Standard 1", b"\n"), (b"answer?", b"1\n")):
        terminal.until(wanted, b"\n> ")
        terminal.types(line)
    terminal.until(b"full stop", b"\n> ")
    terminal.types(b"We counted.\n")
    terminal.until(b"\n> ")

    if how == "closed":
        terminal.close()
    else:
        os.kill(terminal.child, signal.SIGTERM)

    assert terminal.code() == 0
    assert show_criterion(desk_at(there), "1.1").note == "We counted."


def test_a_request_to_end_between_the_question_and_the_reading_is_not_slept_through() -> None:
    script = (
        "import os, signal\nfrom compact_tui.plain.streams import Streams\n"
        "streams = Streams(ascii_only=True)\n"
        "with streams.ending_quietly():\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    streams.teller.reading = True\n"
        "    print(repr(streams.teller._read()))\n"
    )
    keyboard, typed = os.pipe()  # nobody types, and nobody hangs up

    ran = subprocess.run(
        [sys.executable, "-c", script], stdin=keyboard, capture_output=True, check=True, timeout=PATIENCE
    )
    os.close(keyboard)
    os.close(typed)

    assert ran.stdout == b"''\n"


def test_nothing_heavy_is_imported_for_answering(there: Path) -> None:
    script = (
        "import sys\nfrom compact_tui.cli.main import main\n"
        f"code = main(['--plain', '--workspace', {str(there)!r}])\n"
        f"print(code, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script], input=b"audit\n1\n1\n1\n\n\n!\nq\n", capture_output=True, check=True
    )

    assert ran.stderr == b"0 []\n"
