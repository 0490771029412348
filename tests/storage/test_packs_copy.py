"""The copy of a pack that is kept beside an audit."""

from pathlib import Path

import msgspec
import pytest

from compact_tui.core.errors import ExitCode, FileNotAcceptableError
from compact_tui.core.pack import AuditPack
from compact_tui.storage import toml_files
from compact_tui.storage.pack_copy import decode_pack, encode_pack
from compact_tui.storage.packs import read_pack

SMALL = Path(__file__).parents[1] / "fixtures" / "small-pack"


def small_pack() -> AuditPack:
    pack, _ = read_pack(SMALL)
    assert pack is not None
    return pack


def refusal(path: Path) -> str:
    pack, (problem,) = read_pack(path)
    assert pack is None
    return problem.what


def test_the_copy_beside_an_audit_is_the_same_pack_and_can_be_opened_like_one(tmp_path: Path) -> None:
    pack = small_pack()
    path = tmp_path / "2026.pack.json"
    path.write_bytes(encode_pack(pack))

    assert decode_pack(encode_pack(pack)) == pack
    assert read_pack(path) == (pack, ())


def test_the_copy_says_what_it_is() -> None:
    head = msgspec.json.decode(encode_pack(small_pack()))

    assert (head["format"], head["version"]) == ("compact-tui-pack", 1)
    assert head["pack"]["standard"][0]["next_step"][0]["from"] == "soaked"


def test_a_copy_with_fields_of_a_later_day_still_opens() -> None:
    plain = msgspec.json.decode(encode_pack(small_pack()))
    plain["later"] = 1
    plain["pack"]["pack"]["later"] = {"x": 1}

    assert decode_pack(msgspec.json.encode(plain)) == small_pack()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is damaged"),
        (b"{}", "is damaged"),
        (b"[1]", "is damaged"),
        (b"\0" * 50, "is damaged"),
        (b"\xff\xfe", "is damaged"),
        (b'{"format": "else", "version": 1, "pack": {}}', "not a copy of an audit pack"),
        (b'{"format": "compact-tui-pack", "version": 2, "pack": {}}', "newer version"),
        (b'{"format": "compact-tui-pack", "version": 1, "pack": {}}', "is damaged"),
        (b'{"format": "compact-tui-pack", "version": 1, "pack": ' + b"[" * 200_000, "is damaged"),
        (b'{"format": "compact-tui-pack", "version": 1, "x": ' + b'{"x":' * 200_000, "is damaged"),
    ],
)
def test_a_copy_that_cannot_be_used_is_refused_with_a_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(FileNotAcceptableError, match=words) as caught:
        decode_pack(data)
    assert caught.value.code is ExitCode.NOT_ACCEPTABLE
    assert caught.value.hint.startswith("Nothing was changed.")

    path = tmp_path / "x.pack.json"
    path.write_bytes(data)
    assert words in refusal(path)


def test_a_truncated_copy_is_refused_at_every_length() -> None:
    data = encode_pack(small_pack()).rstrip()

    for length in range(0, len(data), 97):
        with pytest.raises(FileNotAcceptableError):
            decode_pack(data[:length])


def test_a_copy_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.pack.json"
    path.write_bytes(encode_pack(small_pack()))
    monkeypatch.setattr(toml_files, "LARGEST_FILE", 100)

    assert "larger than" in refusal(path)
