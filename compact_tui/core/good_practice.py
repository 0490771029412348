"""Good practice for learning reports: what is asked, and what may not stand in what is published."""

import re
from collections.abc import Iterable

from compact_tui.core.audit_views import View
from compact_tui.core.finding import short
from compact_tui.core.forms import Field, Form
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.personal import refused_kind, seen_in, warning_of
from compact_tui.core.setting import SECTORS
from compact_tui.core.text import clean, listed, unaccented

_WORDS = 70
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

GOOD_PRACTICE_FORM = Form(
    "good-practice",
    "Good practice that a learning report tells",
    (
        Field(
            id="text",
            question="What do they do, and what comes of it?",
            help="In your own words, without what would tell who it is: no names, no place, no single event.",
            parse=clean,
            required=True,
            long=True,
        ),
        Field(id="sector", question="Which sector?", help="Empty: it is told to all of them.", choices=SECTORS),
        Field(id="standard", question="Which standard?", help="Its number or id; empty where it is none."),
        Field(
            id="return_id",
            question="Which return was it seen in?",
            help="Its id, for use inside the partnership only; never in the report.",
        ),
    ),
)


class PracticeLine(View, frozen=True, kw_only=True):
    """Good practice that is told."""

    id: str
    text: str
    words: str
    """The same cut to one short line."""
    cycle: str
    in_round: bool
    """Whether this round's reports tell it."""
    round_words: str
    """The round it was seen in, and where this round's reports do not tell it, that they do not."""
    sector: str
    sector_word: str
    about: str
    """Sector and round in a few words, such as ``Education, 2024-2026``."""
    standard: str
    standard_word: str
    return_id: str
    warnings: tuple[str, ...]
    """What should be looked at before it is published."""


class PracticeView(View, frozen=True, kw_only=True):
    """The good practice of the partnership's book, as it was written down."""

    lines: tuple[PracticeLine, ...]
    sentence: str

    @property
    def older(self) -> tuple[PracticeLine, ...]:
        """What was seen in an earlier round, and this round's reports do not tell."""
        return tuple(one for one in self.lines if not one.in_round)


def is_told(cycle: str, now: str) -> bool:
    """Whether the reports of a round tell good practice of a round; what is of none is told in every one."""
    return cycle in {"", now}


def round_words(cycle: str, now: str) -> str:
    """The round that good practice was seen in, such as ``2024-2026: not in this round's reports``."""
    return (cycle or "every round") if is_told(cycle, now) else f"{cycle}: not in this round's reports"


def one_line(text: str) -> str:
    """A text cut to one short line."""
    return short(text, _WORDS)


def settings_named(text: str, register: Iterable[RegisterEntry]) -> tuple[str, ...]:
    """The names of settings that stand in a text, by what they are called or were called before.

    Accents, apostrophes, an s at the end of a word, and ``&`` for ``and`` make no other name of it. A name of several
    words counts in any case. A name of one word counts where it begins with a capital letter, as it may be an ordinary
    word.
    """
    said = _plain_words(text)
    known = ((name, _plain_words(name)) for entry in register for name in (entry.name, *entry.former_names))
    return tuple(dict.fromkeys(name for name, words in known if _stands(words, said)))


def _plain_words(text: str) -> tuple[tuple[str, bool], ...]:
    """The words of a text as names are compared, and whether each begins with a capital letter."""
    found = _WORD.findall(unaccented(text).replace("&", " and "))
    return tuple((word.replace("'", "").lower().rstrip("s") or word.lower(), word[0].isupper()) for word in found)


def _stands(name: tuple[tuple[str, bool], ...], said: tuple[tuple[str, bool], ...]) -> bool:
    if len(name) == 1:
        return (name[0][0], True) in said
    wanted, words = [word for word, _ in name], [word for word, _ in said]
    return bool(wanted) and any(words[at : at + len(wanted)] == wanted for at in range(len(words)))


def why_refused(text: str, register: Iterable[RegisterEntry]) -> str:
    """Why a text cannot stand in a learning report; empty where it can."""
    names = settings_named(text, register)
    if names:
        return f"It names {listed(names)}, and a learning report names no setting."
    kind = refused_kind(text)
    return f"It holds {kind}, which could tell who a child is." if kind else ""


def warnings_about(text: str) -> tuple[str, ...]:
    """What should be looked at in a text before it is published; it may well be right."""
    personal = warning_of(seen_in(text))
    return (personal,) if personal else ()
