"""Opening a file that came by email on screen: asked for, told what it is, taken, and gone on from."""

from pathlib import Path

from textual.pilot import Pilot

from compact_tui.exchange.reply_json import encode_reply
from compact_tui.exchange.return_json import encode
from compact_tui.services import answering, partnership, replies_in
from compact_tui.services.collected import returns_here
from compact_tui.services.settings import typed_setting
from tests.exchange.test_came_kinds import mail
from tests.reply_samples import reply
from tests.services.collect_desks import return_by
from tests.services.part_desks import lender, lent, opened_by, sent_back
from tests.services.partnership_desks import TYPED
from tests.services.test_requests import file_of, request
from tests.ui.conftest import NARROW, SMALL_PACK, Bench, by_palette, drive, fill, place, press, saved, sees


def test_a_reply_that_came_by_email_is_opened_from_home_by_keys(audit: Bench, tmp_path: Path) -> None:
    file = tmp_path / "post.eml"
    file.write_bytes(mail(("reply.json", encode_reply(reply())), ("return.json", encode(return_by(1)))))

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "z")
        await place(pilot, "FormDialog")
        await fill(pilot, str(file))
        await place(pilot, "CameScreen")
        await sees(pilot, "2 things came in it, 1 of which can be opened here.")
        await press(pilot, "down")
        await sees(pilot, "it is opened on the partnership's computer.")
        await press(pilot, "enter")
        await sees(pilot, "It is not opened here.")
        await press(pilot, "up", "enter")
        await sees(pilot, "Rain partnership replied")
        await press(pilot, "enter")
        await place(pilot, "Reply")

    drive(audit.app(), NARROW, steps)
    assert replies_in.show_reply(audit.desk()).id == "rp-1"


def test_a_request_is_read_and_taken_through_the_palette(audit: Bench, tmp_path: Path) -> None:
    file = file_of(tmp_path, request())

    async def steps(pilot: Pilot[int]) -> None:
        await by_palette(pilot, "Open what came")
        await place(pilot, "FormDialog")
        await fill(pilot, file)
        await place(pilot, "RequestDialog")
        await press(pilot, "t")
        await place(pilot, "CameScreen")
        await sees(pilot, "is taken")
        await press(pilot, "enter")
        await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)
    assert typed_setting(audit.desk())["return_to"] != ""


def test_what_is_looked_at_first_can_be_left_and_then_taken(audit: Bench, tmp_path: Path) -> None:
    part = lent(lender(tmp_path / "lender"), "u2", "Stewards")

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "z")
        await place(pilot, "FormDialog")
        await fill(pilot, str(part))
        await place(pilot, "Confirm")
        await press(pilot, "escape")
        await place(pilot, "CameScreen")
        await sees(pilot, "Press enter to see what it brings")
        await press(pilot, "enter")
        await place(pilot, "Confirm")
        await press(pilot, "t")
        await place(pilot, "CameScreen")
        await sees(pilot, "is opened: 1 standard")

    drive(audit.app(), NARROW, steps)
    assert (part.parent / "part-stewards-brolly-house" / "setting.json").is_file()


def test_what_both_changed_waits_until_it_is_chosen_from_the_same_row(bench: Bench, tmp_path: Path) -> None:
    desk = lender(tmp_path)
    ours = Bench(desk.workspace.root)
    there = opened_by(desk, lent(desk, "1", "Porters"), tmp_path / "there")
    answering.write_note(there, "u1-ticket", "Nine.")
    answering.write_note(desk, "u1-ticket", "Eight.")
    file = sent_back(there)

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "z")
        await place(pilot, "FormDialog")
        await fill(pilot, str(file))
        await place(pilot, "MergeDialog")
        await press(pilot, "i")
        await place(pilot, "CameScreen")
        await sees(pilot, "1 to choose")
        await sees(pilot, "Press enter to choose.")
        await press(pilot, "enter")
        await place(pilot, "MergeDialog")
        await press(pilot, "t", "i")
        await place(pilot, "CameScreen")
        await sees(pilot, "1 change taken in")
        await saved(pilot)

    drive(ours.app(), NARROW, steps)
    assert answering.show_criterion(ours.desk(), "u1-ticket").note == "Nine."


def test_a_partnership_opens_an_email_from_its_hub_and_collects_the_return(bench: Bench, tmp_path: Path) -> None:
    partnership.start_partnership(bench.desk(), TYPED, pack=str(SMALL_PACK))
    file = tmp_path / "post.eml"
    file.write_bytes(mail(("return.json", encode(return_by(1)))))

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "j")
        await place(pilot, "Partnership")
        await press(pilot, "z")
        await place(pilot, "FormDialog")
        await fill(pilot, str(file))
        await place(pilot, "CameScreen")
        await sees(pilot, "1 return taken")
        await press(pilot, "escape")
        await place(pilot, "Partnership")

    drive(bench.app(), NARROW, steps)
    assert [line.id for line in returns_here(bench.desk()).returns] == ["r-1"]


def test_a_file_that_is_not_there_is_asked_for_again(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "z")
        await place(pilot, "FormDialog")
        await fill(pilot, "gone.eml")
        await place(pilot, "ProblemDialog")
        await press(pilot, "escape")
        await place(pilot, "FormDialog")
        await sees(pilot, "gone.eml")

    drive(audit.app(), NARROW, steps)
