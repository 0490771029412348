"""Two rounds beside each other: grades, answers, evidence and actions, by id, and unlike things never mixed."""

from pathlib import Path

import pytest

from compact_tui.core.compare import ONLY_NOW, ONLY_THEN, UNLIKE
from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError
from compact_tui.services import answering, audits, carrying, comparing, confirming, grading, records, returns
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.storage.pack_copy import encode_pack
from tests.lighthouse import edition_one, edition_two
from tests.services.desks import SMALL_PACK, at, started_with


@pytest.fixture
def old(tmp_path: Path) -> Desk:
    """An audit in which every question was answered, all of it graded."""
    desk = started_with(tmp_path, edition_one())
    for standard in edition_one().standard:
        for one in standard.criterion:
            answering.answer(desk, one.id, "lit")
        grading.grade(desk, standard.id, "bright")
    records.add_action(desk, {"what": "Count the steps", "who": "Keeper", "due": "1 Mar 2027"}, ("l1-clean",))
    records.add_evidence(desk, {"title": "Oil bill", "kind": "entry"}, ("l1-clean",))
    return desk


def go_on(desk: Desk, pack: str = "") -> Desk:
    """The next round: the first standard confirmed and changed, graded lower, with more to show for it."""
    later = at(desk, days=700)
    carrying.carry_forward(later, {"cycle": "Next", "pack": pack})
    shown = confirming.waiting_of(later, "l1")
    confirming.confirm_standard(later, "l1", [line.item for line in shown.lines])
    answering.answer(later, "l1-clean", "out")
    grading.grade(later, "l1", "dark", reason="It is dark.")
    grading.grade(later, "l2", "bright")
    records.add_evidence(later, {"title": "Night log", "kind": "entry"}, ("l1",))
    records.add_action(later, {"what": "Light it", "who": "Keeper", "due": "1 Mar 2029"}, ("l1-clean",))
    records.do_action(later, open_audit(later).kept.actions[0].id, "Counted.")
    return later


def test_a_standard_is_told_with_grades_answers_and_records(old: Desk) -> None:
    view = comparing.compare_rounds(go_on(old))

    first, second, third = view.standards[:3]
    assert (view.then, view.now) == ("2026-2028", "Next")
    assert (first.then, first.now, first.change) == ("Bright", "Dark", "2 levels down")
    assert [(line.criterion, line.words) for line in first.answers] == [("l1-clean", "Lit -> Out")]
    assert (first.evidence_added, first.evidence_gone) == (("Night log",), ())
    assert (first.actions_added, first.actions_closed) == (("Light it",), ("Count the steps",))
    assert first.sentence == (
        "Bright -> Dark (2 levels down), 1 answer changed, 1 new evidence, 1 new action, 1 action closed"
    )
    assert (second.then, second.now, second.change) == ("Bright", "Bright", "the same")
    assert (third.now, third.change) == ("", "")
    assert {line.now for line in third.answers} == {"unanswered"}
    assert view.sentence.startswith("1 standard lower, ")


def test_unlike_questions_are_never_told_as_changed(old: Desk) -> None:
    path = old.workspace.root.parent / "two.pack.json"
    path.write_bytes(encode_pack(edition_two()))
    view = comparing.compare_rounds(go_on(old, str(path)))

    lines = {line.criterion: line for one in view.standards for line in one.answers}
    assert {lines[name].asked for name in ("l4-count", "l12-clean")} == {ONLY_NOW}
    assert lines["l10-spare"].asked == ONLY_THEN
    assert (lines["l3-clean"].asked, lines["l3-clean"].words) == (UNLIKE, "Lit -> unanswered (asks something else now)")
    assert "l2-clean" in lines
    by_id = {one.standard: one for one in view.standards}
    assert [one.standard for one in view.standards][-1] == "l9"
    assert (by_id["l9"].asked, by_id["l12"].asked, by_id["l9"].change) == (ONLY_THEN, ONLY_NOW, "")
    assert by_id["l9"].sentence.startswith("asked only then, Bright -> no grade")
    assert view.notes[0].startswith("Answered under edition 2026.1, then ")
    # A question that moved is found where it stands now, and not told twice.
    assert len(lines) == sum(len(one.answers) for one in view.standards)


def test_a_return_file_is_compared_with_an_audit(old: Desk) -> None:
    first, made = open_audit(old).kept.head.id, returns.make(old)
    later = go_on(old)

    view = comparing.compare_rounds(later, made.return_file)

    assert view.then == "2026-2028 (return)"
    assert view.standards == comparing.compare_rounds(later).standards
    assert comparing.compare_rounds(old, made.return_file, first).sentence == (
        "0 answers changed from 2026-2028 (return) to 2026-2028."
    )


def test_the_page_is_written_and_written_again(old: Desk) -> None:
    later = go_on(old)

    path = comparing.print_comparison(later)

    text = path.read_text()
    assert path.parent == later.workspace.pages_folder.absolute()
    assert "What changed: 2026-2028 and Next" in text
    assert "Lit -&gt; Out" in text
    assert comparing.print_comparison(later) == path
    with pytest.raises(UsageError, match="there already"):
        comparing.print_comparison(later, output=str(later.workspace.setting_path))


def test_what_cannot_be_compared_is_refused(old: Desk, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="only one round"):
        comparing.compare_rounds(old)
    with pytest.raises(UsageError, match='no audit or return file "a-99"'):
        comparing.compare_rounds(old, "a-99")
    bad = tmp_path / "bad.json"
    bad.write_text("{}")
    with pytest.raises(FileNotAcceptableError):
        comparing.compare_rounds(old, str(bad))
    first = open_audit(old).kept.head.id
    other = audits.start(old, pack=str(SMALL_PACK), cycle="Umbrellas")
    with pytest.raises(CompactError, match="ask different questions"):
        comparing.compare_rounds(old, first, other.id)


def test_the_rounds_are_offered_newest_first(old: Desk) -> None:
    later = go_on(old)

    assert [one.words for one in comparing.comparable(later)] == ["Next", "2026-2028"]
