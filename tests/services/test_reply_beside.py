"""The partnership's reply beside the audit: read once, of this audit only, and never in the way of a standard."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, WorkspaceError
from compact_tui.core.reply import Reply
from compact_tui.exchange import reply_json
from compact_tui.exchange.html import page_html
from compact_tui.services import audits, grading, print_pages, replies_in, reply_beside, returns
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from tests.reply_samples import replied, reply
from tests.services.desks import reopened, started

GRADE = "The committee reads this as Soaked; your return said Bone dry. Why: No rack was seen."


@pytest.fixture
def desk(tmp_path: Path, no_fsync: None) -> Desk:
    """A setting that has graded its first standard."""
    desk = started(tmp_path / "setting")
    grading.grade(desk, "u1", "bone-dry", reason="We looked.")
    return desk


def _said(desk: Desk, standard: str = "u1") -> list[str]:
    return [one.sentence for one in grading.standard_page(desk, standard).standard.partnership_says]


def _only_file(desk: Desk) -> Path:
    return reply_beside.reply_paths(desk)[0]


def test_a_reply_stands_beside_its_standards_in_every_view_and_after_a_restart(desk: Desk) -> None:
    assert _said(desk) == []
    replied(desk)

    for here in (desk, reopened(desk)):
        assert _said(here) == [GRADE, "It asks: Who counts them?"]
        assert _said(here, "u2") == []
        assert [len(one.partnership_says) for one in audits.show(here).standards] == [2, 0, 0]
        assert [one.kind for one in audits.show(here, "1").standards[0].partnership_says] == ["grade", "question"]
    graded = grading.grade(desk, "u1", "soaked", reason="They are right.")
    assert "You have graded it Soaked since." in graded.partnership_says[0].sentence
    assert (graded.grade, graded.reason) == ("soaked", "They are right.")


def test_a_reply_to_another_audits_return_never_shows(desk: Desk, tmp_path: Path) -> None:
    replied(desk)
    other = tmp_path / "other.json"
    other.write_bytes(reply_json.encode_reply(reply(id="rp-2", made_on="2026-12-09")))  # of r-1, not made here
    replies_in.open_reply(desk, str(other))

    newest = replies_in.show_reply(desk)
    assert (newest.id, newest.known) == ("rp-2", False)
    assert _said(desk) == [GRADE, "It asks: Who counts them?"]
    (desk.workspace.received_folder / "reply-rp-1.json").unlink()
    assert _said(desk) == []


def test_what_was_done_about_a_question_stands_with_it(desk: Desk) -> None:
    replied(desk)
    replies_in.answer_remark(desk, "q-2", "We bought one.")
    assert _said(desk)[1] == "It asks: Who counts them?"
    replies_in.answer_remark(desk, "q-1", "Bob does.")
    assert _said(desk)[1] == "It asks: Who counts them? [answered]"
    replies_in.act_on(desk, "q-1")

    for here in (desk, reopened(desk)):
        (asked,) = grading.show_standard(here, "u1").partnership_says[1:]
        assert asked.done == "answered, an action"
        assert asked.sentence.endswith("? [answered, an action]")


def test_of_two_replies_the_newer_one_stands_whichever_was_opened_last(desk: Desk) -> None:
    other = tuple(one for one in reply().remarks if one.kind == "comment")
    replied(desk, id="rp-2", made_on="2026-12-05", remarks=())
    made = replied(desk, id="rp-1", made_on="2026-12-02", remarks=other)

    assert made.remarks == other
    assert _said(desk) == [GRADE]


def test_a_file_is_read_once_and_again_when_it_has_changed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made = replied(desk)
    read = reply_json.read_reply
    times = []

    def counted(data: bytes) -> Reply:
        times.append(1)
        return read(data)

    monkeypatch.setattr(reply_json, "read_reply", counted)
    fresh = reopened(desk)

    for standard in ("u1", "u2", "u3", "u1"):
        grading.standard_page(fresh, standard)
    assert len(times) == 1
    grades = (reply().grades[1],)
    _only_file(desk).write_bytes(reply_json.encode_reply(reply(return_id=made.return_id, grades=grades)))
    assert GRADE not in _said(fresh)
    assert len(times) == 2
    _only_file(desk).unlink()
    assert _said(fresh) == []
    assert not replies_in.has_reply(fresh)


def test_no_reply_is_looked_for_where_no_return_was_made(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reply_beside, "received_replies", lambda desk: pytest.fail("looked"))

    assert grading.show_standard(desk, "u1").partnership_says == ()


@pytest.mark.parametrize("cut", [b"", b"{", b'{"format": "compact-reply"}', b"\xff\xfe", b"[" * 3000])
def test_a_damaged_reply_is_told_where_replies_are_and_stops_no_standard(desk: Desk, cut: bytes) -> None:
    replied(desk)
    _only_file(desk).write_bytes(cut)

    assert _said(desk) == []
    assert not replies_in.has_reply(desk)
    (told,) = reply_beside.damaged_replies(desk)
    assert told.startswith("reply-rp-1.json in the folder received cannot be read. ")
    assert "once more" in told
    with pytest.raises(WorkspaceError) as caught:
        replies_in.show_reply(desk)
    assert caught.value.hint == told
    replied(desk)
    assert _said(desk) == [GRADE, "It asks: Who counts them?"]
    assert reply_beside.damaged_replies(desk) == ()


def test_a_sound_reply_beside_a_damaged_one_shows_and_says_so_once(desk: Desk) -> None:
    replied(desk)
    (desk.workspace.received_folder / "reply-rp-0.json").write_bytes(b"{")

    view = replies_in.show_reply(desk)

    assert view.id == "rp-1"
    assert sum("reply-rp-0.json" in note for note in view.notes) == 1
    assert _said(desk) == [GRADE, "It asks: Who counts them?"]


def test_a_reply_that_cannot_be_opened_is_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    replied(desk)
    fresh = reopened(desk)
    held = _only_file(desk)

    def locked(path: Path, mode: str) -> object:
        raise PermissionError(13, "held", str(path))

    with monkeypatch.context() as here:
        here.setattr("compact_tui.storage.reading.open", locked, raising=False)
        here.setattr("compact_tui.storage.reading.RETRY_PAUSES", ())
        assert held.name in reply_beside.damaged_replies(fresh)[0]
    assert _said(fresh) == [GRADE, "It asks: Who counts them?"]


def test_the_settings_own_page_and_return_hold_nothing_of_the_reply(desk: Desk) -> None:
    replied(desk)

    made = Path(returns.make(desk).return_file).parent
    pages = [page_html(print_pages.page(desk, kind)) for kind in ("report", "inspection", "head")]

    for written in (*pages, *(path.read_bytes() for path in made.iterdir())):
        assert b"No rack was seen" not in written
        assert b"committee reads" not in written


def test_a_reply_from_which_a_text_was_erased_here_is_left_so_when_its_file_is_opened_again(
    desk: Desk, tmp_path: Path
) -> None:
    made = replied(desk)
    erase(desk, "Who counts them?")
    came = tmp_path / "again.json"
    came.write_bytes(reply_json.encode_reply(made))
    kept = _only_file(desk).read_bytes()

    with pytest.raises(CompactError, match="A text was erased from the reply rp-1 here on 3 December 2026") as caught:
        replies_in.open_reply(reopened(desk), str(came))

    assert "left so" in caught.value.message
    assert "still hold it: delete that" in caught.value.hint
    assert "says something else" not in f"{caught.value.message} {caught.value.hint}"
    assert _only_file(desk).read_bytes() == kept


def test_another_reply_of_the_same_number_is_said_to_be_another_where_nothing_was_erased(
    desk: Desk, tmp_path: Path
) -> None:
    made = replied(desk)
    came = tmp_path / "other.json"
    came.write_bytes(reply_json.encode_reply(replace(made, remarks=())))

    with pytest.raises(CompactError, match="it says something else"):
        replies_in.open_reply(reopened(desk), str(came))
