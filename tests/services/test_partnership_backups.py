"""Going back to a copy of the partnership's book: what was sent and published stays, and going back can be undone."""

from pathlib import Path

import pytest

from compact_tui.core.partnership import FiguresPublished, ReplyMade
from compact_tui.core.read_records import Remark
from compact_tui.core.reply import AnswerLine, ReplyAnswer
from compact_tui.exchange.reply_json import encode_answer
from compact_tui.services import learning_reports, moderating, replies_out
from compact_tui.services.backups import list_backups, restore, show_backup
from compact_tui.services.desk import Desk
from compact_tui.services.partnership import redo_partnership, undo_partnership
from compact_tui.services.partnership_book import kept
from compact_tui.services.reply_answers import take_answer
from tests.services.desks import at, reopened
from tests.services.reading_desks import galleries

pytestmark = pytest.mark.usefixtures("no_fsync")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A day on which a question was asked, a report written and a reply made; the copy is of the day before."""
    desk = at(reopened(galleries(tmp_path / "p", 18)), days=1)
    moderating.remark(desk, "r-3", {"kind": "question", "text": "Who lights the lamps?"})
    learning_reports.write_report(desk, "education")
    replies_out.make_replies(desk, ["G3"])
    return at(reopened(desk), days=1)


def _state(desk: Desk) -> tuple[int, int, int]:
    """How many figures were published, replies made and remarks written."""
    here = reopened(desk)
    published = kept(here, "figures_published", FiguresPublished)
    return len(published), len(kept(here, "replies", ReplyMade)), len(kept(here, "remarks", Remark))


def _copy(desk: Desk) -> str:
    return list_backups(desk).backups[-1].id


def test_going_back_leaves_what_was_published_and_sent_and_undo_and_redo_work(desk: Desk) -> None:
    assert _state(desk) == (1, 1, 1)
    assert "replies" in show_backup(desk, _copy(desk)).stays

    restore(desk, _copy(desk))
    assert _state(desk) == (1, 1, 0)
    assert replies_out.list_replies(reopened(desk)).made == 1
    undo_partnership(reopened(desk))
    assert _state(desk) == (1, 1, 1)
    redo_partnership(reopened(desk))
    assert _state(desk) == (1, 1, 0)


def test_an_answer_to_a_reply_that_was_made_since_the_copy_is_taken_and_brings_its_question_back(desk: Desk) -> None:
    (reply,), (asked,) = kept(desk, "replies", ReplyMade), kept(desk, "remarks", Remark)
    answer = ReplyAnswer(
        id="an-1",
        made_by="x",
        made_on="2026-12-06",
        reply=reply.id,
        return_id=reply.return_id,
        register_id="G3",
        setting="Gallery 3",
        answers=(AnswerLine(remark=asked.id, text="The caretaker."),),
    )
    restore(desk, _copy(desk))

    take_answer(reopened(at(desk, days=1)), encode_answer(answer))

    assert [one.answer for one in kept(reopened(desk), "remarks", Remark)] == ["The caretaker."]
    assert replies_out.list_replies(reopened(desk)).answered == 1
