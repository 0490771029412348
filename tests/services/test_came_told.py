"""What is said of a file that came and is not opened: that it is too large, or for no computer of this program."""

from pathlib import Path

import pytest

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.services.came import look_at_came
from compact_tui.services.desk import Desk
from tests.services.desks import started


@pytest.fixture
def school(tmp_path: Path) -> Desk:
    return started(tmp_path / "school", name="Gallery 1", register_id="G1")


@pytest.mark.parametrize(
    ("size", "hint"), [(11, "Nothing that is sent for this program is so large"), (10, "")], ids=["larger", "largest"]
)
def test_a_file_that_is_too_large_is_told_as_that(
    school: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, hint: str
) -> None:
    monkeypatch.setattr("compact_tui.services.came.LARGEST", 10)
    file = tmp_path / "film.bin"
    file.write_bytes(b"x" * size)

    if not hint:
        assert [line.kind for line in look_at_came(school, str(file)).lines] == ["unknown"]
        return
    with pytest.raises(FileNotAcceptableError) as caught:
        look_at_came(school, str(file))
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n", "not for this program"),
        ("what.xyz", b"what is this", "not for this program"),
        ("settings.csv", b"id,name\nP1,Acorn\n", "not for here"),
    ],
)
def test_what_is_opened_nowhere_is_told_apart_from_what_is_not_opened_here(
    school: Desk, tmp_path: Path, name: str, data: bytes, word: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)

    assert [line.word for line in look_at_came(school, str(file)).lines] == [word]
