"""Emptying one field, with all that ever stood in it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.services import answering, audits, grading, records, settings
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from compact_tui.services.history import history, undo
from tests.services.desks import SMALL_PACK, reopened, started
from tests.services.erased_text import MARKER, bare
from tests.services.full_workspace import TEXT

pytestmark = pytest.mark.usefixtures("no_fsync")


def test_all_that_ever_stood_in_a_field_goes_also_from_history_pages_and_backups(largest: Desk) -> None:
    full = largest

    erase(full, "1.1#note")

    root = full.workspace.root
    assert answering.show_criterion(reopened(full), "u1-ticket").note == MARKER
    for path in root.rglob("*.json*"):
        if path.is_file():
            assert b" rang 1" not in path.read_bytes(), path
            assert b"Then he left" not in path.read_bytes(), path
    for path in (root / "sent").rglob("*.html"):
        assert "Then he left" not in path.read_text("utf-8")
    assert answering.show_criterion(full, "u2-watch").note == TEXT


@pytest.mark.parametrize(
    ("place", "look"),
    [
        ("u1#summary", lambda desk: grading.show_standard(desk, "u1").summary),
        ("1#reason", lambda desk: grading.show_standard(desk, "u1").reason),
        ("u1-ticket#private-note", lambda desk: answering.show_criterion(desk, "u1-ticket").private_note),
        ("setting#contact_name", lambda desk: settings.typed_setting(desk)["contact_name"]),
    ],
)
def test_every_kind_of_field_has_a_place(full: Desk, place: str, look: object) -> None:
    assert callable(look)

    view = erase(full, place)

    assert look(reopened(full)) == MARKER
    assert view.text_erased >= 2


def test_the_fields_of_evidence_and_actions_have_a_place(full: Desk) -> None:
    (item,), (action,) = records.list_evidence(full), records.list_actions(full)

    erase(full, f"{item.id}#title")
    erase(full, f"{action.id}#what")

    (item,), (action,) = records.list_evidence(full), records.list_actions(full)
    assert (item.title, action.what) == (MARKER, MARKER)
    told = [one.what for one in history(full) if "vidence" in one.what or "action" in one.what]
    assert told
    assert all(bare(TEXT) not in bare(one) for one in told)


def test_a_record_that_was_removed_still_has_a_place(full: Desk) -> None:
    (item,) = records.list_evidence(full)
    records.remove_evidence(full, item.id)

    view = erase(full, f"{item.id}#title")

    assert view.text_erased
    undo(full)
    assert records.list_evidence(full)[0].title == MARKER


@pytest.mark.parametrize(
    ("place", "hint"), [("u1-tickt#note", "u1-ticket"), ("1.1#nose", "note"), ("setting#kind", "There is no")]
)
def test_a_place_that_is_not_there_is_said(full: Desk, place: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        erase(full, place)

    assert hint in f"{caught.value.message} {caught.value.hint}"


def test_other_audits_keep_what_stands_at_the_same_place(tmp_path: Path) -> None:
    desk = started(tmp_path / "ws")
    first = open_audit(desk).kept.head.id
    answering.write_note(desk, "u1-ticket", "Mine.")
    audits.start(desk, pack=str(SMALL_PACK), cycle="2028-2030")
    second = next(line.id for line in audits.list_audits(desk) if line.id != first)
    answering.write_note(replace(desk, audit_id=second), "u1-ticket", "Another's.")

    erase(replace(desk, audit_id=first), "1.1#note")

    assert answering.show_criterion(replace(desk, audit_id=first), "u1-ticket").note.startswith("[erased")
    assert answering.show_criterion(replace(desk, audit_id=second), "u1-ticket").note == "Another's."
