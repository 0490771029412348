"""The question bank: questions of one subject for short spot checks, with their answers and sources."""

from msgspec import Struct

from compact_tui.core.pack import Source

SPOKEN, CHOICE, MULTIPLE, TRUE_FALSE, SCENARIO = "spoken", "choice", "multiple", "true-false", "scenario"
QUESTION_KINDS: tuple[tuple[str, str], ...] = (
    (SPOKEN, "answered aloud, with points to listen for"),
    (CHOICE, "one of several answers is right"),
    (MULTIPLE, "several of the answers are right"),
    (TRUE_FALSE, "true or false"),
    (SCENARIO, "a short story with several acceptable next steps"),
)
"""Id and what it is."""
LIVE, DRAFT, RETIRED = "live", "draft", "retired"
MUST, SHOULD, MUST_NOT = "must", "should", "must-not"
"""Weights of a point: needed for a full answer, adds to it, unsafe if heard."""
ROLES: tuple[tuple[str, str], ...] = (
    ("all-staff", "Everyone who works here"),
    ("lead", "Lead and deputies"),
    ("manager", "Head, manager, leader"),
    ("governor", "Governors, trustees, committee"),
    ("early-years", "Early years staff"),
    ("volunteer", "Volunteers"),
)
"""Whom a question may be put to: id and words."""


class Value(Struct, frozen=True, kw_only=True):
    """Base of the bank's values: frozen, compared by content. Days are ``YYYY-MM-DD``; empty means not said."""


class BankChange(Value, frozen=True):
    """A line of a bank's change log."""

    edition: str
    on: str
    what: str


class BankHead(Value, frozen=True):
    """What a bank says about itself."""

    id: str
    title: str
    edition: str
    subject: str
    owner: str = ""
    about: str = ""
    review_by: str = ""
    change: tuple[BankChange, ...] = ()


class BankSource(Source, frozen=True, kw_only=True):
    """A document that questions rest on; its status may also be ``passed, not in force``."""

    in_force_to: str = ""
    """The last day on which this edition held; empty while it holds."""


class Place(Value, frozen=True):
    """Where in a source the answer stands."""

    source: str
    place: str


class Point(Value, frozen=True):
    """Something to listen for in a spoken answer."""

    id: str
    weight: str
    """``must`` · ``should`` · ``must-not``."""
    say: str
    """As one would hear it."""


class Option(Value, frozen=True):
    """An answer to choose."""

    id: str
    text: str
    right: bool = False
    unsafe: bool = False
    """Doing this could leave a child at risk."""
    feedback: str = ""


class Wording(Value, frozen=True):
    """How the question read before: an edit keeps the id."""

    on: str
    was: str
    why: str = ""


class Question(Value, frozen=True):
    """One question with all that belongs to it."""

    id: str
    topic: str
    kind: str
    prompt: str
    """What is read aloud."""
    answer: str
    """The model answer that is said back."""
    why: str = ""
    """Why it matters to a child."""
    fact: str = ""
    """The fact behind it; several wordings of one fact share it."""
    facts: tuple[str, ...] = ()
    """Where the author's own list of facts has it."""
    status: str = LIVE
    critical: bool = False
    """An unsafe answer outweighs the rest."""
    knew_where: bool = False
    """"I would ask the lead" is an acceptable answer."""
    duty: str = ""
    """How strong what it teaches is: ``must should good-practice``."""
    roles: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    """Sectors it applies to as worded; empty means all."""
    standards: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    confidence: str = ""
    """``C`` seen in the primary text, ``C2`` in secondary text only, ``I`` our own or the setting's."""
    checked_on: str = ""
    review_by: str = ""
    in_force_from: str = ""
    in_force_to: str = ""
    from_profile: tuple[str, ...] = ()
    """Fields of the profile that answer and points name in braces."""
    source: tuple[Place, ...] = ()
    point: tuple[Point, ...] = ()
    option: tuple[Option, ...] = ()
    wording: tuple[Wording, ...] = ()
    tags: tuple[str, ...] = ()


class QuestionBank(Value, frozen=True):
    """A whole bank, in the order of its file."""

    bank: BankHead
    source: tuple[BankSource, ...] = ()
    question: tuple[Question, ...] = ()


def family_of(question: Question) -> str:
    """What its wordings share: the fact, or the question itself where it names none."""
    return question.fact or question.id
