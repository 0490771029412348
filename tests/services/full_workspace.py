"""A workspace with everything in it, and a text that stands in every corner of it."""

from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from msgspec.structs import replace

from compact_tui.services import answering, grading, records, returns, review, settings, signing
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.storage.book import Book
from tests.services.desks import at, reopened, started

TEXT = "Tom O'Béll & Söhne"
"""Needs an escape in JSON, in HTML and in an email; has a space and letters that fold."""
WRITTEN = ("Tom O'Béll & Söhne", "TOM O'BÉLL & SÖHNE", "tom\u00a0 o'be\u0301ll\n&\tso\u0308hne")
CHANGES = 405


class Later:
    """Saves nothing, so that hundreds of changes cost little."""

    def save(self, book: Book, now: datetime) -> None:
        """Leave it for later."""


def everything(root: Path, changes: int = CHANGES) -> Desk:
    """Fill a workspace: long history, backups, returns, what was signed, pages, received and damaged files."""
    desk = started(root, contact_name=TEXT)
    quick = replace(desk, saver=Later())
    for number in range(changes):
        answering.write_note(quick, "u1-ticket", f"{WRITTEN[number % 3]} rang {number} times.")
    desk.saver.save(open_audit(quick).book, desk.now())
    desk = at(reopened(desk), days=1)
    answering.answer(desk, "u1-ticket", "in-hand", note=f'He said "{WRITTEN[2]}". Then he left.')
    answering.write_note(desk, "u1-ticket", f"Private: {TEXT}", private=True)
    grading.grade(desk, "u1", "bone-dry", reason=f"{TEXT} agrees.")
    grading.summarise(desk, "u1", f"{WRITTEN[1]} feels heard.")
    records.add_evidence(desk, {"title": f"Letter of {TEXT}", "kind": "ticket-stub", "where": "Desk"}, ("u1-ticket",))
    records.add_action(desk, {"what": f"Ring {WRITTEN[1]}", "who": "Porter"}, ("u1-ticket",))
    touched = {"u1", "u1-ticket", records.list_evidence(desk)[0].id, records.list_actions(desk)[0].id}
    finding = next(one for one in review.review(desk).findings if not one.firm and one.where in touched)
    review.set_aside(desk, finding.id, f"{TEXT} has seen it.")
    signers = signing.signing(desk).signers
    signing.sign_off(desk, signers[0].id, TEXT)
    returns.make(desk)
    signing.write_head_page(desk)
    desk = at(reopened(replace(desk, who=f"Lead ({TEXT})")), days=1)
    settings.set_up(desk, {"contact_role": f"Friend of {TEXT}"})
    answering.write_note(desk, "u2-watch", TEXT)
    _beside(desk)
    return desk


def _beside(desk: Desk) -> None:
    """Files that the program did not write in this way itself."""
    root, book = desk.workspace.root, open_audit(desk).book.path
    data = book.read_bytes()
    _put(book.with_name(f"{book.name}.damaged-1"), data[: len(data) * 2 // 3])
    _put(book.with_name(f"{book.stem} (conflicted copy).json"), data)
    _put(
        root / "received" / "letter.txt",
        f"Dear all,\r\n> {WRITTEN[2].replace(chr(10), chr(13) + chr(10) + '> ')}".encode(),
    )
    _put(root / "received" / "old letter.txt", f"Dear {TEXT}".encode("latin-1"))
    _put(root / "received" / "notepad.txt", f"Dear {TEXT}".encode("utf-16"))
    _put(root / "received" / "reply.json", b'{"format": "reply", "words": ["Tom O\'B\\u00e9ll \\u0026 S\\u00f6hne"]}')
    _put(root / "pages" / "year.ics", "SUMMARY:Ring Tom O'Bé\r\n ll & Söhne\r\n".encode())
    _put(root / "pages" / "own.html", b"<p>Tom <b>O&#39;B&eacute;ll</b> &amp;</p>\n<p>S&#xF6;hne</p>")


def received_mail(root: Path) -> Path:
    """An email somebody sent, with the text in its body and in an attachment: nothing here can rewrite that."""
    mail = EmailMessage()
    mail.set_content(f"About {TEXT}", cte="quoted-printable")
    mail.add_attachment(f"All about {TEXT}.".encode(), maintype="application", subtype="octet-stream", filename="a")
    path = root / "received" / "mail.eml"
    _put(path, mail.as_bytes())
    return path


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
