"""What Review shows: the findings with their words and the place to mend each, and how many there are."""

from collections.abc import Iterable, Mapping

from compact_tui.core.audit import Audit
from compact_tui.core.audit_views import View
from compact_tui.core.finding import SEVERITIES, Finding, Severity
from compact_tui.core.findings import errors_of, rule_words
from compact_tui.core.pack import AuditPack
from compact_tui.core.text import count

SEVERITY_WORDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "note": "note"}
ASIDE = "set-aside"
FILTERS: tuple[tuple[str, str], ...] = (
    ("all", "everything"),
    ("error", "errors only"),
    ("warning", "warnings only"),
    ("note", "notes only"),
    (ASIDE, "set aside only"),
)
"""Which findings are shown: id and words."""
FIELD_WORDS: Mapping[str, str] = {
    "answer": "the answer",
    "note": "the note",
    "private_note": "the private note",
    "reason": "the reason",
    "grade": "the grade",
    "summary": "the summary",
    "evidence": "the evidence",
    "action": "the actions",
    "title": "what it is",
    "where": "where it is",
    "held_by": "who holds it",
    "file": "the file",
    "seen_on": "the day it was seen",
    "review_by": "the day to look again",
    "supports": "what it belongs to",
    "what": "what will be done",
    "who": "who does it",
    "due": "by when",
    "outcome": "what happened",
    "sign_off": "the sign-off",
    "name": "the name of the setting",
    "sector": "the sector",
    "contact_name": "the contact",
    "return_to": "where the return goes",
    "lead_phone": "the lead's phone",
    "social_care_phone": "the phone of social care",
    "out_of_hours_phone": "the phone out of hours",
    "numbers_checked_on": "the day the numbers were checked",
}
_PEOPLE = ("lead_phone", "social_care_phone", "out_of_hours_phone", "numbers_checked_on")
_GRADING = ("grade", "reason", "summary")


class FindingView(View, frozen=True, kw_only=True):
    """A finding as it is shown, and where to go to mend it."""

    id: str
    rule: str
    rule_words: str
    severity: str
    severity_word: str
    where: str
    number: str
    title: str
    """What the place is called; empty for the audit as a whole."""
    field: str
    field_words: str
    message: str
    remedy: str
    set_aside: str
    """Why it was set aside; empty while it stands."""
    firm: bool
    """Cannot be set aside."""
    seen: tuple[str, ...]
    """What stands there word for word, where the message does not say it; for the person at the screen only."""
    place: str
    """The place to mend it: ``criterion grade standard evidence actions signing audit setup people review``."""
    standard: str
    criterion: str
    record: str
    """Id of the piece of evidence or action, where the place is a list of these."""


class ReviewView(View, frozen=True, kw_only=True):
    """What a reader of the return would question."""

    title: str
    findings: tuple[FindingView, ...]
    """Worst first; those set aside last."""
    errors: int
    """How many hold the return back."""
    counts: tuple[tuple[str, int], ...]
    """How many of each severity stand, and how many are set aside, by the ids of ``FILTERS``."""
    sentence: str
    """The counts in words."""
    filter: str
    filter_words: str


class Place(View, frozen=True, kw_only=True):
    """Where a finding is mended."""

    place: str
    title: str = ""
    standard: str = ""
    criterion: str = ""
    record: str = ""


def place_of(pack: AuditPack, audit: Audit, finding: Finding) -> Place:
    """Where a finding is mended, and what that is called."""
    for standard in pack.standard:
        if finding.where == standard.id:
            graded = pack.level and finding.field in _GRADING
            return Place(place="grade" if graded else "standard", title=standard.title, standard=standard.id)
        for criterion in standard.criterion:
            if finding.where == criterion.id:
                title = criterion.question
                return Place(place="criterion", title=title, standard=standard.id, criterion=criterion.id)
    records = [("evidence", item.id, item.title) for item in audit.evidence]
    records += [("actions", item.id, item.what) for item in audit.actions]
    for place, record, title in records:
        if finding.where == record:
            return Place(place=place, title=title, record=record)
    if finding.field == "sign_off":
        return Place(place="signing")
    if finding.where:
        return Place(place="review")
    return Place(place="people" if finding.field in _PEOPLE else "audit" if finding.field in _GRADING else "setup")


def finding_view(pack: AuditPack, audit: Audit, finding: Finding) -> FindingView:
    """A finding as it is shown."""
    place = place_of(pack, audit, finding)
    return FindingView(
        id=finding.id,
        rule=finding.rule,
        rule_words=rule_words(finding.rule),
        severity=finding.severity,
        severity_word=SEVERITY_WORDS[finding.severity],
        where=finding.where,
        number=finding.number,
        title=place.title,
        field=finding.field,
        field_words=FIELD_WORDS.get(finding.field, finding.field),
        message=finding.message,
        remedy=finding.remedy,
        set_aside=finding.set_aside,
        firm=finding.firm,
        seen=finding.seen,
        place=place.place,
        standard=place.standard,
        criterion=place.criterion,
        record=place.record,
    )


def review_view(pack: AuditPack, audit: Audit, findings: Iterable[Finding], title: str, filter_id: str) -> ReviewView:
    """The findings of an audit, those that a filter lets through, with the counts of all."""
    found = tuple(findings)
    tallies = tally(found)
    shown = (f for f in found if filter_id == "all" or filter_id == (ASIDE if f.set_aside else f.severity))
    return ReviewView(
        title=title,
        findings=tuple(finding_view(pack, audit, finding) for finding in shown),
        errors=len(errors_of(found)),
        counts=tallies,
        sentence=sentence_of(tallies),
        filter=filter_id,
        filter_words=dict(FILTERS)[filter_id],
    )


def tally(findings: Iterable[Finding]) -> tuple[tuple[str, int], ...]:
    """How many findings of each severity stand, and how many are set aside."""
    kinds = [ASIDE if finding.set_aside else finding.severity for finding in findings]
    return tuple((kind, kinds.count(kind)) for kind in (*SEVERITIES, ASIDE))


def sentence_of(tallies: Iterable[tuple[str, int]]) -> str:
    """Counts in words: ``1 error, 3 warnings, 2 set aside``."""
    words = [f"{n} set aside" if kind == ASIDE else count(n, kind) for kind, n in tallies if n]
    return ", ".join(words) or "nothing to question"
