"""Merging two versions of records that came from one: what is the same, what one side changed, what both did.

Records stand here in their plain form, by table and id, so that parts, workbooks and copies of any book are
merged by the same rules. Nothing is ever dropped unseen: what does not come in is in a line.
"""

from collections.abc import Mapping

from msgspec import Struct

from compact_tui.core.change import Edit
from compact_tui.core.merge_record import Meeting
from compact_tui.core.merge_values import BOTH, Choices, MergeLine, Saying, TableRule, Tables


class Merged(Struct, frozen=True, kw_only=True):
    """What came of a merge."""

    lines: tuple[MergeLine, ...]
    """All that differs, in the order of our records, then of theirs."""
    same: int
    """How many records are alike on both sides."""
    edits: tuple[Edit, ...]
    """What has to be done to ours; empty when nothing comes in."""

    @property
    def undecided(self) -> tuple[MergeLine, ...]:
        """What both changed and nobody has decided: ours stands."""
        return tuple(line for line in self.lines if line.state == BOTH and not line.choice)


def merge(
    base: Tables,
    mine: Tables,
    theirs: Tables,
    *,
    rules: Mapping[str, TableRule],
    saying: Saying | None = None,
    choices: Choices | None = None,
) -> Merged:
    """Merge their records into ours.

    Args:
        base: What both came from.
        mine: Our records.
        theirs: Theirs.
        rules: The tables to merge, in order, and how.
        saying: Words for the lines.
        choices: What was chosen; what only they changed comes in unless it was refused, and what both changed
            stays as ours until something is chosen.
    """
    lines: list[MergeLine] = []
    edits: list[Edit] = []
    same = 0
    for table, rule in rules.items():
        sides = tuple(side.get(table, {}) for side in (base, mine, theirs))
        for record in dict.fromkeys([*sides[1], *sides[2], *sides[0]]):
            met = Meeting(table, record, rule, sides, saying or Saying(), choices or Choices())
            found = tuple(met.lines())
            lines += found
            same += not found
            edit = met.edit(found)
            edits += [edit] if edit else []
    return Merged(lines=tuple(lines), same=same, edits=tuple(edits))
