"""The partnership's side in typed lines: started, the register filled, settings asked, the late ones reminded."""

from pathlib import Path

from compact_tui.services import partnership, register
from compact_tui.services.chasing import chase
from tests.plain.conftest import Room
from tests.services.desks import SMALL_PACK
from tests.services.partnership_desks import TABLE, TYPED, with_register


def rain(room: Room) -> Room:
    partnership.start_partnership(room.desk("Officer"), TYPED, pack=str(SMALL_PACK))
    with_register(room.desk("Officer"))
    return room


def test_a_partnership_is_started_and_its_register_taken_from_a_table(room: Room, tmp_path: Path) -> None:
    table = tmp_path / "settings.csv"
    table.write_text(TABLE, "utf-8")

    heard = room.talk(
        "more",
        ("What next?", "partnership"),
        ("No partnership was started", "start"),
        ("Name of the partnership", "Rain partnership"),
        ("Area it stands for", "Portsea"),
        ("What is this round called?", "2026-2028"),
        ("Day returns are due", "1 Dec 2026"),
        *([""] * 3),
        ("What the letter", ""),
        ("The register is empty", "register"),
        ("What next?", "import"),
        ("Which file?", str(table)),
        ("P03 Sea Scouts: new", "yes"),
        ("3 returns expected", "b"),
        ("What next?", "home"),
        ("Home. What next?", "q"),
    )

    assert heard.unread == ()
    assert "The partnership is started. Saved." in heard.said
    assert partnership.show_partnership(room.desk()).due == "2026-12-01"
    assert register.list_register(room.desk()).expected == 3


def test_settings_are_asked_and_the_late_ones_reminded(room: Room) -> None:
    heard = rain(room).talk(
        "partnership",
        ("What next?", "register"),
        ("What next?", "ask-one"),
        ("Its number in your register", "P02"),
        ("1 request made, NOT yet sent.", "ask-all"),
        ("2 requests made, NOT yet sent.", "list"),
        ("Id or name holds", "acorn"),
        ("Sector", ""),
        ("P02 Little Acorns: Early years", "back"),
        ("The partnership's side", "chase"),
        ("2 are late.", "who"),
        ("2 days late", "remind"),
        ("2 reminders made", "one"),
        ("Its number in your register", "P02"),
        ("1 reminder made", "sent"),
        ("On which day?", ""),
        ("6 emails noted as sent. Saved.", "log"),
        ("sent: 3 Dec 2026", "back"),
        ("The partnership's side", "home"),
        ("Home. What next?", "q"),
    )

    assert heard.unread == ()
    view = chase(room.desk())
    assert (len(view.log), view.unsent) == (6, 0)


def test_settings_and_contacts_are_added_changed_and_taken_back(room: Room) -> None:
    heard = rain(room).talk(
        "partnership",
        ("What next?", "register"),
        ("What next?", "add"),
        ("Its number in your register", "P07"),
        ("Name of the setting", "Wren House"),
        *([""] * 11),
        ("4 returns expected", "change"),
        ("Its number in your register", "P07"),
        ("[Wren House]", "Wren Place"),
        *([""] * 11),
        ("What next?", "back"),
        ("What next?", "contactpoints"),
        ("Nobody is named yet whom settings ring.", "add"),
        ("What is it?", "3"),
        ("Its name", "LADO"),
        ("Number or address", "1234"),
        ("Day somebody rang it", "1 Aug 2026"),
        ("Where it is published", ""),
        ("LADO, 1234; checked 124 days ago", "change"),
        ("Which one?", "1"),
        *([""] * 2),
        ("[1234]", "5678"),
        *([""] * 2),
        ("LADO, 5678", "drop"),
        ("Which one?", "1"),
        ("Nobody is named yet", "back"),
        ("What next?", "take back"),
        ("undid whom settings ring: LADO taken out.", "do again"),
        ("redid whom settings ring: LADO taken out.", "take back"),
        ("undid whom", "what was"),
        ("Wren Place changed in the register", "change"),
        ("[Rain partnership]", "Storm partnership"),
        *([""] * 7),
        ("Storm partnership, 2026-2028", "home"),
        ("Home. What next?", "q"),
    )

    assert heard.unread == ()
    view = partnership.show_partnership(room.desk())
    assert (view.name, [one.value for one in view.contacts]) == ("Storm partnership", ["5678"])
    assert register.list_register(room.desk(), find="P07").entries[0].former_names == ("Wren House",)
