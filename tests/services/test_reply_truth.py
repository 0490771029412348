"""A reply says what is true; making one again, and opening several, is told."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.core.page_speech import spoken_lines
from compact_tui.core.read_records import PlanVerdict
from compact_tui.core.reply import Reply
from compact_tui.core.reply_page import reply_page
from compact_tui.exchange.reply_json import encode_reply, read_reply
from compact_tui.services import allocating, moderating, replies_in, replies_out, requests_out
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept
from tests.reply_samples import replied, reply, return_made
from tests.services.collect_desks import partnership, posted, return_by
from tests.services.desks import at, desk_in, started

PLAN = "Plan not decided yet: Gallery 1. The reply says that it is still being read."


@pytest.fixture
def officer(tmp_path: Path, no_fsync: None) -> Desk:
    """A partnership that collected two returns."""
    desk = partnership(tmp_path / "partnership", settings=2)
    collect(desk, [posted(tmp_path / "inbox", return_by(1), return_by(2))])
    return desk


@pytest.fixture
def school(tmp_path: Path, no_fsync: None) -> Desk:
    return started(tmp_path / "setting")


def _file(folder: str) -> Reply:
    return read_reply(next(Path(folder).glob("*-reply.json")).read_bytes())


def _decided(desk: Desk) -> None:
    moderating.decide_plan(desk, "G1", {"verdict": "accepted"})


def _said(said: Reply) -> str:
    return "\n".join(spoken_lines(reply_page(said)))


@pytest.mark.parametrize(("decide", "notes"), [(False, [PLAN]), (True, [])])
def test_a_plan_that_is_not_decided_is_told_to_both_sides(officer: Desk, decide: bool, notes: list[str]) -> None:
    if decide:
        _decided(officer)

    made = replies_out.make_replies(officer, ["G1"], attach=False)

    said = _said(_file(made.made[0].folder))
    assert [note for note in made.notes if "Plan not" in note] == notes
    assert ("Your action plan is still being read." in said) is not decide
    assert ("Nothing more is needed from you." in said) is decide
    assert said.count("The committee has read your return and leaves your grades as they are.") == 1
    assert "the same, " not in said
    assert "Your grades and ours" not in said
    assert "Our view" not in said


def test_a_reply_before_the_return_was_read_never_says_that_it_was(officer: Desk) -> None:
    allocating.allocate(officer, {"readers": "Ash"})
    _decided(officer)

    made = replies_out.make_replies(officer, ["G1"], attach=False)

    said = _said(_file(made.made[0].folder))
    assert "has read your return" not in said
    assert "We have not read your return to the end yet" in said
    assert "Nothing more is needed" not in said
    assert "Return not read to the end yet: Gallery 1. The reply says so." in made.notes


def test_saying_that_it_is_read_says_so_and_what_is_still_open(officer: Desk) -> None:
    allocating.allocate(officer, {"readers": "Ash"})
    first = moderating.finish_reading(officer, "G1").sentence
    _decided(officer)

    assert first.startswith("Gallery 1 is read. Its action plan is not decided yet")
    assert moderating.finish_reading(at(officer, days=1), "G1").sentence == (
        "Gallery 1 was read already, on 3 December 2026."
    )
    assert moderating.finish_reading(officer, "G1", again=True).sentence == "Gallery 1 is open to be read again."
    assert moderating.finish_reading(officer, "G1", again=True).sentence == "Gallery 1 was open already."
    assert moderating.finish_reading(officer, "G1").sentence == "Gallery 1 is read."


def test_a_plan_that_was_sent_back_is_asked_for_again() -> None:
    back = _said(reply(remarks=(), plan="sent-back", plan_reason="Nobody is named."))
    assert "Please change your action plan and send your return again." in back
    with_questions = _said(reply(plan="sent-back", plan_reason="Nobody is named."))
    assert "within four weeks." in with_questions
    assert "Please change your action plan too, and send your return again." in with_questions


def test_a_reply_that_is_made_again_says_what_was_made_before_and_whether_it_was_sent(officer: Desk) -> None:
    first = replies_out.make_replies(officer, ["G1"], attach=False)
    again = replies_out.make_replies(officer, ["G1", "G2"], attach=False)
    requests_out.note_sent(officer)
    third = replies_out.make_replies(officer, ["G1"], attach=False)

    assert not [note for note in first.notes if "before" in note]
    assert [note for note in again.notes if "before" in note] == [
        "A reply for Gallery 1 was made before, on 3 December 2026, NOT noted as sent: "
        f"{first.made[0].folder}. Send one of them only."
    ]
    assert [note for note in third.notes if "before" in note] == [
        f"A reply for Gallery 1 was made before, on 3 December 2026, sent on 3 December 2026: {again.made[0].folder}."
    ]


def _came(desk: Desk, **changes: object) -> Reply:
    said = reply(**changes)
    path = desk.workspace.root.parent / "came.json"
    path.write_bytes(encode_reply(said))
    replies_in.open_reply(desk, str(path))
    path.unlink()
    return said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"id": "rp-1", "made_at": "2026-12-02T10:00:00Z"}, {"id": "rp-9", "made_at": "2026-12-02T09:00:00Z"}),
        ({"id": "rp-2", "made_at": "2026-12-02T10:00:00Z"}, {"id": "rp-1", "made_at": "2026-12-02T10:00:00Z"}),
        ({"id": "rp-1", "made_at": "2026-12-02T10:00:00Z"}, {"id": "rp-2"}),
        ({"id": "rp-1", "made_on": "2026-12-03"}, {"id": "rp-2", "made_at": "2026-12-02T10:00:00Z"}),
    ],
)
def test_of_the_replies_of_a_day_the_one_that_was_made_last_is_shown_and_named(
    school: Desk, one: dict[str, str], other: dict[str, str]
) -> None:
    for said in (one, other):
        _came(school, **said)

    view = replies_in.show_reply(school)

    assert view.id == one["id"]
    assert any(f"This is the reply {one['id']} " in note and other["id"] in note for note in view.notes)


def test_a_question_is_found_in_whichever_reply_asks_it(school: Desk) -> None:
    """The older reply is to the return of this audit, the newer one to another; each asks something of its own."""
    ours = replied(school, id="rp-1", made_on="2026-12-02")
    foreign = replace(reply().remarks[0], id="q-7")
    _came(school, id="rp-8", made_on="2026-12-05", remarks=(foreign, reply().remarks[0]), return_id="r-other")
    newer = replace(reply().remarks[0], id="q-9")
    _came(school, id="rp-2", made_on="2026-12-04", remarks=(newer,), return_id=ours.return_id)

    assert replies_in.answer_remark(school, "q-1", "Bob.").id == "rp-1"
    assert replies_in.make_answer(school).answered == 1
    assert replies_in.act_on(school, "q-9").id == "rp-2"
    with pytest.raises(UsageError, match="The reply rp-8 has no question or recommendation"):
        replies_in.answer_remark(school, "q-0", "Bob.")
    with pytest.raises(UsageError, match="The reply rp-2 has no question or recommendation"):
        replies_in.answer_remark(school, "q-1", "Bob.", "rp-2")


def test_a_question_that_two_replies_ask_is_asked_about_and_one_return_replied_to_twice_is_not(school: Desk) -> None:
    return_made(school, "r-1")
    return_made(school, "r-3")
    _came(school, id="rp-1", return_id="r-1", setting="Brolly House")
    _came(school, id="rp-2", return_id="r-1", setting="Brolly House", made_at="2026-12-02T09:00:00Z")
    assert replies_in.answer_remark(school, "q-1", "Bob.").id == "rp-2"
    _came(school, id="rp-3", return_id="r-3", setting="Acorns")

    with pytest.raises(UsageError, match="2 replies have a q-1: rp-2 .to Brolly House.* and rp-3 .to Acorns") as told:
        replies_in.answer_remark(school, "q-1", "Sue.")

    assert "--reply rp-2" in told.value.hint
    assert replies_in.answer_remark(school, "q-1", "Sue.", "rp-3").id == "rp-3"


def test_where_the_return_was_not_made_the_reply_says_where_it_is_answered(tmp_path: Path, no_fsync: None) -> None:
    desk = desk_in(tmp_path / "elsewhere")
    _came(desk)

    view = replies_in.show_reply(desk)

    assert not view.known
    assert "Answers to it are written where the return was made" in view.notes[0]


def test_what_was_decided_is_kept_as_it_was(officer: Desk) -> None:
    """Making a reply decides nothing."""
    replies_out.make_replies(officer, attach=False)

    assert kept(officer, "plan_verdicts", PlanVerdict) == ()
