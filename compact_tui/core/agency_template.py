"""Templates of single-agency audits: what is looked at, and the questions with what yes, partly and no look like."""

from msgspec import Struct

from compact_tui.core.bank import BankSource, Place
from compact_tui.core.pack_head import PackChange

CASE_FILE, ASSESSMENT, REVIEW, INTERVIEW, OBSERVATION, OWN = (
    "case-file",
    "assessment",
    "review",
    "interview",
    "observation",
    "own",
)
KINDS: tuple[tuple[str, str], ...] = (
    (CASE_FILE, "case files"),
    (ASSESSMENT, "assessments and plans"),
    (REVIEW, "case reviews"),
    (INTERVIEW, "interviews with children and families"),
    (OBSERVATION, "observation"),
    (OWN, "our own"),
)
"""What is audited: id and words."""


class TemplateValue(Struct, frozen=True, kw_only=True):
    """Base of a template's values: frozen, compared by content. Days are ``YYYY-MM-DD``; empty means not said."""


class TemplateHead(TemplateValue, frozen=True):
    """What a template says about itself."""

    id: str
    title: str
    kind: str
    edition: str
    one: str
    """What one of the things looked at is called, such as ``file``."""
    many: str
    owner: str = ""
    about: str = ""
    before: str = ""
    """What to know before the first case."""
    review_by: str = ""
    change: tuple[PackChange, ...] = ()


class TemplateQuestion(TemplateValue, frozen=True):
    """One question that is put to every case."""

    id: str
    text: str
    yes: str
    """What "yes" looks like."""
    partly: str
    no: str
    look: str
    """Where to look."""
    why: str
    """Why it matters to a child."""
    help: str = ""
    topics: tuple[str, ...] = ()
    confidence: str = ""
    """``C`` seen in the primary text, ``C2`` in secondary text only, ``I`` our own."""
    checked_on: str = ""
    source: tuple[Place, ...] = ()


class AgencyTemplate(TemplateValue, frozen=True):
    """A whole template, in the order of its file."""

    template: TemplateHead
    source: tuple[BankSource, ...] = ()
    question: tuple[TemplateQuestion, ...] = ()


def kind_words(kind: str) -> str:
    """The words for what is audited."""
    return dict(KINDS).get(kind, kind)
