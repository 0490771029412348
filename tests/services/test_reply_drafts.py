"""What is answered to a reply is kept in the audit's book until it is sent, as everything else that is typed."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import UsageError, WorkspaceError
from compact_tui.core.reply import AnswerLine
from compact_tui.exchange.reply_json import encode_answer, read_answer
from compact_tui.services import audits, replies_in
from compact_tui.services.books import audit_books, current_audit, open_audit
from compact_tui.services.came import preview_came, take_came
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from compact_tui.services.history import history, redo, undo
from compact_tui.services.records import list_actions
from tests.reply_samples import answer, file_in, reply, with_reply
from tests.services.desks import SMALL_PACK, at, desk_in, reopened


@pytest.fixture
def school(tmp_path: Path) -> Desk:
    return with_reply(tmp_path)


def said(desk: Desk) -> list[tuple[str, str]]:
    return [(one.answer, one.action) for one in replies_in.show_reply(desk).remarks[:2]]


def old_draft(desk: Desk, text: str = "Bob.") -> Path:
    """The file in which an older version of the program kept what was answered."""
    path = desk.workspace.received_folder / "answer-rp-1.json"
    path.write_bytes(encode_answer(answer(answers=(AnswerLine(remark="q-1", text=text),))))
    return path


def test_an_answer_and_an_action_can_be_taken_back_and_done_again(school: Desk) -> None:
    replies_in.answer_remark(school, "q-1", "Bob counts them.")
    replies_in.act_on(school, "q-2")
    assert said(reopened(school)) == [("Bob counts them.", ""), ("", "Buy a rack.")]

    undo(school)
    assert (said(school), list_actions(school)) == ([("Bob counts them.", ""), ("", "")], ())
    undo(school)
    assert said(school) == [("", ""), ("", "")]
    redo(school)
    assert said(reopened(school)) == [("Bob counts them.", ""), ("", "")]
    assert [one.what for one in history(school)][-2:][::-1] != []
    assert history(school)[0].what == "redid answer to q-1 of Rain partnership"


def test_two_people_who_answer_at_once_both_stand(school: Desk) -> None:
    other = desk_in(school.workspace.root, who="Deputy", name="d")
    replies_in.show_reply(other)
    replies_in.answer_remark(school, "q-1", "Bob counts them.")
    replies_in.answer_remark(at(other, minutes=1), "q-2", "We bought one.")

    assert said(reopened(school)) == [("Bob counts them.", ""), ("We bought one.", "")]


def test_a_copy_of_the_audit_brings_what_was_answered_there(school: Desk, tmp_path: Path) -> None:
    shutil.copytree(school.workspace.root, tmp_path / "away")
    away = desk_in(tmp_path / "away", name="w")
    copy = away.workspace.audits_folder / open_audit(school).book.path.name
    replies_in.answer_remark(at(away, minutes=1), "q-1", "Bob counts them.")

    shown = preview_came(school, str(copy)).merge
    assert shown is not None
    assert [line.words for line in shown.lines] == ["Answer to the partnership's reply"]
    take_came(school, str(copy))
    assert said(reopened(school))[0] == ("Bob counts them.", "")


def test_an_old_draft_is_taken_over_once_and_its_file_put_away(school: Desk) -> None:
    path = old_draft(school)
    before = [(one.text, one.action) for one in read_answer(path.read_bytes()).answers]

    view = replies_in.show_reply(school)

    assert [(one.answer, one.action) for one in view.remarks if one.answer or one.action] == before
    assert view.notes == replies_in.show_reply(reopened(school)).notes
    assert sorted(one.name for one in path.parent.glob("*answer*")) == ["taken-over-answer-rp-1.json"]
    assert history(school)[0].what == "answers to Rain partnership taken over"


def test_what_stands_in_the_audit_is_newer_than_an_old_draft(school: Desk) -> None:
    replies_in.answer_remark(school, "q-1", "Bob counts them.")
    old_draft(school)

    assert said(school)[0] == ("Bob counts them.", "")


def test_an_old_draft_is_not_lost_by_answering_before_it_was_looked_at(school: Desk) -> None:
    old_draft(school)

    replies_in.act_on(school, "q-2")
    assert said(school)[0][0] == answer().answers[0].text


def test_a_damaged_draft_is_told_left_alone_and_never_sent_short(school: Desk) -> None:
    path = old_draft(school)
    path.write_bytes(path.read_bytes()[:40])
    data = path.read_bytes()
    replies_in.answer_remark(school, "q-2", "We bought one.")

    assert any("answer-rp-1.json" in note for note in replies_in.show_reply(school).notes)
    with pytest.raises(WorkspaceError, match="answer-rp-1.json"):
        replies_in.make_answer(school)
    assert path.read_bytes() == data


def test_where_no_audit_is_open_an_old_draft_waits_and_nothing_is_kept(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "empty")
    replies_in.open_reply(desk, str(file_in(tmp_path)))
    path = old_draft(desk)

    assert any("open the audit" in note for note in replies_in.show_reply(desk).notes)
    assert path.exists()
    with pytest.raises(UsageError, match="No audit has been started here yet"):
        replies_in.answer_remark(desk, "q-1", "Bob.", "rp-1")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_what_was_answered_in_two_rounds_the_newest_stands(school: Desk, order: tuple[int, int]) -> None:
    audits.start(school, pack=str(SMALL_PACK), cycle="2028-2030")
    rounds = [replace(school, audit_id=current_audit(school, book).head.id) for book in audit_books(school)]

    for minutes, number in enumerate(order):
        replies_in.answer_remark(at(rounds[number], minutes=minutes), "q-1", ("Bob counts.", "Ann counts.")[minutes])

    assert [said(reopened(one))[0] for one in rounds] == [("Ann counts.", "")] * 2


def test_an_action_of_an_earlier_round_is_still_sent_when_words_are_said_in_the_next(school: Desk) -> None:
    replies_in.act_on(school, "q-2")
    audits.start(school, pack=str(SMALL_PACK), cycle="2028-2030")
    later = replace(school, audit_id=current_audit(school, audit_books(school)[-1]).head.id)

    replies_in.answer_remark(at(later, minutes=1), "q-2", "We did.")

    assert said(reopened(later))[1] == ("We did.", "Buy a rack.")


def test_an_action_that_an_old_draft_tells_of_is_still_sent(school: Desk) -> None:
    path = old_draft(school)
    lines = (AnswerLine(remark="q-2", action="Buy a rack.", due="2026-12-17"),)
    path.write_bytes(encode_answer(answer(answers=lines)))

    assert said(school)[1] == ("", "Buy a rack.")
    assert said(reopened(school))[1] == ("", "Buy a rack.")


def test_what_is_sent_has_the_form_it_had(school: Desk) -> None:
    replies_in.answer_remark(school, "q-1", "Bob counts them.")
    replies_in.act_on(school, "q-2")

    made = replies_in.make_answer(school)

    sent = read_answer(next(Path(made.folder).glob("*-answer.json")).read_bytes())
    assert [(one.remark, one.text, one.action, one.due) for one in sent.answers] == [
        ("q-1", "Bob counts them.", "", ""),
        ("q-2", "", "Buy a rack.", "2026-12-17"),
    ]
    assert (sent.reply, sent.return_id) == (reply().id, reply().return_id)


def test_an_answer_that_was_made_before_more_was_said_is_to_be_made_again(school: Desk) -> None:
    assert replies_in.show_reply(school).answer_words == ""
    replies_in.answer_remark(school, "q-1", "Bob counts them.")
    first = replies_in.make_answer(school)
    assert replies_in.show_reply(school).answer_words == f"Your answer is in {first.folder}"

    replies_in.act_on(school, "q-2")
    assert "Make it again, and send the new one." in replies_in.show_reply(reopened(school)).answer_words

    second = replies_in.make_answer(school)
    assert replies_in.show_reply(school).answer_words == f"Your answer is in {second.folder}"
    next(Path(second.folder).glob("*-answer.json")).write_bytes(b"{}")
    assert "Make it again" in replies_in.show_reply(school).answer_words


def test_a_comment_asks_for_nothing(school: Desk) -> None:
    (comment,) = (one for one in replies_in.show_reply(school).remarks if not one.asks)

    for verb in (replies_in.act_on, lambda desk, id_: replies_in.answer_remark(desk, id_, "Thank you.")):
        with pytest.raises(UsageError, match=f"{comment.id} is a comment: there is nothing to answer."):
            verb(school, comment.id)


def test_erasing_a_name_takes_it_out_of_answers_and_of_the_draft_that_was_put_away(school: Desk) -> None:
    old_draft(school, "Ann Lee counts them.")
    replies_in.show_reply(school)
    replies_in.answer_remark(school, "q-2", "Tom Bell bought one.")

    erase(school, "Tom Bell")
    erase(school, "Ann Lee")

    kept = {one.name: one.read_text("utf-8") for one in school.workspace.root.rglob("*.json")}
    assert [name for name, text in kept.items() if "Tom Bell" in text or "Ann Lee" in text] == []
    assert replies_in.show_reply(reopened(school)).remarks[1].answer != ""
