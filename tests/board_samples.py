"""A small invented notice list for umbrella houses, and desks that know it."""

from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.notice import KnownEdition, KnownNumber, NoticeHead, NoticeItem, NoticeList, Reading
from compact_tui.services import boards, settings
from compact_tui.services.desk import Desk
from tests.services.desks import desk_in

ITEMS = (
    NoticeItem(
        id="lead",
        title="Who leads on umbrellas",
        audiences=("staff", "visitors"),
        says=("A name.", "A number that is answered."),
        why="A wet child goes to a face it knows.",
        out_of_date=("The person left.",),
        look="half-termly",
        reads=(
            Reading(what="profile", of="lead_name", ask="Whose name is on it?"),
            Reading(what="profile", of="social_care_phone", ask="Which number?"),
        ),
        poster=("# Who leads on umbrellas", "> {lead_name}"),
        topics=("rain",),
    ),
    NoticeItem(
        id="edition",
        title="Which umbrella book holds",
        audiences=("staff",),
        says=("The edition.",),
        look="yearly",
        reads=(Reading(what="edition", of="book", ask="Which edition?"),),
    ),
    NoticeItem(id="racks", title="Where the racks are", audiences=("staff", "children", "visitors"), look="termly"),
    NoticeItem(id="tray", title="Who empties the tray", audiences=("staff",), look="daily"),
    NoticeItem(id="pool", title="Rules of the pool", audiences=("staff", "children"), look="termly"),
    NoticeItem(id="tower", title="Rules of the tower", audiences=("staff",), sectors=("other",), look="termly"),
)
NOTICES = NoticeList(
    notice=NoticeHead(id="umbrellas", title="Boards of umbrella houses", edition="2026.1"),
    number=(KnownNumber(id="rain-line", name="Rain line", number="0808 555 0000", former=("0845 555 0271",)),),
    edition=(
        KnownEdition(
            id="book",
            title="Keeping umbrellas dry",
            edition="2026",
            short=("KUD",),
            in_force_from="2026-09-01",
            replaced=("2025", "2024"),
        ),
    ),
    item=ITEMS,
)
STAFF = {"name": "Staff room", "place": "by the kettle", "audience": "staff"}
DOOR = {"name": "Front door", "audience": "visitors"}


def with_notices(desk: Desk) -> Desk:
    """The desk with the umbrella list as the only one."""
    desk.shelf.notice_list = NOTICES
    return desk


def noticing_desk(root: Path, *, who: str = "Porter", name: str = "") -> Desk:
    """A desk on a workspace of its own with the umbrella list."""
    return with_notices(desk_in(root, who=who, name=name))


def with_boards(desk: Desk) -> Desk:
    """The desk with a staff room (``b-staff``) and a front door (``b-door``)."""
    with_notices(desk)
    for id_, typed in (("b-staff", STAFF), ("b-door", DOOR)):
        named = replace(desk, new_id=lambda prefix, id_=id_: id_ if prefix == "b" else desk.new_id(prefix))
        boards.add_board(named, typed)
    return desk


def with_people(desk: Desk) -> Desk:
    """The desk of a setting that has said who leads and whom to ring."""
    settings.set_up(desk, {"name": "Brolly House", "sector": "education"})
    settings.set_people(desk, {"lead_name": "Jo Park", "social_care_phone": "023 9200 0002"})
    return desk
