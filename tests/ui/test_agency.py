"""Single-agency audits on the screen: the whole job by keyboard, an unsafe file, a second reader, a failing save."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.services import agency_audits, agency_cases, agency_second, agency_send, agency_summary
from tests.services.agency_desks import begun, drawn, filled
from tests.ui.conftest import NARROW, Bench, by_palette, drive, go_to, gone, place, press, sees

pytestmark = pytest.mark.usefixtures("unpainted")


async def write(pilot: Pilot[int], text: str) -> None:
    """Type into the field that has the focus."""
    await press(pilot, *("space" if letter == " " else letter for letter in text))


def test_an_audit_is_begun_and_its_cases_are_chosen_by_keyboard(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "u")
        await place(pilot, "Agency")
        await sees(pilot, "Press n to begin one")
        await press(pilot, "n")
        await place(pilot, "Choose")
        await press(pilot, "end", "enter")
        await place(pilot, "FormDialog")
        await write(pilot, "Wet")
        await press(pilot, "ctrl+s")
        await place(pilot, "AgencyAudit")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await write(pilot, "dry")
        await press(pilot, "ctrl+s")
        await place(pilot, "AgencyAudit")
        await press(pilot, "c")
        await place(pilot, "FormDialog")
        await press(pilot, "tab", "9", "tab", "2", "ctrl+s")
        await sees(pilot, "C02, number")
        await press(pilot, "escape")
        await sees(pilot, "0 of 2 cases done")

    drive(audit.app(), NARROW, steps)

    view = agency_audits.show(audit.desk())
    assert (view.head.title, [text for _, text in view.questions], len(view.cases)) == ("Wet", ["dry"], 2)


def test_a_case_is_answered_with_one_key_a_question_and_written_beside(audit: Bench) -> None:
    name = drawn(audit.desk())

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "AgencyAudit", name)
        await press(pilot, "n")
        await place(pilot, "AgencyCase")
        await sees(pilot, "2 questions left")
        await press(pilot, "y", "p")
        await sees(pilot, "All questions are answered")
        await press(pilot, "enter")
        await place(pilot, "TextDialog")
        await write(pilot, "Nod")
        await press(pilot, "ctrl+s")
        await sees(pilot, "partly; note")
        await press(pilot, "down", "enter")
        await place(pilot, "TextDialog")
        await write(pilot, "Quick")
        await press(pilot, "ctrl+s")
        await sees(pilot, "written")
        await press(pilot, "d")
        await sees(pilot, "case 2 of 4")
        await press(pilot, "x")
        await sees(pilot, "not applicable")
        await press(pilot, "ctrl+z")
        await gone(pilot, "not applicable")
        await press(pilot, "left")
        await sees(pilot, "case 1 of 4")

    drive(audit.app(), NARROW, steps)

    page = agency_cases.case_page(audit.desk(), name, "C01")
    assert [(one.answer, one.note) for one in page.questions] == [("yes", ""), ("partly", "Nod")]
    assert (page.strength, page.done) == ("Quick", True)


def test_a_child_who_may_be_unsafe_leads_to_the_card_until_the_lead_was_told(audit: Bench) -> None:
    name = drawn(audit.desk())

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "AgencyCase", name, "C01")
        await press(pilot, "u")
        await place(pilot, "ActNowDialog")
        await press(pilot, "escape")
        await place(pilot, "AgencyCase")
        await sees(pilot, "Stop, and act on it now")
        await press(pilot, "l")
        await gone(pilot, "Stop, and act on it now")

    drive(audit.app(), NARROW, steps)

    page = agency_cases.case_page(audit.desk(), name, "C01")
    assert (page.unsafe, page.told_on) == (True, "2026-12-03")


def test_a_second_reader_reads_blind_then_both_stand_side_by_side_and_agree(audit: Bench) -> None:
    name = filled(audit.desk())

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "AgencyAudit", name)
        await press(pilot, "s")
        await place(pilot, "AgencySecond")
        await press(pilot, "b")
        await place(pilot, "FormDialog")
        await write(pilot, "Usher")
        await press(pilot, "ctrl+s")
        await sees(pilot, "not begun")
        await press(pilot, "enter")
        await place(pilot, "AgencyBlind")
        await sees(pilot, "2 questions left")
        await press(pilot, "u")
        await place(pilot, "ActNowDialog")
        await press(pilot, "escape")
        await sees(pilot, "Stop, and act on it now")
        await press(pilot, "l")
        await gone(pilot, "Stop, and act on it now")
        await press(pilot, "y", "p", "d")
        await place(pilot, "AgencySecond")
        await press(pilot, "f")
        await place(pilot, "Confirm")
        await press(pilot, "f")
        await sees(pilot, "no / partly")
        await sees(pilot, "The same answer to 1 of 2 questions")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "tab")
        await write(pilot, "Half")
        await press(pilot, "ctrl+s")
        await sees(pilot, "agreed: no")

    drive(audit.app(), NARROW, steps)

    (one,) = agency_second.second(audit.desk(), name).differences
    assert (one.agreed, one.note) == ("no", "Half")


def test_what_was_found_is_written_then_closed_made_and_sent(audit: Bench, tmp_path: Path) -> None:
    name = filled(audit.desk())
    (tmp_path / "r.pdf").write_bytes(b"%PDF ours")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "AgencyAudit", name)
        await press(pilot, "w")
        await place(pilot, "AgencyFound")
        await sees(pilot, "yes in 4 of 4")
        await press(pilot, "enter")
        await place(pilot, "TextDialog")
        await write(pilot, "Dry")
        await press(pilot, "ctrl+s")
        await sees(pilot, "1 word ")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await write(pilot, "Ask")
        await press(pilot, "ctrl+s")
        await sees(pilot, "Action: Ask")
        await press(pilot, "escape")
        await place(pilot, "AgencyAudit")
        await press(pilot, "r")
        await place(pilot, "FormDialog")
        await write(pilot, "r.pdf")
        await press(pilot, "ctrl+s")
        await sees(pilot, "r.pdf ")
        await press(pilot, "o")
        await sees(pilot, "Open it again")
        await press(pilot, "v")
        await place(pilot, "AgencySend")
        await sees(pilot, "Press m to make it.")
        await press(pilot, "m")
        await sees(pilot, "Made, and NOT yet sent.")
        await press(pilot, "s")
        await place(pilot, "FormDialog")
        await press(pilot, "tab")
        await write(pilot, "Head")
        await press(pilot, "ctrl+s")
        await sees(pilot, "Sent on 3 Dec 2026 by Head.")

    drive(audit.app(), NARROW, steps)

    assert agency_send.preview(audit.desk(), name).state == "Sent on 3 Dec 2026 by Head."
    assert agency_summary.summary(audit.desk(), name).actions[0].what == "Ask"


def test_one_is_planned_and_dropped_and_what_is_alike_is_said(audit: Bench) -> None:
    begun(audit.desk())

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Agency")
        await press(pilot, "p")
        await place(pilot, "Choose")
        await press(pilot, "end", "enter")
        await place(pilot, "FormDialog")
        await write(pilot, "Two")
        await press(pilot, *["tab"] * 7)
        await write(pilot, "2027-01-18")
        await press(pilot, "ctrl+s")
        await sees(pilot, "so that the work is not done twice")
        await press(pilot, "down", "enter")
        await place(pilot, "AgencyAudit")
        await sees(pilot, "Begin it today")
        await press(pilot, "escape")
        await sees(pilot, "planned for 18 Jan 2027")
        await press(pilot, "d")
        await place(pilot, "FormDialog")
        await write(pilot, "Rain")
        await press(pilot, "ctrl+s")
        await sees(pilot, "dropped 3 Dec 2026; Rain")

    drive(audit.app(), NARROW, steps)


def test_an_answer_that_cannot_be_saved_stays_and_is_said(audit: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    name = drawn(audit.desk())

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "AgencyCase", name, "C01")
        with monkeypatch.context() as broken:
            broken.setattr("os.replace", full)
            await press(pilot, "y")
            await sees(pilot, "NOT SAVED, ^s tries again")
            await sees(pilot, "yes ")
        await press(pilot, "ctrl+s")
        await sees(pilot, "saved 12:00")

    drive(audit.app(), NARROW, steps)

    assert agency_cases.case_page(audit.desk(), name, "C01").questions[0].answer == "yes"


def test_what_has_no_key_at_the_foot_is_in_the_palette(audit: Bench) -> None:
    name = drawn(audit.desk())
    agency_cases.answer(audit.desk(), name, "C01", "1", "no", unsafe=True)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "AgencyCase", name, "C01")
        await sees(pilot, "Stop, and act on it now")
        await by_palette(pilot, "Lead told")
        await gone(pilot, "Stop, and act on it now")

    drive(audit.app(), NARROW, steps)
