"""A self-assessment without grades, all the way: rail, home, the way through, the return and its plan."""

from pathlib import Path

import msgspec
import pytest

from compact_tui.core.audit import SignOff
from compact_tui.core.errors import UsageError
from compact_tui.core.page import ListBlock, Section
from compact_tui.core.return_build import build_return
from compact_tui.core.returns import first_line
from compact_tui.core.setting import Setting
from compact_tui.exchange.return_json import read
from compact_tui.services import answering, audits, grading, returns
from compact_tui.services.books import open_audit, read_setting
from compact_tui.services.desk import Desk
from compact_tui.services.home import home
from tests.samples import without_levels
from tests.services.desks import ALL_CRITERIA, reopened, small_pack, started_with

TO_SIGN = " Still to sign: Keeper of the umbrellas."
UNSIGNED = f"This return is not signed: everything is answered, but nobody has signed it.{TO_SIGN}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started_with(tmp_path, without_levels(small_pack()))


def answer_all(desk: Desk) -> None:
    for at, criterion in enumerate(ALL_CRITERIA):
        answering.answer(desk, criterion, ("in-hand", "half-way", "need-support")[at % 3], note=f"Note {at}.")


def plan(desk: Desk) -> Section:
    return next(s for s in returns.preview(desk).page.sections if s.heading == "Improvement plan")


def test_home_leads_from_question_to_question_and_then_to_the_plan(desk: Desk) -> None:
    first = home(desk)
    assert (first.next.sentence, first.whole) == (
        "Begin with standard 1, Taking umbrellas in.",
        "Your improvement plan; a return only if you choose",
    )
    for number in ("1.1", "1.2", "1.3"):
        answering.answer(desk, number, "in-hand")
    half = home(desk)
    assert (half.next.place, half.next.sentence) == ("standard", "Go on with standard 2, Keeping umbrellas.")
    assert (half.rail.sentence, half.rail.done) == ("3 of 9 answered", 1)
    assert [(row.state, row.word) for row in half.rail.rows] == [
        ("done", "3 of 3"),
        ("not-started", ""),
        ("not-started", ""),
    ]

    answer_all(desk)

    done = home(reopened(desk))
    assert (done.next.place, done.next.sentence) == (
        "return",
        "Everything is answered: look at your improvement plan.",
    )
    assert (done.rail.sentence, done.rail.done, done.audits[0].to_grade) == ("9 of 9 answered", 3, 0)


def test_no_word_of_home_or_the_list_is_about_grades(desk: Desk) -> None:
    view = msgspec.json.encode([home(desk).rail, home(desk).next]).decode()
    answer_all(desk)
    later = msgspec.json.encode([home(desk).rail, home(desk).next]).decode()

    said = [value for text in (view, later) for value in _texts(msgspec.json.decode(text))]
    assert [text for text in said if "grad" in text.lower()] == []


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in items for text in _texts(item)]


def test_the_way_goes_past_where_grades_would_be(desk: Desk) -> None:
    page = answering.criterion_page(desk, "1.3")
    assert (page.next, page.gradable) == ("u2-watch", False)
    assert answering.criterion_page(desk, "3.3").next == ""
    assert answering.criterion_page(desk, "2.1").previous == "u1-greeting"

    answer_all(desk)

    assert audits.waiting(desk, criterion="1.1") is None


def test_nothing_can_be_graded_and_that_is_said(desk: Desk) -> None:
    with pytest.raises(UsageError) as caught:
        grading.grade(desk, "1", "bone-dry")

    assert caught.value.message == "This audit has no grades: its answers are all there is."
    assert open_audit(reopened(desk)).audit.grades == ()
    assert grading.standard_page(desk, "1").standard.levels == ()


def test_the_return_lacks_nothing_but_a_signature_once_all_is_answered(desk: Desk) -> None:
    answering.answer(desk, "1.1", "in-hand")
    unfinished = returns.preview(desk)
    told = f"This return is not complete: 8 of 9 criteria not answered. Nobody has signed it.{TO_SIGN}"
    assert unfinished.warnings[0] == told

    answer_all(desk)
    made = returns.make(desk)

    return_ = read(Path(made.return_file).read_bytes()).return_
    assert (first_line(return_), return_.warnings[0]) == (UNSIGNED, UNSIGNED)
    assert (return_.complete, return_.pack.levels) == (False, ())
    assert {s.grade for s in return_.standards} == {"not-graded"}
    assert [warning for warning in return_.warnings if "grade" in warning] == []
    for name in (made.draft_file, made.read_me_file):
        assert "graded" not in Path(name).read_text("utf-8")


def test_answered_and_signed_the_return_is_complete(desk: Desk) -> None:
    answer_all(desk)
    opened = open_audit(desk)
    sign = SignOff(id="s", signer="keeper", role="Keeper", name="R. Drizzle", on="2026-12-03", code="X")
    signed = msgspec.structs.replace(opened.audit, sign_offs=(sign,))

    return_ = build_return(
        read_setting(desk) or Setting(id="", name=""),
        opened.pack,
        signed,
        return_id="r",
        made_on="2026-12-03",
        made_by="test",
        today="2026-12-03",
    )

    assert return_.complete
    assert first_line(return_) == "This return is complete and signed by R. Drizzle (Keeper)."


def test_the_plan_lists_what_the_group_needs_help_with(desk: Desk) -> None:
    answer_all(desk)

    blocks = plan(desk).blocks

    (help_with,) = [block for block in blocks if isinstance(block, ListBlock)]
    assert [item.partition(" ")[0] for item in help_with.items] == ["1.3", "2.3", "3.3"]


def test_a_return_without_grades_is_shown_again_with_its_plan(desk: Desk) -> None:
    answer_all(desk)
    made = returns.make(desk)

    shown = returns.show_file(Path(made.return_file), desk)

    assert [s.heading for s in shown.page.sections][1] == "Improvement plan"
    assert shown.page.sections[1] == plan(desk)


def test_when_the_plan_was_made_a_return_home_asks_whom_it_goes_to_and_then_goes_on(desk: Desk) -> None:
    answer_all(desk)
    made = returns.make(desk)
    assert home(desk).next.place == "sent"

    returns.sent(desk, made.id, "2026-12-03", "Chair")

    assert home(desk).next.place == "receipt"
