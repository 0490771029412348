"""A request as a file: written and read back as the same, and refused when anything in it cannot be right."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from msgspec.structs import replace

from compact_tui.core.digest import digest_of
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.request import CONTACT_KINDS, LONGEST_LINE, MOST, Request, RequestContact
from compact_tui.core.sent_text import LONGEST_TEXT
from compact_tui.exchange.request_json import encode_request, read_request, request_schema
from tests.samples import umbrella_pack

PACK = umbrella_pack()
ASKED = Request(
    id="rq-1",
    made_by="compact_tui 0",
    made_on="2026-11-02",
    partnership="Portsea partnership",
    register_id="R-017",
    setting="Little Acorns Nursery",
    pack=PACK.pack.id,
    edition=PACK.pack.edition,
    whole_pack=(PACK,),
    cycle="2026-2028",
    due="2026-12-18",
    return_to=("returns@example.org",),
    areas=("Portsea", "Southsea"),
    contacts=tuple(
        RequestContact(what=what, name=f"Contact for {what}", value="023 9200 0000", checked_on="2026-10-30")
        for what in CONTACT_KINDS
    ),
    letter="Dear colleagues,\n\nplease send your return.",
)


@pytest.mark.parametrize(
    "request_",
    [ASKED, replace(ASKED, whole_pack=(), due="", return_to=(), areas=(), contacts=(), letter="", register_id="")],
)
def test_what_is_written_is_read_back_as_the_same(request_: Request) -> None:
    data = encode_request(request_)

    assert replace(read_request(data), digest="") == request_
    assert encode_request(read_request(data)) == data
    Draft202012Validator(dict(request_schema())).validate(json.loads(data))


def _set(*steps: str | int, to: object) -> Callable[[Any], None]:
    def change(plain: Any) -> None:
        for step in steps[:-1]:
            plain = plain[step]
        plain[steps[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_set("format", to="compact-part"), "is not a request of a partnership"),
        (_set("format_version", to=2), "format version 2"),
        (_set("id", to=""), "does not say its id"),
        (_set("partnership", to=""), "does not say who asks"),
        (_set("setting", to=""), "does not say whom it asks"),
        (_set("setting", to=["x"]), "not of the right form"),
        (_set("setting", to="Acorns\nBcc: x"), "is not a plain line of text"),
        (_set("partnership", to="\x1b[2J"), r"\x1b[2J"),
        (_set("register_id", to="R\u202e17"), "is not a plain line of text"),
        (_set("cycle", to=""), "does not say which audit it asks for"),
        (_set("edition", to=""), "does not say which audit it asks for"),
        (_set("edition", to="1999.1"), "is not the one it asks for"),
        (_set("made_on", to=""), "on which day it was made"),
        (_set("due", to="soon"), '"soon" is no day'),
        (_set("contacts", 0, "checked_on", to="2026-02-30"), '"2026-02-30" is no day'),
        (_set("contacts", 0, "what", to="friend"), '"friend" is no kind of contact'),
        (_set("contacts", 1, "value", to=""), "has no name or no number"),
        (_set("contacts", 1, "source", to="x" * (LONGEST_LINE + 1)), "longer than 300 characters"),
        (_set("return_to", to=["not an address"]), "is no email address"),
        (_set("return_to", to=["a@b.example, c@d.example"]), "is no email address"),
        (_set("return_to", to=["a@b.example\r\nBcc: c@d.example"]), "is no email address"),
        (_set("areas", to=["x"] * (MOST + 1)), "more than 30 areas"),
        (_set("areas", to=["Portsea, Southsea"]), "holds a comma"),
        (_set("letter", to="x" * (LONGEST_TEXT + 1)), "letter is longer"),
        (_set("letter", to="Dear \x1b[31mall"), "do not belong in a letter"),
        (lambda plain: plain["whole_pack"].append(plain["whole_pack"][0]), "more than one audit pack"),
        (_set("whole_pack", 0, "pack", to={}), "not of the right form"),
    ],
)
def test_what_cannot_be_right_is_refused_even_with_a_fitting_digest(
    change: Callable[[Any], None], message: str
) -> None:
    plain = json.loads(encode_request(ASKED))
    change(plain)
    plain["digest"] = digest_of(plain)

    with pytest.raises(FileNotAcceptableError) as raised:
        read_request(msgspec.json.encode(plain))

    assert message in raised.value.message
    assert raised.value.hint.startswith("Nothing was taken from it.")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": "compact-request"}', b'{"a": 1, "a": 2}', b"\xff"])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(FileNotAcceptableError, match="request"):
        read_request(data)


def test_a_request_that_was_altered_is_refused() -> None:
    data = encode_request(ASKED).replace(b"023 9200 0000", b"0906 100 0000", 1)

    with pytest.raises(FileNotAcceptableError, match="damaged or altered"):
        read_request(data)


def test_what_could_not_be_taken_is_not_written() -> None:
    with pytest.raises(ValueError, match="is no day"):
        encode_request(replace(ASKED, due="18 December"))
