"""The packs that come with the program."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.pack_lint import lint
from compact_tui.core.problems import say
from compact_tui.core.variation import for_variation
from compact_tui.storage.pack_copy import decode_pack, encode_pack
from compact_tui.storage.packs import (
    load_shipped,
    open_pack,
    shipped_pack_folder,
    shipped_packs,
)

SMALL = Path(__file__).parents[1] / "fixtures" / "small-pack"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "pack"))


def test_the_shipped_packs_are_found_and_an_unknown_one_is_answered_with_the_nearest() -> None:
    packs = shipped_packs()

    assert packs
    assert [load_shipped(name).pack.id for name in packs] == list(packs)
    with pytest.raises(UsageError) as caught:
        load_shipped(packs[0] + "x")
    assert caught.value.hint == f'Did you mean "{packs[0]}"?'
    with pytest.raises(UsageError, match="No audit pack"):
        load_shipped("../packs/" + packs[0])


def test_a_shipped_pack_that_was_damaged_is_said_and_not_a_crash(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "u2.toml").write_text("[[standard]\n", "utf-8")
    monkeypatch.setattr("compact_tui.storage.packs._shipped_folder", lambda: folder.parent)

    with pytest.raises(FileNotAcceptableError, match="u2.toml, line 1") as caught:
        load_shipped("pack")
    assert "untouched" in caught.value.hint


@pytest.mark.parametrize("pack_id", shipped_packs())
def test_a_shipped_pack_is_lint_clean(pack_id: str) -> None:
    reading = open_pack(shipped_pack_folder(pack_id))
    assert reading.pack is not None, [say(problem) for problem in reading.problems]

    found = lint(reading.pack, max(date.today().isoformat(), "2026-11-22"), reading.locate)

    late = ("was to be reviewed by", "was valid until")
    assert [say(problem) for problem in found if not any(words in problem.what for words in late)] == []


@pytest.mark.parametrize("pack_id", shipped_packs())
def test_a_shipped_pack_survives_the_copy_and_every_variation(pack_id: str) -> None:
    pack = load_shipped(pack_id)

    assert decode_pack(encode_pack(pack)) == pack
    for variation in pack.variation:
        seen = for_variation(pack, variation.id)
        assert [standard.id for standard in seen.standard] == [standard.id for standard in pack.standard]
