"""What came by email is told from what is in it, whatever it is called and however it is wrapped."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import msgspec
import pytest

from compact_tui.core.came import KINDS, came_view
from compact_tui.exchange.came_kinds import MOST, documents_in
from compact_tui.services.pack_files import export_pack
from tests.msg_files import msg_file
from tests.services.desks import SMALL_PACK


def headed(format_: str, **more: object) -> bytes:
    return msgspec.json.encode({"format": format_, **more})


def mail(*attached: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@rain.example", "b@rain.example", "Your reply"
    message.set_content("Dear all")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def kinds_in(name: str, data: bytes) -> list[str]:
    return [document.kind for document, _ in documents_in(name, data)]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a", headed("compact-reply"), "reply"),
        ("a", headed("compact-receipt"), "receipt"),
        ("a", headed("compact-request"), "request"),
        ("a", headed("compact-part"), "part-lent"),
        ("a", headed("compact-part", answered_on="2026-12-01"), "part-back"),
        ("a", headed("compact-reading"), "reading-out"),
        ("a", headed("compact-reading", decided_on="2026-12-01"), "reading-back"),
        ("a", headed("compact-walk-rows"), "walk-rows"),
        ("a", headed("compact-spot-rows"), "spot-rows"),
        ("a", headed("compact-spot-counts"), "spot-counts"),
        ("a", headed("compact-question-bank"), "bank"),
        ("a", headed("compact-return"), "return"),
        ("a", headed("compact-answer"), "answer"),
        ("a", headed("compact-agency-audit"), "agency-audit"),
        ("a", b'\xef\xbb\xbf {"format": "compact-reply"}', "reply"),
        ("a", b'{"head": {"book": {"format": "compact-audit"}}}', "book"),
        ("a", b'{"head": {"book": "compact-audit"}}', "unknown"),
        ("a", headed("invoice"), "unknown"),
        ("a", b'{"format": 7}', "unknown"),
        ("a", b'{"format": "compact-reply"', "damaged"),
        ("a", b'{"format":' * 5000, "damaged"),
        ("a", b'{"format":"compact-part","answered_on":1e999}', "damaged"),
        ("a", b'{"format":"\xff\xfe"}', "damaged"),
        ("a", b'{"format":"compact-part","answered_on":"\xff"}', "damaged"),
        ("a.json", b"", "damaged"),
        ("a.gift", b"::x:: Why? {}", "bank"),
        ("a.txt", b"Why?\nA. So\nANSWER: A\n", "bank"),
        ("a.txt", b"Dear all", "unknown"),
        ("a.toml", b'[bank]\nid = "x"\n', "bank"),
        ("a.toml", b'[pack]\nid = "x"\n', "pack"),
        ("a.toml", b"x = 1", "unknown"),
        ("a.csv", b"\xef\xbb\xbfrow,id\r\n", "bank"),
        ("a.csv", b"name,email\r\n", "table"),
        ("a.html", b"<html>", "page"),
        ("logo.png", b"\x89PNG", "page"),
        ("a.zip", b"PK\x03\x04 cut off", "closed"),
    ],
)
def test_a_document_is_known_by_what_is_in_it(name: str, data: bytes, kind: str) -> None:
    assert kinds_in(name, data) == [kind]
    assert kind in KINDS


def test_a_workbook_of_a_pack_is_told_from_one_of_an_audit(tmp_path: Path) -> None:
    import openpyxl

    other = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(other)
    pack = Path(export_pack(str(SMALL_PACK), str(tmp_path / "pack.xlsx")).file)

    assert kinds_in("pack.xlsx", pack.read_bytes()) == ["pack"]
    assert kinds_in("other.xlsx", other.read_bytes()) == ["workbook"]


def test_whatever_it_is_wrapped_in_it_is_found() -> None:
    reply = ("reply.json", headed("compact-reply"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/reply.json", reply[1])

    assert kinds_in("mail.eml", mail(reply, ("logo.png", b"\x89PNG"))) == ["reply", "page"]
    assert kinds_in("mail.msg", msg_file([reply])) == ["reply"]
    assert kinds_in("a.zip", packed.getvalue()) == ["reply"]
    assert kinds_in("mail.eml", mail(("a.zip", packed.getvalue()))) == ["reply"]


def test_of_very_many_only_so_many_are_looked_at() -> None:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        for number in range(MOST + 5):
            archive.writestr(f"{number}.json", b"{}")

    kinds = kinds_in("a.zip", box.getvalue())
    assert (MOST, len(kinds), kinds[-1]) == (500, 501, "closed")


def test_what_is_only_for_reading_goes_unmentioned_beside_something_of_ours() -> None:
    found = [document for document, _ in documents_in("m.eml", mail(("a.png", b"x"), ("r", headed("compact-reply"))))]

    assert [line.kind for line in came_view("m.eml", "5ha", found, ("setting",)).lines] == ["reply"]
    assert [line.kind for line in came_view("m.eml", "5ha", found[:1], ("setting",)).lines] == ["page"]
    assert came_view("m.eml", "5ha", (), ("setting",)).sentence == "There is nothing in it. Nothing was changed."
