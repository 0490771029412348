"""What the profile switches off: not applicable with the reason, in every view and in the return; on again with it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.pack import AuditPack
from compact_tui.core.page import TableBlock
from compact_tui.core.text import visible
from compact_tui.exchange.return_json import read
from compact_tui.services import answering, audits, grading, returns, settings
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.history import undo
from compact_tui.services.home import home
from tests.services.desks import reopened, small_pack, started_with

NO_FOOD = "Switched off by our profile: we have no food or drink for children."
NURSES = "Switched off by our profile: this is asked of NHS trust or hospital only."


def pack_with_needs() -> AuditPack:
    """The small pack: its first criterion needs food, its second is asked of hospitals only."""
    pack = small_pack()
    first, *others = pack.standard
    ticket, rack, greeting = first.criterion
    asked = (replace(ticket, needs=("food", "staff")), replace(rack, kinds=("nhs-trust",)), greeting)
    return replace(pack, standard=(replace(first, criterion=asked), *others))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The desk of a school without food."""
    return started_with(tmp_path, pack_with_needs(), without="food")


def first_answers(desk: Desk) -> list[tuple[str, str]]:
    return [(c.answer, c.reason) for c in audits.show(desk, "1").standards[0].criteria]


def test_what_cannot_apply_is_shown_as_such_with_the_reason_and_nothing_is_written(desk: Desk) -> None:
    assert first_answers(desk) == [("no-rain-here", NO_FOOD), ("no-rain-here", NURSES), ("unanswered", "")]
    page = answering.criterion_page(desk, "1.1").criterion
    assert (page.answer_word, page.reason, page.by) == ("No rain here", NO_FOOD, "")
    assert open_audit(desk).kept.answers == ()


def test_every_count_agrees_about_it(desk: Desk) -> None:
    view = home(desk)

    assert (view.rail.answered, view.audits[0].answered) == (2, 2)
    assert audits.list_audits(desk) == view.audits
    assert grading.standard_page(desk, "1").first_open == "u1-greeting"
    assert grading.standard_page(desk, "1").standard.answered == 2
    assert answering.criterion_page(desk, "1.3", "unanswered").previous == ""


def test_the_next_question_is_the_first_that_is_not_switched_off(desk: Desk) -> None:
    stop = audits.waiting(desk)

    assert stop is not None
    assert stop.criterion == "u1-greeting"
    assert home(desk).next.sentence == "Begin with 1.3, in Taking umbrellas in."


def test_the_return_and_its_report_say_it_with_the_reason(desk: Desk) -> None:
    answering.answer(desk, "2.1", "in-hand")
    made = returns.make(desk)

    return_ = read(Path(made.return_file).read_bytes()).return_
    assert return_.setting.without == ("food",)
    assert [(c.answer, c.reason, c.by) for c in return_.standards[0].criteria] == [
        ("no-rain-here", NO_FOOD, ""),
        ("no-rain-here", NURSES, ""),
        ("unanswered", "", ""),
    ]
    page = returns.show_file(Path(made.return_file), desk).page
    first = next(s for s in page.sections if s.heading.startswith("Standard 1"))
    (table,) = [block for block in first.blocks if isinstance(block, TableBlock)]
    assert [row[3] for row in table.rows] == [f"Reason: {NO_FOOD}", f"Reason: {NURSES}", "-"]
    html = Path(made.report_file).read_text("utf-8")
    assert visible(NO_FOOD) in html
    assert "food or drink for children" in html


def test_it_is_on_again_when_the_profile_changes(desk: Desk) -> None:
    settings.set_up(desk, {"without": "", "kind": "nhs-trust", "sector": "education"})

    assert first_answers(desk) == [("unanswered", "")] * 3
    assert first_answers(reopened(desk)) == [("unanswered", "")] * 3
    assert returns.preview(desk).counts.answered == 0

    settings.set_up(desk, {"without": "staff, food"})

    assert first_answers(desk)[0] == (
        "no-rain-here",
        "Switched off by our profile: we have no food or drink for children and paid staff.",
    )


def test_another_program_that_changes_the_profile_is_seen(desk: Desk) -> None:
    assert first_answers(desk)[0][0] == "no-rain-here"

    settings.set_up(reopened(desk), {"without": ""})
    home(desk)

    assert first_answers(desk)[0][0] == "unanswered"


def test_what_a_person_answers_stands_against_the_profile_and_can_be_taken_back(desk: Desk) -> None:
    answering.write_note(desk, "1.1", "Squash at the fair.")
    assert first_answers(desk)[0] == ("no-rain-here", NO_FOOD)

    answered = answering.answer(desk, "1.1", "in-hand")
    assert (answered.answer, answered.reason, answered.note) == ("in-hand", "", "Squash at the fair.")
    assert first_answers(reopened(desk))[0] == ("in-hand", "")

    undo(desk)
    assert first_answers(desk)[0] == ("no-rain-here", NO_FOOD)
    assert open_audit(desk).audit.answers[0].note == "Squash at the fair."

    answering.answer(desk, "1.1", "in-hand")
    answering.answer(desk, "1.1", "unanswered")
    assert first_answers(desk)[0] == ("no-rain-here", NO_FOOD)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("nhs-trust", "unanswered"), ("gp-practice", "no-rain-here"), ("other", "unanswered"), ("", "unanswered")],
)
def test_a_kind_of_setting_is_asked_what_is_asked_of_its_kind(tmp_path: Path, kind: str, answer: str) -> None:
    desk = started_with(tmp_path, pack_with_needs(), kind=kind, sector="education")

    assert first_answers(desk)[1][0] == answer


def test_a_pack_without_not_applicable_asks_everything(tmp_path: Path) -> None:
    pack = pack_with_needs()
    kept = tuple(kind for kind in pack.answer if kind.counts_as != "not-applicable")

    desk = started_with(tmp_path, replace(pack, answer=kept), without="food")

    assert first_answers(desk) == [("unanswered", "")] * 3
