"""The demonstration: a believable school half-way through."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.core.setting import Setting
from compact_tui.services.agency_audits import register
from compact_tui.services.agency_second import second
from compact_tui.services.agency_summary import summary
from compact_tui.services.answering import show_criterion
from compact_tui.services.audits import show
from compact_tui.services.books import open_audit, read_setting
from compact_tui.services.demo import demo
from compact_tui.services.desk import Desk
from compact_tui.services.history import history, undo
from compact_tui.services.home import home
from compact_tui.services.records import list_actions, list_evidence
from compact_tui.services.returns import preview
from compact_tui.services.standing import standing
from tests.services.desks import desk_in


@pytest.fixture
def made(tmp_path: Path, no_fsync: None) -> Desk:
    desk = desk_in(tmp_path / "demo", who="")
    assert demo(desk) == tmp_path / "demo"
    return desk


def test_the_demonstration_is_half_way_and_says_what_comes_next(made: Desk) -> None:
    view = home(made)

    assert 0 < view.rail.graded < len(view.rail.rows)
    assert 0 < view.rail.answered < view.rail.criteria
    assert {row.state for row in view.rail.rows} == {"done", "started", "not-started"}
    assert view.next.place in {"criterion", "grade"}
    assert view.days_left == 26
    assert "overdue" in view.actions_words
    assert preview(made).complete is False


def test_the_demonstration_has_something_of_everything(made: Desk) -> None:
    audit = open_audit(made).audit

    given = {answer.answer for answer in audit.answers}
    assert given >= {"met", "partly-met", "not-met", "not-known"}
    assert [a for a in audit.answers if a.answer == "not-applicable" and not a.reason] == []
    assert any(a.private_note for a in audit.answers)
    assert any(not a.note for a in audit.answers)
    assert [g.standard for g in audit.grades if g.level != g.suggested and not g.reason] == []
    assert any(g.level != g.suggested for g in audit.grades)
    assert {s.standard for s in audit.summaries} >= {g.standard for g in audit.grades}
    assert len(list_evidence(made)) >= 10
    assert [a.overdue for a in list_actions(made)].count(True) >= 1


def test_what_was_said_was_said_by_roles_over_the_last_weeks(made: Desk) -> None:
    audit = open_audit(made).audit

    assert {a.by for a in audit.answers} >= {"DSL"}
    assert "" not in {a.by for a in audit.answers}
    days = sorted({a.at[:10] for a in audit.answers})
    assert len(days) > 5
    assert days[-1] < "2026-12-03"
    assert audit.head.started_on < days[0] or audit.head.started_on == days[0]


def test_what_the_answers_suggest_now_is_what_was_suggested_when_it_was_graded(made: Desk) -> None:
    now = {s.id: s.suggested for s in show(made).standards}

    assert [g.standard for g in open_audit(made).audit.grades if now[g.standard] != g.suggested] == []


def test_the_school_is_made_up_and_its_addresses_lead_nowhere(made: Desk) -> None:
    setting = read_setting(made)

    assert isinstance(setting, Setting)
    addresses = (setting.contact_email, *setting.return_to)
    assert {address.rpartition(".")[2] for address in addresses} == {"example"}


def test_the_demonstration_can_be_worked_on_like_any_audit(made: Desk) -> None:
    first = open_audit(made).audit.answers[0]
    entries = len(history(made))

    undone = undo(made)

    assert len(history(made)) == entries + 1
    assert undone.standard
    assert show_criterion(made, first.criterion).answer == first.answer


def test_standing_is_worth_looking_at(made: Desk) -> None:
    view = standing(made)

    assert {row.line.difference for row in view.rows} >= {"claims-more", "not-claimed", "agrees", "too-little"}
    assert any("5 of 12 answers" in row.line.because and "is missing" in row.line.because for row in view.rows)
    first = view.rows[0].line
    assert {first.known.says, first.seen.says} <= {"poor", "mixed"}


@pytest.mark.parametrize("there", ["file in it", "is a file"])
def test_nothing_is_made_where_something_is_already(tmp_path: Path, there: str) -> None:
    place = tmp_path / "demo"
    if there == "is a file":
        place.write_bytes(b"x")
    else:
        place.mkdir()
        (place / "letter.txt").write_bytes(b"x")

    with pytest.raises(UsageError, match="nothing was made there") as caught:
        demo(desk_in(place))

    assert caught.value.hint == "Name an empty folder for the demonstration."
    assert [p.name for p in tmp_path.rglob("*")] == (["demo"] if place.is_file() else ["demo", "letter.txt"])


def test_an_empty_folder_will_do(tmp_path: Path, no_fsync: None) -> None:
    (tmp_path / "demo").mkdir()

    assert demo(desk_in(tmp_path / "demo")) == tmp_path / "demo"


def test_the_school_has_looked_at_its_own_files_and_plans_the_next_look(made: Desk) -> None:
    planned, closed = register(made).audits

    assert (planned.status, closed.status, closed.state) == ("planned", "closed", "not sent yet")
    view = second(made, closed.id)
    assert view.agreement is not None
    assert (view.agreement.agreed, view.agreement.pairs, view.open_differences) == (8, 9, 0)
    assert summary(made, closed.id).warning == ""
