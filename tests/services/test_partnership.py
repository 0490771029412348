"""A partnership: started beside a setting's own files, changed, and whom settings ring."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import UsageError, WorkspaceError
from compact_tui.core.forms import fill
from compact_tui.core.partnership_forms import CONTACT_FORM, PARTNERSHIP_FORM
from compact_tui.services import partnership
from compact_tui.services.partnership_book import head_of
from compact_tui.services.partnership_pack import keep_pack, pack_asked
from tests.services.desks import SMALL_PACK, at, desk_in, reopened, set_up, small_pack
from tests.services.partnership_desks import TYPED, started_partnership, with_register


def test_a_partnership_is_started_beside_a_setting_and_is_there_after_a_restart(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "here")
    set_up(desk)
    setting = desk.workspace.setting_path.read_bytes()

    view = partnership.start_partnership(desk, TYPED | {"other_areas": "Southsea = r@south.example"})

    again = partnership.show_partnership(reopened(desk))
    assert again == view
    assert again.started
    assert (again.name, again.area, again.cycle, again.due) == (
        "Rain partnership",
        "Portsea",
        "2026-2028",
        "2026-12-01",
    )
    assert again.return_to == ("returns@rain.example",)
    assert again.other_areas == (("Southsea", "r@south.example"),)
    assert again.threshold == 5
    assert again.edition
    assert desk.workspace.setting_path.read_bytes() == setting
    assert head_of(desk).by == "Lead"


def test_the_pack_of_a_partnership_is_kept_beside_its_book(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "rain")

    assert pack_asked(reopened(desk)) == small_pack()
    assert partnership.show_partnership(desk).pack_title == small_pack().pack.title
    keep_pack(desk, replace(small_pack(), pack=replace(small_pack().pack, title="Put right")))
    assert partnership.show_partnership(desk).pack_title == "Put right"


def test_an_earlier_pack_is_still_there_when_another_is_asked_for(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "rain", pack="")
    before = head_of(desk)

    view = partnership.change_partnership(desk, {"cycle": "2028-2030"}, pack=str(SMALL_PACK))

    assert (view.pack, view.cycle, view.name) == (small_pack().pack.id, "2028-2030", "Rain partnership")
    assert pack_asked(reopened(desk), before.pack, before.edition).pack.id == before.pack


def test_a_pack_that_cannot_be_read_is_told_of_with_the_way_on(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "rain")
    next(desk.workspace.root.glob("*.pack.json")).write_bytes(b"{")

    with pytest.raises(WorkspaceError) as raised:
        partnership.show_partnership(reopened(desk))

    assert "change --pack" in raised.value.hint
    assert partnership.change_partnership(reopened(desk), {}, pack=str(SMALL_PACK)).pack == small_pack().pack.id


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"name": ""}, "--name: This is needed."),
        ({"due": "soon"}, '--due: "soon" is not a day.'),
        ({"threshold": "2"}, "--threshold: Type a number"),
        ({"area": "A, B"}, "--area: Name one area"),
        ({"return_to": "nobody"}, '--return-to: "nobody" is not an email address.'),
    ],
)
def test_what_cannot_be_taken_starts_nothing(tmp_path: Path, wrong: dict[str, str], message: str) -> None:
    desk = desk_in(tmp_path / "rain")

    with pytest.raises(UsageError, match=message.replace("(", r"\(")):
        partnership.start_partnership(desk, TYPED | wrong)

    assert not desk.workspace.partnership_path.exists()
    assert not partnership.show_partnership(desk).started
    assert partnership.typed_partnership(desk) == {}


def test_a_partnership_is_started_once(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "rain")

    with pytest.raises(UsageError, match="started here already"):
        partnership.start_partnership(desk, TYPED | {"name": "Another"})

    assert head_of(reopened(desk)).name == "Rain partnership"


def test_what_is_kept_can_be_typed_again_as_it_stands(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "rain", letter="Dear all,\n\nplease.", other_areas="Southsea = r@s.example")
    before = head_of(desk)

    typed = partnership.typed_partnership(desk)
    after = partnership.change_partnership(at(desk, days=1), typed)

    assert typed["due"] == "1 December 2026"
    assert fill(PARTNERSHIP_FORM, typed).problems == ()
    assert (after.letter, after.other_areas, after.due) == (before.letter, before.other_areas, before.due)
    assert [one.what for one in partnership.partnership_history(desk)] == ["Rain partnership started"]


def test_contacts_are_added_changed_and_taken_out_and_every_step_can_be_taken_back(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "rain")
    typed = {"what": "lado", "name": "LADO", "value": "023 9200 0003", "checked_on": "2026-09-04"}

    (one,) = partnership.keep_contact(desk, typed).contacts
    assert (one.age, one.old) == ("checked 90 days ago", False)
    later = at(desk, days=1)
    assert partnership.show_partnership(later).contacts[0].old
    (one,) = partnership.keep_contact(later, {"checked_on": "2026-12-04"}, one.id).contacts
    assert (one.name, one.value, one.checked_on, one.old) == ("LADO", "023 9200 0003", "2026-12-04", False)
    assert fill(CONTACT_FORM, partnership.typed_contact(later, one.id)).value("checked_on") == "2026-12-04"
    assert partnership.drop_contact(later, one.id).contacts == ()

    assert partnership.undo_partnership(later).what == "undid whom settings ring: LADO taken out"
    assert partnership.undo_partnership(later).what == "undid whom settings ring: LADO changed"
    assert partnership.show_partnership(reopened(later)).contacts[0].checked_on == "2026-09-04"
    partnership.redo_partnership(later)
    assert partnership.show_partnership(reopened(later)).contacts[0].checked_on == "2026-12-04"
    assert [change.what for change in partnership.partnership_history(later)][-2:] == [
        "whom settings ring: LADO added",
        "Rain partnership started",
    ]


def test_a_contact_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "rain")

    for verb in (partnership.drop_contact, partnership.typed_contact):
        with pytest.raises(UsageError, match='has the id "ct-9"'):
            verb(desk, "ct-9")
    with pytest.raises(UsageError, match='has the id "ct-9"'):
        partnership.keep_contact(desk, {"name": "x"}, "ct-9")


def test_the_hub_says_how_the_round_stands_and_where_to_go(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "rain")

    empty = partnership.show_partnership(desk)
    full = partnership.show_partnership(with_register(desk))

    states = {place.id: place.state for place in full.places}
    assert {place.id: place.state for place in empty.places}["register"] == "nobody in it yet"
    assert states["register"] == "3 settings"
    keys = {place.key for place in full.places}
    assert len(keys) == len(full.places)
    assert not keys & {"n", "e"}, "those keys of the hub start and change a partnership"
    assert full.standing == ("0 of 3 returns came in (0 per cent); 2 are late.",)


@pytest.mark.parametrize(
    ("due", "typed", "after"),
    [
        ("1 December 2026", {"cycle": "2028-2030"}, ""),
        ("1 December 2026", {"cycle": "2028-2030", "due": "1 December 2028"}, "2028-12-01"),
        ("1 December 2026", {"area": "Gosport"}, "2026-12-01"),
        ("1 January 2027", {"cycle": "2028-2030"}, "2027-01-01"),
    ],
)
def test_a_new_round_does_not_begin_with_a_day_that_is_past(
    tmp_path: Path, due: str, typed: dict[str, str], after: str
) -> None:
    desk = started_partnership(tmp_path / "rain", due=due)

    partnership.change_partnership(desk, typed)

    assert head_of(desk).due == after
