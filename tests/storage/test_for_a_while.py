"""What is taken out of a mail stands in a file of its own while it is read: under a safe name, and gone after."""

import stat
import sys

import pytest

from compact_tui.storage.for_a_while import file_for_a_while


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("in.mbox > mail 1 > r.json", "r.json"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\lead\\Return (1).JSON", "return-1.json"),
        ("mail > ..", "setting"),
        ("con:aux*?.eml", "con-aux.eml"),
        ("a.tar.gz/../b\x00.json", "b.json"),
        ("n" * 300 + ".json", "n" * 60 + ".json"),
        ("reply." + "x" * 300, "reply.xxxxxxxx"),
    ],
)
def test_a_name_from_outside_is_made_safe(name: str, expected: str) -> None:
    with file_for_a_while(name, b"{}") as path:
        assert path.read_bytes() == b"{}"
        assert list(path.parent.iterdir()) == [path]
        assert path.name == expected


def test_only_this_person_can_open_it_and_nothing_stays_behind() -> None:
    with pytest.raises(KeyError), file_for_a_while("r.json", b"{}") as path:
        if sys.platform != "win32":
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        raise KeyError
    assert not path.parent.exists()


def test_files_of_two_documents_are_two() -> None:
    with file_for_a_while("r.json", b"1") as one, file_for_a_while("r.json", b"2") as two:
        assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")
