"""Small groups: which tool is theirs, how long theirs takes, and the words they read."""

from msgspec import Struct

from compact_tui.core.audit_views import View
from compact_tui.core.forms import Field, Filled, Form
from compact_tui.core.pack import AuditPack
from compact_tui.core.return_forms import START_FORM
from compact_tui.core.text import count

SMALL_GROUP, FULL = "small-group", "full"
"""The two tools; the first is also the sector that takes it."""
_KIND = "voluntary-group"
_MANY_HELPERS = 20
"""Helpers above which the full audit is offered as well; nobody has to take it for that."""
_MOST_HELPERS = 99_999
_YES, _NO = "yes", "no"
_ANSWERS = ((_YES, "Yes"), (_NO, "No"), ("not-sure", "Not sure"))
_ROUND_FROM, _ROUNDED_TO = 10, 5
"""Minutes from which a time is rounded, and to what."""


def parse_helpers(text: str) -> str:
    """How many people help, as it was typed.

    Raises:
        ValueError: With a sentence for the person.
    """
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit() and 0 < int(plain[:9]) <= _MOST_HELPERS):
        raise ValueError(f'"{plain[:20]}" is not a number of people. Write it in digits, such as 3; roughly will do.')
    return str(int(plain))


WHICH_FORM = Form(
    "which",
    "Which is ours?",
    (
        Field(
            id="paid",
            question="Does the council or the NHS pay you to run this?",
            help="A contract or agreement to do work for them. Renting a room from them is not that.",
            choices=_ANSWERS,
            required=True,
        ),
        Field(
            id="ofsted",
            question="Are you registered with Ofsted?",
            help="As a nursery, a childminder, or a club that looks after children.",
            choices=_ANSWERS,
            required=True,
        ),
        Field(
            id="school",
            question="Are you a school or college, or run by one?",
            help="Using a school's hall in the evening is not that.",
            choices=_ANSWERS,
            required=True,
        ),
        Field(
            id="helpers",
            question="How many people help, you included?",
            help="Roughly, such as 3.",
            parse=parse_helpers,
            required=True,
        ),
    ),
)
"""A few plain questions for those who do not know which tool is theirs."""

_OBLIGES = (
    ("school", "education", "You are a school or college, or run by one"),
    ("ofsted", "early-years", "You are registered with Ofsted"),
    ("paid", "other", "The council or the NHS pays you to run it"),
)
"""What asks for the full audit, weightiest first: the question, the sector that follows, and the words."""


class ObligesLine(View, frozen=True, kw_only=True):
    """Something that asks for the full audit, and whether it is so here."""

    id: str
    words: str
    state: str
    """``yes`` · ``no`` · ``not-sure``."""
    state_word: str


class ToolView(View, frozen=True, kw_only=True):
    """Which tool is ours, and why."""

    tool: str
    """``small-group`` or ``full``."""
    certain: bool
    """Whether every question was answered with yes or no, as far as it matters."""
    title: str
    sentence: str
    """The recommendation with its reason."""
    obliges: tuple[ObligesLine, ...]
    """What asks for the full audit, and whether it is so here."""
    notes: tuple[str, ...]
    sector: str
    """The sector to choose in the setting."""
    kind: str
    """The kind of setting to choose; empty where the answers do not settle it."""
    parts: int
    questions: int
    time_words: str
    next_step: str


class Words(Struct, frozen=True):
    """How an audit and what is in it are called."""

    whole: str
    part: str
    question: str
    questions: str


_FULL_WORDS = Words("Compact audit", "standard", "criterion", "criteria")
_SMALL_WORDS = Words("Safeguarding self-check", "part", "question", "questions")


def for_ourselves(pack: AuditPack) -> bool:
    """Whether an assessment is for the group itself: it has no grades and nobody has to sign it."""
    return not pack.level and bool(pack.signer) and not any(signer.required for signer in pack.signer)


def whole_word(sector: str) -> str:
    """How the audit of a sector is called."""
    return (_SMALL_WORDS if sector == SMALL_GROUP else _FULL_WORDS).whole


def words_for(pack: AuditPack) -> Words:
    """How the audit of a pack is called; without jargon where a small group reads it."""
    return _SMALL_WORDS if for_ourselves(pack) else _FULL_WORDS


def title_for(pack: AuditPack, cycle: str) -> str:
    """What the bar on top calls an audit."""
    return f"{words_for(pack).whole} {cycle}"


def start_form(sector: str) -> Form:
    """What is asked before an audit starts; nothing for a small group, which has no rounds to name."""
    return Form(START_FORM.id, "Begin", ()) if sector == SMALL_GROUP else START_FORM


def minutes_words(questions: int) -> str:
    """How long so many questions of a small group's tool take at a minute each: ``40 minutes``; empty for none."""
    rounded = questions if questions <= _ROUND_FROM else round(questions / _ROUNDED_TO) * _ROUNDED_TO
    return count(rounded, "minute") if questions else ""


def time_left(questions: int) -> str:
    """How long the rest takes, in words; empty when nothing is left."""
    return f"about {minutes_words(questions)} left" if questions else ""


def time_words(pack: AuditPack) -> str:
    """How long a whole pack takes, in words: our own estimates, as the guide says."""
    if for_ourselves(pack):
        return f"about {minutes_words(questions_in(pack))}"
    return f"about {count(-(-len(pack.standard) // 2), 'hour')}, spread over weeks"


def questions_in(pack: AuditPack) -> int:
    """How many questions a pack asks, as a variation sees it."""
    return sum(len(standard.criterion) for standard in pack.standard)


def sector_from(filled: Filled) -> str:
    """The sector that the answers lead to: the weightiest "yes", else that of small groups."""
    return next((sector for name, sector, _ in _OBLIGES if filled.value(name) == _YES), SMALL_GROUP)


def tool_view(filled: Filled, pack: AuditPack) -> ToolView:
    """Which tool is ours.

    Args:
        filled: ``WHICH_FORM``, filled in.
        pack: The pack for the sector that follows, as its variation sees it.
    """
    lines = tuple(_line(name, words, filled.value(name)) for name, _, words in _OBLIGES)
    so, unsure = [x for x in lines if x.state == _YES], [x for x in lines if x.state not in {_YES, _NO}]
    small = not so
    asked = f"{len(pack.standard)} {words_for(pack).part}s, {questions_in(pack)} questions, {time_words(pack)}"
    return ToolView(
        tool=SMALL_GROUP if small else FULL,
        certain=bool(so) or not unsure,
        title="The one for small groups" if small else "The full audit",
        sentence=_sentence(so, unsure, asked),
        obliges=lines,
        notes=_notes(filled, unsure, small=small),
        sector=sector_from(filled),
        kind=_KIND if small else "",
        parts=len(pack.standard),
        questions=questions_in(pack),
        time_words=time_words(pack),
        next_step="Save it under About your setting, and begin. You can change it later."
        if small
        else "Choose your kind of setting under About your setting, and begin.",
    )


def _line(name: str, words: str, said: str) -> ObligesLine:
    return ObligesLine(id=name, words=words, state=said, state_word=dict(_ANSWERS)[said].lower())


def _sentence(so: list[ObligesLine], unsure: list[ObligesLine], asked: str) -> str:
    if so:
        return f"Yours is the full audit ({asked}), because you said: {so[0].words[:1].lower()}{so[0].words[1:]}."
    because = "because, as far as you know, nothing asks for more" if unsure else "because nothing asks for more"
    return f"Yours is the one for small groups ({asked}), {because}."


def _notes(filled: Filled, unsure: list[ObligesLine], *, small: bool) -> tuple[str, ...]:
    if not small:
        return ()
    notes = ["It stays with you. You share it only if you choose."]
    if unsure:
        told = " or ".join(f'"{line.words}"' for line in unsure)
        notes.append(f"You were not sure about {told}. Ask your treasurer or chair: a yes would mean the full audit.")
    if int(filled.value("helpers")) > _MANY_HELPERS:
        notes.append("With that many helpers you may want the full audit. Nobody asks it of you for that.")
    return tuple(notes)
