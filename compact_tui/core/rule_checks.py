"""Whether a rule table has exactly one row for every case, and its sentences name only what they may."""

import re
from collections.abc import Iterator

from compact_tui.core.pack import AuditPack, Rule
from compact_tui.core.problems import Path, Problem
from compact_tui.core.suggest import CONDITIONS, SENTENCE_NAMES, Facts, every_case, rows_for
from compact_tui.core.text import did_you_mean, listed

_NAMED = re.compile(r"\{([^{}]*)\}")
_EXAMPLES = 3


def rule_problems(pack: AuditPack) -> Iterator[Problem]:
    """What is wrong with the table; nothing for a pack without one."""
    for at, rule in enumerate(pack.rule):
        yield from _conditions(rule, ("rule", at))
        yield from _sentence(rule, ("rule", at))
    if pack.rule:
        yield from _cases(pack)


def can_occur(case: Facts, counts_as: frozenset[str]) -> bool:
    """Whether answers could come out as a case.

    Args:
        case: What the rule table would read.
        counts_as: What the answers of the pack count as.
    """
    if case.applicable == "none":
        untouched = ("none", "none", "met", "met")
        here = (case.unanswered, case.not_known, case.essential, case.other)
        return here == untouched and "not-applicable" in counts_as
    needs = {
        "not-known": case.not_known == "some",
        "partly-met": case.essential == "partly-met" or case.other == "one-partly",
        "not-met": case.essential == "not-met" or case.other == "most-not-met",
    }
    if case.other == "some" and not counts_as & {"partly-met", "not-met"}:
        return False
    return all(state in counts_as for state, needed in needs.items() if needed)


def _conditions(rule: Rule, path: Path) -> Iterator[Problem]:
    for name, values in CONDITIONS.items():
        for at, value in enumerate(getattr(rule, name)):
            if value not in values:
                remedy = did_you_mean(value, values) or f"It can be {listed(values)}."
                what = f'"{name}" is never "{value[:40]}".'
                yield Problem(what=what, remedy=remedy, path=(*path, name, at))


def _sentence(rule: Rule, path: Path) -> Iterator[Problem]:
    path = (*path, "because")
    if not rule.because:
        yield Problem(what='"because" is empty.', remedy="Say why this level is suggested.", path=path)
    for name in _NAMED.findall(rule.because):
        if name not in SENTENCE_NAMES:
            remedy = did_you_mean(name, SENTENCE_NAMES) or f"It may name {listed(SENTENCE_NAMES)}."
            yield Problem(what=f'The sentence names "{{{name[:40]}}}", which is not known.', remedy=remedy, path=path)
    if any(brace in _NAMED.sub("", rule.because) for brace in "{}"):
        yield Problem(what="A curly bracket stands alone.", remedy="Close it or take it out.", path=path)


def _cases(pack: AuditPack) -> Iterator[Problem]:
    counts_as = frozenset(answer.counts_as for answer in pack.answer)
    held: dict[tuple[int, ...], list[Facts]] = {}
    for case in every_case():
        if can_occur(case, counts_as):
            holding = rows_for(pack.rule, case)
            rows = tuple(at for at, rule in enumerate(pack.rule) if any(rule is row for row in holding))
            held.setdefault(rows, []).append(case)
    for rows, cases in held.items():
        if not rows:
            remedy = "Add a row, or widen one."
            yield Problem(what=f"No row says what to suggest {_when(cases)}.", remedy=remedy, path=("rule",))
        elif len(rows) > 1:
            numbers = listed(str(row + 1) for row in rows)
            remedy = "Narrow the conditions until only one holds."
            yield Problem(what=f"Rows {numbers} all hold {_when(cases)}.", remedy=remedy, path=("rule", rows[-1]))
    reached = {row for rows in held for row in rows}
    for at in sorted(set(range(len(pack.rule))) - reached):
        yield Problem(what="No answers can ever lead to this row.", remedy="Mend it or drop it.", path=("rule", at))


def _when(cases: list[Facts]) -> str:
    told = "; ".join(", ".join(f"{name} {getattr(case, name)}" for name in CONDITIONS) for case in cases[:_EXAMPLES])
    return f"in {len(cases)} case{'' if len(cases) == 1 else 's'}, such as when: {told}"
