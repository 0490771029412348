"""The report: what it says, in which order, and how it stands as text."""

import msgspec
import pytest

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, SignOff, Summary
from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_head import PackHead
from compact_tui.core.page import CopyBlock, Facts, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.report import report_of
from compact_tui.core.report_text import columns, page_lines, wrapped
from compact_tui.core.returns import content_code, with_digest
from tests.samples import head, lamp_audit, lamp_pack, lamp_return, setting, umbrella_pack


def page_of(audit: Audit | None = None) -> ReportPage:
    return report_of(lamp_return(audit), lamp_pack())


def section(page: ReportPage, heading: str) -> Section:
    return next(s for s in page.sections if s.heading == heading)


def table(page: ReportPage, heading: str) -> TableBlock:
    return next(b for b in section(page, heading).blocks if isinstance(b, TableBlock))


def facts(page: ReportPage, heading: str) -> dict[str, str]:
    return dict(next(b for b in section(page, heading).blocks if isinstance(b, Facts)).pairs)


def test_a_reader_with_two_minutes_finds_first_what_matters() -> None:
    page = page_of()

    assert page.title == "Safeguarding Compact audit of The Gallery, 2026-2028"
    assert page.first_lines == (
        "This return is complete and signed by A. Light (Head).",
        "The wording of the standards is independent: it is not the partnership's own text.",
    )
    assert [s.heading for s in page.sections] == [
        "What this is",
        "Grades at a glance",
        "What needs attention",
        "Set aside",
        "Action plan",
        "Standard 1: The hall",
        "Standard 2: The stairs",
        "Evidence",
        "To copy into another form",
        "Standard 1: The hall: to copy",
        "Standard 2: The stairs: to copy",
    ]


def test_an_unfinished_return_says_so_first() -> None:
    page = page_of(Audit(head=head()))

    assert page.first_lines[0].startswith("This return is not complete: 2 of 2 standards not graded, 4 of 4 criteria")
    attention = section(page, "What needs attention").blocks[0]
    assert isinstance(attention, ListBlock)
    assert attention.items[0] == page.first_lines[0]


def test_a_return_in_someones_own_wording_names_it() -> None:
    return_ = lamp_return(msgspec.structs.replace(lamp_audit(), head=head(wording="PSCP, with permission")))

    page = report_of(return_, lamp_pack())

    assert page.first_lines[1] == "The wording of the standards: PSCP, with permission."


def test_the_front_says_who_and_which_and_both_codes() -> None:
    said = facts(page_of(), "What this is")

    assert said["Sector"] == "Education: schools, colleges, alternative provision"
    assert said["Kind"] == "Primary, infant or junior school"
    assert said["Shared with"] == "Portsmouth, Southampton"
    assert said["Due"] == "18 December 2026"
    assert said["Pack"] == "Care of lamps, edition 1 (lamps, all)"
    assert said["Code of what is signed"] == content_code(lamp_return())
    assert said["Code of this return, to be read out"] in "\n".join(page_lines(page_of(), 80))
    assert "Takes the place of return" not in said


def test_a_signature_says_whether_anything_has_changed_since() -> None:
    code = content_code(lamp_return())
    signs = tuple(
        SignOff(id=f"s-{n}", role="Head", name="", on="2026-12-02", code=c) for n, c in enumerate((code, "X"))
    )

    rows = table(page_of(msgspec.structs.replace(lamp_audit(), sign_offs=signs)), "What this is").rows

    assert [row[4] for row in rows] == ["Nothing has changed\nSigned again later", "Something has changed"]
    assert [row[0] for row in rows] == ["Head", "Head"]


def test_grades_at_a_glance_count_what_is_met_of_what_applies() -> None:
    rows = table(page_of(), "Grades at a glance").rows

    assert rows == (
        ("1. The hall", "Bright", "-", "-", "Bright", "2 of 2", "1"),
        ("2. The stairs", "Bright", "Glowing", "1 level up", "Bright", "1 of 1", "0"),
    )


def test_nothing_graded_is_said_in_words() -> None:
    rows = table(page_of(Audit(head=head())), "Grades at a glance").rows

    assert rows[0] == ("1. The hall", "Not graded", "None suggested", "0 of 3", "0")


def test_the_action_plan_has_the_overdue_first_then_the_open_by_day_then_the_rest() -> None:
    actions = tuple(
        Action(id=f"t-{n}", what=what, due=due, status=status)
        for n, (what, due, status) in enumerate(
            [
                ("done early", "2026-01-01", "done"),
                ("later", "2027-05-01", "open"),
                ("some day", "", "open"),
                ("overdue", "2026-12-02", "open"),
                ("today", "2026-12-03", "open"),
                ("long overdue", "2026-11-01", "open"),
                ("dropped", "", "dropped"),
            ]
        )
    )

    rows = table(page_of(msgspec.structs.replace(lamp_audit(), actions=actions)), "Action plan").rows

    assert [(row[0], row[3]) for row in rows] == [
        ("long overdue", "open, overdue"),
        ("overdue", "open, overdue"),
        ("today", "open"),
        ("later", "open"),
        ("some day", "open"),
        ("done early", "done"),
        ("dropped", "dropped"),
    ]


def test_a_criterion_stands_with_its_answer_note_reason_evidence_and_actions() -> None:
    rows = table(page_of(), "Standard 1: The hall").rows

    assert rows[0] == (
        "1.1",
        "A bulb.",
        "Lit",
        "Two bulbs, checked on Monday.",
        "Evidence: Bulb log",
        "Lead, 1 December 2026, 09:30 UTC",
    )
    assert rows[2][2:5] == (
        "No lamp",
        "Reason: The bulb hangs bare.",
        "Action: Buy a shade; Caretaker; by 10 January 2027; open",
    )


def test_a_grade_that_differs_says_why() -> None:
    audit = lamp_audit()
    grade = Grade(standard="hall", level="dim", suggested="bright", reason="We are strict.", by="Head", at="2026-12-01")
    audit = msgspec.structs.replace(audit, grades=(grade, audit.grades[1]))

    said = facts(page_of(audit), "Standard 1: The hall")

    assert said["Grade"] == "Dim"
    assert said["Suggested by the answers"] == "Bright"
    assert said["Suggested when it was graded"] == "Bright"
    assert said["Why the grade is what it is"] == "We are strict."
    assert said["Graded by"] == "Head, 1 December 2026"


def test_blocks_to_copy_hold_grade_summary_evidence_and_actions_of_a_standard() -> None:
    blocks = section(page_of(), "Standard 1: The hall: to copy").blocks

    assert blocks == (
        CopyBlock("Grade", "Bright"),
        CopyBlock("Summary", "Children can read the notices."),
        CopyBlock("Evidence", "Bulb log; log; Desk; seen: 20 November 2026"),
        CopyBlock("Actions", "Buy a shade; Caretaker; by 10 January 2027; open"),
    )


def test_what_is_not_asked_in_this_edition_is_shown_apart() -> None:
    audit = msgspec.structs.replace(
        lamp_audit(),
        answers=(*lamp_audit().answers, CriterionAnswer(criterion="old", answer="lit", note="Was so.", by="Lead")),
        summaries=(*lamp_audit().summaries, Summary(standard="attic", text="Dusty.")),
        evidence=(*lamp_audit().evidence, Evidence(id="e-9", title="Attic log", supports=("attic",))),
    )

    page = page_of(audit)

    assert table(page, "Not asked in this edition").rows == (
        ("old", "Answer", "Lit\nWas so.", "Lead"),
        ("attic", "Summary", "Dusty.", "-"),
        ("e-9", "Evidence", "Attic log\n-\n-\n-\nFor: attic", "e-9"),
    )
    assert len(table(page, "Grades at a glance").rows) == 2


def test_a_pack_that_is_not_known_leaves_ids_and_loses_nothing() -> None:
    bare = AuditPack(pack=PackHead(id="lamps", edition="1", title="lamps", wording="x"), level=(), standard=())

    page = report_of(lamp_return(), bare)

    assert table(page, "Standard hall").rows[0][:3] == ("hall-bulb", "hall-bulb", "lit")
    assert facts(page, "Standard hall")["Grade"] == "bright"


def test_a_preview_has_no_code_of_a_return_yet() -> None:
    draft = msgspec.structs.replace(lamp_return(), id="", digest="")

    said = facts(report_of(draft, lamp_pack()), "What this is")

    assert {"Return", "Digest", "Code of this return, to be read out"}.isdisjoint(said)


def test_the_umbrella_pack_speaks_its_own_words() -> None:
    audit = Audit(head=head(pack="umbrella-care"), grades=(Grade(standard="u1", level="a-few-drops"),))

    rows = table(report_of(lamp_return(audit), umbrella_pack()), "Standard hall").rows
    assert rows[0][2] == "Not answered yet"


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_no_line_of_text_is_wider_than_asked(width: int) -> None:
    long = "\U0001f469\u200d\U0001f680 " * 20 + "x" * 300 + " " + "漢字" * 80 + "\n\n" + "one two " * 40
    audit = msgspec.structs.replace(lamp_audit(), summaries=(Summary(standard="hall", text=long),))
    return_ = with_digest(lamp_return(audit, setting(name=long)))

    lines = page_lines(report_of(return_, lamp_pack()), width)

    assert max(columns(line) for line in lines) <= width
    whole = "".join(page_lines(report_of(return_, lamp_pack()), 100_000))
    assert ["".join(lines).count(char) for char in "x漢"] == [whole.count(char) for char in "x漢"]


def test_what_would_steer_a_terminal_is_made_visible() -> None:
    page = ReportPage(
        "T\x1b[2J",
        ("\u202eabc",),
        (
            Section(
                "H\x07",
                2,
                (
                    Paragraph("a\x1b]0;x\x07"),
                    ListBlock(("\x9b31m",)),
                    Facts((("n\x1b", "v\x1b"),)),
                    TableBlock("c\x1b", ("h\x1b",), (("v\x1b",),)),
                    CopyBlock("l\x1b", "t\x1b"),
                ),
            ),
        ),
    )

    text = "\n".join(page_lines(page, 80))

    assert all(char.isprintable() or char == "\n" for char in text)
    assert "<U+001B>[2J" in text
    assert "<U+202E>abc" in text


def test_a_table_that_fits_stands_in_columns() -> None:
    block = TableBlock("Lamps", ("Where", "State"), (("Hall", "lit"), ("漢字", "out")))

    assert page_lines(ReportPage("T", (), (Section("S", 2, (block,)),)), 40)[-5:] == (
        "Lamps.",
        "Where  State",
        "-----  -----",
        "Hall   lit",
        "漢字   out",
    )


def test_a_table_that_nearly_fits_has_its_widest_column_folded() -> None:
    block = TableBlock("Lamps", ("Where it hangs", "State"), (("In the hall by the great door", "lit"),))

    assert page_lines(ReportPage("T", (), (Section("S", 2, (block,)),)), 24)[-4:] == (
        "Where it hangs     State",
        "-----------------  -----",
        "In the hall by     lit",
        "the great door",
    )


def test_a_table_that_does_not_fit_is_told_cell_by_cell() -> None:
    block = TableBlock("Lamps", ("Where", "State", "Note"), (("Hall", "lit", "one\ntwo"),))

    assert page_lines(ReportPage("T", (), (Section("S", 2, (block,)),)), 40)[-6:] == (
        "Lamps.",
        "",
        "Where: Hall",
        "  State: lit",
        "  Note: one",
        "    two",
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("one two three", ["one two", "three"]),
        ("abcdefghijkl", ["abcdefgh", "ijkl"]),
        ("a abcdefghij", ["a", "abcdefgh", "ij"]),
        ("漢字漢字漢", ["漢字漢字", "漢"]),
        ("one\n\ntwo", ["one", "", "two"]),
    ],
)
def test_text_is_broken_between_words_and_a_long_word_is_cut(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8) == lines


def test_further_lines_are_indented() -> None:
    assert wrapped("- one two three", 8, "  ") == ["- one", "  two", "  three"]
