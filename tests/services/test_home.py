"""Home in every state an audit can be in, and what comes next."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.core.rail import EMPTY_RAIL
from compact_tui.core.views import NextStepView
from compact_tui.services import answering, audits, grading, records, returns
from compact_tui.services.desk import Desk
from compact_tui.services.history import undo
from compact_tui.services.home import due_sentence, home, where
from compact_tui.services.settings import set_up as say
from tests.services.desks import ALL_CRITERIA, SMALL_PACK, at, desk_in, reopened, set_up, started
from tests.services.partnership_desks import started_partnership


def next_place(desk: Desk) -> tuple[str, str, str, str]:
    step = home(reopened(desk)).next
    return step.place, step.standard, step.criterion, step.sentence


def answer_all(desk: Desk) -> None:
    for criterion in ALL_CRITERIA:
        answering.answer(desk, criterion, "in-hand")


def grade_all(desk: Desk) -> None:
    for standard in ("u1", "u2", "u3"):
        grading.grade(desk, standard, "bone-dry")


def test_an_empty_workspace_begins_with_saying_who_you_are(tmp_path: Path) -> None:
    view = home(desk_in(tmp_path / "new"))

    assert (view.setting, view.sector, view.kind, view.audits, view.audit, view.rail) == (
        "",
        "",
        "",
        (),
        "",
        EMPTY_RAIL,
    )
    assert (view.due_sentence, view.days_left, view.return_state, view.return_sentence) == (
        "no due date set",
        0,
        "not-made",
        "not made",
    )
    assert view.next == NextStepView(sentence="Say who you are: it takes a minute.", place="setup")
    assert (view.title, view.today, view.since, view.notices) == ("Compact audit", "2026-12-03", (), ())
    assert not (tmp_path / "new").exists()


def test_where_returns_are_collected_and_nobody_named_a_setting_that_is_what_comes_next(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "office")
    assert next_place(desk)[0] == "partnership"

    set_up(desk)

    assert next_place(desk)[0] == "start"


def test_a_setting_without_an_audit_starts_one(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    set_up(desk, due="18/12/2026")

    view = home(desk)

    assert (view.setting, view.kind, view.due, view.days_left) == (
        "Brolly House",
        "Primary, infant or junior school",
        "2026-12-18",
        15,
    )
    assert view.next.place == "start"
    assert view.workspace == str(tmp_path)


def test_the_next_step_leads_through_the_whole_audit(tmp_path: Path) -> None:
    desk = started(tmp_path)
    assert next_place(desk) == ("standard", "u1", "", "Begin with standard 1, Taking umbrellas in.")

    answering.answer(desk, "1.1", "in-hand")
    assert next_place(desk) == ("criterion", "u1", "u1-wet-rack", "Go on with 1.2, in Taking umbrellas in.")
    for number in ("1.2", "1.3"):
        answering.answer(desk, number, "still-asking")
    assert next_place(desk) == ("grade", "u1", "", "Grade standard 1, Taking umbrellas in.")
    grading.grade(desk, "1", "soaked")
    assert next_place(desk) == ("standard", "u2", "", "Go on with standard 2, Keeping umbrellas.")

    answer_all(desk)
    grade_all(desk)
    assert next_place(desk) == ("setup", "", "", "Say who the return goes to.")
    say(desk, {"return_to": "r@p.example"})
    assert next_place(desk)[0] == "return"
    made = returns.make(desk)
    assert next_place(desk)[0] == "sent"
    returns.sent(desk, made.id, "2026-12-03", "Head")
    assert next_place(desk)[0] == "receipt"
    returns.receipt(desk, made.id, "2026-12-03", "")
    assert next_place(desk)[0] == "done"
    answering.answer(desk, "2.2", "unanswered")
    assert next_place(desk) == ("criterion", "u2", "u2-repair", "Go on with 2.2, in Keeping umbrellas.")


def test_a_return_that_was_made_without_an_address_is_asked_after_and_not_the_address(desk: Desk) -> None:
    answer_all(desk)
    grade_all(desk)
    made = returns.make(desk)

    assert next_place(desk)[0] == "sent"
    returns.sent(desk, made.id, "2026-12-03", "Head")
    assert next_place(desk)[0] == "receipt"


def test_home_counts_what_is_there(desk: Desk) -> None:
    answering.answer(desk, "1.1", "in-hand")
    grading.grade(desk, "2", "soaked")
    for due in ("", "2026-12-02", "2026-12-03", "2026-11-01"):
        records.add_action(desk, {"what": "W", "due": due}, ())
    records.add_evidence(desk, {"title": "T"}, ())

    view = home(reopened(desk))

    assert (view.actions_words, view.evidence) == ("4 open, 2 overdue", 1)
    assert (view.rail.answered, view.rail.criteria, view.rail.graded) == (1, 9, 1)
    assert [row.word for row in view.rail.rows] == ["1 of 3", "Soaked", ""]
    assert (view.audit, view.title, view.wording_note) == (
        "a-3",
        "Compact audit 2026-2028",
        "Invented for trying things out.",
    )
    assert [line.answered for line in view.audits] == [1]


def test_for_the_first_paint_only_what_takes_long_to_ask_is_left_unsaid(desk: Desk) -> None:
    quick, whole = home(desk, quick=True).places, home(desk).places

    assert [(line.id, line.words, line.key) for line in quick] == [(line.id, line.words, line.key) for line in whole]
    unsaid = {line.id for line, later in zip(quick, whole, strict=True) if line.state != later.state}
    assert unsaid == {"spot", "boards", "agency", "backups", "review", "calendar", "pages"}
    assert all(line.state == "" for line in quick if line.id in unsaid)


def test_before_there_is_an_audit_what_takes_long_to_ask_is_asked_without_it(tmp_path: Path) -> None:
    states = {line.id: line.state for line in home(desk_in(tmp_path)).places}

    assert states["spot"] == "two minutes, nothing to set up"
    assert states["backups"] == "none yet"
    assert "review" not in states


def test_an_audit_that_nobody_has_begun_is_not_met_with_what_is_missing_in_it(tmp_path: Path) -> None:
    desk = started(tmp_path / "school")
    assert _state(desk, "review") == "once you have begun"

    grading.grade(desk, "1", "soaked")
    assert _state(desk, "review").startswith("1 error, ")
    undo(desk)
    answering.answer(desk, "1.1", "in-hand")
    assert "warning" in _state(desk, "review")


def _state(desk: Desk, place: str) -> str:
    return next(line.state for line in home(desk).places if line.id == place)


def test_an_audit_without_actions_has_none_open(desk: Desk) -> None:
    assert home(desk).actions_words == "0 open"


def test_with_several_audits_home_asks_which_and_shows_the_one_that_was_named(desk: Desk) -> None:
    audits.start(desk, pack=str(SMALL_PACK), cycle="2028-2030")
    answering.answer(replace(desk, audit_id="a-3"), "1.1", "in-hand")

    both, one = home(desk), home(replace(desk, audit_id="a-3"))

    assert (both.next.place, both.audit, both.rail, both.title) == ("choose", "", EMPTY_RAIL, "Compact audit")
    assert [line.cycle for line in both.audits] == ["2026-2028", "2028-2030"]
    assert (one.audit, one.rail.answered, len(one.audits)) == ("a-3", 1, 2)
    with pytest.raises(UsageError, match='There is no audit "x" here'):
        home(replace(desk, audit_id="x"))


def test_the_state_of_the_return_is_told(desk: Desk) -> None:
    answering.answer(desk, "1.1", "in-hand")
    made = returns.make(desk)
    states = [home(desk)]
    returns.sent(at(desk, days=1), made.id, "2026-12-04", "Head")
    states.append(home(desk))
    returns.receipt(at(desk, days=6), made.id, "2026-12-09", "77")
    states.append(home(desk))

    assert {view.return_id for view in states} == {made.id}
    assert [(view.return_state, view.return_sentence) for view in states] == [
        ("made", "made 3 Dec 2026, NOT yet sent"),
        ("sent", "sent on 4 Dec 2026 by Head"),
        ("receipt", "receipt 9 Dec 2026"),
    ]


@pytest.mark.parametrize(
    ("due", "sentence", "days"),
    [
        ("", "no due date set", 0),
        ("2026-12-18", "due 18 December 2026, in 15 days", 15),
        ("2026-12-04", "due 4 December 2026, in 1 day", 1),
        ("2026-12-03", "due today, 3 December 2026", 0),
        ("2026-12-02", "due 2 December 2026, 1 day ago", -1),
        ("2026-11-03", "due 3 November 2026, 30 days ago", -30),
    ],
)
def test_when_it_is_due_is_told_in_words(tmp_path: Path, due: str, sentence: str, days: int) -> None:
    desk = desk_in(tmp_path)
    set_up(desk, due=due)

    view = home(desk)

    assert (view.due_sentence, view.days_left) == (sentence, days)


def test_what_was_sent_is_not_late(tmp_path: Path) -> None:
    desk = started(tmp_path, due="2026-12-01")
    answering.answer(desk, "1.1", "in-hand")
    made = returns.make(desk)
    assert home(desk).due_sentence == "due 1 December 2026, 2 days ago"

    returns.sent(desk, made.id, "2026-12-03", "Head")

    assert home(desk).due_sentence == "due 1 December 2026"
    assert due_sentence(None, "2026-12-03", sent=True) == "no due date set"


LAST = "2026-12-03T12:00:00Z"


@pytest.mark.parametrize("last", ["", "2026-12-10T09:00:00Z", "2026-12-11T09:00:00Z"])
def test_who_was_here_today_or_never_is_not_told_what_changed(desk: Desk, last: str) -> None:
    later = at(desk, days=7)
    answering.answer(later, "1.1", "in-hand")

    assert home(later, last).since == ()


def test_who_comes_back_is_told_what_changed_and_what_fell_due_meanwhile(desk: Desk) -> None:
    for due in ("2026-12-02", "2026-12-03", "2026-12-05", "2026-12-10", "2027-01-01", ""):
        records.add_action(desk, {"what": "W", "due": due}, ())
    records.add_evidence(desk, {"title": "Old", "review_by": "2026-12-09"}, ())
    records.add_evidence(desk, {"title": "New", "review_by": "2026-12-10"}, ())
    answering.answer(at(replace(desk, who="Head"), days=1), "1.1", "in-hand")
    answering.answer(at(replace(desk, who=""), days=2), "1.2", "in-hand")
    answering.answer(at(replace(desk, who="Deputy"), days=3), "1.3", "in-hand")

    assert home(at(desk, days=7), LAST).since == (
        "You were last here on 3 December 2026.",
        "3 changes since then (Deputy, Head).",
        "2 actions came due.",
        "1 piece of evidence to look at again.",
    )


def test_who_comes_back_to_an_unchanged_audit_is_told_only_when_they_were_here(desk: Desk) -> None:
    assert home(at(desk, days=7), LAST).since == ("You were last here on 3 December 2026.",)


def test_one_change_by_nobody_named_is_one_change(desk: Desk) -> None:
    answering.answer(at(replace(desk, who=""), days=1), "1.1", "in-hand")

    assert home(at(desk, days=7), LAST).since[1] == "1 change since then."


def test_the_day_is_that_of_the_person_and_not_that_of_greenwich(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        late = replace(desk, now=lambda: datetime(2026, 12, 3, 23, 30, tzinfo=UTC))
        assert (home(late).today, late.at) == ("2026-12-04", "2026-12-03T23:30:00Z")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_where_everything_is_kept_is_told(desk: Desk) -> None:
    root = desk.workspace.root

    assert where(desk) == {
        "workspace": str(root),
        "setting": str(root / "setting.json"),
        "audits": str(root / "audits"),
        "sent": str(root / "sent"),
        "backups": str(root / "backups"),
    }
