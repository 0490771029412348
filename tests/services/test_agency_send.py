"""Sending a single-agency audit: a folder that a person with a mail program and a browser can send, or nothing."""

import email
import hashlib
import shutil
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.exchange.agency_json import read_agency
from compact_tui.services import agency_audits, agency_cases, agency_second, agency_send, agency_summary
from compact_tui.services.agency_books import agency_words, open_agency
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from tests.pages import read_page
from tests.services.agency_desks import filled
from tests.services.desks import at, desk_in, reopened, started

REPORT = b"%PDF-1.4 what we found"
PRIVATE = "only for us"


def report_file(desk: Desk) -> Path:
    """Our own report, outside the workspace."""
    return desk.workspace.root.parent / "Umbrella report, final.PDF"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose only single-agency audit has a second reading and a summary; made once, since it takes long."""
    root = tmp_path_factory.mktemp("written")
    desk = started(root, return_to="pscb@example.org")
    audit = filled(desk)
    agency_cases.answer(desk, audit, "C01", "1", note=PRIVATE)
    agency_cases.write_case(desk, audit, "C01", {"strength": PRIVATE, "learning": PRIVATE, "who": PRIVATE})
    agency_second.begin_second(desk, audit, {"reader": "Usher"})
    page = agency_second.second_page(desk, audit)
    for one in page.questions:
        agency_second.second_answer(desk, audit, page.ref, one.id, "yes")
    (apart,) = agency_second.finish_second(desk, audit).differences
    agency_second.decide(desk, audit, apart.case, apart.question, {"answer": "partly", "note": "Half of it was wet."})
    agency_summary.summarise(desk, audit, {"works": "Dry by four.", "does_not": "Nobody asks."})
    agency_summary.write_action(desk, audit, {"what": "Ask the owner", "who": "Porter", "due": "18 Dec 2026"})
    return root


@pytest.fixture
def desk(written: Path, tmp_path: Path) -> Desk:
    """A desk whose only single-agency audit is closed, with a report of our own."""
    shutil.copytree(written, tmp_path / "w")
    desk = desk_in(tmp_path / "w", name="later-")
    report_file(desk).write_bytes(REPORT)
    agency_summary.attach(desk, "", str(report_file(desk)))
    agency_audits.close(desk, "")
    return desk


def files_of(folder: str) -> dict[str, bytes]:
    return {path.suffix: path.read_bytes() for path in Path(folder).iterdir()}


def mail_in(folder: str) -> EmailMessage:
    message = email.message_from_bytes(files_of(folder)[".eml"], policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_folder_holds_the_template_for_people_and_programs_our_report_an_email_and_how_to_send_it(
    desk: Desk,
) -> None:
    made = agency_send.report(desk)

    assert Path(made.folder).name == "2026-12-03-brolly-house-agency-" + made.audit
    assert [file.name for file in made.files] == [
        "brolly-house-agency-umbrellas.json",
        "brolly-house-agency-umbrellas.html",
        "brolly-house-agency-umbrellas.docx",
        "brolly-house-agency-umbrellas-own-report.pdf",
        "brolly-house-agency-umbrellas-email.eml",
        "read-me-first.txt",
    ]
    assert {file.name for file in made.files} == {path.name for path in Path(made.folder).iterdir()}
    assert read_agency(files_of(made.folder)[".json"]).code == made.code
    assert made.next_step.startswith("Made is not sent.")


def test_page_word_file_and_data_say_the_same(desk: Desk) -> None:
    files = files_of(agency_send.report(desk).folder)

    word = Document(BytesIO(files[".docx"]))
    words = [p.text for p in word.paragraphs] + [c.text for t in word.tables for row in t.rows for c in row.cells]
    page = read_page(files[".html"])
    assert (page.wrong, page.all("script", "link", "img")) == ([], [])
    for said in ("Dry by four.", "Nobody asks.", "Ask the owner", "partly\nHalf of it was wet."):
        assert any(said in one for one in words), said
        assert said in page.text, said
    found = read_agency(files[".json"]).return_
    assert [(one.yes, one.partly, one.no) for one in found.questions] == [(4, 0, 0), (0, 1, 3)]


def test_nothing_that_was_written_beside_a_case_is_in_any_file(desk: Desk) -> None:
    files = files_of(agency_send.report(desk).folder)

    told = [page for page in (files[".json"], files[".html"], files[".txt"])]
    told += [paragraph.text.encode() for paragraph in Document(BytesIO(files[".docx"])).paragraphs]
    assert not [one for one in told if PRIVATE.encode() in one or str(desk.workspace.root.parent).encode() in one]


def test_the_email_is_addressed_and_carries_every_file_as_it_is(desk: Desk) -> None:
    made = agency_send.report(desk)

    mail, files = mail_in(made.folder), files_of(made.folder)
    attached = {part.get_filename(): part.get_payload(decode=True) for part in mail.iter_attachments()}
    assert (mail["To"], mail["X-Unsent"]) == ("pscb@example.org", "1")
    assert mail["Subject"] == "Single-agency audit: Brolly House, Umbrellas"
    assert set(attached.values()) == {files[end] for end in (".json", ".html", ".docx", ".pdf")}
    body = mail.get_body(("plain",))
    assert body is not None
    assert all(str(name) in body.get_content() for name in attached)


def test_the_read_me_says_how_to_send_it_by_hand(desk: Desk) -> None:
    made = agency_send.report(desk)

    text = files_of(made.folder)[".txt"].decode()
    assert "\r\n" in text
    for said in ("pscb@example.org", made.code, f"agency-audit sent {made.audit}", *(f.name for f in made.files[:5])):
        assert said in text


def test_our_own_report_goes_out_as_it_was_attached_under_a_name_of_ours(desk: Desk) -> None:
    files = files_of(agency_send.report(desk).folder)

    assert files[".pdf"] == REPORT
    (kept,) = read_agency(files[".json"]).return_.attached
    assert (kept.sha256, kept.size) == (hashlib.sha256(REPORT).hexdigest(), len(REPORT))


def test_a_report_that_was_changed_or_is_gone_is_said_and_nothing_is_made(desk: Desk) -> None:
    report_file(desk).write_bytes(REPORT + b"!")
    with pytest.raises(CompactError, match="was changed since it was attached"):
        agency_send.report(desk)

    away = report_file(desk).parent / "elsewhere"
    away.mkdir()
    report_file(desk).unlink()
    (away / "r.pdf").write_bytes(REPORT)
    with pytest.raises(CompactError, match="is not where it was") as caught:
        agency_send.report(desk)

    assert str(away) in caught.value.message
    assert "Nothing was made." in caught.value.hint
    assert not desk.workspace.sent_folder.exists()


def test_a_report_that_was_attached_again_goes_out_as_it_is_now(desk: Desk) -> None:
    report_file(desk).write_bytes(b"%PDF-1.4 better")
    agency_summary.attach(desk, open_agency_id(desk), str(report_file(desk)))

    assert files_of(agency_send.report(desk).folder)[".pdf"] == b"%PDF-1.4 better"


def open_agency_id(desk: Desk) -> str:
    return agency_audits.register(desk).audits[0].id


def test_an_audit_that_is_not_closed_is_shown_but_not_made(desk: Desk) -> None:
    audit = open_agency_id(desk)
    agency_audits.reopen(desk, audit)

    view = agency_send.preview(desk, audit)
    assert (view.ready, view.held_back) == (False, ("It is started: close it first.",))
    with pytest.raises(CompactError, match="close it first"):
        agency_send.report(desk, audit)
    assert not desk.workspace.sent_folder.exists()


def test_what_is_missing_is_said_before_it_can_be_closed(desk: Desk) -> None:
    other = agency_audits.start(desk, "case-files", {"title": "Another"}).head.id

    assert "No files have been chosen." in agency_send.preview(desk, other).held_back


def test_made_is_not_sent_until_somebody_says_so(desk: Desk) -> None:
    assert agency_words(desk) == "1 not sent yet"
    made = agency_send.report(desk)
    assert agency_words(reopened(desk)) == "1 not sent yet"
    assert "NOT yet sent" in agency_send.preview(desk).state

    told = agency_send.sent(at(desk, days=1), "", "2026-12-04", " Head ")

    assert told.sentence == "Sent on 4 Dec 2026 by Head."
    assert agency_words(reopened(desk)) == "1 done"
    (line,) = agency_audits.register(reopened(desk)).audits
    assert (line.waiting, line.state) == (False, "sent")
    assert open_agency(desk, made.audit).audit.sends[0].sent_on == "2026-12-04"


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-12-02", "is before it was made"), ("2026-12-04", "has not come yet"), ("soon", "is not a day")],
)
def test_a_day_that_cannot_be_right_is_refused(desk: Desk, day: str, said: str) -> None:
    agency_send.report(desk)

    with pytest.raises(UsageError, match=said):
        agency_send.sent(desk, "", day, "Head")


def test_what_was_never_made_cannot_have_been_sent(desk: Desk) -> None:
    with pytest.raises(UsageError, match="Nothing has been made"):
        agency_send.sent(desk, "", "2026-12-03", "Head")


def test_the_second_folder_takes_the_place_of_the_first_and_leaves_it_as_it_is(desk: Desk) -> None:
    first = agency_send.report(desk)
    before = files_of(first.folder)

    second = agency_send.report(desk)

    assert second.supersedes == first.id
    assert Path(second.folder).name == f"{Path(first.folder).name}-2"
    assert files_of(first.folder) == before


def test_a_folder_that_cannot_be_written_leaves_nothing_and_the_audit_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("compact_tui.storage.send_folder.write_atomically", full)

    with pytest.raises(WorkspaceError):
        agency_send.report(desk)

    assert list(desk.workspace.sent_folder.iterdir()) == []
    assert agency_send.preview(reopened(desk)).made == ""


def test_a_folder_whose_making_could_not_be_noted_is_taken_away(desk: Desk) -> None:
    with pytest.raises(WorkspaceError):
        agency_send.report(replace(desk, saver=Refusing()))

    assert list(desk.workspace.sent_folder.iterdir()) == []


class Refusing:
    """A disk that takes nothing."""

    def save(self, book: object, moment: object) -> None:
        """Refuse."""
        raise WorkspaceError("The disk is full.", "Nothing was kept.")


def test_what_looks_like_a_childs_details_is_said_and_stops_nobody(desk: Desk) -> None:
    audit = open_agency_id(desk)
    agency_audits.reopen(desk, audit)
    agency_summary.summarise(desk, audit, {"themes": "NHS no 9434765919, seen"})
    agency_audits.close(desk, audit)

    (warning,) = agency_send.preview(desk, audit).warnings
    assert warning.startswith("Themes: this looks like an NHS number.")
    assert warning in agency_send.report(desk, audit).warnings


def test_files_that_are_too_much_for_an_email_are_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agency_send, "_LARGE", 1000)

    made = agency_send.report(desk)

    assert "Many mail programs refuse that" in made.warnings[0]
    assert "Many mail programs refuse that" in files_of(made.folder)[".txt"].decode()


def test_a_text_that_is_erased_goes_from_the_folder_with_what_cannot_be_rewritten(desk: Desk) -> None:
    folder = Path(agency_send.report(desk).folder)

    erase(reopened(desk), "Nobody asks.")

    names = {path.name.removeprefix("brolly-house-agency-") for path in folder.iterdir()}
    assert names == {"umbrellas.json", "umbrellas.html", "umbrellas-own-report.pdf", "read-me-first.txt"}
    assert not [path for path in folder.iterdir() if b"Nobody asks" in path.read_bytes()]
    assert b"a text was erased from the copies" in (folder / "read-me-first.txt").read_bytes()
    with pytest.raises(FileNotAcceptableError, match="A text was erased from this copy on 3 December 2026"):
        read_agency((folder / "brolly-house-agency-umbrellas.json").read_bytes())


def test_erasing_another_text_leaves_the_folder_as_it_is(desk: Desk) -> None:
    made = agency_send.report(desk)
    before = files_of(made.folder)

    erase(reopened(desk), "Never said anywhere")

    assert files_of(made.folder) == before
