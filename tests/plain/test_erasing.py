"""Erasing a text line by line: only after a yes, and from what waits in a form too."""

from pathlib import Path

from compact_tui.services import answering, workbooks
from compact_tui.services.collecting import collect
from compact_tui.services.review import review
from tests.plain.conftest import MORE, Line, Room
from tests.services.collect_desks import partnership, posted, return_by
from tests.services.erased_text import holding


def test_a_text_is_looked_for_and_erased_only_after_a_yes(audit: Room) -> None:
    answering.answer(audit.desk(), "1.1", "in-hand", note="Quillon Mabberley was late.")

    heard = audit.talk(MORE, "erase", ("Which text", "quillon mabberley"), ("Erase it everywhere?", "no"), "erase",
                       "quillon mabberley", ("Erase it everywhere?", "yes"), ("until it is closed", "q"))  # fmt: skip

    assert heard.unread == ()
    assert "[erased 3 December 2026] was late." in audit.criterion("1.1").note
    assert "Mabberley" not in heard.said


def test_a_file_that_still_holds_it_is_told_before_and_after(audit: Room) -> None:
    answering.answer(audit.desk(), "1.1", "in-hand", note="Quillon Mabberley was late.")
    workbooks.export_workbook(audit.desk())

    heard = audit.talk(MORE, "erase", "quillon mabberley", ("Enter goes on", ""), ("Erase it", "yes"),
                       ("until it is closed", "erase"), "quillon mabberley", "q")  # fmt: skip

    assert heard.unread == ()
    said = " ".join(heard.said.split())
    assert "It will still be in 1 file, named below." in said
    assert "Erased from 2 places in 1 file. It is still in 1 file, named below." in said
    assert "Nothing here can be rewritten." in heard.after("until it is closed")


def test_what_is_too_short_to_be_erased_is_refused_and_said(audit: Room) -> None:
    heard = audit.talk(MORE, "erase", "Jo", "q")

    assert heard.unread == ()
    assert heard.said.count("More. What next?") == 1


def test_review_leads_to_erasing_what_names_a_child(audit: Room) -> None:
    answering.answer(audit.desk(), "1.1", "in-hand", note="Tom, NHS number 943 476 5919, was late.")
    at = next(n for n, f in enumerate(review(audit.desk()).findings, 1) if f.seen)

    heard = audit.talk("review", str(at), "erase", ("[u1-ticket#note] > ", ""), ("Erase it everywhere?", "1"), "q")

    assert heard.unread == ()
    assert "943" not in audit.criterion("1.1").note


def test_what_waits_in_a_form_is_forgotten_when_a_text_is_erased(audit: Room) -> None:
    answering.answer(audit.desk(), "1.1", "in-hand", note="Quillon Mabberley was late.")

    heard = audit.talk(
        "actions", "add", "Ask Quillon Mabberley", "h", MORE, "erase", "quillon mabberley", ("Erase", "1"),
        "h", "actions", ("Actions:", "add"), "?", "q",
    )  # fmt: skip

    assert heard.unread == ()
    assert "Ask Quillon" not in heard.after("until it is closed")


def test_files_that_came_in_go_after_a_second_yes_and_a_reason(room: Room, tmp_path: Path) -> None:
    collect(partnership(room.root), [posted(tmp_path / "in", return_by(1))])
    erased: tuple[Line, ...] = (MORE, "erase", "buy a shade", ("Erase it everywhere?", "yes"))
    still: tuple[Line, ...] = (("until it is closed", "q"),)

    kept = room.talk(*erased, ("Take those files away", "no"), *still)
    assert kept.unread == ()
    assert [name.split("/")[1] for name in holding(room.root, "Buy a shade")] == ["returns"]
    gone = room.talk(*erased, ("Take those", "yes"), ("Why are those", "They asked"), *still)

    assert gone.unread == ()
    assert "1 file that came in taken away whole:" in gone.said
    assert holding(room.root, "Buy a shade") == []
