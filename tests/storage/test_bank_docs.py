"""The page on the format of a question bank names every table, key and word that the program knows."""

import re
import tomllib
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct

from compact_tui.core import bank
from compact_tui.core.bank import MUST, MUST_NOT, QUESTION_KINDS, ROLES, SHOULD, QuestionBank
from compact_tui.core.bank_checks_names import CONFIDENCES, DUTIES, SOURCE_STATUSES, UNSEEN
from compact_tui.core.bank_lint import Linted, lint_one
from compact_tui.core.setting import SECTORS
from compact_tui.core.shapes import shape
from compact_tui.services.bank_linting import known as known_names

PAGE = (Path(__file__).parents[2] / "docs" / "bank-format.md").read_text("utf-8")
VALUES = [kind for kind in vars(bank).values() if isinstance(kind, type) and issubclass(kind, bank.Value)]


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_every_key_is_told(kind: type[Struct]) -> None:
    known = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`\n]+)`", PAGE))))

    assert {field.encode_name for field in msgspec.structs.fields(kind)} <= known


def test_every_word_that_a_key_can_have_is_told() -> None:
    known = set(re.findall(r"`([^`\n]+)`", PAGE))

    assert {*CONFIDENCES, *UNSEEN, *SOURCE_STATUSES, MUST, SHOULD, MUST_NOT} <= known
    assert {*(kind for kind, _ in QUESTION_KINDS), *(role for role, _ in ROLES), *(s for s, _ in SECTORS)} <= known
    assert {duty for duty in DUTIES if f"`{duty}`" not in PAGE and f'"{duty}"' not in PAGE} == set()


def test_the_smallest_bank_of_the_page_is_without_mistakes() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)

    made = shape(tomllib.loads(example), QuestionBank, (), [])

    assert made is not None
    assert lint_one(Linted(made), (), known_names(), "2026-11-22") == ()
