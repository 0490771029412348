"""A reply that came is seen from Home and in the year's dates, and is the receipt of its return."""

from pathlib import Path

import pytest

from compact_tui.core.errors import FileNotAcceptableError, WorkspaceError
from compact_tui.core.views import PlaceLine
from compact_tui.exchange.reply_json import encode_reply
from compact_tui.services import answering, calendar, history, home, replies_in, returns
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from tests.reply_samples import replied, reply
from tests.services.desks import reopened, started


@pytest.fixture
def desk(tmp_path: Path, no_fsync: None) -> Desk:
    """A setting with an audit in which something is answered."""
    desk = started(tmp_path / "setting")
    answering.answer(desk, "u1-ticket", "in-hand")
    return desk


def row(desk: Desk) -> list[PlaceLine]:
    """The row of Home about the reply."""
    return [place for place in home.home(desk).places if place.id == "reply"]


def dates(desk: Desk) -> list[tuple[str, str]]:
    """The year's dates that are about the reply."""
    return [(one.day, one.what) for one in calendar.calendar(desk).events if one.kind == "reply"]


def test_home_leads_to_the_reply_until_the_answer_is_made(desk: Desk) -> None:
    assert (row(desk), dates(desk)) == ([], [])
    said = replied(desk)

    assert [(one.words, one.state) for one in row(reopened(desk))] == [
        ("The partnership's reply to your return", "2 to answer, by 30 Dec 2026")
    ]
    assert home.home(desk).next.place == "reply"
    assert dates(desk) == [("2026-12-30", "Answer the partnership's reply")]

    replies_in.answer_remark(desk, "q-1", "Bob.", said.id)
    replies_in.act_on(desk, "q-2", said.id)
    assert row(desk)[0].state.startswith("answered: make the answer")
    replies_in.make_answer(desk)
    assert row(desk)[0].state == "answer made"
    assert home.home(desk).next.place != "reply"
    assert dates(desk) == []


def test_the_row_stands_below_the_return_also_at_the_first_paint(desk: Desk) -> None:
    replied(desk)

    places = [place.id for place in home.home(desk, quick=True).places]
    assert places[places.index("return") + 1] == "reply"


def test_a_reply_is_the_receipt_of_its_return(desk: Desk) -> None:
    said = replied(desk, received_on="")
    made = open_audit(desk).kept.returns[-1]

    assert (made.receipt_on, made.receipt_ref) == (desk.today, said.id)
    assert home.home(desk).return_state == "receipt"
    assert history.undo(desk) is not None
    assert open_audit(desk).kept.returns[-1].receipt_on == ""


def test_the_day_they_say_it_came_in_is_noted_where_it_can_be_right(desk: Desk, tmp_path: Path) -> None:
    returns.make(desk)
    made = open_audit(desk).kept.returns[-1]
    for received, noted in (("2020-01-01", desk.today), ("2099-01-01", desk.today), (desk.today, desk.today)):
        path = tmp_path / "reply.json"
        said = reply(id=f"rp-{received}", return_id=made.id, return_code=made.code, received_on=received)
        path.write_bytes(encode_reply(said))
        replies_in.open_reply(desk, str(path))
        assert open_audit(desk).kept.returns[-1].receipt_on == noted
        history.undo(desk)


def test_a_reply_of_a_year_that_cannot_be_meant_is_refused_and_home_stands(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    returns.make(desk)
    made = open_audit(desk).kept.returns[-1]
    path = tmp_path / "reply.json"
    with monkeypatch.context() as patched:
        patched.setattr("compact_tui.core.days._LAST_YEAR", 9999)
        path.write_bytes(encode_reply(reply(return_id=made.id, return_code=made.code, made_on="9999-12-20")))

    with pytest.raises(FileNotAcceptableError, match="on which day it was made"):
        replies_in.open_reply(desk, str(path))
    assert row(reopened(desk)) == []


def test_a_receipt_that_was_noted_stays_and_a_reply_of_another_code_or_return_notes_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    returns.make(desk)
    made = open_audit(desk).kept.returns[-1]
    path = tmp_path / "reply.json"
    for changes in ({"return_id": made.id}, {"return_code": made.code}):
        path.write_bytes(encode_reply(reply(id=f"rp-{'-'.join(changes)}", **changes)))
        replies_in.open_reply(desk, str(path))
        assert open_audit(desk).kept.returns[-1].receipt_on == ""

    returns.receipt(desk, made.id, desk.today, "slip-7")
    path.write_bytes(encode_reply(reply(return_id=made.id, return_code=made.code)))
    replies_in.open_reply(desk, str(path))
    assert open_audit(desk).kept.returns[-1].receipt_ref == "slip-7"


def test_home_stands_with_a_damaged_reply(desk: Desk) -> None:
    replied(desk)
    (desk.workspace.received_folder / "reply-rp-1.json").write_text("{")

    assert row(reopened(desk)) == []
    with pytest.raises(WorkspaceError, match="cannot be read|No reply"):
        replies_in.show_reply(reopened(desk))
