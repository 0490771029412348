"""Saying who the setting is."""

from pathlib import Path

import pytest

from compact_tui.core.errors import ExitCode, UsageError
from compact_tui.core.setting import Setting
from compact_tui.services.books import read_setting
from compact_tui.services.settings import check_setting, set_up, typed_setting
from tests.services.desks import desk_in, reopened

FULL = {
    "name": " The Old  Gallery ",
    "kind": "nursery",
    "sector": "early-years",
    "areas": "Portsmouth,Southampton",
    "return_to": "a@b.example; c@d.example",
    "due": "18 December 2026",
    "contact_name": "Jo Gray",
    "contact_role": "Lead",
    "contact_email": "jo@g.example",
    "contact_phone": "023 9200 0000",
    "register_id": "G77",
}


def test_everything_that_is_said_is_kept_and_found_by_the_next_run(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "new" / "folder")

    made = set_up(desk, FULL)

    assert made == Setting(
        id="set-1",
        name="The Old Gallery",
        kind="nursery",
        sector="early-years",
        areas=("Portsmouth", "Southampton"),
        return_to=("a@b.example", "c@d.example"),
        due="2026-12-18",
        contact_name="Jo Gray",
        contact_role="Lead",
        contact_email="jo@g.example",
        contact_phone="023 9200 0000",
        register_id="G77",
    )
    assert read_setting(reopened(desk)) == made


def test_before_anything_is_said_there_is_no_setting_and_no_folder(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "later")

    assert read_setting(desk) is None
    assert typed_setting(desk) == {}
    assert not (tmp_path / "later").exists()


def test_what_is_not_typed_stays_and_what_is_emptied_goes(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    set_up(desk, FULL)

    changed = set_up(reopened(desk), {"contact_name": "", "areas": "Gosport"})

    assert (changed.id, changed.name, changed.due) == ("set-1", "The Old Gallery", "2026-12-18")
    assert (changed.contact_name, changed.areas) == ("", ("Gosport",))


def test_what_is_shown_in_the_form_can_be_typed_again_and_changes_nothing(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    made = set_up(desk, FULL)
    typed = typed_setting(desk)
    revision = desk.shelf.books[desk.workspace.setting_path].revision

    assert typed["due"] == "18 December 2026"
    assert typed["areas"] == "Portsmouth, Southampton"
    assert set_up(desk, typed) == made
    assert desk.shelf.books[desk.workspace.setting_path].revision == revision


@pytest.mark.parametrize(
    ("before", "typed", "sector"),
    [
        ({}, {"kind": "police"}, "other"),
        ({}, {"kind": "police", "sector": "education"}, "education"),
        ({}, {"kind": "police", "sector": " "}, "other"),
        ({"kind": "nursery"}, {"kind": "police"}, "other"),
        ({"kind": "nursery"}, {"kind": "police", "sector": "early-years"}, "early-years"),
        ({"kind": "nursery", "sector": "education"}, {"kind": "police"}, "education"),
        ({"sector": "education"}, {"kind": "police"}, "education"),
        ({"kind": "nursery"}, {"kind": ""}, "early-years"),
        ({"kind": "nursery"}, {"name": "Other"}, "early-years"),
    ],
)
def test_the_sector_follows_from_the_kind_unless_somebody_said_otherwise(
    tmp_path: Path, before: dict[str, str], typed: dict[str, str], sector: str
) -> None:
    desk = desk_in(tmp_path)
    if before:
        set_up(desk, {"name": "N"} | before)

    assert set_up(desk, {"name": "N"} | typed).sector == sector


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({}, "--name: This is needed."),
        ({"name": "N"}, "--sector: This is needed."),
        ({"name": "N", "sector": "x", "kind": "y"}, '--kind: "y" is not one of'),
        ({"name": "N", "kind": "police", "due": "soon"}, '--due: "soon" is not a day.'),
        ({"name": "N", "kind": "police", "return_to": "nobody"}, '--return-to: "nobody" is not an email address.'),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_saved(tmp_path: Path, typed: dict[str, str], message: str) -> None:
    desk = desk_in(tmp_path / "new")

    with pytest.raises(UsageError) as caught:
        set_up(desk, typed)

    assert caught.value.message.startswith(message)
    assert (caught.value.hint, caught.value.code) == ("Nothing was saved.", ExitCode.USAGE)
    assert not (tmp_path / "new").exists()


def test_a_mistake_leaves_what_was_saved_before(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    made = set_up(desk, FULL)

    with pytest.raises(UsageError):
        set_up(desk, {"name": "Another", "due": "soon"})

    assert read_setting(reopened(desk)) == made


def test_checking_what_is_typed_saves_nothing_and_names_every_problem() -> None:
    filled = check_setting({"kind": "faith", "due": "x", "contact_email": "y"})

    assert filled.value("sector") == "other"
    assert [problem.field for problem in filled.problems] == ["name", "due", "contact_email"]


def test_a_change_made_by_another_program_is_not_undone_by_ours(tmp_path: Path) -> None:
    mine, theirs = desk_in(tmp_path), desk_in(tmp_path, name="b")
    set_up(mine, FULL)
    set_up(theirs, {"contact_phone": "999"})

    set_up(mine, {"contact_role": "Head"})

    kept = read_setting(reopened(theirs))
    assert kept is not None
    assert (kept.contact_phone, kept.contact_role) == ("999", "Head")
