"""Review: the list, the way to each place and back, setting aside; and the quiet line beside a text."""

from functools import partial

import pytest
from textual.pilot import Pilot

from compact_tui.services import answering, grading, records, settings
from compact_tui.services.books import open_audit
from compact_tui.services.review import review
from compact_tui.ui.widgets.pick_list import PickList
from compact_tui.ui.widgets.text_box import TextBox
from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    by_palette,
    drive,
    field,
    focus,
    go_to,
    gone,
    place,
    press,
    program,
    saved,
    screen_text,
    sees,
    wait_for,
    write,
)
from tests.ui.places import half_way

MOBILE = "Mum's mobile: 07700 900123"
WARNING = "This looks like"


def at(pilot: Pilot[int]) -> str:
    row = program(pilot).screen.query_one("#findings", PickList).row
    return row.id if row else ""


def _points_at(pilot: Pilot[int], finding: str) -> bool:
    row = program(pilot).screen.query_one("#records", PickList).row
    return row is not None and f"@{row.id}#" in finding


async def cursor_on(pilot: Pilot[int], rule: str) -> None:
    """Move down until the cursor is on a finding of a rule."""
    await place(pilot, "Review")
    for _ in range(40):
        if at(pilot).startswith(f"{rule}@"):
            return
        await press(pilot, "down")
    pytest.fail(f"No finding of {rule}:\n{screen_text(program(pilot))}")


@pytest.mark.parametrize("size", SIZES)
def test_it_opens_from_home_with_its_key_and_tells_the_worst_first_in_words(
    audit: Bench, size: tuple[int, int]
) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await place(pilot, "Home")
        await sees(pilot, "once you have begun")
        await press(pilot, "v")
        await place(pilot, "Review")
        shown = screen_text(program(pilot))
        assert "❯ ✗ 1.1  Nothing is answered yet." in shown
        assert "error" in shown and "warning" in shown
        assert "Error: Nothing is answered yet." in shown
        assert "Answer the audit before you make a return of it." in shown
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(audit.app(), size, steps)


def test_enter_goes_to_the_field_and_escape_comes_back_to_the_same_finding(audit: Bench) -> None:
    half_way(audit)
    desk = audit.desk()
    answering.write_note(desk, "u1-ticket", "tbc")
    records.add_evidence(desk, {"title": "Photo"}, ("u1-ticket",))
    grading.summarise(desk, "u1", "The tray is emptied.")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Review")
        for rule, screen, there in (
            ("placeholder", "Criterion", "note"),
            ("nobody-in-summary", "Grade", "summary"),
            ("action-overdue", "Actions", "records"),
            ("evidence-nowhere", "Evidence", "records"),
            ("standard-not-graded", "Grade", "levels"),
        ):
            await press(pilot, "home")
            await cursor_on(pilot, rule)
            finding = at(pilot)
            await press(pilot, "enter")
            await place(pilot, screen)
            await focus(pilot, there)
            if there == "records":
                await wait_for(pilot, partial(_points_at, pilot, finding), "the record at the cursor")
            if there in {"note", "summary"}:
                await press(pilot, "escape")
                await focus(pilot, "answers" if there == "note" else "levels")
            await press(pilot, "escape")
            await place(pilot, "Review")
            assert at(pilot) == finding

    drive(audit.app(), NARROW, steps)


@pytest.mark.parametrize(
    ("rule", "screen", "name"), [("front-sheet", "Setup", "contact_name"), ("no-numbers", "People", "lead_phone")]
)
def test_what_is_said_of_the_setting_is_mended_in_its_field_and_comes_back_to_review(
    audit: Bench, rule: str, screen: str, name: str
) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Review")
        await cursor_on(pilot, rule)
        await press(pilot, "enter")
        await place(pilot, screen)
        await wait_for(
            pilot, lambda: getattr(getattr(pilot.app.focused, "parent", None), "id", "") == f"field-{name}", name
        )
        await write(pilot, "023 9200 0001")
        await press(pilot, "ctrl+s")
        await place(pilot, "Review")

    drive(audit.app(), NARROW, steps)
    assert "023 9200 0001" in str(settings.typed_setting(audit.desk()) | settings.typed_people(audit.desk()))


def test_a_finding_that_was_mended_is_gone_and_the_cursor_stays_in_its_row(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Review")
        await press(pilot, "down", "down")
        finding = at(pilot)
        assert finding == "standard-not-graded@u2#grade"
        await press(pilot, "enter")
        await place(pilot, "Grade")
        await press(pilot, "1")
        await saved(pilot)
        await press(pilot, "escape")
        await place(pilot, "Review")
        assert program(pilot).screen.query_one("#findings", PickList).cursor == 2
        assert at(pilot) != finding

    drive(audit.app(), NARROW, steps)


def test_a_finding_is_set_aside_with_a_reason_and_taken_up_again_by_keys(audit: Bench) -> None:
    audit.finish()

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Review")
        await cursor_on(pilot, "unsigned")
        finding = at(pilot)
        await press(pilot, "x")
        await place(pilot, "TextDialog")
        await sees(pilot, "Why can it stand?")
        await press(pilot, "ctrl+s")
        await sees(pilot, "A few words are needed here.")
        await write(pilot, "Signed on paper.")
        await press(pilot, "ctrl+s")
        await place(pilot, "Review")
        await sees(pilot, "1 set aside")
        await cursor_on(pilot, "unsigned")
        assert at(pilot) == finding
        await sees(pilot, "Set aside: Signed on paper.")
        await press(pilot, "u")
        await gone(pilot, "1 set aside")
        await press(pilot, "ctrl+z")
        await sees(pilot, "1 set aside")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    assert [a.reason for a in open_audit(audit.desk()).audit.set_asides] == ["Signed on paper."]


def test_a_reason_that_was_left_half_written_is_offered_again(audit: Bench) -> None:
    audit.finish()

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Review")
        await cursor_on(pilot, "unsigned")
        await press(pilot, "x")
        await place(pilot, "TextDialog")
        await write(pilot, "Because the")
        await press(pilot, "escape")
        await place(pilot, "Review")
        await press(pilot, "x")
        await place(pilot, "TextDialog")
        await sees(pilot, "Because the")

    drive(audit.app(), NARROW, steps)
    assert open_audit(audit.desk()).audit.set_asides == ()


def test_what_cannot_be_set_aside_or_taken_up_says_so(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Review")
        await press(pilot, "x")
        await sees(pilot, "This cannot be set aside")
        await press(pilot, "u")
        await sees(pilot, "This was not set aside.")

    drive(audit.app(), NARROW, steps)


def test_one_kind_is_shown_at_a_time_and_an_empty_kind_says_so(audit: Bench) -> None:
    audit.finish()

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Review")
        every = len(program(pilot).screen.query_one("#findings", PickList).rows)
        await press(pilot, "f")
        await sees(pilot, "Shown: errors only. Press f for the next kind.")
        await press(pilot, "f")
        await sees(pilot, "warnings only of")
        rows = program(pilot).screen.query_one("#findings", PickList).rows
        assert 0 < len(rows) < every and {row.word for row in rows} == {"warning"}
        await by_palette(pilot, "Filter")
        await sees(pilot, "notes only of")
        await press(pilot, "f", "f")
        await wait_for(
            pilot, lambda: len(program(pilot).screen.query_one("#findings", PickList).rows) == every, "all again"
        )

    drive(audit.app(), NARROW, steps)


def test_nothing_to_question_is_told_kindly(audit: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compact_tui.services.review.findings_in", lambda desk, opened: ())

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Review")
        await sees(pilot, "The rules found nothing that a reader would ask about. Press r for the")
        await press(pilot, "enter")
        await press(pilot, "x")
        await sees(pilot, "There is nothing here.")

    drive(audit.app(), NARROW, steps)


def test_the_return_says_what_holds_it_back_and_leads_to_review(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Return")
        await sees(pilot, "Held back: press e for Review, where it is mended.")
        await sees(pilot, "✗ 1.1: Nothing is answered yet.")
        await press(pilot, "m")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "The return was not made: 1 error")
        await press(pilot, "escape")
        await place(pilot, "Return")
        await press(pilot, "e")
        await place(pilot, "Review")

    drive(audit.app(), NARROW, steps)
    assert open_audit(audit.desk()).audit.returns == ()


def test_a_text_that_could_identify_a_child_is_warned_of_beside_the_box_until_it_is_mended(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "enter")
        await focus(pilot, "note")
        await write(pilot, MOBILE)
        await sees(pilot, f"! {WARNING} a phone number")
        await saved(pilot)
        program(pilot).screen.query_one(TextBox).text = "Seen at the desk."
        await gone(pilot, WARNING)

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("u1-ticket").note == "Seen at the desk."


def test_the_warning_goes_with_its_text_and_comes_with_it(audit: Bench) -> None:
    answering.write_note(audit.desk(), "u1-ticket", MOBILE)
    grading.summarise(audit.desk(), "u1", MOBILE)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await sees(pilot, WARNING)
        await press(pilot, "right")
        await gone(pilot, WARNING)
        await go_to(pilot, "Grade", "u1")
        await sees(pilot, WARNING)

    drive(audit.app(), NARROW, steps)


def test_fields_of_a_form_and_reasons_are_watched_while_they_are_typed_and_never_stopped(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Actions")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await write(pilot, MOBILE)
        await sees(pilot, WARNING)
        await press(pilot, "backspace", "backspace")
        await gone(pilot, WARNING)
        await write(pilot, "23")
        await sees(pilot, WARNING)
        await press(pilot, "ctrl+s")
        await place(pilot, "Actions")
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "r")
        await place(pilot, "TextDialog")
        await write(pilot, MOBILE)
        await sees(pilot, WARNING)

    drive(audit.app(), NARROW, steps)
    assert [action.what for action in records.list_actions(audit.desk())] == [MOBILE]


def test_the_setting_s_own_numbers_are_asked_for_without_a_warning(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "People")
        await field(pilot, "lead_phone", "07700 900123")
        await sees(pilot, "07700 900123")
        assert WARNING not in screen_text(program(pilot))
        await press(pilot, "ctrl+s")
        await place(pilot, "Home")
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "enter")
        await write(pilot, MOBILE)
        await saved(pilot)
        assert WARNING not in screen_text(program(pilot))

    drive(audit.app(), NARROW, steps)
    assert [f for f in review(audit.desk()).findings if f.rule == "private-contact"] == []
