"""A completed single-agency audit as the document that is sent: what was found, and nothing about any one child."""

from typing import Literal

import msgspec

from compact_tui.core.digest import digest_of
from compact_tui.core.return_parts import Part, ReturnSetting

FORMAT: Literal["compact-agency-audit"] = "compact-agency-audit"
FORMAT_VERSION: Literal[1] = 1


class AgencyAbout(Part, frozen=True):
    """What was audited, why, and by whom."""

    title: str
    kind: str
    kind_words: str
    template: str
    edition: str
    one: str
    many: str
    team: str
    why: str
    period: str
    lead: str
    auditors: str
    status: str
    started_on: str
    closed_on: str


class AgencyStandard(Part, frozen=True):
    """A standard that the audit touches, by the words of the setting's pack."""

    id: str
    title: str
    """With its number; the id alone where no pack is open."""


class AgencyStratum(Part, frozen=True):
    """One group of the whole."""

    name: str
    total: int
    size: int


class AgencyCase(Part, frozen=True):
    """One case: the reference the program made, and its place in a list that only the setting has."""

    id: str
    number: int
    of: int
    stratum: str


class AgencySample(Part, frozen=True):
    """How the cases were chosen."""

    total: int
    size: int
    method: str
    """``random`` · ``stratified`` · ``reason``; empty while nothing is chosen."""
    seed: int
    reason: str
    redrawn_because: str
    strata: tuple[AgencyStratum, ...]
    cases: tuple[AgencyCase, ...]
    sentences: tuple[str, ...]


class AgencyCount(Part, frozen=True):
    """How often each answer was given to a question or within a topic."""

    id: str
    words: str
    yes: int
    partly: int
    no: int
    not_applicable: int
    unanswered: int
    sentence: str
    beyond: str


class AgencyDecided(Part, frozen=True):
    """What two readers who differed about a question agreed on; of which case stays with the setting."""

    question: str
    first: str
    second: str
    agreed: str
    """Empty while it is open."""
    note: str


class AgencyAgreed(Part, frozen=True):
    """How far two readers agree. Kappas are texts of two decimals, empty where they are not defined."""

    pairs: int
    agreed: int
    percent: int
    kappa: str
    linear: str
    quadratic: str
    apart: int
    apart_agreed: int
    missing: int
    sentences: tuple[str, ...]


class AgencySecond(Part, frozen=True):
    """The second reading."""

    reader: str
    cases: int
    """How many cases were read twice; 0 where there was no second reader."""
    finished: bool
    sentence: str
    agreement: tuple[AgencyAgreed, ...]
    """None or one."""
    decided: tuple[AgencyDecided, ...]


class AgencyFound(Part, frozen=True):
    """What was found, in the words of the people who did it."""

    works: str
    does_not: str
    views: str
    themes: str
    training: str
    rating: str
    shared_with: str
    shared_on: str


class AgencyToDo(Part, frozen=True):
    """What someone will do because of it."""

    id: str
    what: str
    who: str
    due: str
    how_known: str
    status: str
    outcome: str
    done_on: str


class AgencyFile(Part, frozen=True):
    """The agency's own report, sent beside this."""

    name: str
    sha256: str
    size: int


class AgencyReturn(Part, frozen=True, kw_only=True):
    """The document, whole. Every key is always written; empty text means not said."""

    format: Literal["compact-agency-audit"] = FORMAT
    format_version: Literal[1] = FORMAT_VERSION
    id: str
    supersedes: str
    """Id of the one that this takes the place of; empty for the first."""
    audit: str
    made_on: str
    complete: bool
    """Closed, with nothing missing."""
    setting: ReturnSetting
    about: AgencyAbout
    standards: tuple[AgencyStandard, ...]
    sample: AgencySample
    cases_done: int
    questions: tuple[AgencyCount, ...]
    topics: tuple[AgencyCount, ...]
    limits: str
    found: AgencyFound
    actions: tuple[AgencyToDo, ...]
    second: AgencySecond
    attached: tuple[AgencyFile, ...]
    missing: tuple[str, ...]
    """What is still missing, each a sentence."""
    made_by: str
    digest: str


def with_agency_digest(return_: AgencyReturn) -> AgencyReturn:
    """The document with its digest, which is worked out over everything else in it."""
    return msgspec.structs.replace(return_, digest=digest_of(msgspec.to_builtins(return_)))
