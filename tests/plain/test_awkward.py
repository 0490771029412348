"""What people and pipes do to the line by line program: nothing is lost, nothing wide or steering is said."""

import errno
import os

import pytest

from compact_tui.core.errors import CompactError
from compact_tui.plain.places import PLACES
from compact_tui.services import answering, audits, home, records
from tests.plain.conftest import INTERRUPT, Line, Room
from tests.plain.test_answering import TO_FIRST

NASTY = "\x1b[31mred\x1b[0m \x07bell \u202eback \u2066iso"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", '"0" is not one of these. Type a number from 1 to'),
        ("99", '"99" is not one of these.'),
        ("-1", '"-1" is not one of these.'),
        ("9" * 5000, f'"{"9" * 40}" is not one of these.'),
        ("\u0662", "Which standard?"),
        ("zebra", '"zebra" is not one of these.'),
        ("\x1b[2J", '"<U+001B>[2J" is not one of these.'),
        ("re", "Type more of it,"),
        ("\ud800", '"?" is not one of these.'),
    ],
)
def test_what_is_not_understood_is_said_and_asked_again(audit: Room, typed: str, said: str) -> None:
    heard = audit.talk(typed, "q")

    assert said in heard.said
    assert (heard.code, heard.unread) == (0, ())


def test_an_empty_line_where_enter_does_nothing_says_what_can_be_typed(audit: Room) -> None:
    heard = audit.talk("more", "", ("Type a number from 1 to 10, b for one step back, or ? for help.", "q"))

    assert heard.unread == ()


def test_help_reads_the_place_the_choices_and_what_works_everywhere(audit: Room) -> None:
    said = audit.talk(*TO_FIRST, "?").after("1.1. Your answer?")

    told = said.partition("At every prompt you can type:")
    assert "Name things you looked at, never a child." in told[0]
    assert "Where the duty stands (or s)" in told[0]
    assert "u to undo the last change" in told[2]


@pytest.mark.parametrize("word", ["b", "B", "back"])
def test_back_is_one_step_and_home_is_all_of_them(audit: Room, word: str) -> None:
    heard = audit.talk(
        *TO_FIRST, word, ("Standard 1:", word), ("Which standard?", word), ("Home.", "b"), ("Home.", "q")
    )
    assert heard.unread == ()

    assert audit.talk(*TO_FIRST, "home", ("Home. What next?", "leave")).unread == ()


def test_act_now_is_there_at_every_prompt_also_inside_a_text(audit: Room) -> None:
    heard = audit.talk("!", *TO_FIRST, "!", "1", "!", "Seen.", "!", "more.", ".", "e", "some", "!", "b", "q")

    assert heard.said.count("A child may be at risk: act now") == 5
    assert heard.said.count("ring 999") >= 5
    assert audit.criterion("1.1").note == "Seen.\nmore."


def test_the_end_of_input_in_the_middle_of_a_text_keeps_what_was_typed(audit: Room) -> None:
    heard = audit.talk(*TO_FIRST, "1", "We counted", "and then")

    assert heard.code == 0
    assert heard.said.endswith("Everything is saved. Goodbye.\n")
    assert audit.criterion("1.1").note == "We counted\nand then"


def test_the_end_of_input_in_the_middle_of_a_form_adds_nothing(audit: Room) -> None:
    heard = audit.talk(*TO_FIRST, "a", "add", "Ring")

    assert heard.code == 0
    assert records.list_actions(audit.desk()) == ()


def test_a_form_that_was_left_offers_what_was_typed_again(audit: Room) -> None:
    lines: tuple[Line, ...] = (*TO_FIRST, "a", "add", "Ring both", "Head", "b", ("offered again", "add"))

    audit.talk(*lines, ("[Ring both] > ", ""), ("[Head] > ", ""), "18/12/2026", "q")

    assert [(a.what, a.who, a.due) for a in audit.criterion("1.1").actions] == [("Ring both", "Head", "2026-12-18")]


def test_a_form_whose_verb_refuses_is_corrected_or_left(audit: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = records.add_action
    refused: list[object] = []

    def add(*args: object) -> object:
        if not refused:
            refused.append(args)
            raise CompactError("The plan is full.", "Take one away first.")
        return usual(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(records, "add_action", add)

    heard = audit.talk(
        "actions", "add", "Ring", "", "", ("The plan is full.\nTake one away", "1"), ("[Ring]", ""), "", ""
    )

    assert heard.unread == ()
    assert [a.what for a in records.list_actions(audit.desk())] == ["Ring"]


def test_a_very_long_line_is_kept_whole(audit: Room) -> None:
    long = "word " * 40_000

    audit.talk(*TO_FIRST, "1", long, ".", "q")

    assert audit.criterion("1.1").note == long.strip()


def test_stored_text_that_would_steer_a_terminal_is_made_visible(room: Room) -> None:
    room.started(name=f"Brolly {NASTY}")
    answering.answer(room.desk(), "1.1", "in-hand", note=NASTY)
    records.add_evidence(room.desk(), {"title": NASTY, "where": NASTY}, ("1.1",))

    heard = room.talk("audit", "1", "1", "n", "-", "e", "b", "h", "evidence", "2", "h", "return", "read", *["", ""])

    assert "<U+001B>[31mred" in heard.said
    assert "<U+202E>back" in heard.said


def test_ascii_says_nothing_else(room: Room) -> None:
    room.started(name="Café Жук ☂")
    answering.answer(room.desk(), "1.1", "in-hand", note="“fine” – says the café …")

    heard = room.talk("audit", "1", "1", "g", "!", "?", "h", "return", "read", "b", "h", "q", ascii_only=True)

    assert 'Note: "fine" - says the cafe ...' in heard.said
    assert "Cafe <U+0416>" in heard.said


def test_a_long_page_comes_in_pieces_and_stops(audit: Room) -> None:
    heard = audit.talk("return", "read", ("Enter goes on, b stops > ", ""), ("Enter goes on", "b"), "make", "q")

    piece = heard.after("Home. What next?").split("Enter goes on, b stops > ")[1]
    assert 15 <= piece.count("\n") <= 40
    assert heard.unread == ()


def test_one_interruption_is_one_step_back_and_loses_nothing(audit: Room) -> None:
    heard = audit.talk(*TO_FIRST, "1", "We counted", INTERRUPT, ("What you typed is kept.", ""), "q")

    assert heard.code == 0
    assert audit.criterion("1.1").note == "We counted"


def test_two_interruptions_in_a_row_leave_and_everything_is_saved(audit: Room) -> None:
    heard = audit.talk(*TO_FIRST, "1", "", INTERRUPT, ("One step back.", INTERRUPT), "never read")

    assert (heard.code, heard.unread) == (130, ("never read",))
    assert heard.said.endswith("Everything is saved. Goodbye.\n")
    assert audit.criterion("1.1").answer == "in-hand"


def test_an_interruption_then_a_line_then_another_leaves_nothing(audit: Room) -> None:
    heard = audit.talk(INTERRUPT, ("One step back.", "?"), INTERRUPT, ("One step back.", "q"))

    assert (heard.code, heard.unread) == (0, ())


def test_an_interruption_of_a_verb_is_one_step_back(audit: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(audits, "find", stopped)

    heard = audit.talk("/", "ticket", ("One step back.", "q"))

    assert (heard.code, heard.unread) == (0, ())


def test_a_place_that_cannot_be_shown_says_why_and_leads_back(audit: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*args: object) -> None:
        raise CompactError("The page is torn.", "Look at another one.")

    monkeypatch.setattr("compact_tui.services.returns.preview", gone)

    heard = audit.talk("return", ("The page is torn.\nLook at another one.\n", "q"))

    assert (heard.code, heard.unread) == (0, ())
    assert heard.said.count("Home. What next?") == 2


def test_a_place_that_is_not_here_is_told_and_home_comes_again(audit: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(PLACES, "calendar")

    heard = audit.talk("calendar", ("cannot be done line by line yet.", "q"))

    assert (heard.code, heard.unread) == (0, ())


def test_home_that_cannot_be_shown_can_be_tried_again_and_left(audit: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(*args: object) -> None:
        raise CompactError("It is torn.")

    monkeypatch.setattr(home, "home", torn)

    heard = audit.talk(("It is torn.\n\nHome cannot be shown.", "1"), ("It is torn.", "2"))

    assert (heard.code, heard.unread) == (0, ())


def _full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)


def test_what_cannot_be_saved_is_said_at_once_and_at_the_end(audit: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    _full_disk(monkeypatch)

    heard = audit.talk(*TO_FIRST, "1")

    assert heard.code == 4
    assert "NOT SAVED:" in heard.said
    assert "Saved." not in heard.said
    assert "Not everything could be saved." in heard.said


def test_what_could_not_be_saved_is_tried_again_with_the_next_change(
    audit: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.MonkeyPatch.context() as passing:
        _full_disk(passing)
        lines: list[Line] = [*TO_FIRST, "1", ("NOT SAVED", "")]
        session = audit.talk(*lines, "q", ("What now?", "stay"), ("Your answer?", "q"), "lose")
    assert (session.code, session.unread) == (4, ())
    assert audit.criterion("1.1").answer_word == ""


def test_a_copy_of_what_could_not_be_saved_goes_to_another_folder(
    audit: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    usual = os.replace

    def full(source: object, target: object) -> None:
        if str(audit.root) in str(target):
            raise OSError(errno.ENOSPC, "No space left on device")
        usual(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", full)

    heard = audit.talk(*TO_FIRST, "1", "", "q", ("What now?", "write a copy"), ("Folder", f"{tmp_path}/stick"))

    assert heard.code == 4
    assert f"Copied to {tmp_path}/stick" in "".join(heard.said.splitlines()).replace("Copied to", "Copied to ").replace(
        "to  ", "to "
    )
