"""Question banks as JSON and as TOML: what is written comes back, and what is foreign is refused by name."""

import json
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.bank import BankChange, BankSource, Option, Point, QuestionBank, Wording
from compact_tui.core.shapes import flowing, shape
from compact_tui.core.spot import Flagged
from compact_tui.exchange import bank_json, bank_toml
from tests.bank_samples import bank, question, story

WORDS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=30).map(flowing)
SAID = st.builds(
    lambda prompt, answer, point, option, was, change: bank(
        question(1, prompt=prompt, answer=answer, point=(Point(id="a", weight="must", say=point),), tags=(was, prompt)),
        story(2, option=(Option(id="x", text=option, right=True),), wording=(Wording(on="d", was=was),)),
        source=(BankSource(id="s", title=change.what, edition=change.edition),),
    ),
    *(WORDS,) * 5,
    st.builds(BankChange, edition=WORDS, on=WORDS, what=WORDS),
)  # fmt: skip


@given(SAID)
@settings(max_examples=60, derandomize=True, deadline=None)
def test_whatever_a_bank_says_comes_back(made: QuestionBank) -> None:
    assert bank_json.read(bank_json.encode(made)).bank == made
    assert shape(tomllib.loads(bank_toml.encode(made).decode()), QuestionBank, (), []) == made


@pytest.mark.parametrize("text", ['"', "\\", "\\u0041", "#", "'''", "a\n\nb", "[x]", "\x7f".strip(), "é ’ …", "=1"])
def test_awkward_texts_stand_in_toml_as_they_are(text: str) -> None:
    made = bank(question(1, answer=text))

    assert tomllib.loads(bank_toml.encode(made).decode())["question"][0]["answer"] == text


def test_comments_stand_above_and_cannot_become_content() -> None:
    data = bank_toml.encode(bank(), ("Hello", "", 'two\n[bank]\nid = "other"'))

    assert data.decode().startswith('# Hello\n#\n# two\n# [bank]\n# id = "other"\n\n[bank]\nid = "umbrellas"')


def test_remarks_go_out_without_names_and_are_not_taken_in() -> None:
    flag = Flagged(id="f-1", question="q-1", bank="umbrellas", edition="1", what="Unclear.", by="Porter", at="now")

    data = bank_json.encode(bank(question()), (flag,))

    assert json.loads(data)["flags"] == [{"question": "q-1", "edition": "1", "what": "Unclear."}]
    assert bank_json.read(data).bank == bank(question())


def changed(**more: Any) -> bytes:
    return json.dumps({**json.loads(bank_json.encode(bank(question()))), **more}).encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b"\xff", "something that is not text"),
        (b"{", "damaged or breaks off"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b"[" * 60 + b"]" * 60, "too deep"),
        (b"[]", "This file is not a question bank."),
        (b'{"format": "compact-return"}', "This file is not a question bank."),
        (changed(format_version=2), "reads up to version 1"),
        (changed(format_version=True), "does not say which version"),
        (changed(format_version="1"), "does not say which version"),
        (changed(colour="red"), 'The key "colour" is not known here.'),
        (changed(question=[{"id": "q-1"}]), 'The key "prompt" is missing.'),
        (changed(question="none"), "where a table headed [[question]] should be"),
        (changed(bank=[]), "where a table should be"),
    ],
)  # fmt: skip
def test_what_is_no_bank_is_refused_by_name(data: bytes, words: str) -> None:
    reading = bank_json.read(data)

    assert words in " ".join(problem.what for problem in reading.problems)
    assert reading.bank.question == ()
