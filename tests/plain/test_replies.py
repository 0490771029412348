"""Replies in typed lines: made by the partnership; opened, acted on and answered by the setting."""

from pathlib import Path

from compact_tui.core.partnership import ReplyMade
from compact_tui.services import partnership, replies_in
from compact_tui.services.partnership_book import kept
from compact_tui.services.records import list_actions
from tests.plain.conftest import Room
from tests.reply_samples import file_in, return_made, with_return
from tests.services.desks import SMALL_PACK
from tests.services.partnership_desks import TYPED


def test_a_partnership_replies_and_says_that_it_was_sent(room: Room) -> None:
    desk = room.desk("Officer")
    partnership.start_partnership(desk, TYPED, pack=str(SMALL_PACK))
    with_return(desk)

    heard = room.talk(
        "partnership",
        ("What next?", "replies"),
        ("1 return: 0 replied to", "all"),
        ("1 reply made.", "list"),
        ("made, NOT yet sent", "one"),
        ("Which setting?", "G1"),
        ("Replies. What next?", "sent"),
        ("", ""),
        ("2 emails noted as sent.", "back"),
        ("The partnership's side", "q"),
    )

    assert heard.unread == ()
    assert len(kept(room.desk(), "replies", ReplyMade)) == 2


def test_a_setting_hears_a_reply_acts_on_it_and_answers(audit: Room, tmp_path: Path) -> None:
    return_made(audit.desk())
    heard = audit.talk(
        "return",
        ("What now?", "reply"),
        ("Which file", str(file_in(tmp_path))),
        ("recommendation still to answer.", "read"),
        ("Enter goes on", "b"),
        ("The partnership's reply. What next?", "act"),
        ("Which one?", "1"),
        ("The partnership's reply. What next?", "answer"),
        ("Which one?", "2"),
        ("Your answer", "We bought one."),
        ("", "."),
        ("The partnership's reply. What next?", "make"),
        ("Made is not sent", "back"),
        ("What now?", "q"),
    )

    assert heard.unread == ()
    assert [item.what for item in list_actions(audit.desk())] == ["Who counts them?"]
    assert [one.word for one in replies_in.show_reply(audit.desk()).remarks] == ["an action", "answered", ""]


def test_a_reply_to_a_return_that_was_not_made_here_is_answered_only_when_that_is_said(
    audit: Room, tmp_path: Path
) -> None:
    heard = audit.talk(
        "return",
        ("What now?", "reply"),
        ("Which file", str(file_in(tmp_path))),
        ("The partnership's reply. What next?", "act"),
        ("Answer it here all the same?", "no"),
        ("Nothing was changed.", "act"),
        ("Answer it here all the same?", "yes"),
        ("Which one?", "2"),
        ("The partnership's reply. What next?", "back"),
        ("What now?", "q"),
    )

    assert heard.unread == ()
    assert [item.what for item in list_actions(audit.desk())] == ["Buy a rack."]
