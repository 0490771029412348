"""Starting, listing and showing audits, and opening the right one."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, ExitCode, UsageError, WorkspaceError
from compact_tui.core.progress import Stop
from compact_tui.core.views import AuditLine
from compact_tui.services import answering, audits, grading, settings
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.home import home
from tests.services.desks import SMALL_PACK, desk_in, reopened, set_up


def audit_file(desk: Desk) -> Path:
    (path,) = desk.workspace.audit_paths()
    return path


def test_an_audit_is_started_with_a_copy_of_its_pack_beside_it(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    set_up(desk)

    line = audits.start(desk, pack=str(SMALL_PACK), cycle="  Winter \n round ")

    assert line == AuditLine(
        id="a-3",
        pack="umbrella-care",
        edition="2026.1",
        variation="gallery",
        cycle="Winter round",
        standards=3,
        graded=0,
        to_grade=3,
        criteria=9,
        answered=0,
    )
    names = sorted(p.name for p in desk.workspace.audits_folder.iterdir() if p.is_file())
    assert names == ["winter-round-a-3.json", "winter-round-a-3.pack.json"]
    assert audits.list_audits(reopened(desk)) == (line,)
    head = open_audit(reopened(desk)).audit.head
    assert (head.wording, head.started_on) == ("independent", "2026-12-03")


def test_a_round_without_a_name_is_this_year_and_two_on(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    set_up(desk)

    assert audits.start(desk, pack=str(SMALL_PACK), cycle=" ").cycle == "2026-2028"


def test_an_audit_goes_on_with_its_own_pack_when_the_original_is_gone(tmp_path: Path) -> None:
    copy = shutil.copytree(SMALL_PACK, tmp_path / "pack")
    desk = desk_in(tmp_path / "ws")
    set_up(desk)
    audits.start(desk, pack=str(copy))
    shutil.rmtree(copy)

    assert audits.show(reopened(desk)).title == "Care of visitors' umbrellas: three standards"


def test_without_a_setting_no_audit_is_started(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not know who you are"):
        audits.start(desk_in(tmp_path / "new"), pack=str(SMALL_PACK))

    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("compact-13", 'There is no pack "compact-13".', 'Did you mean "compact-12"?'),
        ("x" * 5_000, f'There is no pack "{"x" * 5_000}".', "Packs: compact-12, small-group."),
        (" ", 'There is no pack " ".', "Packs: compact-12, small-group."),
    ],
)
def test_an_unknown_pack_starts_nothing(tmp_path: Path, name: str, message: str, hint: str) -> None:
    desk = desk_in(tmp_path)
    set_up(desk)

    with pytest.raises(UsageError) as caught:
        audits.start(desk, pack=name)

    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert desk.workspace.audit_paths() == ()


def test_a_sector_the_edition_is_not_ready_for_starts_nothing_and_is_told_who_it_is_ready_for(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    set_up(desk, sector="early-years")

    with pytest.raises(CompactError) as caught:
        audits.start(desk, pack=str(SMALL_PACK))

    assert caught.value.message == (
        "This edition of the audit (2026.1) is not ready for your sector (early-years) yet."
    )
    assert "Galleries with a cloakroom, Kiosks and pop-up shows." in caught.value.hint
    assert "Nothing was started." in caught.value.hint
    assert caught.value.code is ExitCode.PUT_RIGHT
    assert sorted(p.name for p in desk.workspace.audits_folder.iterdir()) == []


def test_a_variation_that_is_not_offered_yet_is_not_used(tmp_path: Path) -> None:
    copy = shutil.copytree(SMALL_PACK, tmp_path / "pack")
    head = copy / "pack.toml"
    text = head.read_text("utf-8").replace('sector = "other"', 'sector = "other"\noffered = false')
    head.write_text(text, encoding="utf-8")
    desk = desk_in(tmp_path / "ws")
    set_up(desk, sector="other")

    with pytest.raises(CompactError) as caught:
        audits.start(desk, pack=str(copy))

    assert "Ready in this edition: Galleries with a cloakroom." in caught.value.hint


def test_a_pack_without_variations_serves_everyone(tmp_path: Path) -> None:
    copy = shutil.copytree(SMALL_PACK, tmp_path / "pack")
    head = copy / "pack.toml"
    parts = head.read_text("utf-8").split("[[")
    head.write_text("[[".join(p for p in parts if not p.startswith("variation")), encoding="utf-8")
    desk = desk_in(tmp_path / "ws")
    set_up(desk, sector="small-group")

    assert audits.start(desk, pack=str(copy)).variation == "all"


def test_one_standard_can_be_shown_by_number_or_id(desk: Desk) -> None:
    assert [s.id for s in audits.show(desk).standards] == ["u1", "u2", "u3"]
    assert [s.id for s in audits.show(desk, "2").standards] == ["u2"]
    assert [s.id for s in audits.show(desk, " U3 ").standards] == ["u3"]
    with pytest.raises(UsageError) as caught:
        audits.show(desk, "u4")
    assert (caught.value.message, caught.value.hint) == ('There is no standard "u4".', "Standards: 1, 2, 3.")


def test_what_was_written_and_what_the_pack_says_are_found(desk: Desk) -> None:
    answering.write_note(desk, "2.2", "Ask Zoë", private=True)

    assert [(h.number, h.field, h.excerpt) for h in audits.find(desk, "zoe")] == [("2.2", "private note", "Ask Zoë")]
    assert [(h.number, h.field) for h in audits.find(desk, "3.2")] == [("3.2", "criterion")]
    assert audits.find(desk, "nothing holds this") == ()


def test_what_waits_is_told_after_the_place_where_one_is(desk: Desk) -> None:
    answering.answer(desk, "1.2", "in-hand")

    assert audits.waiting(desk) == Stop("u1", "u1-ticket")
    assert audits.waiting(desk, criterion="1.1") == Stop("u1", "u1-greeting")
    assert audits.waiting(desk, standard="1") == Stop("u2", "u2-watch")
    assert audits.waiting(desk, standard="u3", criterion="3.3") == Stop("u3")
    assert audits.waiting(desk, standard="3") == Stop("u1", "u1-ticket")


def test_with_several_audits_the_one_asked_for_is_opened_and_none_is_guessed(desk: Desk) -> None:
    second = audits.start(desk, pack=str(SMALL_PACK), cycle="2028-2030")
    first = audits.list_audits(desk)[0]

    with pytest.raises(UsageError) as several:
        open_audit(desk)
    with pytest.raises(UsageError) as unknown:
        open_audit(replace(desk, audit_id="b-3"))

    assert several.value.hint == f"Say which with --audit: {first.id}, {second.id}."
    assert unknown.value.message == 'There is no audit "b-3" here.'
    assert unknown.value.hint == 'Did you mean "a-3"?'
    for line in (first, second):
        answering.answer(replace(desk, audit_id=line.id), "1.1", "in-hand", note=line.cycle)
    notes = [answering.show_criterion(replace(desk, audit_id=i.id), "1.1").note for i in (first, second)]
    assert notes == ["2026-2028", "2028-2030"]


def test_without_an_audit_the_way_to_start_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No audit has been started here yet") as caught:
        open_audit(desk_in(tmp_path))

    assert "compact-tui audit start" in caught.value.hint


@pytest.mark.parametrize("copy", ["{} (conflicted copy)", "{}-conflict", "A {}", "Z {}"])
def test_a_sync_clients_second_copy_of_an_audit_is_left_alone_and_named(desk: Desk, copy: str) -> None:
    file = audit_file(desk)
    other = file.with_name(copy.format(file.stem) + ".json")
    shutil.copyfile(file, other)
    before = other.read_bytes()
    again = reopened(desk)

    answering.answer(again, "1.1", "in-hand")

    view = home(again)
    assert [(line.id, line.answered) for line in view.audits] == [("a-3", 1)]
    assert len(view.notices) == 1
    assert f"{file.name} is used, and {other.name} is left as it is" in view.notices[0]
    assert other.read_bytes() == before
    assert home(again).notices == view.notices


@pytest.mark.parametrize("harm", ["gone", "cut", "foreign"])
def test_a_pack_that_cannot_be_read_is_said_by_name_and_the_answers_are_safe(desk: Desk, harm: str) -> None:
    beside = desk.workspace.pack_path(audit_file(desk))
    if harm == "gone":
        beside.unlink()
    else:
        beside.write_bytes(beside.read_bytes()[:300] if harm == "cut" else b'{"format": "x", "version": 1}')

    with pytest.raises(WorkspaceError) as caught:
        audits.show(reopened(desk))

    assert beside.name in caught.value.message
    assert caught.value.code is ExitCode.WORKSPACE
    assert audit_file(desk).exists()


def test_a_damaged_audit_is_replaced_by_the_copy_of_the_day_and_said(desk: Desk) -> None:
    answering.answer(desk, "1.1", "in-hand")
    answering.answer(desk, "1.2", "half-way")
    file = audit_file(desk)
    file.write_bytes(file.read_bytes()[:100])

    view = home(reopened(desk))

    assert len(view.notices) == 1
    assert "is damaged" in view.notices[0]
    assert [p.name for p in file.parent.glob("*.damaged-*")] == [f"{file.name}.damaged-1"]


def test_a_record_of_another_form_is_told_and_left(desk: Desk) -> None:
    answering.answer(desk, "1.1", "in-hand")
    file = audit_file(desk)
    harmed = (
        file.read_bytes().replace(b'"answer": "in-hand"', b'"answer": 7').replace(b'"answer":"in-hand"', b'"answer":7')
    )
    file.write_bytes(harmed)

    with pytest.raises(WorkspaceError, match="holds a record that cannot be read"):
        audits.show(reopened(desk))

    assert file.read_bytes() == harmed


def test_changing_the_sector_later_leaves_a_started_audit_as_it_is(desk: Desk) -> None:
    settings.set_up(desk, {"sector": "early-years"})
    grading.grade(desk, "1", "soaked")

    assert audits.list_audits(desk)[0].variation == "gallery"
