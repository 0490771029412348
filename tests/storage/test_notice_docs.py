"""The page on the format of the notice list names every table, key and word that the program knows."""

import re
import tomllib
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct

from compact_tui.core import notice
from compact_tui.core.bank_checks_names import CONFIDENCES, DUTIES, SOURCE_STATUSES
from compact_tui.core.notice import AUDIENCES, ITEM_KINDS, LOOKS, OLD_STATES, NoticeList
from compact_tui.core.notice_lint import READINGS, lint_notices
from compact_tui.core.poster_lines import LINE_KINDS
from compact_tui.core.setting import SECTORS
from compact_tui.core.shapes import shape
from compact_tui.core.switches import FEATURES

PAGE = (Path(__file__).parents[2] / "docs" / "notice-format.md").read_text("utf-8")
VALUES = [kind for kind in vars(notice).values() if isinstance(kind, type) and issubclass(kind, notice.Value)]


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_every_key_is_told(kind: type[Struct]) -> None:
    known = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`\n]+)`", PAGE))))

    assert {field.encode_name for field in msgspec.structs.fields(kind)} <= known


def test_every_word_that_a_key_can_have_is_told() -> None:
    known = set(re.findall(r"`([^`\n]+)`", PAGE))

    assert {*CONFIDENCES, *DUTIES, *SOURCE_STATUSES, *READINGS} <= known
    for table in (AUDIENCES, ITEM_KINDS, LOOKS, OLD_STATES, SECTORS, FEATURES):
        assert {row[0] for row in table} <= known
    assert {begins.strip() for begins, _, _ in LINE_KINDS} <= known


def test_the_smallest_list_of_the_page_is_without_mistakes() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)

    made = shape(tomllib.loads(example), NoticeList, (), [])

    assert made is not None
    assert lint_notices(made, ("the-lead",), "2026-11-22") == ()
