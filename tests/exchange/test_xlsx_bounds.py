"""Workbooks that are made to do harm are refused before anything is built of them."""

import io
import warnings
import zipfile
from collections.abc import Callable

import pytest

from compact_tui.core.errors import ExitCode, FileNotAcceptableError
from compact_tui.core.workbook_build import build_workbook
from compact_tui.exchange import xlsx_bounds
from compact_tui.exchange.workbook_read import read_workbook
from compact_tui.exchange.workbook_write import workbook_bytes
from tests.samples import lamp_audit, lamp_pack

SHEET = "xl/worksheets/sheet2.xml"
_SPREAD = "holds far more than a workbook"
_DECLARED = "holds declarations"


def _made() -> bytes:
    return workbook_bytes(build_workbook(lamp_audit(), lamp_pack(), setting="", made_on="2026-12-03"))


def _with(change: Callable[[bytes], bytes], name: str = SHEET) -> bytes:
    """A good workbook with one part changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_made())) as good, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bad:
        for part in good.infolist():
            data = good.read(part)
            bad.writestr(part.filename, change(data) if part.filename == name else data)
    return target.getvalue()


def _after_data(more: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(b"</sheetData>", b"</sheetData>" + more)


def _declared(encoding: str, blanks: int = 0) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        text = data.decode().replace('encoding="UTF-8"', f'encoding="{encoding}"')
        head, _, rest = text.partition("?>")
        return f'{head}?>{" " * blanks}<!DOCTYPE x [<!ENTITY a "aaaa">]>{rest}'.encode(encoding)

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_after_data(b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'), _SPREAD),
        (_after_data(b'<mergeCells><mergeCell ref="&#65;1:XFD1048576"/></mergeCells>'), _SPREAD),
        (_after_data(b"<mergeCells><mergeCell ref='$A$1:$XFD$1048576'/></mergeCells>"), _SPREAD),
        (_after_data(b'<mergeCells><mergeCell ref="A:XFD"/></mergeCells>'), _SPREAD),
        (_after_data(b'<hyperlinks><hyperlink ref="XFD1048576:A1" location="a"/></hyperlinks>'), _SPREAD),
        (_after_data(b'<mergeCells>' + b'<mergeCell ref="A1:Z1000"/>' * 8 + b"</mergeCells>"), _SPREAD),
        (_declared("UTF-8"), _DECLARED),
        (_declared("UTF-8", blanks=5000), _DECLARED),
        (_declared("UTF-16"), _DECLARED),
        (lambda data: data[: len(data) // 2], "damaged"),
    ],
)  # fmt: skip
def test_what_would_spread_or_declare_is_refused(change: Callable[[bytes], bytes], words: str) -> None:
    with pytest.raises(FileNotAcceptableError, match=words) as refused:
        read_workbook(_with(change))

    assert (refused.value.code, "Nothing was changed" in refused.value.hint) == (ExitCode.NOT_ACCEPTABLE, True)


def test_a_part_with_a_harmless_name_is_looked_into_too() -> None:
    target = io.BytesIO(_made())
    with zipfile.ZipFile(target, "a") as parts:
        parts.writestr("xl/picture.png", b' <a><comment ref="A1:XFD1048576"/></a>')
        parts.writestr("xl/photo.png", b"\x89PNG <!DOCTYPE x>")

    with pytest.raises(FileNotAcceptableError, match=_SPREAD):
        read_workbook(target.getvalue())


def test_more_elements_than_anybody_makes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_bounds, "MOST_ELEMENTS", 100)

    with pytest.raises(FileNotAcceptableError, match=_SPREAD):
        read_workbook(_made())


def test_what_a_person_merges_is_within_bounds() -> None:
    merged = _with(_after_data(b'<mergeCells><mergeCell ref="H3:H5"/></mergeCells>'))

    assert any("H3:H5 are merged" in note for note in read_workbook(merged).notes)


def test_what_the_library_leaves_out_is_no_warning_on_the_screen() -> None:
    ext = b'<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst>'

    with warnings.catch_warnings(record=True) as warned:
        read = read_workbook(_with(lambda data: data.replace(b"</worksheet>", ext + b"</worksheet>")))

    assert (read.notes, warned) == ((), [])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a workbook"),
        (b"No,Question\n1.1,Lit?\n", "not a workbook"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password, or in the old Excel format"),
        (b"PK\x03\x04" + b"\0" * 200, "not a workbook"),
    ],
)
def test_what_is_no_workbook_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(FileNotAcceptableError, match=words):
        read_workbook(data)


def test_macros_are_refused() -> None:
    target = io.BytesIO(_made())
    with zipfile.ZipFile(target, "a") as parts:
        parts.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")

    with pytest.raises(FileNotAcceptableError, match="macros"):
        read_workbook(target.getvalue())
