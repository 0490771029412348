"""How our Word files look: paper, styles, page numbers, language; and the same bytes for the same page."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

LANGUAGE = "en-GB"
BLUE = "1D4F91"
GREY = "6B6B6B"
_FONT = "Arial"
_FIXED = datetime(2000, 1, 1)
"""The moment that every file of ours claims, so that the same page is the same bytes."""
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_MARGIN = 20
"""Millimetres on every side."""
_A4 = (210, 297)
_NOT_WANTED = {"thumbnail", "stylesWithEffects", "customXml"}
"""Parts of the library's template that nothing here uses, by how it points at them."""
_TABLES = {"Normal Table", "Table Grid"}
"""Styles of tables that stay; the template has a hundred more."""
_CELL = 45
"""Twentieths of a point above and below the words of a cell."""
_POINTS, _DENSE = 10.0, 8.0
"""Of running text."""
_HEADINGS = {"Heading 1": 20, "Heading 2": 14, "Heading 3": 11.5}
"""Points."""


def blank_document(title: str, *, large: bool = False, dense: bool = False) -> WordDocument:
    """An empty document of ours on A4, with its styles, page numbers and language.

    Args:
        title: What it is called.
        large: Across the paper, and so large that a hall can read it.
        dense: Small, so that it keeps to its sides.
    """
    document = Document()
    _paper(document, across=large)
    _styles(document, 22.0 if large else _DENSE if dense else _POINTS)
    _page_numbers(document.sections[0].footer.paragraphs[0])
    _properties(document, title)
    return document


def width_of(document: WordDocument) -> int:
    """Millimetres between the margins."""
    return round((document.sections[0].page_width or 0) / Mm(1)) - 2 * _MARGIN


def _paper(document: WordDocument, *, across: bool) -> None:
    section = document.sections[0]
    wide, tall = reversed(_A4) if across else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(tall)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)


def _styles(document: WordDocument, points: float) -> None:
    for name in ("Normal", "List Bullet", "Caption", *_HEADINGS):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        _font(style)
        style.paragraph_format.space_after = Pt(4)
    normal, caption = document.styles["Normal"], document.styles["Caption"]
    assert isinstance(normal, ParagraphStyle)
    assert isinstance(caption, ParagraphStyle)
    normal.font.size = Pt(points)
    caption.font.size, caption.font.color.rgb, caption.font.bold = Pt(points), RGBColor(0, 0, 0), True
    caption.paragraph_format.keep_with_next = True
    for name, size in _HEADINGS.items():
        heading = document.styles[name]
        assert isinstance(heading, ParagraphStyle)
        heading.font.size = Pt(size * points / _POINTS)
        heading.font.color.rgb = RGBColor.from_string(BLUE)
        heading.paragraph_format.space_before = Pt(0 if name == "Heading 1" else 12)
        heading.paragraph_format.keep_with_next = True
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLES:
            style.delete()
    _grid(document)
    _language(document)


def _grid(document: WordDocument) -> None:
    """Lines of tables in grey, and room between them and the words."""
    for part in document.styles["Table Grid"].element.iter():
        if part.get(qn("w:val")) == "single":
            part.set(qn("w:color"), GREY)
    for margins in document.styles["Table Grid"].element.iter(qn("w:tblCellMar")):
        for side in margins.iterchildren(qn("w:top"), qn("w:bottom")):
            side.set(qn("w:w"), str(_CELL))


def _font(style: ParagraphStyle) -> None:
    """Name the font for every script, since the template's headings name one by theme, which would win."""
    style.font.name = _FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _language(document: WordDocument) -> None:
    for known in document.styles.element.iter(qn("w:lang")):
        for script in ("val", "eastAsia"):
            known.set(qn(f"w:{script}"), LANGUAGE)


def _page_numbers(footer: Paragraph) -> None:
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        footer.add_run(words)
        shown = OxmlElement("w:fldSimple")
        shown.set(qn("w:instr"), field)
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        shown.append(run)
        footer._p.append(shown)


def _properties(document: WordDocument, title: str) -> None:
    """Say what it is and in which language, and nothing about whose machine it was made on."""
    said = document.core_properties
    said.title, said.language, said.revision = title[:255], LANGUAGE, 1
    said.author = said.last_modified_by = said.comments = said.keywords = said.subject = ""
    said.created = said.modified = _FIXED
    package = document.part.package
    for holder in (package, document.part):
        for name, link in list(holder.rels.items()) if holder is not None else ():
            if link.reltype.rpartition("/")[2] in _NOT_WANTED:
                del holder.rels[name]


def shade(properties: BaseOxmlElement, colour: str) -> None:
    """Give a cell or paragraph a ground, by its properties."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{name}"), value)
    properties.append(ground)


def mark(properties: BaseOxmlElement, name: str) -> None:
    """Switch on what Word knows by a name, such as ``tblHeader``, in a row's properties."""
    properties.append(OxmlElement(f"w:{name}"))


def bytes_of(document: WordDocument) -> bytes:
    """The file; the same bytes for the same document, whenever and wherever it is written."""
    written, fixed = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as parts, ZipFile(fixed, "w") as ours:
        for part in parts.infolist():
            info = ZipInfo(part.filename, _ZIP_DATE)
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            ours.writestr(info, parts.read(part))
    return fixed.getvalue()
