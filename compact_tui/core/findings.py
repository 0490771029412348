"""What a reader of the return would question, found by rules.

To add a rule, write a function from ``Case`` to what it found in the ``rules_`` module it belongs to, with its
message in it, and name it in that module's ``RULES``; ``docs/review-rules.md`` says why a reader asks.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from compact_tui.core import rules_answers, rules_grades, rules_plan, rules_records, rules_texts
from compact_tui.core.audit import Audit, SetAside
from compact_tui.core.digest import short_mark
from compact_tui.core.finding import SEVERITIES, Case, Finding, Found, Rule, case_of
from compact_tui.core.pack import AuditPack
from compact_tui.core.setting import Setting

__all__ = ["RULES", "Finding", "errors_of", "find_all", "rule_words"]

RULES: tuple[Rule, ...] = (
    *rules_plan.FIRST,
    *rules_texts.FIRST,
    *rules_grades.RULES,
    *rules_answers.RULES,
    *rules_texts.RULES,
    *rules_plan.RULES,
    *rules_records.RULES,
)
"""Every rule, in the order in which findings of one severity are told."""
_WORDS = {rule.id: rule.words for rule in RULES}


def find_all(setting: Setting, pack: AuditPack, audit: Audit, today: str, code: str = "") -> tuple[Finding, ...]:
    """Everything worth putting right: worst first, then in the order of the rules, then of the pack.

    What a person has set aside comes last, with the reason.

    Args:
        setting: Who completes the audit.
        pack: The pack, as the audit's variation sees it.
        audit: What was answered.
        today: The day by which dates are judged.
        code: The code of what would be signed now; empty when that is not asked.
    """
    case = case_of(setting, pack, audit, today, code)
    asides = {aside.id: aside for aside in audit.set_asides}
    found = [_finding(rule, one, case, asides) for rule in RULES for one in rule.look(case)]
    return tuple(sorted(found, key=lambda finding: (bool(finding.set_aside), SEVERITIES.index(finding.severity))))


def _finding(rule: Rule, found: Found, case: Case, asides: dict[str, SetAside]) -> Finding:
    finding = Finding(
        rule=rule.id,
        severity=rule.severity,
        where=found.where,
        number=found.number or case.numbers.get(found.where, ""),
        message=found.message,
        remedy=found.remedy,
        field=found.field or rule.field,
        mark=short_mark(*(found.matched or (found.message,))),
        firm=rule.firm,
        stays=found.stays,
        seen=found.matched,
    )
    aside = asides.get(finding.id)
    if aside is None or aside.mark != finding.mark or finding.firm:
        return finding
    return replace(finding, set_aside=aside.reason)


def errors_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that hold a return back: errors that nobody has set aside."""
    return tuple(finding for finding in findings if finding.severity == "error" and not finding.set_aside)


def rule_words(rule_id: str) -> str:
    """What a rule finds, in words; its id where this version does not know it."""
    return _WORDS.get(rule_id, rule_id)
