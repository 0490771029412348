"""The page on the format of a pack names every table, key and word that the program knows."""

import re
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct

from compact_tui.core.guidance_checks import CONFIDENCES, STATUSES
from compact_tui.core.pack_head import Value
from compact_tui.core.report_plan import NEED_SUPPORT
from compact_tui.core.setting import KINDS, SECTORS
from compact_tui.core.suggest import CONDITIONS, COUNTS_AS, SENTENCE_NAMES
from compact_tui.core.switches import FEATURES

PAGE = (Path(__file__).parents[2] / "docs" / "pack-format.md").read_text("utf-8")
VALUES = [Value, *Value.__subclasses__()]


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_every_key_is_told(kind: type[Struct]) -> None:
    known = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`\n]+)`", PAGE))))

    assert {field.encode_name for field in msgspec.structs.fields(kind)} <= known


def test_every_word_that_a_key_can_have_is_told() -> None:
    known = set(re.findall(r"`([^`\n]+)`", PAGE))

    assert {*COUNTS_AS, *CONFIDENCES, *STATUSES, *(sector for sector, _ in SECTORS)} <= known
    assert {*(kind for kind, _, _ in KINDS), *(feature for feature, _ in FEATURES), NEED_SUPPORT} <= known
    assert {value for values in CONDITIONS.values() for value in values} <= known
    assert {f"{{{name}}}" for name in SENTENCE_NAMES} <= known
    assert set(CONDITIONS) <= known
