"""Whatever can be typed of a return, and as an answer, can be sent."""

from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.sent_text import LONGEST_TEXT
from compact_tui.exchange.reply_json import read_answer, read_reply
from compact_tui.services import actions, moderating, register, replies_in, replies_out
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.history import undo
from compact_tui.services.records import list_actions
from compact_tui.services.reply_drafts import lines_of
from tests.reply_samples import reply, with_reply
from tests.services.collect_desks import partnership, posted, return_by
from tests.services.reading_desks import galleries

pytestmark = pytest.mark.usefixtures("no_fsync")
PASTED = "Safe\u00adguarding:\u00a0who\u200b counts?\n\uf0b7\tThe rack \U0001f469\u200d\U0001f3eb"
SENT = "Safeguarding: who counts?\n\u2022 The rack \U0001f469\u200d\U0001f3eb"
LONG = "x" * (LONGEST_TEXT + 1)


@pytest.fixture
def officer(tmp_path: Path) -> Desk:
    desk = partnership(tmp_path / "partnership", settings=3)
    collect(desk, [posted(tmp_path / "inbox", return_by(1), return_by(2), return_by(3))])
    return desk


@pytest.fixture
def school(tmp_path: Path) -> Desk:
    return with_reply(tmp_path)


def test_words_pasted_from_a_word_processor_are_sent_without_what_cannot_be_seen(officer: Desk) -> None:
    moderating.remark(officer, "G1", {"kind": "question", "text": PASTED})
    moderating.decide_plan(officer, "G1", {"verdict": "sent-back", "reason": PASTED})

    made = replies_out.make_replies(officer, ["G1"]).made[0]

    said = read_reply(next(Path(made.folder).glob("*-reply.json")).read_bytes())
    assert {said.remarks[0].text, said.plan_reason} == {" ".join(SENT.split())}


def test_a_setting_whose_reply_cannot_be_sent_is_named_and_the_others_get_theirs(officer: Desk) -> None:
    register.edit_entry(officer, "G2", {"name": f"Gallery 2{'x' * 300}"})

    made = replies_out.make_replies(officer)
    again = replies_out.list_replies(officer)

    assert [line.entry for line in made.made] == ["G1", "G3"]
    assert made.passed[-1].startswith("No reply can be made for Gallery 2xx")
    assert (again.made, len(again.lines)) == (2, 3)
    with pytest.raises(CompactError, match="No reply can be made for Gallery 2xx") as told:
        replies_out.make_replies(officer, ["G2"])
    assert told.value.hint.startswith("Nothing was made. Put it right")


def test_an_answer_that_was_pasted_is_sent_too(school: Desk) -> None:
    replies_in.answer_remark(school, "q-1", PASTED)
    actions.add_action(school, {"what": "x"}, ("1",))

    made = replies_in.make_answer(school)

    said = read_answer(next(Path(made.folder).glob("*-answer.json")).read_bytes())
    assert [line.text for line in said.answers] == [SENT]


def test_more_than_can_be_sent_is_refused_where_it_is_typed(officer: Desk, school: Desk, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="10,001 characters, and 10,000 can be kept"):
        moderating.remark(officer, "G1", {"kind": "question", "text": LONG})
    with pytest.raises(UsageError, match="10,001 characters"):
        moderating.moderate(galleries(tmp_path / "lamps", 1), "G1", "hall", "dim", LONG)
    with pytest.raises(UsageError, match="10,001 characters"):
        replies_in.answer_remark(school, "q-1", LONG)
    with pytest.raises(UsageError, match="10,001 characters"):
        replies_in.act_on(school, "q-1", text=LONG)
    assert list_actions(school) == ()


def test_words_and_an_action_are_one_step(school: Desk) -> None:
    view = replies_in.act_on(school, "q-2", text="In May.")
    assert [(one.answer, one.action) for one in view.remarks][1] == ("In May.", "Buy a rack.")

    undo(school)

    assert list_actions(school) == ()
    assert lines_of(school, reply()) == {}


def test_what_is_sent_of_an_action_is_what_stands_in_the_plan(school: Desk) -> None:
    replies_in.act_on(school, "q-2")
    [made] = list_actions(school)
    actions.edit_action(school, made.id, {"what": "Hire a rack.", "due": "2027-06-30"})

    line = lines_of(school, reply())["q-2"]
    assert (line.action, line.due) == ("Hire a rack.", "2027-06-30")

    replies_in.answer_remark(school, "q-2", "We hire one.")
    actions.remove_action(school, made.id)
    line = lines_of(school, reply())["q-2"]
    assert (line.text, line.action, line.due) == ("We hire one.", "", "")


def test_a_recommendation_whose_action_was_taken_out_waits_again_and_can_be_an_action_again(school: Desk) -> None:
    replies_in.act_on(school, "q-2")
    actions.remove_action(school, list_actions(school)[0].id)

    assert replies_in.show_reply(school).open == 2
    assert lines_of(school, reply()) == {}
    replies_in.act_on(school, "q-2")
    assert [one.what for one in list_actions(school)] == ["Buy a rack."]
    assert replies_in.show_reply(school).open == 1
