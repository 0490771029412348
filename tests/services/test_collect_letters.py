"""What is written after collecting: receipts, replies about what was put aside, returns passed on to other areas."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, ExitCode, FileNotAcceptableError, UsageError
from compact_tui.core.partnership import Forwarded, ReceiptMade
from compact_tui.exchange.receipt_json import read_receipt
from compact_tui.exchange.return_json import encode
from compact_tui.services.collect_letters import forward, forward_all, make_receipts, write_replies
from compact_tui.services.collected import return_of
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept
from tests.services.collect_desks import partnership, posted, return_by, stranger


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = partnership(tmp_path / "partnership")
    collect(made, [posted(tmp_path / "in", return_by(1), return_by(2), stranger("r-x", "Moon"))])
    return made


def _mail(path: Path) -> EmailMessage:
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def _text(mail: EmailMessage) -> str:
    body = mail.get_body()
    assert body is not None
    return str(body.get_content())


def test_every_return_of_a_setting_gets_one_receipt_with_a_draft(desk: Desk) -> None:
    made, again = make_receipts(desk), make_receipts(desk)

    assert (made.letters, again.letters, again.sentence) == (2, 0, "Every return has its receipt.")
    folder = Path(made.folder)
    receipt = read_receipt((folder / "gallery-1-r-1-receipt.json").read_bytes())
    assert (receipt.return_id, receipt.return_digest) == ("r-1", return_of(desk, "r-1").digest)
    assert (receipt.register_id, receipt.received_on, receipt.partnership) == ("G1", "2026-12-03", "Brolly partnership")
    mail = _mail(folder / "gallery-1-r-1-receipt.eml")
    assert mail["To"] == "lead1@gallery.example"
    assert "press z on Home, or type: compact-tui open FILE" in " ".join(_text(mail).split())
    assert f"the day is 3 December 2026, the number {receipt.id}." in _text(mail)
    assert [one.id for one in kept(desk, "receipts", ReceiptMade)] == ["r-1", "r-2"]


def test_a_receipt_can_be_made_again_for_one_return(desk: Desk) -> None:
    make_receipts(desk)

    assert make_receipts(desk, ["r-2"]).letters == 1
    with pytest.raises(UsageError):
        make_receipts(desk, ["r-7"])


@pytest.mark.parametrize(
    "data",
    [b"{}", b'{"format": "compact-receipt", "format_version": 9}', b"not json"],
)
def test_a_file_that_is_no_receipt_is_refused(data: bytes) -> None:
    with pytest.raises(FileNotAcceptableError):
        read_receipt(data)


def test_an_altered_receipt_is_refused(desk: Desk) -> None:
    folder = Path(make_receipts(desk).folder)
    data = (folder / "gallery-1-r-1-receipt.json").read_bytes().replace(b"2026-12-03", b"2026-12-02", 1)

    with pytest.raises(FileNotAcceptableError, match="damaged or altered"):
        read_receipt(data)


def test_each_file_that_was_put_aside_gets_a_reply_to_whoever_sent_it(desk: Desk, tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Jo <jo@gallery.example>", "Return"
    mail.set_content("Attached.")
    mail.add_attachment(encode(return_by(3))[:-90], maintype="application", subtype="json", filename="cut.json")
    (tmp_path / "m.eml").write_bytes(mail.as_bytes())
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04")

    aside = collect(desk, [tmp_path / "m.eml", tmp_path / "bad.zip"]).quarantined
    made = write_replies(desk, aside)

    folder = Path(made.folder)
    assert (made.letters, made.without_address) == (2, 1)
    first = _mail(folder / "01-cut-json-reply.eml")
    assert first["To"] == "jo@gallery.example"
    assert "cannot be taken as a return" in _text(first)
    assert _text(_mail(folder / "02-bad-zip-reply.eml")).startswith("Fill in the address")
    assert "cut.json" in (folder / "read-me-first.txt").read_text("utf-8")
    assert write_replies(desk, ()).letters == 0


def test_a_reply_about_a_hostile_name_is_one_line_of_subject(desk: Desk, tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"] = "jo@gallery.example"
    mail.set_content("x")
    mail.add_attachment(b"{", maintype="application", subtype="json", filename="a\u202ebcc.json")
    (tmp_path / "m.eml").write_bytes(mail.as_bytes())

    made = write_replies(desk, collect(desk, [tmp_path / "m.eml"]).quarantined)

    [draft] = Path(made.folder).glob("*.eml")
    assert "\u202e" not in _mail(draft)["Subject"]
    assert draft.name.isascii()


def test_a_return_is_passed_on_byte_for_byte_to_an_area_it_is_shared_with(desk: Desk, tmp_path: Path) -> None:
    made = forward(desk, "r-1", "southampton")

    folder = Path(made.folder)
    mail = _mail(folder / "gallery-1-r-1-return.eml")
    [attached] = list(mail.iter_attachments())
    assert mail["To"] == "south@example.org"
    assert attached.get_payload(decode=True) == (tmp_path / "in" / "r-1.json").read_bytes()
    [note] = kept(desk, "forwarded", Forwarded)
    assert (note.return_id, note.area, note.folder) == ("r-1", "Southampton", folder.name)


def test_a_return_is_passed_on_to_nobody_it_is_not_shared_with(desk: Desk, tmp_path: Path) -> None:
    collect(desk, [posted(tmp_path / "more", return_by(4, shared_with=("Portsmouth",)))])

    with pytest.raises(CompactError) as refused:
        forward(desk, "r-4", "Southampton")

    assert refused.value.code == ExitCode.REFUSED
    assert kept(desk, "forwarded", Forwarded) == ()
    with pytest.raises(UsageError, match="No address is known for the area"):
        forward(desk, "r-1", "Winchester")


def test_every_return_that_is_shared_is_passed_on_once(desk: Desk, tmp_path: Path) -> None:
    alone = return_by(4, shared_with=("Portsmouth",))
    collect(desk, [posted(tmp_path / "more", alone, return_by(5, cycle="2024-2026"))])
    forward(desk, "r-1", "Southampton")

    made, again = forward_all(desk), forward_all(desk)

    assert (made.letters, again.letters) == (1, 0)
    assert again.sentence.startswith("No return of this round")
    assert [one.return_id for one in kept(desk, "forwarded", Forwarded)] == ["r-1", "r-2"]


def test_returns_of_an_earlier_round_get_no_receipt_unless_they_are_named(desk: Desk, tmp_path: Path) -> None:
    make_receipts(desk)
    collect(desk, [posted(tmp_path / "more", return_by(4, cycle="2024-2026"))])

    assert make_receipts(desk).letters == 0
    assert make_receipts(desk, ["r-4"]).letters == 1


def test_a_return_that_is_passed_on_again_says_when_and_where_it_was(desk: Desk) -> None:
    first, again = forward(desk, "r-1", "Southampton"), forward(desk, "r-1", "Southampton")
    other = forward(desk, "r-2", "Southampton")

    assert "before" not in first.sentence + other.sentence
    assert f"was made before, on 3 December 2026, whether it was sent is not noted: {first.folder}." in again.sentence
