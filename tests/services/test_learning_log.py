"""The learning log in the partnership's book: its lines, what is suggested, and a book of an earlier program."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.core.knowledge_views import KnowledgeFigure, KnowledgeTopic
from compact_tui.core.learning_views import LearningLine
from compact_tui.services import (
    audit_calendar,
    learning_log,
    learning_offers,
    learning_sources,
    partnership,
    training_plan,
)
from compact_tui.services.city_knowledge import topics_known
from compact_tui.services.desk import Desk
from tests.analysis_samples import BEFORE, NOW
from tests.services.desks import reopened
from tests.services.learning_desks import PLANNED, TYPED, learning_desk, of_last_round
from tests.services.partnership_desks import started_partnership


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk."""
    monkeypatch.setattr("os.fsync", lambda handle: None)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return learning_desk(tmp_path / "partnership")


def _added(desk: Desk) -> LearningLine:
    return learning_log.keep_learning(desk, TYPED).lines[0]


def test_a_line_goes_from_found_to_what_the_next_round_showed(desk: Desk) -> None:
    line = _added(desk)

    assert (line.cycle, line.standard, line.due, line.state) == (NOW, "u1", "2026-12-18", "planned")
    [done] = learning_log.note_done(desk, {"done": ""}, line.id).lines
    assert (done.done_on, done.state) == ("2026-12-03", "done")
    [showed] = learning_log.note_showed(desk, {"showed": "Racks are dry.", "helped": "yes"}, line.id).lines
    assert (showed.state, showed.will_do) == ("showed", "A course")
    assert learning_log.showed_typed(desk, line.id) == {"showed": "Racks are dry.", "helped": "yes"}
    assert learning_log.done_typed(desk, line.id) == {"done": "3 December 2026"}
    assert learning_log.show_learning(reopened(desk), line.id) == showed


def test_fields_that_are_not_typed_stay_and_undo_takes_back_each_step(desk: Desk) -> None:
    line = _added(desk)

    [changed] = learning_log.keep_learning(desk, {"due": "2027-01-10"}, line.id).lines
    assert (changed.due, changed.finding, changed.standard) == ("2027-01-10", "Wet racks.", "u1")
    typed = learning_log.learning_typed(desk, line.id)
    assert (typed["due"], typed["standard"]) == ("10 January 2027", "1")
    assert learning_log.drop_learning(desk, line.id).lines == ()
    partnership.undo_partnership(desk)
    partnership.undo_partnership(desk)
    assert learning_log.learning_log(reopened(desk)).lines == (line,)


@pytest.mark.parametrize(
    ("typed", "line", "told"),
    [
        ({}, "", "--finding: This is needed"),
        ({"finding": "x", "due": "soon"}, "", "--due"),
        ({"finding": "x", "standard": "u9"}, "", 'no standard "u9"'),
        ({"finding": "x", "sector": "schools"}, "", "--sector"),
        ({"finding": "x", "kind": "trainin"}, "", "--kind"),
        ({"finding": "x"}, "le-9", 'no line "le-9"'),
    ],
)
def test_what_cannot_be_taken_changes_nothing(desk: Desk, typed: dict[str, str], line: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        learning_log.keep_learning(desk, typed, line)

    assert learning_log.learning_log(desk).lines == ()


def test_a_standard_that_is_no_longer_asked_stays_in_a_line(desk: Desk) -> None:
    from compact_tui.services.learning_sources import standard_typed

    assert standard_typed(desk, "of-old", "of-old") == "of-old"
    with pytest.raises(UsageError):
        standard_typed(desk, "of-old", "u1")


def test_what_it_showed_comes_after_done_and_done_is_no_day_to_come(desk: Desk) -> None:
    line = _added(desk)

    with pytest.raises(UsageError, match="not said yet that this was done"):
        learning_log.note_showed(desk, {"showed": "x"}, line.id)
    with pytest.raises(UsageError, match="4 December 2026 is still to come"):
        learning_log.note_done(desk, {"done": "2026-12-04"}, line.id)
    assert learning_log.done_typed(desk, line.id) == {"done": "3 December 2026"}
    assert learning_log.learning_log(desk).lines == (line,)


def test_beside_a_line_of_the_last_round_stands_how_it_was_and_is(desk: Desk) -> None:
    line = _added(desk)
    of_last_round(desk, line.id)

    [old] = learning_log.learning_log(desk).lines

    assert old.cycle == BEFORE
    assert old.then_now
    assert set(old.then_now) <= set(old.lines)


def test_findings_are_suggested_once_and_nothing_of_a_sector_that_is_kept_back(desk: Desk) -> None:
    offers = learning_offers.suggest_findings(desk).offers

    assert [one.id for one in offers if one.id.startswith("early-years")] == []
    assert {"education/u1", "education/u2", "all/u1"} <= {one.id for one in offers}
    assert learning_log.learning_log(desk).lines == ()
    agency = next(one for one in offers if one.id == "all/u1")
    assert agency.reasons == (
        "A single-agency audit found what does not work: Nobody asks the owner; asks for training: How to ask.",
    )


def _knew(percent: int, settings: int | None) -> KnowledgeFigure:
    return KnowledgeFigure(
        word="The city", settings=settings, answers=200, percent=percent, suppressed=settings is None, brief="x",
        sentence=f"Knew {percent}% of 200 answers, in 12 settings.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "told"), [(_knew(61, 12), True), (_knew(80, 12), False), (_knew(0, None), False), (_knew(0, 0), False)]
)
def test_what_staff_know_little_of_is_suggested_and_planned_for_where_it_is_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, figure: KnowledgeFigure, told: bool
) -> None:
    topic = KnowledgeTopic(topic="tickets", title="Tickets", standards=("u2",), standard_words="2", figure=figure)
    known = replace(topics_known(desk), topics=(topic,))
    monkeypatch.setattr(learning_sources, "topics_known", lambda desk: known)
    said = 'Staff who were asked about "Tickets": Knew 61% of 200 answers, in 12 settings.'

    offered = {one.id: one.reasons for one in learning_offers.suggest_findings(desk).offers}
    planned = {one.standard: one.why for one in training_plan.training_plan(desk).topics}

    assert offered.get("all/u2", ()) == ((said,) if told else ())
    assert (said in planned["u2"]) is told


def test_one_that_is_taken_is_in_the_log_marked_and_not_taken_again(desk: Desk) -> None:
    first = learning_offers.suggest_findings(desk).offers[0]

    after = learning_offers.take_finding(desk, "1")

    [line] = learning_log.learning_log(desk).lines
    assert (line.finding, line.standard, line.sector, line.cycle) == (first.finding, first.standard, first.sector, NOW)
    assert (after.offers[0].id, after.offers[0].taken, after.offers[0].line) == (
        first.id, "in the log: nothing planned yet", line.id,
    )  # fmt: skip
    assert [one.number for one in after.offers] == list(range(1, len(after.offers) + 1))
    for wanted in ("1", first.id, "99"):
        with pytest.raises(UsageError):
            learning_offers.take_finding(desk, wanted)
    assert len(learning_log.learning_log(desk).lines) == 1


def test_the_training_plan_brings_figures_agencies_and_the_log_together(desk: Desk) -> None:
    _added(desk)

    plan = training_plan.training_plan(desk)

    topics = {one.standard: one for one in plan.topics}
    assert topics["u2"].why == ("Education: 3 of 5 graded it good or better (60%).",)
    assert topics["u1"].why[-1].startswith("A single-agency audit found")
    assert topics["u1"].log == ("Training: A course (Trainer, due in 15 days)",)
    assert "The Gallery" not in str(plan)


def test_the_plan_is_written_and_a_word_file_that_somebody_changed_is_kept(desk: Desk, tmp_path: Path) -> None:
    first = training_plan.write_training_plan(desk)
    again = training_plan.write_training_plan(desk)
    Path(first.document).write_bytes(b"changed in Word")

    beside = training_plan.write_training_plan(desk)

    assert (first, Path(first.page).parent) == (again, desk.workspace.reports_folder.absolute())
    assert Path(first.document).read_bytes() == b"changed in Word"
    assert beside.document.endswith("2026-2028-training-plan-2.docx")
    assert "A single-agency audit found" in Path(beside.page).read_text("utf-8")
    elsewhere = training_plan.write_training_plan(desk, str(tmp_path / "out"))
    assert Path(elsewhere.document).parent == tmp_path / "out"
    page = Path(elsewhere.page)
    learning_log.keep_learning(desk, TYPED)
    assert Path(training_plan.write_training_plan(desk, str(tmp_path / "out")).page) == page
    page.write_text("somebody's own", "utf-8")
    assert training_plan.write_training_plan(desk, str(tmp_path / "out")).page.endswith("training-plan-2.html")
    assert page.read_text("utf-8") == "somebody's own"


def test_a_book_of_a_program_that_knew_no_calendar_and_no_good_practice_opens(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "partnership")
    learning_log.keep_learning(desk, TYPED)
    path = desk.workspace.partnership_path
    book = json.loads(path.read_text("utf-8"))
    for table in ("good_practice", "audits_planned"):
        book.pop(table, None)
    for row in book["learning"].values():
        del row["helped"], row["offered"]
    path.write_text(json.dumps(book), "utf-8")

    later = reopened(desk)

    assert [one.state for one in learning_log.learning_log(later).lines] == ["planned"]
    assert audit_calendar.audit_calendar(later).months == ()
    assert len(audit_calendar.keep_audit(later, PLANNED).months) == 1
    assert len(audit_calendar.audit_calendar(reopened(later)).months) == 1
