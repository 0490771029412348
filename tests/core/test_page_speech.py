"""A page as it is heard."""

from compact_tui.core.page import (
    CopyBlock,
    Facts,
    InkBlock,
    ListBlock,
    Paragraph,
    ReportPage,
    Section,
    TableBlock,
    TickBlock,
    WritingBlock,
)
from compact_tui.core.page_speech import spoken_lines
from compact_tui.core.report import report_of
from tests.samples import lamp_pack, lamp_return


def test_every_block_is_said_in_lines_that_stand_by_themselves() -> None:
    page = ReportPage(
        "The lamps",
        ("Not complete.",),
        (
            Section("At a glance", 2, (TableBlock("Every room.", ("Room", "Now", "Then"),
                                                  (("Hall", "bright", "-"), ("Loft", "", ""))),)),
            Section("The hall", 3, (Paragraph("It is lit."), ListBlock(("a", "b")), Facts((("Bulb", "two"),
                                                                                        ("Fuse", ""))))),
            Section("Sign", 2, (CopyBlock("Code", "AB-12"), InkBlock("By pen", ("Name",)), TickBlock("", ("yes", "no")),
                                WritingBlock("Note", 3))),
        ),
    )  # fmt: skip

    assert list(spoken_lines(page)) == [
        "The lamps", "Not complete.",
        "", "Section: At a glance", "Every room:", "- Hall: Now bright", "- Loft",
        "", "The hall", "It is lit.", "- a", "- b", "Bulb: two",
        "", "Section: Sign", "Code:", "AB-12", "By pen:", "- Name (to write by pen)", "Tick one:", "- yes", "- no",
        "Note: (to write by pen)",
    ]  # fmt: skip


def test_the_report_is_heard_without_drawn_lines_or_columns() -> None:
    lines = list(spoken_lines(report_of(lamp_return(), lamp_pack())))

    assert len(lines) > 20
    assert not [line for line in lines if any(drawn in line for drawn in ("==", "__", "--", "|", "   "))]
