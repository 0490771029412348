"""One cycle from beginning to end: carried forward, lent out, filled in a spreadsheet, a new edition, and a return.

After every step every answer and note of before is accounted for: it stands, it waits to be confirmed, or it is parked.
"""

import os
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from compact_tui.core.audit import Audit
from compact_tui.core.merge_values import KEEP, MINE, THEIRS, Choices
from compact_tui.core.pack import AuditPack, Criterion
from compact_tui.core.pack_head import ItemChange
from compact_tui.exchange.return_json import read
from compact_tui.services import answering, carrying, confirming, editions, grading, part_importing, returns, workbooks
from compact_tui.services.books import open_audit
from compact_tui.services.demo import demo
from compact_tui.services.desk import Desk
from compact_tui.storage.pack_copy import encode_pack
from compact_tui.storage.packs import load_shipped
from tests.services.desks import at, desk_in
from tests.services.part_desks import lent, opened_by, sent_back

RESAVED = Path(__file__).parent / "fixtures" / "workbooks" / "cycle-saved-by-libreoffice.xlsx"
"""The workbook of standard 4 in this very cycle, with one note typed in, as LibreOffice saved it.

``FIXTURE=write`` makes it again, where LibreOffice is there.
"""
TYPED_IN_LIBREOFFICE = "Asked five people in LibreOffice."


def said(audit: Audit) -> set[str]:
    """Every text that somebody wrote about a criterion or standard, wherever it stands now."""
    answers = (*audit.answers, *audit.carried_answers)
    texts = {text for one in answers for text in (one.note, one.private_note, one.reason)}
    texts |= {one.text for one in (*audit.summaries, *audit.carried_summaries)}
    texts |= {one.title for one in audit.evidence} | {one.what for one in audit.actions}
    return {line for text in texts for line in text.split("\n") if line}


def answered(audit: Audit) -> dict[str, str]:
    """What every criterion was answered, whether it counts or waits."""
    there = {one.criterion: one.answer for one in audit.carried_answers if not one.was}
    return there | {one.criterion: one.answer for one in audit.answers}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The demonstration, two years on."""
    first = desk_in(tmp_path / "school")
    demo(first)
    return at(first, days=730)


def rewritten(criterion: Criterion, name: str) -> Criterion:
    """A criterion with another id and words of its own, on the same sources."""
    return replace(
        criterion,
        id=f"{criterion.id[:3]}-{name.replace(' ', '-')}",
        question=f"Is the {name} as it should be?",
        text=f"The {name} is as it should be.",
        good=f"Whoever looks at the {name} finds it in order and can say why that matters to a child.",
        where=(f"The {name} itself, with whoever looks after it",),
        ask=(f"Whoever looks after the {name}: when did you last look?",),
        variant=(),
    )


def new_edition(pack: AuditPack) -> AuditPack:
    """The next edition, with every kind of change in standard 6 and 7 and the rest as it was."""
    six, seven = pack.standard[5], pack.standard[6]
    worded, changed, split, *rest6 = six.criterion
    one, two, moved, retired, *rest7 = seven.criterion
    reworded = replace(worded, text=f"{worded.text.removesuffix('.')}, in other words.")
    meant = rewritten(changed, "rota")
    first, second = rewritten(split, "talk"), rewritten(split, "quiet room")
    both, fresh = rewritten(one, "whole picture"), rewritten(two, "new question")
    standards = list(pack.standard)
    standards[5] = replace(six, criterion=(reworded, meant, first, second, moved, *rest6))
    standards[6] = replace(seven, criterion=(both, fresh, *rest7))
    changes = (
        ItemChange(item=reworded.id, how="reworded"),
        ItemChange(item=meant.id, how="meaning-changed", was=(changed.id,)),
        ItemChange(item=first.id, how="split", was=(split.id,)),
        ItemChange(item=second.id, how="split", was=(split.id,)),
        ItemChange(item=moved.id, how="moved"),
        ItemChange(item=both.id, how="merged", was=(one.id, two.id)),
        ItemChange(item=fresh.id, how="new"),
        ItemChange(item=retired.id, how="retired"),
    )
    head = replace(pack.pack, edition="2028.1", item_change=changes)
    return replace(pack, pack=head, standard=tuple(standards))


def resave(book: Path) -> None:
    """Type one note into a workbook, have LibreOffice save it, and keep that."""
    sheets = load_workbook(book)
    add_to_note(sheets, "4.1", TYPED_IN_LIBREOFFICE)
    typed = book.with_name("cycle-saved-by-libreoffice.xlsx")
    sheets.save(typed)
    argv = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(RESAVED.parent), str(typed)]
    subprocess.run(argv, check=True, capture_output=True)


def add_to_note(book: Workbook, number: str, text: str) -> None:
    """Write a line under what was found for a criterion, wherever its row and column are."""
    for sheet in book.worksheets:
        column = next((cell.column for cell in sheet[1] if cell.value == "What we found"), 0)
        for row in sheet.iter_rows() if column else ():
            if any(str(cell.value) == number for cell in row):
                found = sheet.cell(int(row[0].row or 0), int(column))
                found.value = f"{found.value or ''}\n{text}".strip()
                return
    raise AssertionError(f"no row {number}")


def test_every_answer_is_accounted_for_through_a_whole_cycle(desk: Desk, tmp_path: Path) -> None:
    last = open_audit(desk).kept
    before, words = answered(last), said(last)
    assert len(before) > 40

    view = carrying.carry_forward(desk, {"cycle": "2028-2030", "pack": ""})
    desk = replace(desk, audit_id=view.audit)
    carried = open_audit(desk).kept
    assert answered(carried) == before
    assert said(carried) >= words
    assert carried.answers == ()

    for standard in view.standards:
        confirming.confirm_standard(desk, standard.standard, [line.item for line in standard.lines])
    confirmed = open_audit(desk).kept
    assert {one.criterion: one.answer for one in confirmed.answers} == before
    assert said(confirmed) >= words

    people = opened_by(desk, lent(desk, "2", "Office"), tmp_path / "office")
    trainer = opened_by(desk, lent(desk, "5", "Trainer"), tmp_path / "trainer")
    mine, theirs = "We looked in the office.", "The office looked itself."
    answering.write_note(desk, "2.1", mine)
    answering.write_note(people, "2.1", theirs)
    answering.write_note(trainer, "5.1", "Trained on Monday.")
    back = sent_back(people)
    preview = part_importing.preview_part(desk, back)
    assert [line.state for line in preview.lines if line.place == "2.1"] == ["both"]
    part_importing.import_part(desk, back, Choices(both=KEEP))
    part_importing.import_part(desk, sent_back(trainer), Choices(both=THEIRS))
    now = open_audit(desk).kept
    kept = next(one for one in now.answers if one.criterion == open_audit(desk).pack.standard[1].criterion[0].id)
    assert mine in kept.note
    assert theirs in kept.note
    assert answered(now) == before

    made = workbooks.export_workbook(desk, ("3", "4"))
    sheets = load_workbook(made.path)
    add_to_note(sheets, "3.1", "Counted in the spreadsheet.")
    edited = tmp_path / "edited.xlsx"
    sheets.save(edited)
    taken = workbooks.import_workbook(desk, edited, Choices(both=MINE))
    assert [line.place for line in taken.merge.lines if line.state == "theirs"] == ["3.1"]
    if os.environ.get("FIXTURE") == "write":
        resave(Path(workbooks.export_workbook(desk, ("4",)).path))
    again = workbooks.import_workbook(desk, RESAVED, Choices(both=MINE))
    came = [line for line in again.merge.lines if line.state == "theirs"]
    assert [(line.place, TYPED_IN_LIBREOFFICE in line.theirs) for line in came] == [("4.1", True)]
    spread = open_audit(desk).kept
    assert {"Counted in the spreadsheet.", TYPED_IN_LIBREOFFICE} <= said(spread)
    assert answered(spread) == before

    moved_pack = tmp_path / "2028.pack.json"
    moved_pack.write_bytes(encode_pack(new_edition(load_shipped("compact-12"))))
    moving = editions.edition_view(desk, str(moved_pack))
    assert {how for how, number in moving.counts if number} == {
        "same", "reworded", "meaning changed", "split", "merged", "moved", "retired", "new",
    }  # fmt: skip
    editions.take_edition(desk, str(moved_pack))
    after = open_audit(desk)
    assert said(after.kept) >= said(spread)
    known = {criterion.id for standard in after.pack.standard for criterion in standard.criterion}
    waiting = {one.was for one in after.kept.carried_answers}
    standing = {one.criterion for one in after.kept.answers}
    assert set(before) <= standing | waiting
    assert editions.parked(desk).lines

    for asked in after.pack.standard:
        grade = next((one for one in after.kept.grades if one.standard == asked.id), None)
        if grade is None:
            grading.grade(desk, asked.id, after.pack.level[-1].id, reason="As it stands.")
    return_ = read(Path(returns.make(desk).return_file).read_bytes()).return_
    told = {c.id: c.answer for s in return_.standards for c in s.criteria}
    aside = {one.id for one in return_.parked}
    for criterion, answer in before.items():
        assert told.get(criterion) == answer or criterion in aside or criterion in waiting, criterion
    assert set(before) - known - waiting <= aside
