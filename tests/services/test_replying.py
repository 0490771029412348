"""A whole exchange: request, return, collected, read, replied to, opened, answered, and the answer collected."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, ExitCode, FileNotAcceptableError, UsageError
from compact_tui.core.partnership import ReplyMade
from compact_tui.core.read_records import Allocation, Moderation, Remark
from compact_tui.core.reply_views import ReplyView
from compact_tui.exchange.reply_json import encode_answer, encode_reply, read_answer, read_reply
from compact_tui.services import answering, grading, moderating, replies_in, replies_out, requests_out, returns
from compact_tui.services.collected import return_of
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep, kept
from compact_tui.services.records import list_actions
from compact_tui.services.reply_beside import reply_paths
from compact_tui.services.requests import take_request
from compact_tui.storage.return_index import ReturnIndex
from tests.services.collect_desks import partnership, posted, return_by
from tests.services.desks import at, desk_in, reopened, set_up, small_pack
from tests.services.partnership_desks import started_partnership, with_register


@pytest.fixture
def officer(tmp_path: Path, no_fsync: None) -> Desk:
    return with_register(started_partnership(tmp_path / "partnership"))


@pytest.fixture
def setting(tmp_path: Path, officer: Desk) -> Desk:
    """A setting that took the request and sent its return, which was collected and read."""
    desk = desk_in(tmp_path / "setting", who="Lead", name="s")
    set_up(desk)
    made = requests_out.make_requests(officer, ["P01"]).made[0]
    take_request(desk, str(next(Path(made.folder).glob("*-request.json"))), begin=True)
    answering.answer(desk, "u1-ticket", "in-hand")
    grading.grade(desk, "u1", small_pack().level[0].id, reason="We looked at it together.")
    collect(officer, [Path(returns.make(desk).return_file)])
    return desk


def _reply_to(officer: Desk) -> Path:
    moderating.moderate(officer, "P01", "u1", _levels(officer)[1], "The rack was not seen.")
    moderating.remark(officer, "P01", {"kind": "question", "text": "Who counts the brollies?", "standard": "u1"})
    moderating.remark(officer, "P01", {"kind": "recommendation", "text": "Buy a rack.", "priority": "now"})
    moderating.remark(officer, "P01", {"kind": "comment", "text": "A clear return."})
    moderating.decide_plan(officer, "P01", {"verdict": "sent-back", "reason": "Nobody is named."})
    made = replies_out.make_replies(officer, ["P01"]).made[0]
    return next(Path(made.folder).glob("*-reply.json"))


def _levels(officer: Desk) -> tuple[str, ...]:
    return return_of(officer, _row(officer)).pack.levels


def _row(officer: Desk) -> str:
    return replies_out.list_replies(officer).lines[0].return_id


def _remarks(officer: Desk) -> dict[str, Remark]:
    return {one.kind: one for one in kept(officer, "remarks", Remark)}


def _ids(view: ReplyView) -> dict[str, str]:
    return {one.kind: one.id for one in view.remarks}


def test_a_year_from_the_request_to_the_answer_that_is_collected(officer: Desk, setting: Desk) -> None:
    file = _reply_to(officer)

    view = replies_in.open_reply(setting, str(file))
    assert (view.known, view.notes, view.open) == (True, (), 2)
    ids = _ids(view)
    acted = replies_in.act_on(setting, ids["recommendation"])
    replies_in.answer_remark(setting, ids["question"], "The caretaker, on Fridays.")
    made = replies_in.make_answer(setting)
    got = collect(officer, [Path(made.folder)])

    assert (acted.open, made.answered) == (1, 2)
    assert [(a.what, a.due) for a in list_actions(setting)] == [("Buy a rack.", "2026-12-17")]
    assert (got.other, got.duplicates, got.quarantined) == (1, 1, ())
    said = _remarks(officer)
    assert said["question"].answer == "The caretaker, on Fridays."
    assert said["recommendation"].answer == "Action: Buy a rack. (by 2026-12-17)"
    assert said["comment"].answer == ""
    line = replies_out.list_replies(officer).lines[0]
    assert (line.state, line.word, line.answered_on) == ("done", "answered", "2026-12-03")


def test_the_reply_says_what_was_decided_and_changes_no_grade(officer: Desk, setting: Desk) -> None:
    before = grading.show_standard(setting, "u1").grade
    reply = read_reply(_reply_to(officer).read_bytes())
    replies_in.open_reply(setting, str(next(officer.workspace.sent_folder.glob("*-reply-*/*-reply.json"))))

    own, other = reply.grades[:2]
    assert (own.own, own.moderated, own.reason) == (*_levels(officer)[:2], "The rack was not seen.")
    assert (other.moderated, other.moderated_word) == ("", "")
    assert (reply.plan, reply.plan_reason) == ("sent-back", "Nobody is named.")
    assert [(one.kind, one.standard, one.priority) for one in reply.remarks] == [
        ("question", "u1", ""),
        ("recommendation", "", "now"),
        ("comment", "", ""),
    ]
    assert (reply.register_id, reply.answer_to) == ("P01", ("returns@rain.example",))
    assert grading.show_standard(setting, "u1").grade == before == own.own


def test_what_the_sector_says_is_kept_back_where_it_is_one_setting_only(officer: Desk, setting: Desk) -> None:
    reply = read_reply(_reply_to(officer).read_bytes())

    assert {grade.sector for grade in reply.grades} == {""}


def test_a_second_blind_reading_is_never_told_to_the_setting(officer: Desk, setting: Desk) -> None:
    from compact_tui.services.desk import edit
    from compact_tui.services.partnership_book import keep

    blind = Moderation(id="m-9", return_id=_row(officer), standard="u2", level="x", reason="Secret.", reading=2)
    keep(officer, "moderate", "blind", (edit("moderations", "m-9", None, blind),))

    assert "Secret" not in _reply_to(officer).read_text("utf-8")


def test_the_letter_goes_to_the_contact_with_the_files_and_the_learning_report(officer: Desk, setting: Desk) -> None:
    report = officer.workspace.root / "report.html"
    report.write_text("<p>Rain</p>")

    made = replies_out.make_replies(officer, report=str(report))

    folder = Path(made.made[0].folder)
    names = {path.name for path in folder.iterdir()}
    assert names >= {"brolly-house-reply.json", "brolly-house-reply.html", "learning-report.html", "read-me-first.txt"}
    mail = (folder / "brolly-house-reply-email.eml").read_text()
    assert "To: head@brolly.example" in mail
    assert "learning-report.html" in mail
    assert replies_out.make_replies(officer).made == ()
    assert requests_out.note_sent(officer).noted == 2
    assert replies_out.list_replies(officer).lines[0].word == "sent"


def test_while_returns_are_being_read_all_means_those_that_were_read(tmp_path: Path, no_fsync: None) -> None:
    officer = partnership(tmp_path / "partnership", settings=3)
    collect(officer, [posted(tmp_path / "inbox", *(return_by(number) for number in (1, 2, 3)))])
    read = Allocation(id="r-1", reader="Ash", done_on="2026-12-01")
    begun = Allocation(id="r-2", reader="Ash")
    keep(officer, "x", "x", tuple(edit("allocations", one.id, None, one) for one in (read, begun)))

    told = replies_out.list_replies(officer)
    assert [(line.entry, line.word) for line in told.lines] == [
        ("G1", "no reply yet"),
        ("G2", "not read to the end"),
        ("G3", "not read to the end"),
    ]
    assert told.sentence == "3 returns: 0 replied to, 0 answered; 2 unread."

    first = replies_out.make_replies(officer, attach=False)
    second = replies_out.make_replies(officer, attach=False)

    assert [line.entry for line in first.made] == ["G1"]
    [passed] = first.passed
    assert passed.startswith("2 returns are not read to the end yet, and got no reply.")
    assert (second.made, second.sentence) == ((), "No return that was read waits for its reply.")
    chosen = replies_out.make_replies(officer, ["G2"], attach=False)
    assert ([line.entry for line in chosen.made], chosen.passed) == (["G2"], ())
    assert [line.entry for line in replies_out.make_replies(officer, attach=False, unread=True).made] == ["G3"]
    assert replies_out.make_replies(officer, attach=False).passed == ()


def test_where_nothing_was_shared_out_every_return_is_replied_to(tmp_path: Path, no_fsync: None) -> None:
    officer = partnership(tmp_path / "partnership", settings=2)
    collect(officer, [posted(tmp_path / "inbox", return_by(1), return_by(2))])

    assert len(replies_out.make_replies(officer, attach=False).made) == 2


@pytest.mark.parametrize("name", ["P02", "P99"])
def test_nobody_is_replied_to_without_a_return(officer: Desk, setting: Desk, name: str) -> None:
    with pytest.raises(UsageError):
        replies_out.make_replies(officer, [name])
    assert kept(officer, "replies", ReplyMade) == ()


def test_a_report_of_another_kind_is_refused(officer: Desk, setting: Desk) -> None:
    with pytest.raises(UsageError, match="html or .docx"):
        replies_out.make_replies(officer, report="report.exe")


def test_opening_again_keeps_what_was_answered_and_a_foreign_reply_says_so(
    officer: Desk, setting: Desk, tmp_path: Path
) -> None:
    file = _reply_to(officer)
    ids = _ids(replies_in.open_reply(setting, str(file)))
    replies_in.answer_remark(setting, ids["question"], "Ask Bob.")

    again = replies_in.open_reply(setting, str(file))
    elsewhere = replies_in.open_reply(desk_in(tmp_path / "other"), str(file))

    assert [one.answer for one in again.remarks] == ["Ask Bob.", "", ""]
    assert (elsewhere.known, len(elsewhere.notes)) == (False, 1)
    assert replies_in.has_reply(setting)
    altered = tmp_path / "altered.json"
    said = replace(read_reply(file.read_bytes()), return_code="00000-00000")
    altered.write_bytes(encode_reply(replace(said, id="rp-other")))
    assert "another code" in replies_in.open_reply(setting, str(altered)).notes[0]


def test_another_reply_of_the_same_number_takes_no_replys_place(officer: Desk, setting: Desk, tmp_path: Path) -> None:
    file = _reply_to(officer)
    replies_in.open_reply(setting, str(file))
    (kept,) = reply_paths(setting)
    altered = tmp_path / "altered.json"
    altered.write_bytes(encode_reply(replace(read_reply(file.read_bytes()), partnership="Somebody")))

    with pytest.raises(CompactError, match="was opened here before, and it says something else") as told:
        replies_in.open_reply(setting, str(altered))

    assert (told.value.code, kept.read_bytes()) == (ExitCode.REFUSED, file.read_bytes())
    kept.write_bytes(b"{")
    assert replies_in.open_reply(reopened(setting), str(file)).partnership != "Somebody"
    assert kept.read_bytes() == file.read_bytes()


def test_what_cannot_be_answered_is_refused_and_nothing_is_kept(officer: Desk, setting: Desk, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No reply was opened"):
        replies_in.show_reply(setting)
    ids = _ids(replies_in.open_reply(setting, str(_reply_to(officer))))
    for verb in (
        lambda: replies_in.make_answer(setting),
        lambda: replies_in.answer_remark(setting, ids["comment"], "Thank you."),
        lambda: replies_in.answer_remark(setting, ids["question"], "  "),
        lambda: replies_in.act_on(setting, "q-9999"),
        lambda: replies_in.show_reply(setting, "rp-nobody"),
        lambda: replies_in.open_reply(setting, ""),
    ):
        with pytest.raises(UsageError):
            verb()
    replies_in.act_on(setting, ids["question"])
    with pytest.raises(UsageError, match="already"):
        replies_in.act_on(setting, ids["question"])
    assert len(list_actions(setting)) == 1
    (tmp_path / "no.json").write_text('{"format": "compact-return"}')
    with pytest.raises(FileNotAcceptableError, match="not a reply"):
        replies_in.open_reply(setting, str(tmp_path / "no.json"))


def test_an_older_answer_never_takes_the_place_of_a_newer_one(officer: Desk, setting: Desk) -> None:
    question = _ids(replies_in.open_reply(setting, str(_reply_to(officer))))["question"]
    replies_in.answer_remark(setting, question, "First.")
    first = replies_in.make_answer(setting)
    later = at(setting, days=3)
    replies_in.answer_remark(later, question, "Second.")
    second = replies_in.make_answer(later)

    for folder in (second.folder, first.folder):
        collect(at(officer, days=4), [Path(folder)])

    assert _remarks(officer)["question"].answer == "Second."
    assert replies_out.list_replies(officer).lines[0].answered_on == "2026-12-06"


@pytest.mark.parametrize("other", [{"reply": "rp-else"}, {"return_id": "r-else"}])
def test_an_answer_to_a_reply_that_was_not_made_here_is_put_aside(
    officer: Desk, setting: Desk, tmp_path: Path, other: dict[str, str]
) -> None:
    question = _ids(replies_in.open_reply(setting, str(_reply_to(officer))))["question"]
    replies_in.answer_remark(setting, question, "Bob.")
    sent = next(Path(replies_in.make_answer(setting).folder).glob("*-answer.json"))
    stranger = tmp_path / "stranger.json"
    stranger.write_bytes(encode_answer(replace(read_answer(sent.read_bytes()), **other)))

    got = collect(officer, [stranger])

    assert "was not made here" in got.quarantined[0].reason
    assert _remarks(officer)["question"].answer == ""


def test_answers_need_a_partnership_and_the_index_is_made_anew_with_them(
    officer: Desk, setting: Desk, tmp_path: Path
) -> None:
    from compact_tui.services.collect_index import rebuild_index

    question = _ids(replies_in.open_reply(setting, str(_reply_to(officer))))["question"]
    replies_in.answer_remark(setting, question, "Bob.")
    folder = Path(replies_in.make_answer(setting).folder)
    with pytest.raises(CompactError):
        collect(setting, [folder])
    collect(officer, [folder])
    rebuild_index(officer)
    with ReturnIndex(officer.workspace.index_path) as index:
        assert [one.kind for one in index.files(kind="answer")] == ["answer"]


def test_where_nothing_was_collected_there_is_nobody_to_reply_to(tmp_path: Path, no_fsync: None) -> None:
    officer = partnership(tmp_path)
    assert replies_out.list_replies(officer).sentence == "No return is here."
    with pytest.raises(UsageError, match="No return of this round has come in yet") as told:
        replies_out.make_replies(officer)
    assert "Collect first" in told.value.hint
