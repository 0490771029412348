"""The numbers that a request brings, beside those that the setting has: the later day stays, nothing is lost."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.request import RequestContact
from compact_tui.services import requests, settings
from compact_tui.services.act_now import act_now
from compact_tui.services.books import read_setting
from compact_tui.services.desk import Desk
from tests.services.desks import desk_in, reopened, set_up
from tests.services.test_requests import file_of, request


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a setting, and no audit yet."""
    desk = desk_in(tmp_path / "Compact audit")
    set_up(desk, due="1 Dec 2026", register_id="R-017")
    return desk


@pytest.mark.parametrize(
    ("had", "brings", "kept"),
    [
        (
            "",
            ({"name": "Early help", "value": "023 9200 0004", "checked_on": "2026-08-30", "source": "example.org"},),
            "Early help: 023 9200 0004 (checked 30 Aug 2026, from example.org)",
        ),
        (
            "Prevent: 101; early help: 1",
            ({"name": "Early help", "value": "2; ask for Bo"}, {"name": "Bridge", "value": "3", "what": "lado"}),
            "Early help: 2, ask for Bo (nobody says when it was checked: ring to check); "
            "Bridge: 3 (nobody says when it was checked: ring to check); Prevent: 101",
        ),
        ("Prevent: 101", (), "Prevent: 101"),
    ],
)
def test_contacts_that_have_no_field_are_kept_beside_what_was_there(
    desk: Desk, tmp_path: Path, had: str, brings: tuple[dict[str, str], ...], kept: str
) -> None:
    settings.set_people(desk, {"others_to_ring": had})
    first = RequestContact(what="lado", name="Lado", value="lado@example.org")
    others = tuple(RequestContact(**({"what": "other"} | one)) for one in brings)

    file = file_of(tmp_path, replace(request(), contacts=(first, *others)))
    requests.take_request(desk, file)

    setting = read_setting(reopened(desk))
    assert setting is not None
    assert (setting.others_to_ring, setting.lado_contact) == (kept, "lado@example.org")
    assert "; ".join(act_now(desk).others) == kept
    assert "others_to_ring" not in {
        line.field for line in requests.show_request(desk, file).lines if line.state != "same"
    }


def test_numbers_are_never_said_to_be_fresher_than_the_oldest_of_them(desk: Desk, tmp_path: Path) -> None:
    settings.set_people(desk, {"numbers_checked_on": "1 Jun 2026"})
    requests.take_request(desk, file_of(tmp_path, request()))
    kept = read_setting(desk)
    assert kept is not None
    assert kept.numbers_checked_on == "2026-06-01"


@pytest.mark.parametrize(
    ("had", "checked", "kept", "beside"),
    [
        ("ask the office", "2026-11-21", "ask the office", "Lado: lado@example.org (checked 20 Nov 2026)"),
        ("ask the office", "2026-11-20", "lado@example.org", ""),
        ("ask the office", "", "lado@example.org", ""),
        ("lado@example.org", "2026-11-21", "lado@example.org", ""),
        ("", "2026-11-21", "lado@example.org", ""),
    ],
)
def test_what_a_setting_checked_later_stays_and_theirs_stands_beside_it(
    desk: Desk, tmp_path: Path, had: str, checked: str, kept: str, beside: str
) -> None:
    settings.set_people(desk, {"lado_contact": had, "numbers_checked_on": checked})
    file = file_of(tmp_path, request())

    warned = [line for line in requests.show_request(desk, file).warnings if "stays" in line]
    requests.take_request(desk, file)

    setting = read_setting(reopened(desk))
    assert setting is not None
    assert (setting.lado_contact, setting.numbers_checked_on) == (kept, "2026-08-30")
    assert (beside in setting.others_to_ring, "Lado" in setting.others_to_ring) == (True, bool(beside))
    assert warned == (
        ["Lado: you have ask the office, checked later, and it stays. Theirs stands beside it: lado@example.org."]
        if beside
        else []
    )


def test_what_stood_beside_goes_once_the_partnerships_own_is_the_newer_one(desk: Desk, tmp_path: Path) -> None:
    settings.set_people(desk, {"lado_contact": "ask the office", "numbers_checked_on": "2026-11-21"})
    requests.take_request(desk, file_of(tmp_path, request()))
    newer = tuple(replace(one, checked_on="2026-11-30") for one in request().contacts)

    requests.take_request(reopened(desk), file_of(tmp_path, replace(request(), contacts=newer)))

    setting = read_setting(reopened(desk))
    assert setting is not None
    assert (setting.lado_contact, "Lado" in setting.others_to_ring) == ("lado@example.org", False)


def test_numbers_that_all_stay_keep_their_day(desk: Desk, tmp_path: Path) -> None:
    settings.set_people(desk, {"lado_contact": "ask the office", "numbers_checked_on": "2026-11-21"})
    lado = RequestContact(what="lado", name="Lado", value="lado@example.org", checked_on="2026-11-20")

    requests.take_request(desk, file_of(tmp_path, replace(request(), contacts=(lado,))))

    setting = read_setting(reopened(desk))
    assert setting is not None
    assert (setting.lado_contact, setting.numbers_checked_on) == ("ask the office", "2026-11-21")
