"""The cases of a single-agency audit: how they were chosen, and what one and another reader say of each."""

from msgspec import Struct

YES, PARTLY, NO, NOT_APPLICABLE = "yes", "partly", "no", "not-applicable"
ANSWERS: tuple[tuple[str, str, str], ...] = (
    (YES, "yes", "y"),
    (PARTLY, "partly", "p"),
    (NO, "no", "n"),
    (NOT_APPLICABLE, "not applicable", "x"),
)
"""What can be answered to a question of one case: id, words and the letter that types it."""
RATED = (NO, PARTLY, YES)
"""The answers that have an order, lowest first; "not applicable" stands outside it."""
RANDOM, STRATIFIED, REASON = "random", "stratified", "reason"
METHODS: tuple[tuple[str, str], ...] = (
    (RANDOM, "by chance"),
    (STRATIFIED, "by chance within each group"),
    (REASON, "for a reason"),
)
"""How cases are chosen: id and words."""


class AgencyRecord(Struct, frozen=True, kw_only=True):
    """Base of what a single-agency audit keeps. Days are ``YYYY-MM-DD``; empty text means not said."""


class Asked(AgencyRecord, frozen=True):
    """A question as this audit asks it: copied from the template, so that a later edition changes nothing here."""

    id: str
    text: str
    help: str = ""
    look: str = ""
    """Where in the file to look."""
    yes: str = ""
    """What "yes" looks like."""
    partly: str = ""
    no: str = ""
    why: str = ""
    """Why it matters to a child."""
    topics: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()


class Stratum(AgencyRecord, frozen=True):
    """One group of the whole, with a numbered list of its own."""

    name: str
    total: int
    size: int = 0
    """How many of it are looked at."""


class Drawn(AgencyRecord, frozen=True):
    """One place in a numbered list that was chosen."""

    number: int
    of: int
    """How many the list has."""
    stratum: str = ""
    """Name of the group whose list it is; empty where there is one list."""


class Sample(AgencyRecord, frozen=True):
    """How the cases were chosen, so that it can be done again. Of several the last holds."""

    id: str
    total: int
    """How many there are in all."""
    size: int
    """How many are looked at."""
    method: str = RANDOM
    seed: int = 0
    """Where chance began; 0 where there was none."""
    strata: tuple[Stratum, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    reason: str = ""
    """Why just these, where they were not chosen by chance."""
    key_place: str = ""
    """Where the paper list with the names is kept; the names are never here."""
    redrawn_because: str = ""
    """Why the sample before it no longer holds; empty for the first."""
    on: str = ""
    by: str = ""
    at: str = ""


class Case(AgencyRecord, frozen=True):
    """One of the things looked at, known here by a reference that the program made."""

    id: str
    """The reference, such as ``C01``."""
    number: int
    """Its place in the numbered list on paper, from 1."""
    of: int
    stratum: str = ""
    done_on: str = ""
    """The day on which its reader was done with it."""
    by: str = ""
    at: str = ""


class CaseAnswer(AgencyRecord, frozen=True):
    """What one case shows about one question."""

    id: str
    """As :func:`answer_id` makes it."""
    case: str
    question: str
    answer: str = ""
    """An id of ``ANSWERS``; empty while only a note is written."""
    note: str = ""
    """Never leaves."""
    unsafe: bool = False
    """Whether what was read shows a child who may be unsafe."""
    by: str = ""
    at: str = ""


class CaseNote(AgencyRecord, frozen=True):
    """What one case says beyond its answers. None of it leaves."""

    case: str
    strength: str = ""
    learning: str = ""
    action: str = ""
    who: str = ""
    """The role that does it."""
    due: str = ""
    told_on: str = ""
    """The day on which the reader said that the lead was told of an unsafe child."""
    by: str = ""
    at: str = ""


class SecondReading(AgencyRecord, frozen=True):
    """A second reader on a share of the cases, who does not see what the first one said until it is finished."""

    id: str = "second"
    reader: str = ""
    """The role that reads."""
    seed: int = 0
    cases: tuple[str, ...] = ()
    begun_on: str = ""
    finished_on: str = ""
    by: str = ""
    at: str = ""


class SecondRead(AgencyRecord, frozen=True):
    """What the second reader says to one question of one case."""

    id: str
    """As :func:`answer_id` makes it."""
    case: str
    question: str
    answer: str
    """An id of ``ANSWERS``; empty while only something unsafe is marked."""
    unsafe: bool = False
    """Whether what was read shows a child who may be unsafe."""
    told_on: str = ""
    """The day on which somebody said that the lead was told of it."""
    by: str = ""
    at: str = ""


class Decision(AgencyRecord, frozen=True):
    """What two readers who differed agreed on."""

    id: str
    """As :func:`answer_id` makes it."""
    case: str
    question: str
    answer: str
    note: str = ""
    """What was decided and why, in words."""
    by: str = ""
    at: str = ""


def answer_id(case: str, question: str) -> str:
    """Under what id an answer to a question of a case is kept."""
    return f"{case}@{question}"


def case_refs(number: int) -> tuple[str, ...]:
    """The references of so many cases: ``C01``, ``C02`` and so on, all of one length."""
    wide = max(2, len(str(number)))
    return tuple(f"C{at:0{wide}d}" for at in range(1, number + 1))


def position_words(case: Case | Drawn) -> str:
    """Which one it is, to be found on the paper list: ``number 17 of 43``, ``Year 3: number 5 of 12``."""
    words = f"number {case.number} of {case.of}"
    return f"{case.stratum}: {words}" if case.stratum else words
