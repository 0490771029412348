"""What a reader of the return would question, found by rules.

To add a rule, write a function from ``Case`` to findings in the ``rules_`` module it belongs to, with its
message in it, and name it in that module's ``RULES``.
"""

from compact_tui.core import rules_answers, rules_grades, rules_plan
from compact_tui.core.audit import Audit
from compact_tui.core.finding import SEVERITIES, Finding, case_of
from compact_tui.core.pack import AuditPack
from compact_tui.core.setting import Setting

__all__ = ["RULES", "Finding", "find_all"]

RULES = (*rules_grades.RULES, *rules_answers.RULES, *rules_plan.RULES)
"""Every rule, in the order in which findings of one severity are told."""


def find_all(setting: Setting, pack: AuditPack, audit: Audit, today: str) -> tuple[Finding, ...]:
    """Everything worth putting right: worst first, then in the order of the rules, then of the pack.

    Args:
        setting: Who completes the audit.
        pack: The pack, as the audit's variation sees it.
        audit: What was answered.
        today: The day by which dates are judged.
    """
    case = case_of(setting, pack, audit, today)
    found = [finding for rule in RULES for finding in rule(case)]
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))
