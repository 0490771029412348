"""The next round under another edition: what waits, what stands beside, what stays behind, and nothing lost."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.services import answering, carrying, returns
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.storage.packs import load_shipped, shipped_packs
from tests.lighthouse import edition_two
from tests.services.carry_desks import NEW_ROUND, last_round, pack_two
from tests.services.desks import reopened, started_with


@pytest.fixture
def old(tmp_path: Path) -> Desk:
    """The last round, three years on."""
    return last_round(tmp_path)


def test_across_editions_what_is_unlike_stands_beside_and_what_is_retired_stays_behind(old: Desk) -> None:
    view = carrying.carry_forward(old, {"cycle": "Next", "pack": pack_two(old)})

    opened = open_audit(old)
    assert (opened.pack.pack.edition, view.from_cycle) == (edition_two().pack.edition, "2026-2028")
    waits = {c.criterion for c in opened.kept.carried_answers if not c.was}
    assert {"l1-clean", "l2-clean", "l7-spare"} <= waits
    assert not {"l3-clean", "l4-count", "l5-hull", "l6-whole", "l12-clean"} & waits
    assert answering.show_criterion(old, "l4-count").before == (
        "You said to the question this one replaces (2026-2028): Lit. Note on l4-clean.",
    )
    assert not answering.show_criterion(old, "l4-count").waits
    left = {(one.kind, one.id) for one in view.left}
    assert {("answer", "l10-spare"), ("answer", "l9-clean"), ("summary", "l9"), ("grade", "l9")} <= left
    assert ("evidence", "Old chart") in {(one.kind, one.words) for one in view.left}
    assert carrying.carried(reopened(old)).left == view.left
    assert {g.standard for g in opened.kept.last_grades if not g.level} == {"l12", "l13"}


def test_every_text_of_the_last_round_waits_stands_beside_or_is_named_as_left(old: Desk) -> None:
    before = open_audit(old).kept

    view = carrying.carry_forward(old, {"cycle": "Next", "pack": pack_two(old)})

    now, left = open_audit(old).kept, {(one.kind, one.id) for one in view.left}
    come = {(c.was or c.criterion, c.answer, c.note, c.private_note) for c in now.carried_answers}
    for one in before.answers:
        assert (one.criterion, one.answer, one.note, one.private_note) in come or ("answer", one.criterion) in left
    written = {(c.was or c.standard, c.text) for c in now.carried_summaries}
    for text in before.summaries:
        assert (text.standard, text.text) in written or ("summary", text.standard) in left
    assert {e.id for e in before.evidence} == {e.id for e in now.evidence} | {
        i for kind, i in left if kind == "evidence"
    }
    assert {a.id for a in now.actions} == {a.id for a in before.actions}


def test_what_stands_beside_from_a_last_round_is_never_returned_as_parked(old: Desk) -> None:
    carrying.carry_forward(old, {"cycle": "Next", "pack": pack_two(old)})
    answering.answer(old, "l3-clean", "lit", note="New words.")

    made = returns.make(old)

    text = Path(made.return_file).read_text()
    assert "New words." in text
    assert "Note on" not in text
    assert "Summary of l" not in text


def test_evidence_of_a_replaced_question_goes_on_under_its_standard(old: Desk) -> None:
    carrying.carry_forward(old, {"cycle": "Next", "pack": pack_two(old)})

    backs = {item.title: item.supports for item in open_audit(old).kept.evidence}
    assert backs == {"Oil bill": ("l1-clean",), "Boat log": ("l5",)}


@pytest.mark.parametrize(("edition", "valid_from", "newer"), [("2999.1", "2999-01-01", False), ("1999.1", "", True)])
def test_the_newest_edition_that_is_here_is_taken(tmp_path: Path, edition: str, valid_from: str, newer: bool) -> None:
    shipped = load_shipped(shipped_packs()[0])
    kept = replace(shipped, pack=replace(shipped.pack, edition=edition, valid_from=valid_from))
    desk = started_with(tmp_path, kept)

    carrying.carry_forward(desk, NEW_ROUND)

    assert open_audit(desk).kept.head.edition == (shipped.pack.edition if newer else edition)
