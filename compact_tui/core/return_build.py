"""Making a return of a setting, a pack and an audit: everything that was said, and nothing private."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, return_elsewhere, summary_of
from compact_tui.core.findings import Finding, find_all
from compact_tui.core.pack import NOT_GRADED, AuditPack, Standard
from compact_tui.core.progress import suggestion_for
from compact_tui.core.return_parked import (
    Parked,
    ParkedAction,
    ParkedAnswer,
    ParkedEvidence,
    ParkedGrade,
    ParkedSummary,
)
from compact_tui.core.return_parts import (
    ReturnAction,
    ReturnCriterion,
    ReturnEvidence,
    ReturnGrade,
    ReturnLastGrade,
    ReturnPack,
    ReturnSetAside,
    ReturnSetting,
    ReturnSigner,
    ReturnSignOff,
    ReturnStandard,
)
from compact_tui.core.return_standing import ReturnKnown, ReturnSeen, ReturnShown, ReturnStanding
from compact_tui.core.returns import NOT_ASKED, Return, content_code, counts_of, first_line, is_signed
from compact_tui.core.rules_plan import UNSIGNED
from compact_tui.core.setting import Setting
from compact_tui.core.standing_shared import StandingShared
from compact_tui.core.text import HIDDEN_PATH, clean, is_local_path, without_local_paths

_Kind = TypeVar("_Kind", bound=msgspec.Struct)

_PLACES = ("title", "where", "what")
"""Fields of one line, which may be a path as a whole."""


def build_return(
    setting: Setting, pack: AuditPack, audit: Audit, *, return_id: str, made_on: str, made_by: str, today: str
) -> Return:
    """Make the return of an audit; its digest is still empty.

    Args:
        setting: Who completes the audit.
        pack: The pack, as the audit's variation sees it.
        audit: What was answered.
        return_id: Id of the new return.
        made_on: The day it is made.
        made_by: Program and version.
        today: The day by which dates in it are judged.
    """
    setting, audit = fit_to_leave(setting), fit_to_leave(audit)
    draft = _draft(setting, pack, audit, return_id=return_id, made_on=made_on, made_by=made_by)
    return _judged(draft, find_all(setting, pack, audit, today, _code_to_sign(draft)))


def findings_of_return(setting: Setting, pack: AuditPack, audit: Audit, today: str) -> tuple[Finding, ...]:
    """What a reader of the return would question, in the words that would leave with it."""
    setting, audit = fit_to_leave(setting), fit_to_leave(audit)
    draft = _draft(setting, pack, audit, return_id="", made_on=today, made_by="") if audit.sign_offs else None
    return find_all(setting, pack, audit, today, _code_to_sign(draft) if draft else "")


def _code_to_sign(draft: Return) -> str:
    return content_code(draft) if draft.sign_offs else ""


def _draft(setting: Setting, pack: AuditPack, audit: Audit, *, return_id: str, made_on: str, made_by: str) -> Return:
    """The return before it is judged."""
    before = return_elsewhere(audit)
    asked = _asked(pack)
    evidence, _ = _split(audit.evidence, asked)
    actions, _ = _split(audit.actions, asked)
    return Return(
        id=return_id,
        supersedes=before.id if before else "",
        audit=audit.head.id,
        started_on=audit.head.started_on,
        pack=ReturnPack(
            id=audit.head.pack,
            edition=audit.head.edition,
            variation=audit.head.variation,
            wording=audit.head.wording,
            levels=tuple(level.id for level in pack.level),
            serves=tuple(served.text for served in pack.pack.serves),
            signers=tuple(as_part(ReturnSigner, signer) for signer in pack.signer),
        ),
        setting=as_part(ReturnSetting, setting),
        cycle=audit.head.cycle,
        made_on=made_on,
        complete=False,
        shared_with=setting.areas,
        standards=tuple(_standard(pack, audit, standard) for standard in pack.standard),
        evidence=tuple(as_part(ReturnEvidence, e) for e in evidence),
        actions=tuple(as_part(ReturnAction, a) for a in actions),
        warnings=(),
        sign_offs=tuple(as_part(ReturnSignOff, s) for s in audit.sign_offs),
        set_asides=tuple(as_part(ReturnSetAside, s) for s in audit.set_asides),
        last_time=tuple(
            ReturnLastGrade(id=last.standard, grade=last.level or NOT_ASKED, cycle=last.cycle)
            for standard in pack.standard
            for last in audit.last_grades
            if last.standard == standard.id
        ),
        standing=tuple(
            _standing(shared)
            for standard in pack.standard
            for shared in audit.standing
            if shared.standard == standard.id
        ),
        parked=parked_of(pack, audit),
        made_by=made_by,
        digest="",
    )


def _standing(shared: StandingShared) -> ReturnStanding:
    return ReturnStanding(
        id=shared.standard,
        counted_on=shared.counted_on,
        known=ReturnKnown(answers=shared.known_answers, full=shared.known_full, last=shared.known_last),
        shown=ReturnShown(
            audits=shared.shown_audits,
            yes=shared.shown_yes,
            partly=shared.shown_partly,
            no=shared.shown_no,
            last=shared.shown_last,
        ),
        seen=ReturnSeen(items=shared.seen_items, right=shared.seen_right, last=shared.seen_last),
    )


def _judged(draft: Return, findings: Iterable[Finding]) -> Return:
    have = counts_of(draft)
    graded = not draft.pack.levels or have.graded == have.standards
    complete = graded and have.answered == have.criteria and is_signed(draft)
    # The first line says itself that nobody has signed.
    said = tuple(
        f"{f.number}: {f.message}" if f.number else f.message
        for f in findings
        if f.rule != UNSIGNED and not f.set_aside and not f.stays
    )
    warnings = said if complete else (first_line(draft), *said)
    return msgspec.structs.replace(draft, complete=complete, warnings=warnings)


def _standard(pack: AuditPack, audit: Audit, standard: Standard) -> ReturnStandard:
    answers = _first_by(audit.answers, "criterion")
    grade = _first_by(audit.grades, "standard").get(standard.id)
    summary = summary_of(audit, standard.id)
    suggestion = suggestion_for(pack, audit, standard)
    return ReturnStandard(
        **_fields(_grade(grade) if grade and not grade.provisional else _no_grade(standard.id)),
        suggested=suggestion.level,
        because=suggestion.because,
        summary=summary.text,
        summary_by=summary.by,
        summary_at=summary.at,
        evidence=_backing(audit.evidence, standard.id),
        actions=_backing(audit.actions, standard.id),
        criteria=tuple(
            as_part(ReturnCriterion, *_answer_parts(audit, answers.get(c.id, CriterionAnswer(criterion=c.id))))
            for c in standard.criterion
        ),
    )


def _answer_parts(audit: Audit, answer: CriterionAnswer) -> tuple[CriterionAnswer, dict[str, object]]:
    item = answer.criterion
    backing = {"evidence": _backing(audit.evidence, item), "actions": _backing(audit.actions, item)}
    return answer, {"id": item, **backing}


def _grade(grade: Grade) -> ReturnGrade:
    return ReturnGrade(
        id=grade.standard,
        grade=grade.level,
        reason=grade.reason,
        suggested_when_graded=grade.suggested,
        graded_by=grade.by,
        graded_at=grade.at,
    )


def _no_grade(standard: str) -> ReturnGrade:
    return ReturnGrade(id=standard, grade=NOT_GRADED, reason="", suggested_when_graded="", graded_by="", graded_at="")


def _asked(pack: AuditPack) -> set[str]:
    return {c.id for s in pack.standard for c in s.criterion} | {s.id for s in pack.standard}


def parked_of(pack: AuditPack, audit: Audit) -> tuple[Parked, ...]:
    """What was said about items that the pack does not have, or not in that meaning any more."""
    _, evidence = _split(audit.evidence, _asked(pack))
    _, actions = _split(audit.actions, _asked(pack))
    return (
        *_parked_words(pack, audit),
        *(as_part(ParkedEvidence, e) for e in evidence),
        *(as_part(ParkedAction, a) for a in actions),
    )


def _parked_words(pack: AuditPack, audit: Audit) -> Iterable[Parked]:
    """Answers, grades and summaries that no place in the return has taken."""
    criteria = {c.id for s in pack.standard for c in s.criterion}
    standards = {s.id for s in pack.standard}
    for answer in _left_over(audit.answers, "criterion", criteria):
        yield as_part(ParkedAnswer, *_answer_parts(audit, answer))
    for grade in (g for g in _left_over(audit.grades, "standard", standards) if not g.provisional):
        yield ParkedGrade(**_fields(_grade(grade)))
    for summary in _left_over(audit.summaries, "standard", standards):
        yield ParkedSummary(id=summary.standard, summary=summary.text, by=summary.by, at=summary.at)
    # Where a new edition asks something else under the same id, what was said to the old question has no other place.
    for carried in (c for c in audit.carried_answers if c.was == c.criterion and not c.from_audit):
        yield as_part(ParkedAnswer, *_answer_parts(audit, carried))
    for said in (c for c in audit.carried_summaries if c.was == c.standard and not c.from_audit):
        yield ParkedSummary(id=said.standard, summary=said.text, by=said.by, at=said.at)


_Item = TypeVar("_Item", bound=msgspec.Struct)


def _first_by(items: tuple[_Item, ...], key: str) -> dict[str, _Item]:
    found: dict[str, _Item] = {}
    for item in items:
        found.setdefault(getattr(item, key), item)
    return found


def _left_over(items: tuple[_Item, ...], key: str, asked: set[str]) -> list[_Item]:
    first = _first_by(items, key)
    return [item for item in items if (name := getattr(item, key)) not in asked or first[name] != item]


_Backing = TypeVar("_Backing", Evidence, Action)


def _split(items: tuple[_Backing, ...], asked: set[str]) -> tuple[list[_Backing], list[_Backing]]:
    """Those that back something asked, or nothing at all; and those that back only what is not asked."""
    parked = [item for item in items if item.supports and not asked.intersection(item.supports)]
    return [item for item in items if item not in parked], parked


def _backing(items: tuple[_Backing, ...], item_id: str) -> tuple[str, ...]:
    return tuple(item.id for item in items if item_id in item.supports)


def as_part(kind: type[_Kind], record: msgspec.Struct, more: Mapping[str, object] | None = None) -> _Kind:
    """A record as the part of a return that has the same fields; what that part does not name stays behind."""
    given = {**_fields(record), **(more or {})}
    return kind(**{name: given[name] for name in kind.__struct_fields__})


def _fields(record: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def fit_to_leave(value: _Kind) -> _Kind:
    """A record with every text in it clean and without paths of this computer, wherever one may stand."""
    fit: _Kind = msgspec.convert(_mapped(msgspec.to_builtins(value)), type(value))
    return fit


def _mapped(value: object, name: str = "") -> object:
    if isinstance(value, str):
        # A path may hold spaces; in prose nobody could tell those from the words after it.
        return HIDDEN_PATH if name in _PLACES and is_local_path(value) else without_local_paths(clean(value))
    if isinstance(value, dict):
        return {key: _mapped(item, key) for key, item in value.items()}
    return [_mapped(item) for item in value] if isinstance(value, list | tuple) else value
