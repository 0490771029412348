"""The return as JSON: written and read back, and every way in which a file can be wrong."""

import hashlib
import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.audit import Audit, Evidence, Summary
from compact_tui.core.digest import digest_of, spoken_code
from compact_tui.core.errors import ExitCode, FileNotAcceptableError
from compact_tui.core.returns import Return
from compact_tui.exchange.return_json import Unknown, encode, read, schema
from tests.samples import head, lamp_audit, lamp_return

AWKWARD = [
    "\U0001f469\u200d\U0001f680 emoji",
    "\u0645\u0631\u062d\u0628\u0627 \u202e reversed",
    "one\ntwo\n\nthree",
    "x" * 100_000,
    '<script>alert("1")</script>',
    "\x00\x07\x1b[31m\x7f\x9b",
    "\u2028\u2029\ufeff",
    "=HYPERLINK(1)",
]


def plain(return_: Return | None = None) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(encode(return_ or lamp_return()))
    return document


def sealed(document: dict[str, Any]) -> bytes:
    """A document with the digest of what it is now."""
    return json.dumps(document | {"digest": digest_of(document)}).encode()


def why(data: bytes) -> FileNotAcceptableError:
    with pytest.raises(FileNotAcceptableError) as caught:
        read(data)
    assert caught.value.code == ExitCode.NOT_ACCEPTABLE
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("audit", [lamp_audit(), Audit(head=head())])
def test_a_return_reads_back_as_it_was_written(audit: Audit) -> None:
    return_ = lamp_return(audit)

    found = read(encode(return_))

    assert found.return_ == return_
    assert found.unknown == ()
    assert found.digest_ok is True
    assert found.code == spoken_code(return_.digest)


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_is_not_altered(text: str) -> None:
    return_ = lamp_return()
    return_ = msgspec.structs.replace(return_, evidence=(msgspec.structs.replace(return_.evidence[0], title=text),))

    found = read(encode(return_)).return_

    assert found.evidence[0].title == text


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_any_text_comes_through_and_the_digest_is_that_of_rfc_8785(note: str, title: str) -> None:
    audit = msgspec.structs.replace(
        lamp_audit(),
        summaries=(Summary(standard="hall", text=note),),
        evidence=(Evidence(id="e", title=title, supports=("hall",)),),
    )
    return_ = lamp_return(audit)

    data = encode(return_)

    document = json.loads(data)
    digest = document.pop("digest")
    assert digest == "sha256:" + hashlib.sha256(rfc8785.dumps(document)).hexdigest()
    assert read(data).return_ == return_


def test_the_file_is_readable_by_people_and_the_same_every_time() -> None:
    data = encode(lamp_return())

    assert data.startswith(b'{\n  "format": "compact-return",\n  "format_version": 1,\n  "id": "r-1"')
    assert data.endswith(b"}\n")
    assert encode(lamp_return()) == data


def test_the_file_has_every_key_of_the_format_and_no_null_or_fraction() -> None:
    document = plain(lamp_return(Audit(head=head())))

    assert {
        "format", "format_version", "id", "supersedes", "pack", "setting", "cycle", "made_on", "complete",
        "shared_with", "standards", "evidence", "actions", "warnings", "sign_offs", "parked", "made_by", "digest",
    } <= set(document)  # fmt: skip
    assert set(document["pack"]) == {"id", "edition", "variation", "wording", "levels", "serves", "signers"}
    assert {"id", "grade", "suggested", "reason", "summary", "criteria"} <= set(document["standards"][0])
    assert {"id", "answer", "note", "reason", "evidence", "actions"} <= set(document["standards"][0]["criteria"][0])

    def walk(value: object) -> None:
        assert value is not None
        assert not isinstance(value, float)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(inner)

    walk(document)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b" \n ", "it is empty"),
        (b"{", "it is damaged or breaks off at line 1, column 2."),
        (b'{"format":\n "compact-return",}', "line 2"),
        (b"\xff\xfe{\x00}\x00", "line 1 holds something that is not text"),
        (b'{"a":\n"\xe9"}', "line 2 holds something that is not text"),
        (b"PK\x03\x04\x14\x00", "it is damaged or breaks off"),
        (b'{"a": 1, "a": 2}', 'it says "a" twice'),
        (b'{"x": [{"b": 1, "b": 1}]}', 'it says "b" twice'),
        (b'{"caf\xc3\xa9": 1}', "it names something in letters that no such file uses"),
        (b'{"a": 1.0}', "it holds the number 1.0; only whole numbers are allowed"),
        (b'{"a": 1e2}', "it holds the number 1e2; only whole numbers"),
        (b'{"a": NaN}', "it holds the number NaN; only whole numbers"),
        (b'{"a": -Infinity}', "it holds the number -Infinity"),
        (b'{"a": 9007199254740992}', "it holds the number 9007199254740992, which is too large"),
        (b'{"a": -9007199254740992}', "which is too large"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "which is too large"),
        (b'{"a": "\\ud800"}', "it holds half a character"),
        (b'{"a": "\\uDC00x"}', "it holds half a character"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"a":' * 190_000, "nested too deep"),
        (b"[" * 60 + b"]" * 60, "nested too deep"),
        (b" " * (20 * 2**20 + 1), "it is larger than 20 MB"),
        (b"[" + b"[]," * 200_000 + b"[]]", "it has too many parts"),
        (b"[" + b"{}," * 200_000 + b"{}]", "it has too many parts"),
    ],
)
def test_a_file_that_is_not_sound_json_is_refused_with_the_place(data: bytes, said: str) -> None:
    error = why(data)

    assert error.message.startswith("This file cannot be taken as a return: ")
    assert said in error.message
    assert len(error.message) < 250


@pytest.mark.parametrize("number", [9007199254740991, -9007199254740991, 0])
def test_a_whole_number_that_every_program_can_hold_is_taken(number: int) -> None:
    assert [u.value for u in read(sealed(plain() | {"later": number})).unknown] == [str(number)]


def test_forty_lists_inside_each_other_are_taken_and_no_more() -> None:
    fits: object = 0
    for _ in range(39):
        fits = [fits]

    assert read(sealed(plain() | {"later": fits})).unknown
    assert "too deep" in why(sealed(plain() | {"later": [fits]})).message


@pytest.mark.parametrize(
    "data",
    [
        b"[]",
        b"1",
        b'"compact-return"',
        b"null",
        b"{}",
        b'{"format": "compact-audit"}',
        b'{"format": ["compact-return"]}',
    ],
)
def test_another_kind_of_file_is_named_as_that(data: bytes) -> None:
    assert why(data).message == "This file is not a return of a Compact audit."


@pytest.mark.parametrize("version", [2, 99])
def test_a_newer_version_asks_for_a_newer_program(version: int) -> None:
    error = why(sealed(plain() | {"format_version": version, "standards": "other"}))

    assert f"format version {version}" in error.message
    assert "newer compact-tui" in error.hint


@pytest.mark.parametrize("version", [0, -1, "1", None, True, [1]])
def test_a_version_that_is_none_is_refused(version: object) -> None:
    assert "which version" in why(sealed(plain() | {"format_version": version})).message


def test_a_changed_letter_is_found() -> None:
    data = encode(lamp_return()).replace(b"Bulb log", b"Bulb lag")

    error = why(data)

    assert "damaged or altered" in error.message
    assert "send the return again" in error.hint


@pytest.mark.parametrize("digest", ["", "sha256:0", None, 1, "sha256:" + "0" * 64])
def test_a_missing_or_wrong_digest_is_found(digest: object) -> None:
    assert "damaged or altered" in why(json.dumps(plain() | {"digest": digest}).encode()).message


def test_a_damaged_return_can_be_looked_at_when_asked_for() -> None:
    data = encode(lamp_return()).replace(b"Bulb log", b"Bulb lag")

    found = read(data, damaged_too=True)

    assert found.digest_ok is False
    assert found.return_.evidence[0].title == "Bulb lag"
    assert found.code != spoken_code(lamp_return().digest)


def test_every_cut_of_a_return_is_refused() -> None:
    data = encode(lamp_return()).rstrip()

    for length in range(0, len(data), 97):
        why(data[:length])


def _set(document: dict[str, Any], way: tuple[Any, ...], value: object) -> dict[str, Any]:
    inner: Any = document
    for step in way[:-1]:
        inner = inner[step]
    if value is ...:
        del inner[way[-1]]
    else:
        inner[way[-1]] = value
    return document


@pytest.mark.parametrize(
    ("way", "value", "where"),
    [
        (("standards", 1, "grade"), 3, "$.standards[1].grade"),
        (("standards", 0, "criteria", 2, "answer"), None, "$.standards[0].criteria[2].answer"),
        (("standards", 0, "criteria", 2, "evidence"), "e-1", "$.standards[0].criteria[2].evidence"),
        (("complete",), "yes", "$.complete"),
        (("complete",), 1, "$.complete"),
        (("setting",), [], "$.setting"),
        (("setting", "areas"), {}, "$.setting.areas"),
        (("warnings",), [1], "$.warnings[0]"),
        (("parked",), [{"record": "poem"}], "$.parked[0].record"),
        (("parked",), [{}], "$.parked[0]"),
        (("standards", 0, "id"), ..., "$.standards[0]"),
        (("made_on",), ..., "at $:"),
    ],
)
def test_a_wrong_form_is_told_with_its_place(way: tuple[Any, ...], value: object, where: str) -> None:
    error = why(sealed(_set(plain(), way, value)))

    assert "not of the right form at " in error.message
    assert where in error.message


@pytest.mark.parametrize(
    ("way", "value", "where"),
    [
        (("replies",), [{"claimed": 1}], "$.replies"),
        (("additional",), {"a": None}, "$.additional"),
        (("setting", "logo"), "x", "$.setting.logo"),
        (("standards", 1, "colour"), ["red", {"a": True}], "$.standards[1].colour"),
        (("standards", 0, "criteria", 1, "seen_by"), "é\u202e", "$.standards[0].criteria[1].seen_by"),
        (("evidence", 0, "weight"), 3, "$.evidence[0].weight"),
    ],
)
def test_a_key_of_a_later_minor_form_is_kept_said_and_written_back(
    way: tuple[Any, ...], value: object, where: str
) -> None:
    data = sealed(_set(plain(), way, value))

    found = read(data)

    assert [item.where for item in found.unknown] == [where]
    again = encode(found.return_, found.unknown)
    assert json.loads(again) == json.loads(data)
    assert read(again).code == found.code


def test_unknown_keys_are_covered_by_the_digest() -> None:
    data = sealed(plain() | {"later": "one"})

    assert "damaged or altered" in why(data.replace(b'"one"', b'"two"')).message


def test_an_encoded_return_always_has_its_own_digest() -> None:
    return_ = msgspec.structs.replace(lamp_return(), digest="sha256:wrong")

    assert read(encode(return_)).return_ == lamp_return()
    assert read(encode(return_, (Unknown(("later",), "[1]"),))).return_.digest != lamp_return().digest


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    data = b"\xef\xbb\xbf" + encode(lamp_return()).replace(b"\n", b"\r\n")

    assert read(data).return_ == lamp_return()


@pytest.mark.parametrize("return_", [lamp_return(), lamp_return(Audit(head=head()))])
def test_the_schema_takes_what_is_written(return_: Return) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())

    jsonschema.validate(plain(return_), schema())
    jsonschema.validate(plain(return_) | {"later": 1}, schema())


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("format",), "other"),
        (("format_version",), 2),
        (("format",), ...),
        (("standards", 0, "grade"), 1),
        (("standards", 0, "criteria", 0, "note"), None),
        (("digest",), "md5:1"),
        (("complete",), "no"),
        (("evidence", 0, "supports"), "hall"),
        (("parked",), [{"record": "poem"}]),
        (("standards", 0, "grade"), ...),
    ],
)
def test_the_schema_refuses_what_the_program_refuses(way: tuple[Any, ...], value: object) -> None:
    document = _set(plain(), way, value)

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema())
