"""Taking a new edition of a pack into an audit in progress: every kind of change, and nothing lost."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Audit
from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.core.pack import AuditPack, Variation
from compact_tui.core.pack_head import ItemChange
from compact_tui.core.progress import progress
from compact_tui.services import answering, editions, erasing, grading, history, records, returns, review, signing
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.storage.atomic import write_atomically as write_really
from compact_tui.storage.pack_copy import encode_pack
from tests.lighthouse import edition_one, edition_two
from tests.services.desks import at, reopened, started_with

NOTES = ("l1-clean", "l2-clean", "l3-clean", "l4-clean", "l5-clean", "l6-clean", "l6-spare", "l7-spare", "l9-clean")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An audit of eleven standards, each question answered, some with notes; grades, summaries and records."""
    desk = started_with(tmp_path, edition_one())
    for standard in edition_one().standard:
        for one in standard.criterion:
            note = f"Note on {one.id}." if one.id in NOTES or one.id == "l10-spare" else None
            answering.answer(desk, one.id, "lit", note=note)
        grading.grade(desk, standard.id, "bright")
        grading.summarise(desk, standard.id, f"Summary of {standard.id}.")
    answering.write_note(desk, "l9-spare", "Private words on l9.", private=True)
    records.add_evidence(desk, {"title": "Oil bill", "kind": "entry"}, ("l9-clean",))
    records.add_action(desk, {"what": "Count the steps", "who": "Keeper", "due": "1 Mar 2027"}, ("l4-clean",))
    return at(desk, days=1)


def pack_at(desk: Desk, pack: AuditPack, name: str = "new") -> str:
    """The path of a pack as a file."""
    path = desk.workspace.root.parent / f"{name}.pack.json"
    path.write_bytes(encode_pack(pack))
    return str(path)


def audit_in(desk: Desk) -> Audit:
    return open_audit(desk).kept


def in_any_order(audit: Audit) -> dict[str, object]:
    """An audit without the order of its records: what undo brings back stands last."""
    tables = {name: getattr(audit, name) for name in audit.__struct_fields__}
    return {name: set(value) if isinstance(value, tuple) else value for name, value in tables.items()}


def test_what_would_happen_is_told_and_nothing_is_changed(desk: Desk) -> None:
    before, files = audit_in(desk), sorted(desk.workspace.root.rglob("*"))

    view = editions.edition_view(desk, pack_at(desk, edition_two()))

    assert not view.done
    assert dict(view.counts) == {
        "same": 12, "reworded": 1, "meaning changed": 2, "split": 2, "merged": 1, "moved": 1, "retired": 3, "new": 4,
    }  # fmt: skip
    fates = {item.id: item.fate for item in view.items}
    assert fates["l2-clean"] == "What you said stays."
    assert fates["l3-clean"] == "What you said is shown beside it and not counted."
    assert fates["l10-spare"] == "What you said is parked: kept, shown and returned, and not counted."
    assert fates["l12-clean"] == ""
    assert "is to be confirmed: a question of it is changed in meaning" in fates["l3"]
    assert "Its grade, Bright, is parked." in fates["l9"]
    assert (audit_in(reopened(desk)), sorted(desk.workspace.root.rglob("*"))) == (before, files)


def test_what_stays_counts_on_and_what_is_replaced_does_not(desk: Desk) -> None:
    editions.take_edition(desk, pack_at(desk, edition_two()))

    opened = open_audit(reopened(desk))
    answers = {a.criterion: a.answer for a in opened.kept.answers}
    assert [s.id for s in opened.pack.standard][-2:] == ["l12", "l13"]
    assert {answers[name] for name in ("l1-clean", "l2-clean", "l7-spare")} == {"lit"}
    assert not {"l3-clean", "l4-count", "l5-hull", "l5-oars", "l6-whole", "l12-clean"} & set(answers)
    counts = progress(opened.pack, opened.audit)
    assert (counts.answered, counts.criteria) == (14, 23)


@pytest.mark.parametrize(
    ("criterion", "was", "said"),
    [
        ("l3-clean", ["l3-clean"], "Note on l3-clean."),
        ("l4-count", ["l4-clean"], "Note on l4-clean."),
        ("l5-hull", ["l5-clean"], "Note on l5-clean."),
        ("l5-oars", ["l5-clean"], "Note on l5-clean."),
        ("l6-whole", ["l6-clean", "l6-spare"], "Note on l6-spare."),
    ],
)
def test_what_was_said_stands_beside_the_question_that_replaces_it(
    desk: Desk, criterion: str, was: list[str], said: str
) -> None:
    editions.take_edition(desk, pack_at(desk, edition_two()))

    carried = [c for c in audit_in(desk).carried_answers if c.criterion == criterion]
    assert [c.was for c in carried] == was
    assert {c.cycle for c in carried} == {"edition 2026.1"}
    shown = answering.show_criterion(desk, criterion).before
    assert len(shown) == len(was)
    assert shown[-1] == f"You said to the question this one replaces (edition 2026.1): Lit. {said}"


@pytest.mark.parametrize(
    ("standard", "provisional"),
    [
        ("l1", False),
        ("l2", False),
        ("l3", True),
        ("l4", True),
        ("l5", True),
        ("l6", True),
        ("l7", True),
        ("l8", True),
        ("l10", True),
        ("l11", False),
    ],
)
def test_a_grade_stays_with_its_edition_and_is_to_be_confirmed_where_its_questions_changed(
    desk: Desk, standard: str, provisional: bool
) -> None:
    editions.take_edition(desk, pack_at(desk, edition_two()))

    grade = next(g for g in audit_in(desk).grades if g.standard == standard)
    assert (grade.level, grade.edition, grade.provisional) == ("bright", "2026.1", provisional)


def test_a_grade_that_is_confirmed_is_one_of_the_new_edition(desk: Desk) -> None:
    editions.take_edition(desk, pack_at(desk, edition_two()))
    assert grading.show_standard(desk, "l3").to_confirm == "Given under edition 2026.1, before its questions changed"

    grading.grade(desk, "l3", "bright")

    grade = next(g for g in audit_in(desk).grades if g.standard == "l3")
    assert (grade.edition, grade.provisional) == ("", False)


def test_an_action_goes_on_under_the_question_that_took_its_place(desk: Desk) -> None:
    editions.take_edition(desk, pack_at(desk, edition_two()))

    assert audit_in(desk).actions[0].supports == ("l4-clean", "l4-count")


def test_what_has_no_place_is_parked_and_shown_and_returned_as_parked(desk: Desk) -> None:
    editions.take_edition(desk, pack_at(desk, edition_two()))

    view = editions.parked(desk)
    lines = {(line.kind, line.id): line for line in view.lines}
    assert lines["answer", "l9-clean"].title == "Is the kettle clean?"
    assert lines["answer", "l3-clean"].said == "Lit. Note on l3-clean."
    assert lines["answer", "l10-spare"].said == "Lit. Note on l10-spare."
    assert lines["grade", "l9"].said == "Bright."
    assert lines["summary", "l9"].said == "Summary of l9."
    assert lines["evidence", view.lines[-1].id].title == "Oil bill"
    for standard in open_audit(desk).pack.standard:
        grading.grade(desk, standard.id, "bright")
    made = returns.make(desk)
    written = json.loads((desk.workspace.sent_folder / made.folder / made.return_file).read_text("utf-8"))
    assert {(p["record"], p["id"]) for p in written["parked"]} == set(lines)
    assert "Private words" not in json.dumps(written)


def test_undo_brings_back_the_answers_and_the_pack(desk: Desk) -> None:
    before = audit_in(desk)
    editions.take_edition(desk, pack_at(desk, edition_two()))

    history.undo(desk)

    again = open_audit(reopened(desk))
    assert in_any_order(again.kept) == in_any_order(before)
    assert len(again.pack.standard) == 11
    history.redo(desk)
    assert len(open_audit(reopened(desk)).pack.standard) == 12


def test_a_copy_of_the_audit_is_made_before(desk: Desk) -> None:
    editions.take_edition(desk, pack_at(desk, edition_two()))

    copies = list(desk.workspace.backups_folder.rglob("*before-new-edition*.json"))
    assert len(copies) == 1
    assert '"l3-clean"' in copies[0].read_text("utf-8")


@pytest.mark.parametrize(
    "what", ["*.before-new-edition-*", "audits/*.pack.json", "Compact audit/audits/2026-2028-a-?.json"]
)
def test_a_program_that_stops_on_the_way_leaves_the_audit_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    before, stopped_at = audit_in(desk), []

    def failing(path: Path, data: bytes, **more: bool) -> object:
        if path.match(what):
            stopped_at.append(path)
            raise WorkspaceError("The disk is full.", "")
        return write_really(path, data, **more)

    for module in ("services.editions", "storage.backups", "storage.book_storage"):
        monkeypatch.setattr(f"compact_tui.{module}.write_atomically", failing)
    with pytest.raises(WorkspaceError):
        editions.take_edition(desk, pack_at(desk, edition_two()))

    assert len(stopped_at) == 1
    again = open_audit(reopened(desk))
    assert again.kept == before
    assert len(again.pack.standard) == 11


def other(pack: AuditPack, **head: str) -> AuditPack:
    return replace(pack, pack=replace(pack.pack, **head))


BAD_CHANGE = replace(edition_two(), pack=replace(edition_two().pack, item_change=(ItemChange(item="l99", how="new"),)))
NOT_READY = replace(edition_two(), variation=(Variation(id="shore", title="Shore", sector="other"),))


@pytest.mark.parametrize(
    ("pack", "error", "words"),
    [
        (edition_one(), UsageError, "has this edition (2026.1) already"),
        (other(edition_two(), id="windmill"), CompactError, "is another pack"),
        (BAD_CHANGE, FileNotAcceptableError, 'No standard or criterion "l99" is known.'),
        (NOT_READY, CompactError, "is not complete for this audit's version (all)"),
    ],
)
def test_what_cannot_be_taken_is_refused(desk: Desk, pack: AuditPack, error: type[CompactError], words: str) -> None:
    with pytest.raises(error) as caught:
        editions.take_edition(desk, pack_at(desk, pack))

    assert words in caught.value.message
    assert audit_in(reopened(desk)).head.edition == "2026.1"


def test_what_to_know_before_is_told(desk: Desk) -> None:
    pack = replace(edition_two(), pack=replace(edition_two().pack, edition="2026.1", item_change=(), wording="Ours"))
    signing.sign_off(desk, "Keeper", "Ada Mole")

    notes = editions.edition_view(desk, pack_at(desk, pack)).notes

    assert notes[0] == "Both say that they are edition 2026.1, and they differ."
    assert notes[1] == "The wording is another: Ours."
    assert '"Who fills the can?" reads like another question' in notes[2]
    assert "the signatures stay" in notes[-1]


def test_a_question_that_comes_back_does_not_count_what_was_parked(desk: Desk) -> None:
    editions.take_edition(desk, pack_at(desk, edition_two()))
    third = replace(edition_one(), pack=replace(edition_one().pack, edition="2030.1"))

    editions.take_edition(desk, pack_at(desk, third, "third"))

    audit = audit_in(desk)
    assert "l9-clean" not in {a.criterion for a in audit.answers}
    assert "l9-clean" in {c.criterion for c in audit.carried_answers}
    assert next(g for g in audit.grades if g.standard == "l9").provisional


def test_what_is_parked_under_a_question_that_is_asked_again_is_looked_through_before_it_leaves(desk: Desk) -> None:
    answering.answer(desk, "l3-clean", "lit", note="Ring the mother on 07700 900123.")
    editions.take_edition(desk, pack_at(desk, edition_two()))

    found = [f for f in review.review(desk).findings if f.field == "replaced_note"]

    assert [f.where for f in found] == ["l3-clean"]


def test_a_text_is_erased_from_what_was_carried_and_parked_too(desk: Desk) -> None:
    editions.take_edition(desk, pack_at(desk, edition_two()))

    erasing.erase(desk, "Note on l5-clean.")

    book = open_audit(reopened(desk)).book.path
    assert "Note on l5-clean." not in book.read_text("utf-8")
    assert "Note on l3-clean." in book.read_text("utf-8")
