"""Reading files that may be anything."""

from pathlib import Path

import pytest

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.faults import DamagedError
from compact_tui.storage.reading import parse_json, read_bytes

HERE = Path("setting.json")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b" \n\t ", "it is empty"),
        (b"\xef\xbb\xbf", "line 1"),
        (b'{"a": 1,\n "b": }', "line 2"),
        (b'{"a": 1', "line 1"),
        (b"\x00\x00\x00\x00", "line 1"),
        (b'{"a":\n"\xff"}', "line 2 holds bytes that are not text"),
        (b'{"a": 1, "b": 2, "a": 3}', '"a" stands in it twice'),
        (b'[{"x": {"k": 1, "k": 1}}]', '"k" stands in it twice'),
        (b'{"a": NaN}', "it holds NaN"),
        (b'{"a": -Infinity}', "it holds -Infinity"),
        (b'{"a": "\\ud800"}', "half a character"),
        (b'{"\\uDFFF": 1}', "half a character"),
        (b"[" * 2000 + b"]" * 2000, "nested too deep"),
        (b'{"a":' * 2000 + b"1" + b"}" * 2000, "nested too deep"),
        (b"[" * 200_000, "nested too deep"),
        (b"[" * 41 + b"]" * 41, "nested too deep"),
        (b'{"a": ' + b"9" * 5000 + b"}", "is damaged"),
    ],
)
def test_what_is_not_strict_json_is_damage_and_says_where(data: bytes, said: str) -> None:
    with pytest.raises(DamagedError, match=said) as caught:
        parse_json(data, HERE)

    assert caught.value.message.startswith("setting.json is damaged: ")


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"{}", {}),
        (b'\xef\xbb\xbf{"a": [1, null, true]}', {"a": [1, None, True]}),
        (b'{"a": "\\ud83d\\ude00"}', {"a": "😀"}),
        (b'{"a": {"k": 1}, "b": {"k": 1}}', {"a": {"k": 1}, "b": {"k": 1}}),
        ('{"ä": "…"}'.encode(), {"ä": "…"}),
    ],
)
def test_strict_json_reads(data: bytes, value: object) -> None:
    assert parse_json(data, HERE) == value


def test_as_deep_as_allowed_reads() -> None:
    value = parse_json(b"[" * 40 + b"]" * 40, HERE)

    assert str(value) == "[" * 40 + "]" * 40


def test_bytes_are_read_up_to_the_limit_and_no_further(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")

    assert read_bytes(tmp_path / "a", 5)[0] == b"12345"
    with pytest.raises(DamagedError, match="is larger than"):
        read_bytes(tmp_path / "a", 4)


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="is not there") as caught:
        read_bytes(tmp_path / "gone.json")
    assert not isinstance(caught.value, DamagedError)

    with pytest.raises(WorkspaceError, match="is a folder"):
        read_bytes(tmp_path)


def test_a_file_that_is_held_for_a_moment_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"1")
    real, held = open, [2]

    def _open(path: Path, mode: str) -> object:
        held[0] -= 1
        if held[0] >= 0:
            raise PermissionError(13, "held")
        return real(path, mode)

    monkeypatch.setattr("builtins.open", _open)
    assert read_bytes(tmp_path / "a")[0] == b"1"

    held[0] = 99
    with pytest.raises(WorkspaceError, match="another program has locked it"):
        read_bytes(tmp_path / "a")
