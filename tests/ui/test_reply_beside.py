"""What the partnership replied, on the pages of a standard and its grade."""

from textual.pilot import Pilot

from compact_tui.services import grading, reply_beside
from tests.reply_samples import replied
from tests.ui.conftest import NARROW, Bench, drive, go_to, gone, place, press, program, screen_text, sees


def test_the_committees_words_stand_beside_the_standard_and_lead_to_the_reply(audit: Bench) -> None:
    desk = audit.desk("Porter")
    grading.grade(desk, "u1", "bone-dry", reason="We looked.")
    replied(desk)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Standard", "u1")
        await sees(pilot, "The partnership says (2)")
        await sees(pilot, "The committee reads this as Soaked; your return said Bone dry.")
        await sees(pilot, "It asks: Who counts them?")
        shown = screen_text(program(pilot))
        assert "Grade this standard" in shown
        assert "y opens the reply" in shown
        assert "Grade: Bone dry" in shown
        assert "decides whether it is" not in shown  # the introduction makes room, and can be scrolled
        await press(pilot, "y")
        await place(pilot, "Reply")
        await sees(pilot, "❯ q-1")
        await press(pilot, "escape")
        await place(pilot, "Standard")
        await press(pilot, "g")
        await place(pilot, "Grade")
        await sees(pilot, "The committee reads this as Soaked; your return said Bone dry.")
        await press(pilot, "3")
        await sees(pilot, "graded it Soaked since.")
        await press(pilot, "y")
        await place(pilot, "Reply")
        await press(pilot, "escape")
        await place(pilot, "Grade")
        await press(pilot, "n")
        await place(pilot, "Standard")
        await gone(pilot, "The partnership says")
        await press(pilot, "y")
        await press(pilot, "g")
        await place(pilot, "Grade")
        await press(pilot, "y")
        await sees(pilot, "No reply says anything of this")

    drive(audit.app(), NARROW, steps)


def test_a_damaged_reply_is_told_in_its_place_and_the_standard_opens_as_ever(audit: Bench) -> None:
    desk = audit.desk()
    replied(desk)
    reply_beside.reply_paths(desk)[0].write_bytes(b"{")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Standard", "u1")
        await sees(pilot, "Grade: not graded yet")
        assert "The partnership says" not in screen_text(program(pilot))
        await go_to(pilot, "Reply")
        await sees(pilot, "reply-rp-1.json in the folder received cannot be read.")
        await sees(pilot, "Press o to open a reply.")

    drive(audit.app(), NARROW, steps)
