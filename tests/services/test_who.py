"""Who is at the keyboard, and whom to ring."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError, WorkspaceError
from compact_tui.services import settings
from compact_tui.services.act_now import act_now
from compact_tui.services.answering import answer
from compact_tui.services.history import history
from compact_tui.services.home import home
from compact_tui.services.session import sit_down, stand_up, stay
from compact_tui.services.who import be, be_nobody, remembered, who_is
from tests.services.desks import MOMENT, desk_in, started


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(tmp_path / "config"))
    started(tmp_path / "ws", contact_role="Deputy head")
    return tmp_path / "ws"


@pytest.mark.parametrize(
    ("role", "initials", "who"),
    [
        ("Head", "", "Head"),
        ("  Deputy   lead ", "a.b.", "Deputy lead (AB)"),
        ("Secretary", "J D", "Secretary (JD)"),
    ],
)
def test_what_is_said_once_is_carried_by_every_change(root: Path, role: str, initials: str, who: str) -> None:
    desk = be(desk_in(root, who=""), {"role": role, "initials": initials})

    answer(desk, "1.1", "in-hand")

    assert desk.who == who == history(desk)[0].by == remembered(root)
    assert home(desk).who_sentence == f"At the keyboard: {who}."


@pytest.mark.parametrize(
    ("typed", "words"), [({}, "This is needed"), ({"role": "Head", "initials": "Jo Park"}, "at most four letters")]
)
def test_no_role_or_a_whole_name_is_refused_and_nothing_changes(root: Path, typed: dict[str, str], words: str) -> None:
    be(desk_in(root), {"role": "Head"})

    with pytest.raises(UsageError, match=words):
        be(desk_in(root), typed)
    assert remembered(root) == "Head"


def test_those_who_worked_here_are_offered_newest_first_and_then_the_contact(root: Path) -> None:
    for minute, who in ((1, "Head (AB)"), (2, "Clerk"), (3, "Head (AB)")):
        desk = desk_in(root, who=who, moment=MOMENT.replace(minute=minute), name=f"m{minute}")
        answer(desk, f"1.{minute}", "in-hand")

    known = who_is(desk_in(root, who="")).known

    assert known[:2] == ("Head (AB)", "Clerk")
    assert known[-1] == "Deputy head"


def test_somebody_known_takes_over_with_one_word(root: Path) -> None:
    assert be(desk_in(root), {"who": "Head (AB)"}).who == "Head (AB)" == remembered(root)


def test_nobody_is_remembered_when_that_is_asked(root: Path) -> None:
    be(desk_in(root), {"role": "Head"})

    assert be_nobody(desk_in(root)).who == ""
    assert remembered(root) == ""


def test_each_workspace_has_its_own_person(root: Path, tmp_path: Path) -> None:
    be(desk_in(root), {"role": "Head"})
    be(desk_in(tmp_path / "other"), {"role": "Clerk"})

    assert (remembered(root), remembered(tmp_path / "other")) == ("Head", "Clerk")


def test_a_session_begins_with_who_was_here_last_and_leaving_does_not_forget_a_switch(root: Path) -> None:
    be(desk_in(root), {"role": "Head"})
    session = sit_down(root, on_saved=lambda merged, conflicts: None, on_failed=lambda error: None)
    assert session.desk.who == "Head"

    be(session.desk, {"role": "Clerk"})

    assert stand_up(stay(session)) is True
    assert remembered(root) == "Clerk"


def test_when_it_cannot_be_kept_that_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "file").write_text("in the way")
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(root.parent / "file"))

    with pytest.raises(WorkspaceError, match="could not be kept"):
        be(desk_in(root), {"role": "Head"})


def test_people_are_kept_beside_the_setting_and_used_by_the_card(root: Path) -> None:
    settings.set_people(desk_in(root), {"lead_name": "Jo Park", "numbers_checked_on": "3 December 2026"})
    settings.set_people(desk_in(root), {"lead_phone": "01632 960001"})
    settings.set_up(desk_in(root), {"name": "Brolly Hall"})

    desk = desk_in(root)
    assert act_now(desk).steps[1].ring == ("Jo Park: 01632 960001",)
    assert settings.typed_people(desk)["numbers_checked_on"] == "3 December 2026"
    assert settings.typed_setting(desk)["name"] == "Brolly Hall"


def test_people_can_be_named_before_anything_else_and_the_setting_is_still_to_be_named(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "new")

    settings.set_people(desk, {"lead_name": "Jo Park"})

    assert act_now(desk_in(tmp_path / "new")).steps[1].ring == ("Jo Park",)
    assert home(desk_in(tmp_path / "new")).next.place == "setup"


def test_a_day_that_is_none_is_refused_and_nothing_is_kept(root: Path) -> None:
    with pytest.raises(UsageError, match="numbers-checked-on"):
        settings.set_people(desk_in(root), {"lead_name": "Jo", "numbers_checked_on": "soonish"})
    assert settings.typed_people(desk_in(root))["lead_name"] == ""
