"""The report after a fault of the program says where it happened, and nothing that somebody typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from compact_tui.cli.fault import report_fault

NOTE = "Samantha Okonkwo told us"


def _looked_up(typed: str) -> None:
    {"1.1": ""}[typed]


def _while_handling(typed: str) -> None:
    try:
        _looked_up(typed)
    except KeyError:
        raise ValueError(f"{typed!r} is no number") from None


def _caused(typed: str) -> None:
    try:
        _looked_up(typed)
    except KeyError as error:
        raise FileNotFoundError(2, "No such file", typed) from error


def _several(typed: str) -> None:
    error = ExceptionGroup(typed, [TypeError(typed)])
    error.add_note(typed)
    raise error


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("fails", "named"),
    [
        (_looked_up, ["in _looked_up", "builtins.KeyError"]),
        (_while_handling, ["in _while_handling", "builtins.ValueError"]),
        (_caused, ["in _looked_up", "builtins.KeyError", "led to", "builtins.FileNotFoundError 2"]),
        (_several, ["in _several", "builtins.ExceptionGroup", "builtins.TypeError"]),
    ],
)
def test_it_has_the_places_and_the_kinds_of_errors_and_no_typed_word(
    fails: Callable[[str], None], named: list[str], kept: Path
) -> None:
    with pytest.raises((KeyError, ValueError, OSError, ExceptionGroup)) as caught:
        fails(NOTE)

    told = report_fault(caught.value)

    (file,) = kept.glob("compact-tui-fault-*.txt")
    text = file.read_text("utf-8")
    assert "Samantha" not in text + "".join(told)
    assert [text.index(one) for one in named] == sorted(text.index(one) for one in named)
    assert "test_fault.py" in text
    assert "left out, as it may hold words that were typed" in text


def test_what_cannot_be_kept_is_told_without_typed_words_too(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(kept / "gone"))
    with pytest.raises(KeyError) as caught:
        _looked_up(NOTE)

    told = "".join(report_fault(caught.value))

    assert "could not be kept" in told and "in _looked_up" in told
    assert "Samantha" not in told


def test_errors_that_name_each_other_end(kept: Path) -> None:
    first, second = ValueError(NOTE), TypeError(NOTE)
    first.__context__, second.__context__ = second, first

    report_fault(first)

    (file,) = kept.glob("compact-tui-fault-*.txt")
    assert file.read_text("utf-8").count("builtins.") == 2
