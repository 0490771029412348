"""What stands in a workbook: which standards, which rows, and what is too long for a cell."""

from msgspec.structs import replace

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence
from compact_tui.core.lending import lent_of, lent_standards
from compact_tui.core.workbook import LONGEST_CELL, Row, Workbook
from compact_tui.core.workbook_build import build_workbook, too_long, with_digest
from tests.samples import head, lamp_audit, lamp_pack


def _made(audit: Audit, *standards: str, switched: dict[str, str] | None = None) -> Workbook:
    return build_workbook(
        audit, lamp_pack(), setting="The Gallery", made_on="2026-12-03", standards=standards, switched=switched
    )


def _rows(made: Workbook) -> dict[str, Row]:
    return {row.key: row for sheet in made.sheets for row in sheet.rows if row.key}


def test_only_the_standards_that_are_lent_are_in_it_with_what_belongs_to_them() -> None:
    made = _made(lamp_audit(), "stairs")

    assert list(_rows(made)) == ["answers/stairs-bulb", "grades/stairs", "summaries/stairs", "evidence/e-2"]
    assert (made.lent.standards, [e.id for e in made.lent.evidence], made.lent.actions) == (("stairs",), ["e-2"], ())


def test_records_that_belong_to_nothing_go_with_the_whole_only() -> None:
    audit = replace(
        lamp_audit(), evidence=(Evidence(id="e-8", title="Loose"),), actions=(Action(id="t-8", what="Loose"),)
    )

    whole, some = (lent_of(audit, lamp_pack(), names) for names in ((), ("hall",)))

    assert [len(whole.evidence), len(whole.actions), len(some.evidence), len(some.actions)] == [1, 1, 0, 0]
    assert lent_standards(lamp_pack(), ("stairs", "hall")) == lent_standards(lamp_pack(), ()) == ("hall", "stairs")


def test_what_is_lent_says_nothing_of_this_computer_or_in_private() -> None:
    seen = Evidence(
        id="e-1", title="See C:\\rota\\x.pdf", file="/home/jo/x", sha256="ab", file_size=3, file_on="2026-01-01"
    )
    said = CriterionAnswer(criterion="hall-bulb", note="In /home/jo/a.txt", private_note="Ask Bo")
    audit = Audit(head=head(), answers=(said,), evidence=(seen,))

    lent, private = (lent_of(audit, lamp_pack(), (), private=private) for private in (False, True))

    assert (lent.answers[0].note, lent.answers[0].private_note) == ("In [a file on our own computer]", "")
    assert private.answers[0].private_note == "Ask Bo"
    kept = lent.evidence[0]
    assert (kept.title, kept.file, kept.sha256, kept.file_size, kept.file_on) == (
        "See [a file on our own computer]", "", "", 0, "",
    )  # fmt: skip


def test_a_criterion_that_the_profile_switches_off_says_so_until_somebody_answers_it() -> None:
    off = dict.fromkeys(("hall-bulb", "hall-switch"), "Switched off by our profile: we have no food.")
    audit = Audit(head=head(), answers=(CriterionAnswer(criterion="hall-bulb", answer="lit"),))

    rows = _rows(_made(audit, switched=off))

    assert rows["answers/hall-bulb"].cells["question"] == "Is there a bulb?\nA bulb. (must)"
    assert rows["answers/hall-switch"].cells["question"].splitlines()[2] == (
        "Switched off by our profile: we have no food. Nothing needs to be answered here."
    )
    assert rows["answers/hall-switch"].cells["answer"] == ""


def test_the_code_of_what_was_lent_changes_with_what_was_lent() -> None:
    one, other = (_made(audit).lent for audit in (lamp_audit(), replace(lamp_audit(), actions=())))

    assert one.digest != other.digest
    assert with_digest(replace(one, digest="")) == one


def test_a_text_that_no_cell_holds_is_named_by_its_place() -> None:
    def said(length: int) -> tuple[str, ...]:
        answer = CriterionAnswer(criterion="hall-switch", note="x" * length + "\x00")
        action = Action(id="t-1", what="y" * length)
        return too_long(_made(Audit(head=head(), answers=(answer,), actions=(action,))))

    assert said(LONGEST_CELL) == ()
    assert said(LONGEST_CELL + 1) == ("sheet 1 The hall, 1.2, What we found", "sheet Actions, t-1, What will be done?")
