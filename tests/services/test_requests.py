"""Opening a partnership's request: seen first, taken whole, and refused when it cannot be right."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.pack import AuditPack
from compact_tui.core.request import LADO, OTHER, OUT_OF_HOURS, SOCIAL_CARE, Request, RequestContact
from compact_tui.exchange.request_json import encode_request
from compact_tui.services import answering, audits, home, requests, settings
from compact_tui.services.books import open_audit, read_setting
from compact_tui.services.carrying import carried
from compact_tui.services.desk import Desk
from tests.lighthouse import edition_one
from tests.services.desks import desk_in, reopened, set_up, started_with


def contact(what: str, value: str, checked_on: str = "2026-11-20", source: str = "") -> RequestContact:
    return RequestContact(what=what, name=what.capitalize(), value=value, checked_on=checked_on, source=source)


def request(**changes: Any) -> Request:
    plain = Request(
        id="rq-1",
        made_by="compact_tui 0",
        made_on="2026-11-25",
        partnership="Portsea partnership",
        register_id="R-017",
        setting="Brolly House",
        pack="lighthouse",
        edition="2026.1",
        cycle="2026-2028",
        due="2027-01-18",
        return_to=("returns@example.org",),
        areas=("Portsea",),
        contacts=(
            contact(SOCIAL_CARE, "023 9200 0001", "2026-08-30", "example.org/mash"),
            contact(OUT_OF_HOURS, "023 9200 0002"),
            contact(LADO, "lado@example.org"),
            contact(OTHER, "0800 000", ""),
        ),
        letter="Dear all,\nplease send it.",
    )
    return replace(plain, **changes)


def file_of(folder: Path, one: Request) -> str:
    path = folder / "from the partnership.json"
    path.write_bytes(encode_request(one))
    return str(path)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a setting, and no audit yet."""
    desk = desk_in(tmp_path / "Compact audit")
    set_up(desk, due="1 Dec 2026", register_id="R-017")
    return desk


def test_what_it_would_set_is_shown_and_nothing_is_changed(desk: Desk, tmp_path: Path) -> None:
    before, files = read_setting(desk), sorted(desk.workspace.root.rglob("*"))

    view = requests.show_request(desk, file_of(tmp_path, request()))

    assert [(line.field, line.state) for line in view.lines] == [
        ("register_id", "same"),
        ("due", "changed"),
        ("return_to", "new"),
        ("areas", "new"),
        ("social_care_phone", "new"),
        ("out_of_hours_phone", "new"),
        ("lado_contact", "new"),
        ("others_to_ring", "new"),
        ("numbers_checked_on", "new"),
    ]
    assert view.lines[1].words == "Day it is due: 1 December 2026 -> 18 January 2027"
    assert view.lines[0].words == "Register number: R-017 (as you have it)"
    assert view.contacts == (
        "Social-care: 023 9200 0001 (checked 30 Aug 2026, over 90 days ago: ring to check, from example.org/mash)",
        "Out-of-hours: 023 9200 0002 (checked 20 Nov 2026)",
        "Lado: lado@example.org (checked 20 Nov 2026)",
        "Other: 0800 000 (nobody says when it was checked: ring to check)",
    )
    assert (view.warnings, view.taken) == ((), False)
    assert "sets 8 things" in view.sentence
    assert (read_setting(reopened(desk)), sorted(desk.workspace.root.rglob("*"))) == (before, files)


def test_taking_it_sets_the_fields_and_keeps_a_copy(desk: Desk, tmp_path: Path) -> None:
    file = file_of(tmp_path, request())

    assert requests.take_request(desk, file).taken

    kept = read_setting(reopened(desk))
    assert kept is not None
    assert (kept.due, kept.return_to, kept.areas) == ("2027-01-18", ("returns@example.org",), ("Portsea",))
    assert (kept.social_care_phone, kept.lado_contact) == ("023 9200 0001", "lado@example.org")
    assert (kept.numbers_checked_on, kept.name) == ("2026-08-30", "Brolly House")
    copies = [path.read_bytes() for path in desk.workspace.received_folder.iterdir()]
    assert copies == [Path(file).read_bytes()]
    assert audits.list_audits(desk) == ()
    assert {line.state for line in requests.show_request(desk, file).lines} == {"same"}


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        ({"setting": "Acorn House"}, 'It asks "Acorn House", and you are "Brolly House"'),
        ({"register_id": "R-018"}, "It says register number R-018, and yours is R-017"),
        ({"return_to": ("x@example.com",)}, "an address that you did not have: x@example.com"),
        ({"due": "2026-12-02"}, "The day it asks for has passed: 2 December 2026"),
        ({"made_on": "2026-12-04"}, "made on 4 December 2026, which has not come yet"),
    ],
)
def test_what_should_give_pause_is_said(desk: Desk, tmp_path: Path, changes: dict[str, Any], warning: str) -> None:
    settings.set_up(desk, {"return_to": "returns@example.org"})
    assert requests.show_request(desk, file_of(tmp_path, request())).warnings == ()

    (said,) = requests.show_request(desk, file_of(tmp_path, request(**changes))).warnings

    assert warning in said


def test_it_begins_the_audit_with_the_pack_that_it_brings(desk: Desk, tmp_path: Path) -> None:
    file = file_of(tmp_path, request(whole_pack=(edition_one(),), contacts=()))
    seen = requests.show_request(desk, file)
    assert (seen.can_start, "which it brings" in seen.start_words) == (True, True)

    taken = requests.take_request(desk, file, begin=True)

    opened = open_audit(reopened(desk))
    assert (opened.kept.head.id, opened.kept.head.cycle) == (taken.audit, "2026-2028")
    assert opened.pack.pack.id == "lighthouse"
    assert home.home(desk).due == "2027-01-18"


def test_an_audit_that_is_there_is_gone_on_from(tmp_path: Path) -> None:
    desk = started_with(tmp_path, edition_one())
    answering.answer(desk, "l1-clean", "lit")
    file = file_of(tmp_path, request(whole_pack=(edition_one(),), cycle="2028-2030"))
    assert "to be confirmed" in requests.show_request(desk, file).start_words

    requests.take_request(desk, file, begin=True)

    assert (open_audit(desk).kept.head.cycle, carried(desk).waiting) == ("2028-2030", 1)


def _with_a_mistake() -> AuditPack:
    pack = edition_one()
    return replace(pack, level=(*pack.level, pack.level[0]))


@pytest.mark.parametrize(
    ("changes", "sector", "message"),
    [
        ({}, "education", "is not on this computer"),
        ({"whole_pack": (_with_a_mistake(),)}, "education", "and cannot be used"),
        ({"whole_pack": (edition_one(),)}, "", "Say first what kind of setting you are"),
    ],
)
def test_where_the_audit_cannot_be_begun_nothing_is_changed(
    tmp_path: Path, changes: dict[str, Any], sector: str, message: str
) -> None:
    desk = desk_in(tmp_path / "Compact audit")
    if sector:
        set_up(desk)
    before = read_setting(desk)

    with pytest.raises(UsageError, match=message):
        requests.take_request(desk, file_of(tmp_path, request(**changes)), begin=True)

    assert read_setting(reopened(desk)) == before


def test_somebody_new_is_named_by_it(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "Compact audit")

    requests.take_request(desk, file_of(tmp_path, request()))

    kept = read_setting(reopened(desk))
    assert kept is not None
    assert (kept.name, kept.register_id) == ("Brolly House", "R-017")


@pytest.mark.parametrize(
    ("said", "taken", "words"),
    [
        (("education", "primary-school"), ("education", "primary-school"), "nothing -> Education"),
        (("", "nursery"), ("early-years", "nursery"), "nothing -> Early years"),
        (("other", "voluntary-group"), ("other", "voluntary-group"), "nothing -> Other"),
        (("rain", "umbrellas"), ("", ""), ""),
        (("", ""), ("", ""), ""),
    ],
)
def test_somebody_new_need_not_say_what_the_register_knows(
    tmp_path: Path, said: tuple[str, str], taken: tuple[str, str], words: str
) -> None:
    desk = desk_in(tmp_path / "Compact audit")
    file = file_of(tmp_path, request(sector=said[0], kind=said[1], whole_pack=(edition_one(),)))

    view = requests.show_request(desk, file)
    requests.take_request(desk, file, begin=view.can_start)

    kept = read_setting(reopened(desk))
    assert kept is not None
    assert (kept.sector, kept.kind) == taken
    assert view.can_start == bool(taken[0])
    assert words in next((line.words for line in view.lines if line.field == "sector"), "")


def test_what_a_setting_said_of_itself_stands(desk: Desk, tmp_path: Path) -> None:
    before = read_setting(desk)
    requests.take_request(desk, file_of(tmp_path, request(sector="early-years", kind="nursery")))

    kept = read_setting(reopened(desk))
    assert kept is not None
    assert before is not None
    assert (kept.sector, kept.kind) == (before.sector, before.kind)


@pytest.mark.parametrize("data", [b"", b"{}", b"MZ\x00", b'{"format": "compact-return"}'])
def test_what_is_no_request_is_refused_and_changes_nothing(desk: Desk, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    before = read_setting(desk)

    with pytest.raises(FileNotAcceptableError) as raised:
        requests.take_request(desk, str(path))

    assert raised.value.hint
    assert (read_setting(reopened(desk)), desk.workspace.received_folder.exists()) == (before, False)
    with pytest.raises(FileNotAcceptableError):
        requests.show_request(desk, str(tmp_path / "nowhere.json"))
    with pytest.raises(UsageError, match="No file is named"):
        requests.show_request(desk, " ")
