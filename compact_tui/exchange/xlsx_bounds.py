"""Bounds on what stands inside a workbook that somebody else saved, seen before a library builds it in memory."""

import re
import zipfile
from xml.etree.ElementTree import ParseError

from compact_tui.core.errors import FileNotAcceptableError

MOST_ELEMENTS = 2_000_000
"""XML elements of all parts together."""
MOST_SPREAD = 200_000
"""Cells that all merged ranges, links and comments of a workbook cover together; a library makes each of them."""
_SPREADING = {"mergeCell", "hyperlink", "comment"}
_AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_COLUMNS_ONLY = re.compile(r"\$?[A-Za-z]{0,3}\$?\d{0,7}:\$?[A-Za-z]{0,3}\$?\d{0,7}")
_SAVE_AS = 'Open it in your spreadsheet and save it as "Excel workbook (.xlsx)". Nothing was changed.'


def look_at_xml(packed: zipfile.ZipFile, what: str) -> None:
    """See that the XML of a workbook declares nothing and stays within bounds.

    Args:
        packed: The workbook; the sizes of its parts were looked at before.
        what: What the person calls the file, to begin a sentence with.

    Raises:
        FileNotAcceptableError: It brings a document type, or far more than a person would make.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    counter = _Counter(what)
    for part in packed.infolist():
        data = packed.read(part)
        if not _is_xml(data):
            continue
        parser = DefusedXMLParser(target=counter, forbid_dtd=True)
        try:
            parser.feed(data)
            parser.close()
        except DefusedXmlException as error:
            raise FileNotAcceptableError(f"{what} holds declarations that no spreadsheet writes.", _SAVE_AS) from error
        except ParseError as error:
            raise FileNotAcceptableError(f"{what} is not a workbook, or it is damaged.", _SAVE_AS) from error


def _is_xml(data: bytes) -> bool:
    return data[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<")


class _Counter:
    """Takes the elements of all parts and keeps none of them."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.elements = 0
        self.spread = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Count an element, and the cells it would spread over."""
        self.elements += 1
        if tag.rpartition("}")[2] in _SPREADING:
            self.spread += _cells(attributes.get("ref", ""))
        if self.elements > MOST_ELEMENTS or self.spread > MOST_SPREAD:
            raise FileNotAcceptableError(
                f"{self.what} holds far more than a workbook of this program would.",
                "Merge fewer cells, or copy what you filled in into the file as it was sent. Nothing was changed.",
            )


def _cells(ref: str) -> int:
    """How many cells a range covers; one that names whole rows or columns counts as too many."""
    found = _AREA.fullmatch(ref)
    if found is None:
        return MOST_SPREAD + 1 if _COLUMNS_ONLY.fullmatch(ref) else 1
    wide = abs(_number(found[3]) - _number(found[1])) + 1
    return wide * (abs(int(found[4]) - int(found[2])) + 1)


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
