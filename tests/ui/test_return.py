"""The return: seen, made, sent, received."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import answering
from compact_tui.services.home import home
from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    by_palette,
    drive,
    fill,
    go_to,
    place,
    press,
    program,
    screen_text,
    sees,
    write,
)


def state(bench: Bench) -> str:
    """Where the return stands on the disk."""
    return home(bench.desk()).return_state


@pytest.mark.parametrize("size", SIZES)
def test_a_return_is_seen_made_sent_and_received_by_keyboard(audit: Bench, size: tuple[int, int]) -> None:
    audit.finish()

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "r")
        await place(pilot, "Return")
        await sees(pilot, "Safeguarding Compact audit of Brolly House")
        await press(pilot, "pagedown", "pagedown", "home")
        await press(pilot, "m")
        await sees(pilot, "Made, and NOT yet sent.")
        await sees(pilot, "Return: made 3 Dec 2026, NOT yet sent")
        await press(pilot, "s")
        await place(pilot, "FormDialog")
        await sees(pilot, "3 December 2026")
        await fill(pilot, "")
        await write(pilot, "Head")
        await press(pilot, "enter")
        await place(pilot, "Return")
        await sees(pilot, "Return: sent on 3 Dec 2026 by Head")
        assert "NOT yet sent" not in screen_text(program(pilot))
        await press(pilot, "o")
        await place(pilot, "FormDialog")
        await fill(pilot, "")
        await write(pilot, "R-77")
        await press(pilot, "enter")
        await place(pilot, "Return")
        await sees(pilot, "Return: receipt 3 Dec 2026")
        await press(pilot, "v")
        await sees(pilot, "As the reader will see it")

    drive(audit.app(), size, steps)
    assert state(audit) == "receipt"
    (folder,) = (audit.root / "sent").iterdir()
    assert sorted(path.suffix for path in folder.iterdir()) == [".eml", ".html", ".json", ".txt"]


def test_the_same_by_the_palette(audit: Bench) -> None:
    answering.answer(audit.desk(), "u1-ticket", "in-hand")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Return")
        await by_palette(pilot, "Make")
        await sees(pilot, "Made, and NOT yet sent.")
        await by_palette(pilot, "Preview")
        await sees(pilot, "This return is not complete")
        await by_palette(pilot, "Sent")
        await place(pilot, "FormDialog")
        await press(pilot, "tab")
        await write(pilot, "Head")
        await press(pilot, "ctrl+s")
        await place(pilot, "Return")
        await by_palette(pilot, "Receipt")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Return")
        await sees(pilot, "receipt")

    drive(audit.app(), NARROW, steps)
    assert state(audit) == "receipt"


@pytest.mark.parametrize("key", ["s", "o"])
def test_sent_and_receipt_explain_themselves_before_a_return_is_made(audit: Bench, key: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Return")
        await press(pilot, key)
        await sees(pilot, "Make the return first: press m.")
        assert type(pilot.app.screen).__name__ == "ReturnScreen"

    drive(audit.app(), NARROW, steps)


@pytest.mark.parametrize(
    ("day", "sentence"), [("5 Dec 2026", "has not come yet"), ("1 Dec 2026", "is before it was made")]
)
def test_a_day_that_cannot_be_is_refused_in_words(audit: Bench, day: str, sentence: str) -> None:
    answering.answer(audit.desk(), "u1-ticket", "in-hand")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Return")
        await press(pilot, "m")
        await sees(pilot, "Made, and NOT yet sent.")
        await press(pilot, "s")
        await place(pilot, "FormDialog")
        await press(pilot, "end", *["backspace"] * 20)
        await write(pilot, day)
        await press(pilot, "tab")
        await write(pilot, "Head")
        await press(pilot, "enter")
        await place(pilot, "ProblemDialog")
        await sees(pilot, sentence)
        await press(pilot, "c")
        await sees(pilot, "Copied")
        await press(pilot, "enter")
        await place(pilot, "Return")

    drive(audit.app(), NARROW, steps)
    assert state(audit) == "made"


def test_a_return_without_a_name_on_it_is_not_made(audit: Bench) -> None:
    (audit.root / "setting.json").unlink()

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Return")
        await press(pilot, "m")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "does not say whose it is")
        await press(pilot, "escape")
        await place(pilot, "Return")
        assert "Made, and NOT" not in screen_text(program(pilot))

    drive(audit.app(), NARROW, steps)
    assert state(audit) == "not-made"
