"""Reading lines and saying lines: nothing is redrawn, no colour, one thing a line."""

import re
from collections.abc import Callable, Iterable, Iterator

from compact_tui.core.errors import CompactError
from compact_tui.core.report_text import wrapped
from compact_tui.core.text import in_ascii
from compact_tui.plain.moving import BACK, Ended, Interrupted, Moved

WIDTH = 78
"""Columns of the longest line."""
PIECE = 20
"""Lines of a long page that are said before a person is asked to go on."""
PROMPT = "> "
_BEGIN = re.compile(r" *(?:\d{1,4}\. )?")


class Teller:
    """Whoever reads a person's lines and says ours.

    Args:
        read: Gives the next line with its end; an empty text when there are no more.
        write: Takes text to be shown.
        ascii_only: Whether to keep to letters and signs that every terminal has.
    """

    def __init__(self, read: Callable[[], str], write: Callable[[str], object], *, ascii_only: bool = False) -> None:
        self._read = read
        self._write = write
        self.ascii_only = ascii_only
        self.taken = 0
        """How many lines were read."""
        self.answered = 0
        """How many questions were answered."""
        self.reading = False
        """Whether a line is being waited for."""
        self.ended = False
        """Whether nobody is there any more: then nothing is read, and every question ends."""
        self.drafts: dict[str, dict[str, str]] = {}
        """What was typed into a form that was left, by the id of the form; offered again."""
        self.beside: Callable[[str], str] = lambda text: ""
        """What is to be thought of about a text, such as that it names a child; empty for nothing."""
        self._interrupted = False
        self.settle: Callable[[], bool] = lambda: True
        """Sees to it that everything is saved, before every prompt; whether it is."""
        self.everywhere: Callable[[str, bool], bool] = lambda typed, words: False
        """Does what works at every prompt; whether a line was that. Words count only where no text is asked for."""

    def warn(self, text: str) -> None:
        """Say what is to be thought of about a text that was just typed; it is kept as it is."""
        warning = self.beside(text)
        if warning:
            self.say(f"Note: {warning}")

    def say(self, *texts: str) -> None:
        """Say texts, each on a line of its own, wrapped at words; an empty one is an empty line."""
        for text in texts:
            self._write("".join(f"{line}\n" for line in self._lines(text)))

    def _lines(self, text: str) -> Iterator[str]:
        """A text as lines that fit."""
        for line in (in_ascii(text) if self.ascii_only else text).split("\n"):
            yield from (part.rstrip() for part in wrapped(line, WIDTH, _hang(line)))

    def kept(self, words: str = "") -> None:
        """Say what was done, and that it is saved, if it is; what went wrong is said in its place."""
        if self.settle():
            self.say(f"{words} Saved.".lstrip())
        elif words:
            self.say(words)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Say names and what is so, one pair a line; pairs of which nothing is so are left out."""
        for name, said in pairs:
            if said:
                self.say(f"{name}: {said}" if name else said)

    def problem(self, error: CompactError) -> None:
        """Say what happened, and on the next line what to do."""
        self.say(*(text for text in (error.message, error.hint) if text))

    def line(self, prompt: str = PROMPT) -> str:
        """Read a line as it was typed, without its end.

        Raises:
            Ended: If there are no more lines.
            Moved: One step back, when the person interrupts.
            Interrupted: When the person interrupts twice.
        """
        self.settle()
        if self.ended:
            raise Ended
        self._write(prompt)
        try:
            self.reading = True
            line = self._read()
        except KeyboardInterrupt as stop:
            self._write("\n")
            raise self.interrupted() from stop
        finally:
            self.reading = False
        if not line:
            self._write("\n")
            raise Ended
        self.taken += 1
        self._interrupted = False
        return line.rstrip("\r\n").removeprefix("\ufeff")

    def interrupted(self) -> Moved:
        """Take an interruption: one step back, and at the second in a row the end.

        Returns:
            The step back, to be raised.

        Raises:
            Interrupted: At the second in a row.
        """
        if self._interrupted:
            raise Interrupted
        self._interrupted = True
        self.say("One step back. Ctrl+C once more leaves.")
        return Moved(BACK)

    def ask(self, prompt: str = PROMPT, help_lines: Iterable[str] = (), *, words: bool = False) -> str:
        """Read a line; what works at every prompt is done first, and then the line is asked for again.

        Args:
            prompt: What stands before the line.
            help_lines: What ``?`` says first.
            words: Whether words such as ``back`` count too; not where free text is asked for.
        """
        while True:
            typed = self.line(prompt).strip()
            if typed == "?" or (words and typed.lower() == "help"):
                self.say(*help_lines)
            if not self.everywhere(typed, words):
                return typed

    def pages(self, texts: Iterable[str]) -> None:
        """Say a long page in pieces of some lines: Enter goes on, ``b`` stops."""
        lines = (line for text in texts for line in self._lines(text))
        for number, line in enumerate(lines):
            if number and number % PIECE == 0 and not self.goes_on():
                return
            self._write(f"{line}\n")

    def goes_on(self) -> bool:
        """Whether the person wants to hear the next piece."""
        while True:
            typed = self.line("Enter goes on, b stops > ").strip().lower()
            if typed in {"b", "back"}:
                return False
            if typed == "?":
                self.say("This is a long page. Press Enter for the next piece, or type b to stop.")
            if not self.everywhere(typed, True):
                return True


def _hang(line: str) -> str:
    """What the further parts of a line begin with: the indent of the first, and room for its number."""
    begin = _BEGIN.match(line)
    return " " * len(begin[0]) if begin else ""
