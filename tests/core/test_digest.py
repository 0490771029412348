"""The digest and its spoken code, against the reference implementation of RFC 8785."""

import hashlib
import json
import string

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.digest import canonical, digest_of, spoken_code

texts = st.text(st.characters(exclude_categories=["Cs"]))
keys = st.text(st.characters(max_codepoint=127))
whole = st.integers(-(2**53) + 1, 2**53 - 1)
documents = st.recursive(
    texts | whole | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=25,
)


@given(documents)
@settings(derandomize=True, deadline=None, max_examples=100)
def test_the_canonical_form_is_that_of_rfc_8785(document: object) -> None:
    assert canonical(document) == rfc8785.dumps(document)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["".join(map(chr, range(0x20))), "\x7f\x80\u2028\u2029", "\U0001f469\u200d\U0001f680", "/\\\"'<>&", "\ufeff", ""],
)
def test_awkward_characters_are_written_as_rfc_8785_writes_them(text: str) -> None:
    assert canonical({"text": text}) == rfc8785.dumps({"text": text})


def test_the_digest_leaves_only_itself_out() -> None:
    document = {"b": 1, "a": [{"digest": "inner"}], "digest": "sha256:old"}

    digest = digest_of(document)

    assert digest == "sha256:" + hashlib.sha256(b'{"a":[{"digest":"inner"}],"b":1}').hexdigest()
    assert digest_of(document | {"digest": "other"}) == digest
    assert digest_of(document | {"b": 2}) != digest


def test_the_order_of_keys_does_not_matter() -> None:
    assert digest_of({"a": 1, "b": {"x": 1, "y": 2}}) == digest_of(json.loads('{"b":{"y":2,"x":1},"a":1}'))


@given(st.binary(min_size=32, max_size=32))
@settings(derandomize=True, deadline=None)
def test_the_spoken_code_is_the_first_fifty_bits(hashed: bytes) -> None:
    code = spoken_code("sha256:" + hashed.hex())

    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    value = 0
    for letter in code.replace("-", ""):
        value = value * 32 + letters.index(letter)
    assert value == int.from_bytes(hashed, "big") >> 206
    assert len(code) == 11
    assert code[5] == "-"


@pytest.mark.parametrize(
    ("digest", "code"),
    [
        ("sha256:" + "0" * 64, "00000-00000"),
        ("sha256:" + "f" * 64, "ZZZZZ-ZZZZZ"),
        ("sha256:08" + "0" * 62, "10000-00000"),
        ("sha256:" + "0" * 12 + "4" + "0" * 51, "00000-00001"),
        ("", ""),
    ],
)
def test_known_digests_have_known_codes(digest: str, code: str) -> None:
    assert spoken_code(digest) == code


def test_no_letter_of_a_code_is_read_wrongly_aloud() -> None:
    heard = {spoken_code("sha256:" + hashlib.sha256(str(n).encode()).hexdigest()) for n in range(500)}

    used = set("".join(heard)) - {"-"}
    assert used == set(string.digits + string.ascii_uppercase) - set("ILOU")
