"""Criteria that the setting's own profile switches off, each with its reason; never silently."""

from collections.abc import Mapping

from msgspec.structs import replace

from compact_tui.core.audit import Audit, CriterionAnswer
from compact_tui.core.pack import UNANSWERED, AuditPack
from compact_tui.core.setting import KINDS, Setting, kind_word
from compact_tui.core.text import listed

FEATURES: tuple[tuple[str, str], ...] = (
    ("staff", "paid staff"),
    ("premises", "premises of our own or hired by the term"),
    ("food", "food or drink for children"),
    ("overnight", "nights away from home"),
    ("transport", "transport of children"),
    ("website", "a website"),
)
"""What a setting may be without, and the words for it."""


def switched_off(pack: AuditPack, setting: Setting | None) -> Mapping[str, str]:
    """Why each criterion that does not apply to a setting is switched off, by criterion id."""
    if setting is None:
        return {}
    words = dict(FEATURES)
    reasons: dict[str, str] = {}
    for standard in pack.standard:
        for criterion in standard.criterion:
            missing = [words.get(need, need) for need in criterion.needs if need in setting.without]
            if missing:
                reasons[criterion.id] = f"Switched off by our profile: we have no {listed(missing)}."
            elif criterion.kinds and setting.kind in _KNOWN and setting.kind not in criterion.kinds:
                asked = listed(kind_word(kind) for kind in criterion.kinds)
                reasons[criterion.id] = f"Switched off by our profile: this is asked of {asked} only."
    return reasons


_KNOWN = {kind for kind, _, _ in KINDS} - {"other"}


def with_switches(audit: Audit, pack: AuditPack, setting: Setting | None) -> Audit:
    """The audit with "not applicable" and the reason where the profile switches a criterion off.

    What a person has answered stands.
    """
    reasons = switched_off(pack, setting)
    kind = next((answer.id for answer in pack.answer if answer.counts_as == "not-applicable"), "")
    if not reasons or not kind:
        return audit
    given = {answer.criterion: answer for answer in audit.answers}
    added = dict(given)
    for criterion, reason in reasons.items():
        now = given.get(criterion, CriterionAnswer(criterion=criterion))
        if now.answer == UNANSWERED:
            added[criterion] = replace(now, answer=kind, reason=reason)
    return replace(audit, answers=tuple(added.values()))
