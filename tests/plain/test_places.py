"""Every place of the line by line program: each is opened from Home, does its verbs, and leads back."""

from pathlib import Path

import pytest

from compact_tui.plain.places import PLACES
from compact_tui.services import answering, home, records, returns, settings, signing
from compact_tui.services.audits import list_audits
from compact_tui.services.review import review
from tests.plain.conftest import MORE, Line, Room
from tests.ui.conftest import Bench

NOT_YET = set[str]()
"""Places of Home that are still being built here."""


def _finished(room: Room) -> Room:
    Bench.finish(room)  # type: ignore[arg-type]
    return room


def test_every_place_that_home_names_can_be_opened(audit: Room) -> None:
    _finished(audit)
    for places in (home.home(audit.desk()).places, home.home(Room(audit.root / "none").desk()).places):
        assert {place.id for place in places} - {"next"} - NOT_YET <= set(PLACES)


def test_every_place_of_home_opens_and_one_step_back_leads_home(audit: Room) -> None:
    places = [place for place in home.home(_finished(audit).desk()).places if place.id not in {"next", *NOT_YET}]

    for place in places:
        heard = audit.talk(place.id, "b", "q")
        assert (heard.code, heard.unread) == (0, ()), place.id
        assert heard.said.count("Home. What next?") == 2, place.id


@pytest.mark.parametrize("place", ["who", "history", "the audit in", "audit packs", "this program"])
def test_every_place_of_more_opens_and_leads_back(audit: Room, place: str) -> None:
    heard = audit.talk(MORE, place, "b", ("More. What next?", "b"), "q")

    assert heard.unread == ()
    assert heard.said.count("Home. What next?") == 2


def test_the_first_time_the_setting_is_asked_in_turn_and_saved_as_it_is_answered(room: Room) -> None:
    heard = room.talk("", "", ("Name of the setting", "Brolly House"), ("Kind", "1"), ("Sector", ""), ("nursery", "2"))

    assert heard.code == 0
    kept = settings.typed_setting(room.desk())
    assert (kept["name"], kept["sector"], kept["nursery"]) == ("Brolly House", "education", "no")


def test_nothing_is_started_before_name_and_sector_are_said(room: Room) -> None:
    room.talk("", "", "Brolly House", "", "b", "", ("[Brolly House] > ", "b"), "b", ("Home. What next?", "q"))

    assert not room.root.exists() or settings.typed_setting(room.desk()) == {}


def test_one_field_of_the_setting_is_changed_by_its_number(audit: Room) -> None:
    heard = audit.talk(
        "about", "day it is due", ("Such as 18 December", "soon"), ("is not a day", "18/12/2026"), "b", "q"
    )

    assert settings.typed_setting(audit.desk())["due"] == "18 December 2026"
    assert "Day it is due: 18 December 2026" in heard.said


def test_whom_to_ring_is_said_and_stands_on_the_card(audit: Room) -> None:
    heard = audit.talk(
        "whom", "who is the safeguarding", "Jo Park", "phone of the lead", "023 9200 0000", "!", "h", "q"
    )

    assert "Jo Park: 023 9200 0000" in heard.said
    assert heard.said.count("Home. What next?") == 2


def test_who_is_said_carried_and_forgotten(audit: Room) -> None:
    audit.talk(MORE, "who", "somebody", ("Your role here", "Deputy"), ("initials", "ab"), "h", "2", "1", "1", "1", "q")
    assert audit.criterion("1.1").by == "Deputy (AB)"

    heard = audit.talk(MORE, "who", "1", ("At the keyboard: Deputy (AB)", "who"), "nobody", "q")

    assert "Nobody has said who is at the keyboard" in heard.said


def test_one_of_two_audits_is_chosen(audit: Room) -> None:
    audit.started()

    heard = audit.talk("", ("Which audit?", "2"), ("Home. What next?", "audit"), ("Which standard?", "1"), "1", "1")

    assert heard.unread == ()
    assert [line.answered for line in list_audits(audit.desk())] == [0, 1]


def test_review_leads_to_the_field_and_sets_aside_and_takes_up(audit: Room) -> None:
    first = review(audit.desk()).findings[0]
    firm = [f.firm for f in review(audit.desk()).findings].index(False) + 1

    heard = audit.talk(
        "review", str(firm), ("What to do:", "set it"), ("Why can it stand?", "It may."), ".",
        ("Set aside because: It may.", "let it stand"), ("It stands again", "q"),
    )  # fmt: skip

    assert heard.unread == ()
    assert not any(f.set_aside for f in review(audit.desk()).findings)
    assert "Where: " in audit.talk("review", "1", "go").said
    assert first.message.split()[0] in heard.said


def test_review_can_be_narrowed(audit: Room) -> None:
    heard = audit.talk("review", "choose which", "notes only", ("Review: ", "b"), "q")

    assert heard.unread == ()


def test_a_head_reads_the_page_signs_it_and_takes_it_back(audit: Room) -> None:
    _finished(audit)
    who = signing.signing(audit.desk()).signers[0]

    heard = audit.talk(
        "signing", "1", "read", *["b"], "sign", ("Your name", "A. Light"), ("Day", ""), ("sign?", "yes"), "q"
    )  # fmt: skip

    assert "A. Light signed as" in heard.said
    assert signing.signing(audit.desk()).signers[0].name == "A. Light"
    assert who.declaration.split(".")[0][:40] in " ".join(heard.said.split())

    audit.talk("signing", "1", "what changed", "withdraw", ("Withdraw the signature", "1"), "q")
    assert signing.signing(audit.desk()).signers[0].name == ""


def test_nobody_signs_without_saying_yes(audit: Room) -> None:
    _finished(audit)

    heard = audit.talk("signing", "1", "sign", "A. Light", "", ("sign?", "2"), ("Nothing was signed.", "q"))

    assert heard.unread == ()
    assert signing.signing(audit.desk()).signers[0].name == ""


def test_last_times_grades_are_typed_in_and_taken_away(audit: Room) -> None:
    audit.talk("lasttime", "what that", "2024-2026", "2", "bone dry", "2", "take it away", "1", "soaked", "q")
    assert [line.word for line in _last(audit)] == ["Soaked", "", ""]

    audit.talk("lasttime", "take all", "yes", "q")
    assert [line.word for line in _last(audit)] == ["", "", ""]


def _last(room: Room) -> tuple:  # type: ignore[type-arg]
    from compact_tui.services.last_time import last_time

    return last_time(room.desk()).lines


def test_the_first_pass_is_walked_and_left_and_gone_on_with(audit: Room) -> None:
    heard = audit.talk("firstpass", ("First pass, 1 of 3", "bone"), ("First pass, 2 of 3", "q"))
    assert heard.unread == ()

    heard = audit.talk("firstpass", ("First pass, 2 of 3", "soaked"), ("3 of 3", "previous"), "take the choice", "q")
    assert heard.unread == ()

    heard = audit.talk("firstpass", "soaked", "soaked", ("What it came to", "begin"), ("Standard ", "q"))
    assert heard.unread == ()


def test_what_is_due_is_heard_and_written_for_a_calendar(audit: Room) -> None:
    records.add_action(audit.desk(), {"what": "Ring", "due": "2026-12-18"}, ("1.1",))

    heard = audit.talk("calendar", "hear", "write", "q")

    assert "December 2026" in heard.said
    assert len(list((audit.root / "pages").glob("*.ics"))) == 1


def test_pages_are_read_and_written_also_one_that_asks_which_standard(audit: Room) -> None:
    heard = audit.talk("pages", "large", "2", "write", "the report", "read", "b", "q")

    assert heard.unread == ()
    assert len(list((audit.root / "pages").glob("*.html"))) == 1


def test_a_return_file_is_read_and_checked_and_a_foreign_one_told(audit: Room, tmp_path: Path) -> None:
    made = returns.make(_finished(audit).desk())
    other = tmp_path / "other.json"
    other.write_text("{}")

    heard = audit.talk(
        "return", "check", made.return_file, "read a return", made.return_file, "b", "check", str(other),
        ("The return. What now?", "read it"), "b", "what a reader", "q",
    )  # fmt: skip

    assert heard.unread == ()
    assert "The digest matches" in " ".join(heard.said.split())
    assert "Brolly House" in heard.said


def test_backups_are_listed_previewed_and_gone_back_to(audit: Room) -> None:
    answering.answer(audit.desk(), "1.1", "in-hand")

    heard = audit.talk("backups", "1", "q")

    assert heard.code == 0


def test_a_word_is_found_and_gone_to_and_a_missing_one_told(audit: Room) -> None:
    lines: tuple[Line, ...] = ("/", "qqq", ("Nothing holds", ""), ("Type a word", "ticket"), ("Go to which?", "1"), "q")

    heard = audit.talk(*lines)

    assert heard.unread == ()
    assert "Standard 1: 0 of 3" in heard.said


def test_the_history_is_read_and_undone_from_its_place(audit: Room) -> None:
    answering.answer(audit.desk(), "1.1", "in-hand")

    heard = audit.talk(MORE, "what was", "read", "undo", "do again", "undo", "q")

    assert "1.1 In hand" in heard.said
    assert audit.criterion("1.1").answer_word == ""


def test_the_guide_a_term_and_the_page_are_there(audit: Room, tmp_path: Path) -> None:
    page = tmp_path / "guide.html"

    heard = audit.talk(
        MORE, "the audit in", "the audit in", "what a term", "LADO", ("Enter goes on", "b"), "what a term", "qqqqq",
        "every", "b", "write", str(page), "q",
    )  # fmt: skip

    assert heard.unread == ()
    assert "LADO" in heard.said
    assert 'The glossary has no "qqqqq"' in heard.said
    assert page.exists()


def test_a_pack_is_read_checked_printed_and_its_sources_told(audit: Room, tmp_path: Path) -> None:
    page = tmp_path / "pack.html"
    pack = str(Path(__file__).parents[1] / "fixtures" / "small-pack")

    heard = audit.talk(
        MORE,
        "audit packs",
        "one in a file",
        pack,
        "read",
        "2",
        "b",
        "sources",
        "check",
        "write",
        str(page),
        "b",
        "b",
        "q",
    )

    assert "Umbrella by-law" in heard.said
    assert "0 errors" in heard.said
    assert page.exists()


def test_the_program_tells_where_files_are_whether_it_works_and_makes_a_practice_school(
    room: Room, tmp_path: Path
) -> None:
    folder = tmp_path / "practice"

    heard = room.talk(MORE, "this program", "where", "whether", "make", str(folder), "q")

    assert f"workspace:{room.root}" in "".join(heard.said.split())
    assert "Python, ok" in heard.said
    assert (folder / "audits").is_dir()


def test_the_welcome_is_said_at_the_start_until_it_is_not_wanted(room: Room) -> None:
    heard = room.talk(MORE, "hear", "the welcome at", "q")
    assert heard.said.count("one question at") == 2

    assert "one question at" not in room.talk("q").said


def test_what_a_meeting_agreed_is_counted_and_kept_with_its_evidence(audit: Room) -> None:
    heard = audit.talk(
        "together", ("1.1 Does every umbrella", "2"), ("In hand", "7"), ("Half way", "2"), *[""] * 3, "in hand",
        *[""] * 3, ("Kept as evidence:", "next"), ("Together. 2 ", "previous"), ("Together. 1 ", "b"), "q",
    )  # fmt: skip

    assert heard.unread == ()
    assert audit.criterion("1.2").answer == "in-hand"
    assert "7 in hand" in audit.criterion("1.2").evidence[0].title.lower()


def test_a_few_plain_questions_say_which_tool_is_ours_and_it_is_taken(room: Room) -> None:
    heard = room.talk("", "which", ("pay you", "no"), ("Ofsted", "no"), ("school", "no"), ("How many", "3"),
                      ("Take this one?", "yes"), ("It is offered", ""), ("Name of the setting", "Judo Club"),
                      ("[Small voluntary group] > ", ""), "", "h", "", ("is started", "q"))  # fmt: skip

    assert heard.unread == ()
    assert home.home(room.desk()).sector == "small-group"


def test_another_tool_is_taken_later(audit: Room) -> None:
    audit.talk("setup", "which", "yes", "no", "no", "3", ("Take this one?", "1"), ("Saved.", "q"))

    assert home.home(audit.desk()).sector == "other"


def test_nobody_signs_what_was_changed_after_it_was_shown(audit: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    _finished(audit)
    monkeypatch.setattr(signing, "ready", lambda desk, code: answering.write_note(desk, "1.1", "Changed meanwhile."))

    heard = audit.talk("signing", "1", "sign", "A. Light", "", ("sign?", "1"), ("changed since you looked", "q"))

    assert heard.unread == ()
    assert signing.signing(audit.desk()).signers[0].name == ""
