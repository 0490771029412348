"""Whether the ids of a bank are sound and everything that a question names is there."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from compact_tui.core.bank import (
    DRAFT,
    LIVE,
    MUST,
    MUST_NOT,
    QUESTION_KINDS,
    RETIRED,
    ROLES,
    SHOULD,
    Question,
    QuestionBank,
)
from compact_tui.core.bank_use import GOOD_PRACTICE, NOT_IN_FORCE
from compact_tui.core.guidance_checks import empty
from compact_tui.core.problems import Path, Problem
from compact_tui.core.reference_checks import malformed, unknown, unknowns
from compact_tui.core.seen_checks import IN_FORCE
from compact_tui.core.setting import SECTORS
from compact_tui.core.setting_forms import PEOPLE_FORM

SOURCE_STATUSES = (IN_FORCE, "non-statutory", "local page", NOT_IN_FORCE)
"""What a source of a bank can be."""
DUTIES = ("must", "should", GOOD_PRACTICE)
CONFIDENCES = {"C": "seen in the text itself", "C2": "seen elsewhere only", "I": "our own, or the setting's"}
"""How the answer of a question that is asked was seen."""
UNSEEN = {"D": "seen as a draft", "G": "not seen yet"}
"""The same for drafts, which nobody is asked from yet."""
_WEIGHTS = (MUST, SHOULD, MUST_NOT)
_STATES = (LIVE, DRAFT, RETIRED)
PROFILE = tuple(field.id for field in PEOPLE_FORM.fields)
"""Fields of the setting's profile that a question may name."""


class Known(Struct, frozen=True):
    """What may be named in a question, by kind of thing; nothing of a kind means that it is not looked at."""

    topics: Collection[str] = ()
    standards: Collection[str] = ()
    criteria: Collection[str] = ()


def name_problems(bank: QuestionBank, known: Known) -> Iterator[Problem]:
    """Ids that are malformed or used twice in the bank, and names of what is not there."""
    yield from malformed(bank.bank.id, ("bank", "id"))
    yield from empty(bank.bank, ("title", "edition", "subject"), ("bank",))
    yield from unique_ids([source.id for source in bank.source], "source", ("source",))
    yield from unique_ids([question.id for question in bank.question], "question", ("question",))
    for at, source in enumerate(bank.source):
        yield from empty(source, ("title",), ("source", at))
        yield from unknown(source.status, SOURCE_STATUSES, "status", ("source", at, "status"))
    sources = [source.id for source in bank.source]
    for at, question in enumerate(bank.question):
        yield from _question(question, ("question", at), known, sources)


def unique_ids(ids: Sequence[str], noun: str, path: Path) -> Iterator[Problem]:
    """Ids of a table that are malformed or stand twice in it."""
    seen: set[str] = set()
    for at, name in enumerate(ids):
        yield from malformed(name, (*path, at, "id"))
        if name in seen:
            what = f'The {noun} "{name}" stands twice.'
            yield Problem(what=what, remedy="Give each its own id; an id is never used twice.", path=(*path, at, "id"))
        seen.add(name)


def _question(question: Question, path: Path, known: Known, sources: Sequence[str]) -> Iterator[Problem]:
    yield from unknown(question.kind, [kind for kind, _ in QUESTION_KINDS], "kind of question", (*path, "kind"))
    yield from unknown(question.status, _STATES, "status", (*path, "status"))
    yield from unknown(question.duty, DUTIES, "duty", (*path, "duty"))
    yield from _confidence(question, path)
    if known.topics:
        yield from unknown(question.topic, known.topics, "topic", (*path, "topic"))
    if not question.roles:
        remedy = 'Say whom it may be put to, such as roles = ["all-staff"].'
        yield Problem(what="The question names no role.", remedy=remedy, path=path)
    yield from unknowns(question.roles, [role for role, _ in ROLES], "role", (*path, "roles"))
    yield from unknowns(question.sectors, [sector for sector, _ in SECTORS], "sector", (*path, "sectors"))
    if known.standards:
        yield from unknowns(question.standards, known.standards, "standard", (*path, "standards"))
    if known.criteria:
        yield from unknowns(question.criteria, known.criteria, "criterion", (*path, "criteria"))
    yield from unknowns(question.from_profile, PROFILE, "field of the profile", (*path, "from_profile"))
    yield from _cited(question, path, sources)
    for at, point in enumerate(question.point):
        yield from unknown(point.weight, _WEIGHTS, "weight", (*path, "point", at, "weight"))
    yield from unique_ids([point.id for point in question.point], "point", (*path, "point"))
    yield from unique_ids([option.id for option in question.option], "option", (*path, "option"))


def _confidence(question: Question, path: Path) -> Iterator[Problem]:
    given, draft = question.confidence, question.status == DRAFT
    if given in CONFIDENCES or (given in UNSEEN and draft):
        return
    if given in UNSEEN:
        what = f"Nobody has seen the text behind this question ({given}: {UNSEEN[given]}), and it is asked."
        yield Problem(what=what, remedy='Make it status = "draft", or open the text.', path=(*path, "confidence"))
        return
    told = ", ".join(f"{code} ({words})" for code, words in CONFIDENCES.items())
    what = f'The confidence "{given[:20]}" is not known.' if given else "The question does not say how it was seen."
    yield Problem(what=what, remedy=f"Use {told}.", path=(*path, "confidence") if given else path)


def _cited(question: Question, path: Path, sources: Sequence[str]) -> Iterator[Problem]:
    if not question.source and question.status != RETIRED:
        remedy = "Add [[question.source]] with the id of a source and the place in it."
        yield Problem(what="The question names no source.", remedy=remedy, path=path)
    for at, cited in enumerate(question.source):
        yield from unknown(cited.source, sources, "source", (*path, "source", at, "source"))
        yield from empty(cited, ("place",), (*path, "source", at))
