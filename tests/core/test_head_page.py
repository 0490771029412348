"""The head's page: what a person who signs has to know, on two sides."""

import msgspec

from compact_tui.core.audit import Action, Audit, LastGrade
from compact_tui.core.finding import Finding
from compact_tui.core.head_page import head_page
from compact_tui.core.pack import Signer
from compact_tui.core.page import InkBlock, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.report_text import page_lines
from compact_tui.core.return_changes import ChangedItem, Since
from compact_tui.core.returns import content_code
from tests.samples import head, lamp_audit, lamp_pack, lamp_return, umbrella_pack, without_levels
from tests.samples import setting as sample_setting

CHIEF = Signer(id="chief", word="Chief", declaration="I looked at every lamp.")
OWL = Signer(id="owl", word="Night owl", declaration="I looked at night.", required=False)


def page_of(audit: Audit | None = None, **more: object) -> ReportPage:
    """The page of an audit of the lamps, for the chief."""
    return head_page(lamp_return(audit), lamp_pack(), (CHIEF,), **more)  # type: ignore[arg-type]


def section(page: ReportPage, heading: str) -> Section:
    """One of its sections."""
    return next(s for s in page.sections if s.heading == heading)


def said(page: ReportPage, heading: str) -> str:
    """All that a section says in sentences and lists."""
    texts: list[str] = []
    for block in section(page, heading).blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, ListBlock):
            texts.extend(block.items)
    return "\n".join(texts)


def rows(page: ReportPage, heading: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a section's table."""
    return next(block.rows for block in section(page, heading).blocks if isinstance(block, TableBlock))


def test_it_begins_with_whether_it_is_finished_and_the_code_of_just_this() -> None:
    page = page_of()

    assert page.first_lines[0] == "This return is complete and signed by A. Light (Head)."
    assert content_code(lamp_return()) in page.first_lines[1]
    assert "independent" in page.first_lines[2]
    assert page.dense


def test_every_standard_stands_with_last_times_grade_and_what_became_of_it() -> None:
    page = page_of(msgspec.structs.replace(lamp_audit(), last_grades=(LastGrade(standard="stairs", level="dim"),)))

    assert rows(page, "What is claimed") == (
        ("1. The hall", "-", "Bright", "-", "Bright", "2\u00a0of\u00a02"),
        ("2. The stairs", "Dim", "Bright", "2 levels up", "Bright", "1\u00a0of\u00a01"),
    )


def test_duties_not_met_stand_worst_first_with_what_is_planned() -> None:
    bulb, switch, shade, stairs = lamp_audit().answers
    audit = msgspec.structs.replace(
        lamp_audit(),
        answers=(
            msgspec.structs.replace(bulb, answer="flickers"),
            msgspec.structs.replace(switch, answer="out"),
            shade,
            msgspec.structs.replace(stairs, answer="out"),
        ),
        actions=(
            Action(id="t-1", what="New bulb", who="Porter", due="2026-12-20", supports=("hall-bulb",)),
            Action(id="t-2", what="Old plan", status="dropped", supports=("stairs-bulb",)),
        ),
    )

    assert said(page_of(audit), "Duties not met").split("\n") == [
        "2.1 Lit? Out. Action: no action is open for it.",
        "1.1 Is there a bulb? Flickers. Action: New bulb; Porter; by 20 December 2026; open.",
    ]


def test_duties_that_are_all_met_or_not_answered_are_said_so() -> None:
    assert said(page_of(), "Duties not met") == "Every duty that applies is answered as met."
    assert said(page_of(Audit(head=head())), "Duties not met") == "2 duties of 2 are not answered yet."


def test_what_changed_since_last_time_is_counted() -> None:
    last = (LastGrade(standard="hall", level="bright", cycle="2024"), LastGrade(standard="stairs"))

    told = said(page_of(msgspec.structs.replace(lamp_audit(), last_grades=last)), "What has changed")

    assert told.startswith("Since last time (2024): 1 the same and 1 not asked then.")
    nothing = said(page_of(msgspec.structs.replace(lamp_audit(), last_grades=())), "What has changed")
    assert nothing.startswith("Last time's grades were not typed in")
    assert nothing.endswith("Nobody has signed before, so there is nothing to compare with.")


def test_what_changed_since_people_signed_is_listed_and_what_is_left_out_is_counted() -> None:
    changes = tuple(ChangedItem(kind="note", where="x", number="", words=f"change {n}") for n in range(11))
    since = (Since(sentence="Chief: signed.", changes=changes), Since(sentence="Owl: signed.", changes=changes[:3]))

    told = said(page_of(since=since), "What has changed").split("\n")

    assert told[1:3] == ["Chief: signed.", "change 0"]
    assert told[8] == "And 5 more changes: they stand in the full report."
    assert told[9:] == ["Owl: signed.", "change 0", "And 2 more changes: they stand in the full report."]


def test_open_actions_stand_overdue_first_and_the_rest_are_counted() -> None:
    actions = (
        Action(id="t-1", what="Later", due="2027-01-01"),
        Action(id="t-2", what="Late", who="Porter", due="2026-11-01", supports=("hall-bulb",)),
        Action(id="t-3", what="Done", status="done"),
        *(Action(id=f"t-{n}", what=f"Some day {n}") for n in range(4, 14)),
    )

    page = page_of(msgspec.structs.replace(lamp_audit(), actions=actions))

    assert said(page, "Action plan").split("\n") == [
        "12 actions open, 1 overdue; 1 done or dropped.",
        "And 5 more actions: they stand in the full report.",
    ]
    assert rows(page, "Action plan")[:2] == (
        ("Late", "Porter", "1 Nov 2026 (overdue)", "1.1"),
        ("Later", "-", "1 Jan 2027", "-"),
    )
    assert said(page_of(msgspec.structs.replace(lamp_audit(), actions=())), "Action plan") == "No action is planned."


def test_findings_that_stand_and_those_set_aside_are_told_apart() -> None:
    findings = (
        Finding("r-1", "error", "hall", "1", "It is dark.", "Light it."),
        Finding("r-2", "warning", "", "", "Nobody looked.", "Look."),
        Finding("r-3", "note", "", "", "A nicety.", "Mind it."),
        Finding("r-4", "warning", "stairs", "2", "No evidence.", "Add some.", set_aside="It is being mended."),
    )

    assert said(page_of(findings=findings), "What Review says").split("\n") == [
        "Review finds 1 error, 1 warning, 1 note.",
        "Error: 1: It is dark.",
        "Warning: Nobody looked.",
        "1 finding set aside, with the reason:",
        "2: No evidence. Reason: It is being mended.",
    ]
    assert said(page_of(), "What Review says") == "Review finds nothing."


def test_one_role_reads_its_own_declaration_and_a_sheet_for_all_has_a_box_for_each() -> None:
    own = section(page_of(), "Declaration").blocks
    both = head_page(lamp_return(), lamp_pack(), (CHIEF, OWL))

    assert own == (Paragraph("I looked at every lamp."), InkBlock("Chief", ("Name", "Role", "Day", "Signature")))
    assert said(both, "Declaration") == "Chief: I looked at every lamp.\nNight owl: I looked at night."
    boxes = [block.label for block in section(both, "Declaration").blocks if isinstance(block, InkBlock)]
    assert boxes == ["Chief", "Night owl (may sign as well)"]
    assert "  Signature ______________________________" in page_lines(both, 80)


def test_a_pack_without_grades_has_a_page_without_them() -> None:
    from compact_tui.core.return_build import build_return

    pack = without_levels(umbrella_pack())
    audit = Audit(head=head(pack=pack.pack.id))
    return_ = build_return(
        sample_setting(), pack, audit, return_id="r", made_on="2026-12-03", made_by="x", today="2026-12-03"
    )

    page = head_page(return_, pack, pack.signer)

    assert rows(page, "What is claimed")[0] == ("1. Taking umbrellas in", "0\u00a0of\u00a03")
    assert "last time" not in said(page, "What has changed").lower()
