"""What settings answer is taken once, the newest stands, and no answer is lost."""

from pathlib import Path

import pytest

from compact_tui.core.collect_views import Collected
from compact_tui.core.partnership import ReplyMade
from compact_tui.core.read_records import Remark
from compact_tui.core.reply import AnswerLine, ReplyAnswer
from compact_tui.exchange.reply_json import encode_answer
from compact_tui.services import moderating, replies_out
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept, partnership_book
from tests.services.collect_desks import partnership, posted, return_by
from tests.services.desks import at

pytestmark = pytest.mark.usefixtures("no_fsync")


@pytest.fixture
def officer(tmp_path: Path) -> Desk:
    """A partnership that asked one setting two things in a reply."""
    desk = partnership(tmp_path / "partnership", settings=1)
    collect(desk, [posted(tmp_path / "inbox", return_by(1))])
    for text in ("Who counts them?", "Where are they?"):
        moderating.remark(desk, "G1", {"kind": "question", "text": text})
    replies_out.make_replies(desk)
    return desk


def came(desk: Desk, number: int, made: str, *said: tuple[str, str]) -> Collected:
    """Collect an answer; ``made`` is an instant, or a day as an older version of the program writes it."""
    [reply] = kept(desk, "replies", ReplyMade)
    answer = ReplyAnswer(
        id=f"an-{number}",
        made_by="compact_tui 0",
        made_on=made[:10],
        made_at=made if "T" in made else "",
        reply=reply.id,
        return_id=reply.return_id,
        register_id="G1",
        setting="Gallery 1",
        answers=tuple(AnswerLine(remark=remark, text=text) for remark, text in said),
    )
    file = desk.workspace.root.parent / f"answer-{number}.json"
    file.write_bytes(encode_answer(answer))
    return collect(desk, [file])


def answers(desk: Desk) -> list[str]:
    return [one.answer for one in kept(desk, "remarks", Remark)]


@pytest.mark.parametrize(
    ("first", "then", "stands"),
    [
        ("2026-12-03T08:00:00Z", "2026-12-03T07:00:00Z", "first"),
        ("2026-12-03T07:00:00Z", "2026-12-03T08:00:00Z", "then"),
        ("2026-12-03T07:00:00Z", "2026-12-03T07:00:00Z", "then"),
        ("2026-12-02", "2026-12-03", "then"),
        ("2026-12-03", "2026-12-02", "first"),
        ("2026-12-03", "2026-12-03T07:00:00Z", "then"),
        ("2026-12-03T07:00:00Z", "2026-12-03", "first"),
    ],
)
def test_the_answer_that_was_made_last_stands_in_whatever_order_they_come(
    officer: Desk, first: str, then: str, stands: str
) -> None:
    came(officer, 1, first, ("k-0001", "first"))
    second = came(officer, 2, then, ("k-0001", "then"))

    assert answers(officer) == [stands, ""]
    assert sum(change.verb == "partnership-answer" for change in partnership_book(officer).history) == (
        1 if stands == "first" else 2
    )
    told = "1 answer to our replies taken" if stands == "then" else "1 answer older than what is here"
    assert told in second.sentence
    assert second.other == 1


def test_an_answer_from_a_computer_whose_clock_runs_ahead_keeps_no_later_one_out(officer: Desk) -> None:
    came(officer, 1, "2999-01-01", ("k-0001", "ahead"))
    [reply] = kept(officer, "replies", ReplyMade)
    assert (answers(officer), reply.answered_on) == (["ahead", ""], officer.today)

    came(at(officer, days=5), 2, "2026-12-07T10:00:00Z", ("k-0001", "right"))

    assert answers(officer) == ["right", ""]


def test_an_instant_of_another_day_than_the_answer_says_is_not_believed(officer: Desk) -> None:
    came(officer, 1, "2026-12-01", ("k-0001", "first"))
    [reply] = kept(officer, "replies", ReplyMade)
    odd = ReplyAnswer(
        id="an-2",
        made_by="x",
        made_on="2026-12-02",
        made_at="1999",
        reply=reply.id,
        return_id=reply.return_id,
        register_id="G1",
        setting="Gallery 1",
        answers=(AnswerLine(remark="k-0001", text="odd"),),
    )
    file = officer.workspace.root.parent / "odd.json"
    file.write_bytes(encode_answer(odd))
    collect(officer, [file])

    assert answers(officer) == ["odd", ""]
    assert kept(officer, "replies", ReplyMade)[0].answered_on == "2026-12-02"


def test_an_answer_to_a_question_that_was_taken_back_brings_the_question_back(officer: Desk) -> None:
    moderating.drop_remark(officer, "k-0002")

    got = came(officer, 1, "2026-12-03T07:00:00Z", ("k-0001", "Bob."), ("k-0002", "In the hall."))

    assert got.quarantined == ()
    remarks = {one.id: (one.text, one.answer) for one in kept(officer, "remarks", Remark)}
    assert remarks == {"k-0001": ("Who counts them?", "Bob."), "k-0002": ("Where are they?", "In the hall.")}


def test_an_answer_to_what_was_never_asked_is_put_aside_whole(officer: Desk) -> None:
    got = came(officer, 1, "2026-12-03T07:00:00Z", ("k-0001", "Bob."), ("k-0009", "Sue."))

    assert "answers k-0009, which is not among what was asked of it" in got.quarantined[0].reason
    assert answers(officer) == ["", ""]
