"""Sign-off: read, sign, see what has changed, withdraw, print."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.core.signing_views import SignerView
from compact_tui.services import answering, signing
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
    saved,
    screen_text,
    sees,
    wait_for,
    write,
)


def keeper(bench: Bench) -> SignerView:
    """How the first role stands on the disk."""
    return signing.signing(bench.desk()).signers[0]


async def sign(pilot: Pilot[int], name: str) -> None:
    """Sign as the role at the cursor."""
    await press(pilot, "s")
    await place(pilot, "FormDialog")
    await fill(pilot, name)
    await press(pilot, "enter")
    await place(pilot, "Confirm")


@pytest.mark.parametrize("size", SIZES)
def test_a_role_reads_signs_and_sees_what_changed_by_keyboard(audit: Bench, size: tuple[int, int]) -> None:
    audit.finish()

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "g")
        await place(pilot, "Signing")
        await sees(pilot, "The page that is signed, code ")
        await press(pilot, "space", "space", "c")
        await sees(pilot, "Keeper of the umbrellas:")
        assert "Since this signature" not in screen_text(program(pilot))
        await press(pilot, "c")
        await sign(pilot, "A. Light")
        await sees(pilot, "I have counted the umbrellas myself")
        await press(pilot, "s")
        await place(pilot, "Signing")
        await sees(pilot, "nothing has changed")
        await saved(pilot)
        answering.answer(audit.desk(), "u1-ticket", "half-way")
        await press(pilot, "escape")
        await place(pilot, "Home")
        await press(pilot, "g")
        await place(pilot, "Signing")
        await sees(pilot, "1 change since")
        await press(pilot, "c")
        await sees(pilot, "in hand -> half way")
        await press(pilot, "c")
        await sees(pilot, "The page that is signed")

    drive(audit.app(), size, steps)
    assert (keeper(audit).name, keeper(audit).state) == ("A. Light", "changed")


def test_the_same_by_the_palette_and_a_signature_is_withdrawn_and_comes_back(audit: Bench) -> None:
    audit.finish()
    signing.sign_off(audit.desk(), "keeper", "A. Light")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Signing")
        await by_palette(pilot, "Withdraw")
        await place(pilot, "Confirm")
        await press(pilot, "d")
        await place(pilot, "Signing")
        await sees(pilot, "Has not signed yet.")
        await press(pilot, "ctrl+z")
        await sees(pilot, "Signed by A. Light")
        await press(pilot, "d")
        await place(pilot, "Confirm")
        await press(pilot, "enter")
        await place(pilot, "Signing")
        await press(pilot, "down", "d")
        await sees(pilot, "There is no signature")

    drive(audit.app(), NARROW, steps)
    assert keeper(audit).name == "A. Light"


def test_enter_on_a_role_asks_to_sign_and_the_safe_answer_signs_nothing(audit: Bench) -> None:
    audit.finish()

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Signing")
        await press(pilot, "down")
        await sees(pilot, "Has not signed, and does not have to.")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await sees(pilot, "Sign as Night porter")
        await fill(pilot, "C. Moon")
        await press(pilot, "enter")
        await place(pilot, "Confirm")
        await sees(pilot, "I have read this by lamplight")
        await press(pilot, "enter")
        await place(pilot, "Signing")

    drive(audit.app(), NARROW, steps)
    assert [one.state for one in signing.signing(audit.desk()).signers] == ["not-signed", "not-signed"]


def test_what_changed_while_the_name_was_typed_is_not_signed_and_is_shown(audit: Bench) -> None:
    audit.finish()

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Signing")
        await sign(pilot, "A. Light")
        answering.answer(audit.desk(), "u1-ticket", "half-way")
        await press(pilot, "s")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "Something was changed since you looked")
        await press(pilot, "escape")
        await place(pilot, "Signing")
        await sees(pilot, signing.signing(audit.desk()).code)

    drive(audit.app(), NARROW, steps)
    assert keeper(audit).state == "not-signed"
    assert not (audit.root / "signed").exists()


def test_while_an_error_stands_nobody_is_asked_for_a_name(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Signing")
        await sees(pilot, "Put right before anyone signs")
        await press(pilot, "s")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "It was not signed")

    drive(audit.app(), NARROW, steps)


def test_the_page_to_print_is_written_and_its_place_stays_on_the_screen(audit: Bench) -> None:
    audit.finish()

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Signing")
        await press(pilot, "p")
        await sees(pilot, "The page to print and sign is in")

    drive(audit.app(), NARROW, steps)
    (page,) = (audit.root / "pages").iterdir()
    assert "Signature" in Path(page).read_text("utf-8")


@pytest.mark.parametrize("size", SIZES)
def test_last_times_grades_are_typed_in_one_key_each(audit: Bench, size: tuple[int, int]) -> None:
    from compact_tui.services.last_time import last_time

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "l")
        await place(pilot, "LastTime")
        await press(pilot, "1")
        await place(pilot, "FormDialog")
        await write(pilot, "2024-2026")
        await press(pilot, "enter")
        await place(pilot, "LastTime")
        await sees(pilot, "Last time (2024-2026): 1 of 3 typed in")
        await press(pilot, "3", "0")
        await sees(pilot, "3 of 3 typed in")
        await press(pilot, "backspace")
        await sees(pilot, "2 of 3 typed in")
        await press(pilot, "ctrl+z")
        await sees(pilot, "3 of 3 typed in")
        await press(pilot, "up", "enter")
        await place(pilot, "Choose")
        await press(pilot, "down", "enter")
        await place(pilot, "LastTime")
        await sees(pilot, "A few drops")
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await press(pilot, *["backspace"] * 9)
        await write(pilot, "2023")
        await press(pilot, "enter")
        await place(pilot, "LastTime")
        await sees(pilot, "Last time (2023)")

    drive(audit.app(), size, steps)
    view = last_time(audit.desk())
    assert [line.level for line in view.lines] == ["bone-dry", "a-few-drops", "not-asked"]
    assert view.cycle == "2023"


def test_the_round_is_asked_once_and_may_be_left_out(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "LastTime")
        await press(pilot, "n")
        await sees(pilot, "Type in a grade first")
        await press(pilot, "2")
        await place(pilot, "FormDialog")
        await press(pilot, "escape")
        await place(pilot, "LastTime")
        await sees(pilot, "1 of 3 typed in")
        await press(pilot, "2")
        await sees(pilot, "2 of 3 typed in")

    drive(audit.app(), NARROW, steps)


def test_the_grade_screen_says_quietly_what_it_was(audit: Bench) -> None:
    from compact_tui.services.last_time import set_last

    set_last(audit.desk(), "u1", "soaked", "2024-2026")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await sees(pilot, "Last time (2024-2026): Soaked.")
        await wait_for(pilot, lambda: "Soaked" in screen_text(program(pilot)), "the level")

    drive(audit.app(), NARROW, steps)
