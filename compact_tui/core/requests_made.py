"""Views of requests and reminders that were made."""

from collections.abc import Iterable, Sequence

from compact_tui.core.audit_views import View
from compact_tui.core.days import say_day
from compact_tui.core.request import Request
from compact_tui.core.text import count, listed

_SHOWN = 5
"""Names that are said one by one."""


def some(names: Sequence[str]) -> str:
    """Names as a sentence lists them: the first few, and how many more there are."""
    more = len(names) - _SHOWN
    return listed([*names[:_SHOWN], count(more, "other")] if more > 0 else names)


def made_before(noun: str, name: str, made_on: str, folder: str, *, sent_on: str = "", noted: bool = True) -> str:
    """That the same was made before, whether it was sent, and where it is.

    Args:
        noun: What was made.
        name: Whose it is.
        made_on: Day.
        folder: Where its files were put.
        sent_on: Day on which it was sent; empty where nobody said so.
        noted: Whether sending is noted of this at all.
    """
    if not noted:
        sent = "whether it was sent is not noted"
    else:
        sent = f"sent on {say_day(sent_on)}" if sent_on else "NOT noted as sent"
    once = "" if sent_on else " Send one of them only."
    return f"A {noun} for {name} was made before, on {say_day(made_on)}, {sent}: {folder}.{once}"


class MadeLine(View, frozen=True, kw_only=True):
    """A request or reminder that was made for one setting."""

    entry: str
    name: str
    folder: str
    """Where its files are."""
    draft_file: str
    to: tuple[str, ...]
    """Empty where the register has no address."""


class MadeView(View, frozen=True, kw_only=True):
    """What was made at once."""

    kind: str
    """``request`` · ``reminder`` · ``reply``."""
    made: tuple[MadeLine, ...]
    passed: tuple[str, ...]
    """Settings for which nothing was made, and why, a sentence each."""
    notes: tuple[str, ...]
    """What is to be looked at before sending, a sentence each."""
    folder: str
    """The folder in which the folders are."""
    sentence: str
    next_step: str

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, to be read."""
        made = (f"{line.name}: {line.folder}" for line in self.made)
        parts = (self.sentence, self.next_step, *self.notes, *self.passed, *made)
        return tuple(part for part in parts if part)


class NotedView(View, frozen=True, kw_only=True):
    """What was noted as sent."""

    noted: int
    on: str
    sentence: str


def without_address(lines: Sequence[MadeLine]) -> tuple[str, ...]:
    """Whose address the register does not have."""
    names = [line.name for line in lines if not line.to]
    return (f"The register has no address of {some(names)}.",) if names else ()


def unsaid(requests: Iterable[Request]) -> tuple[str, ...]:
    """What settings are not told in what was made because nobody has said it yet."""
    every = tuple(requests)
    nowhere, any_day = any(not one.return_to for one in every), any(not one.due for one in every)
    lacking = [word for word, so in (("to which address returns go", nowhere), ("by which day", any_day)) if so]
    if not lacking:
        return ()
    where = "e on the partnership's side, or compact-tui partnership change"
    options = " ".join(text for text, so in (("--return-to ADDRESS", nowhere), ("--due DAY", any_day)) if so)
    return (f"They do not say {listed(lacking)}. Say it and make them again: {where} {options}",)
