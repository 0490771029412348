"""How long merging a part takes, beside msgspec decoding the same file: python -m tests.benchmarks.part_merge."""

import statistics
import time
from collections.abc import Callable

import msgspec

from compact_tui.core.audit import Action, Audit, AuditHead, CriterionAnswer, Evidence, Summary
from compact_tui.core.merge_words import LENT_RULES, saying_of
from compact_tui.core.merging import merge
from compact_tui.core.part import Part, part_of, records_for
from compact_tui.core.part_sides import sides_of
from compact_tui.core.variation import for_variation
from compact_tui.exchange.part_json import encode_part, read_part
from compact_tui.storage.packs import load_shipped
from tests.samples import setting

AT = "2026-12-01T09:30:00Z"
ROUNDS = 15
NOTE = "Seen on the walk with the deputy; the record agrees with the staff list, but for two gaps. " * 4


def _audit(head: AuditHead, said: str, changed: int) -> Audit:
    """An audit of the whole shipped pack; every so manieth note, summary and title says something else."""
    pack = for_variation(load_shipped("compact-12"), head.variation)
    criteria = [criterion.id for standard in pack.standard for criterion in standard.criterion]
    note = {n: f"{NOTE}{said if n % changed == 0 else ''}" for n in range(2 * len(criteria))}
    return Audit(
        head=head,
        answers=tuple(
            CriterionAnswer(criterion=c, answer="met", note=note[n], by="Lead", at=AT) for n, c in enumerate(criteria)
        ),
        summaries=tuple(Summary(standard=s.id, text=note[n], by="Lead", at=AT) for n, s in enumerate(pack.standard)),
        evidence=tuple(
            Evidence(id=f"e-{n}", title=note[n][-80:], where="Office", supports=(c,), by="Lead", at=AT)
            for n, c in enumerate([*criteria, *criteria])
        ),
        actions=tuple(
            Action(id=f"t-{n}", what=note[n][-80:], who="Head", supports=(c,), by="Lead", at=AT)
            for n, c in enumerate(criteria)
        ),
    )


def _part() -> tuple[Part, Audit]:
    """A part of all standards that came back with a third changed, and ours with a quarter changed."""
    pack = load_shipped("compact-12")
    head = AuditHead(
        id="a-1",
        pack=pack.pack.id,
        edition=pack.pack.edition,
        variation=pack.variation[0].id,
        wording=pack.pack.wording,
        cycle="2026-2028",
        started_on="2026-11-01",
    )
    seen = for_variation(pack, head.variation)
    standards = tuple(standard.id for standard in seen.standard)
    lent = part_of(setting(), _audit(head, "", 1), seen, standards)
    answered = records_for(_audit(head, "Theirs.", 3), seen, standards)
    filled = msgspec.structs.replace(
        lent, id="p-1", made_by="x", lent_to="HR", lent_on="2026-12-01", answered=answered, answered_on="2026-12-02"
    )
    return filled, _audit(head, "Ours.", 4)


def _seconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print the medians and their ratios."""
    part, ours = _part()
    data = encode_part(part)
    saying = saying_of(part.pack, "We", "HR")

    def merged() -> object:
        return merge(*sides_of(part, ours, part.pack), rules=LENT_RULES, saying=saying)

    decode = _seconds(lambda: msgspec.json.decode(data, type=Part))
    read, merging = _seconds(lambda: read_part(data)), _seconds(merged)
    found = merge(*sides_of(part, ours, part.pack), rules=LENT_RULES, saying=saying)
    print(f"{len(data) / 1000:.0f} KB, {found.same + len(found.lines)} records and lines, {len(found.lines)} differ")
    for name, seconds in (("msgspec decode", decode), ("strict reading", read), ("merge", merging)):
        print(f"{name:<15} {seconds * 1000:8.2f} ms  {seconds / decode:6.1f} x decode")


if __name__ == "__main__":
    main()
