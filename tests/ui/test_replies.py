"""Replies on screen: made by the partnership; opened, acted on and answered by the setting."""

from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot

from compact_tui.core.partnership import ReplyMade
from compact_tui.exchange.reply_json import encode_reply
from compact_tui.services import partnership, replies_in
from compact_tui.services.partnership_book import kept
from compact_tui.services.records import list_actions
from tests.reply_samples import file_in, replied, reply, return_made, with_return
from tests.services.partnership_desks import TYPED
from tests.ui.conftest import (
    NARROW,
    SMALL_PACK,
    Bench,
    drive,
    fill,
    go_to,
    place,
    press,
    saved,
    sees,
    write,
)


def test_a_reply_is_opened_turned_into_an_action_and_answered_by_keys(audit: Bench, tmp_path: Path) -> None:
    return_made(audit.desk())
    file = file_in(tmp_path)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Return")
        await press(pilot, "y")
        await place(pilot, "Reply")
        await sees(pilot, "No reply was opened yet. Press o")
        await press(pilot, "o")
        await place(pilot, "FormDialog")
        await fill(pilot, str(file))
        await place(pilot, "Reply")
        await sees(pilot, "Who counts them?")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await write(pilot, "Bob does.")
        await press(pilot, "ctrl+s")
        await place(pilot, "Reply")
        await sees(pilot, "answered")
        await press(pilot, "down", "t")
        await sees(pilot, "an action")
        await sees(pilot, "Nothing is left to")
        await press(pilot, "m")
        await sees(pilot, "Your answer is in")
        await press(pilot, "escape")
        await place(pilot, "Return")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    assert [item.what for item in list_actions(audit.desk())] == ["Buy a rack."]
    view = replies_in.show_reply(audit.desk())
    assert [(one.answer, one.action) for one in view.remarks] == [("Bob does.", ""), ("", "Buy a rack."), ("", "")]


def test_the_words_at_the_cursor_stand_whole_below_and_in_what_asks_for_an_answer(audit: Bench, tmp_path: Path) -> None:
    asked = "Who holds the keys to the single cupboard in which lost umbrellas wait for their owners over the summer?"
    remarks = tuple(replace(one, text=asked) if one.id == "q-1" else one for one in reply().remarks)
    file = tmp_path / "reply.json"
    file.write_bytes(encode_reply(reply(remarks=remarks)))
    return_made(audit.desk())
    replies_in.open_reply(audit.desk(), str(file))

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Reply")
        await sees(pilot, "wait for their owners")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await sees(pilot, "over the summer?")
        await press(pilot, "escape")
        await place(pilot, "Reply")
        await press(pilot, "down", "down", "enter")
        await sees(pilot, "It is a comment")
        assert type(pilot.app.screen).__name__ == "ReplyScreen"

    drive(audit.app(), NARROW, steps)


def test_a_reply_to_a_return_that_was_not_made_here_is_answered_only_when_that_is_said(
    audit: Bench, tmp_path: Path
) -> None:
    replies_in.open_reply(audit.desk(), str(file_in(tmp_path)))

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Reply")
        for key in ("t", "enter", "m"):
            await press(pilot, key)
            await place(pilot, "Confirm")
            await sees(pilot, "Answer this reply here?")
            await press(pilot, "escape")
            await place(pilot, "Reply")
        await press(pilot, "t")
        await place(pilot, "Confirm")
        await press(pilot, "y")
        await place(pilot, "Reply")
        await sees(pilot, "an action")
        await press(pilot, "m")
        await sees(pilot, "Your answer is in")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    assert [item.what for item in list_actions(audit.desk())] == ["Who counts them?"]


def test_home_leads_to_a_reply_that_waits_and_escape_back_to_home(audit: Bench) -> None:
    replied(audit.desk())

    async def steps(pilot: Pilot[int]) -> None:
        await sees(pilot, "Answer the partnership's reply: 2 left")
        await press(pilot, "n")
        await place(pilot, "Reply")
        await press(pilot, "escape")
        await place(pilot, "Home")
        await press(pilot, *["down"] * 5, "enter")
        await place(pilot, "Reply")
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)


def test_a_partnership_replies_to_all_by_one_key(bench: Bench) -> None:
    desk = bench.desk("Officer")
    partnership.start_partnership(desk, TYPED, pack=str(SMALL_PACK))
    with_return(desk)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Partnership")
        await press(pilot, "y")
        await place(pilot, "Replies")
        await sees(pilot, "no reply yet")
        await press(pilot, "d")
        await sees(pilot, "1 reply made.")
        await sees(pilot, "made, NOT yet sent")
        await press(pilot, "s")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Replies")
        await sees(pilot, "1 email noted as sent.")
        await saved(pilot)

    drive(bench.app(), NARROW, steps)
    assert [bool(one.sent_on) for one in kept(bench.desk(), "replies", ReplyMade)] == [True]
