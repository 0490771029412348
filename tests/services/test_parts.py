"""Lending parts of an audit: what goes out, in which form, and what is refused."""

from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.services import (
    answering,
    erasing,
    grading,
    parts,
    records,
    taking_in,
)
from compact_tui.services.books import open_audit
from compact_tui.services.part_importing import import_part
from tests.services.desks import at, reopened, started
from tests.services.part_desks import lender, lent, opened_by, sent_back


def test_nothing_private_goes_along(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    (tmp_path / "roll.pdf").write_bytes(b"roll")
    records.edit_evidence(desk, open_audit(desk).kept.evidence[0].id, {"file": str(tmp_path / "roll.pdf")})
    file = lent(desk, "1, 2, 3", "Porters")
    porter = opened_by(desk, file, tmp_path / "porters")
    answering.write_note(porter, "u1-ticket", "Bob sleeps.", private=True)

    texts = file.read_text("utf-8"), sent_back(porter).read_text("utf-8")

    for text in texts:
        assert [word for word in ("Ask Bob", "sleeps", "roll.pdf", "rota.xlsx", str(tmp_path)) if word in text] == []


def test_a_provisional_grade_stays_at_home_and_a_final_one_comes_back(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    grading.grade(desk, "u1", "a-few-drops", reason="Tray.")
    file = lent(desk, "1, 2", "Porters")
    porter = opened_by(desk, file, tmp_path / "porters")
    grading.grade(porter, "u2", "bone-dry", reason="All dry.")

    view = import_part(desk, sent_back(porter))

    assert [(line.words, line.state) for line in view.lines] == [("Grade", "theirs")]
    assert {grade.standard: (grade.level, grade.by) for grade in open_audit(desk).kept.grades} == {
        "u1": ("a-few-drops", "Lead"),
        "u2": ("bone-dry", "Porters officer"),
    }


def test_a_part_that_is_back_is_not_called_off(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    hr = opened_by(desk, lent(desk, "2", "HR"), tmp_path / "hr")
    import_part(desk, sent_back(hr))

    with pytest.raises(UsageError, match="is back since 3 December 2026"):
        parts.call_off(desk, parts.list_parts(desk).parts[0].id)
    assert parts.list_parts(desk).parts[0].state == "back"


@pytest.mark.parametrize(
    ("days", "steps", "state", "words"),
    [
        (0, (), "out", "out, due 10 Dec 2026 (in 7 days)"),
        (7, (), "out", "out, due 10 Dec 2026 (today)"),
        (8, (), "late", "late, was due 10 Dec 2026 (1 day ago)"),
        (8, ("call off",), "called-off", "called off 11 Dec 2026"),
        (8, ("back",), "back", "back 11 Dec 2026"),
        (8, ("call off", "back"), "called-off", "called off 11 Dec 2026"),
    ],
)
def test_a_part_is_out_late_back_or_called_off(
    tmp_path: Path, days: int, steps: tuple[str, ...], state: str, words: str
) -> None:
    desk = lender(tmp_path)
    hr = opened_by(desk, lent(desk, "2", "HR", due="10/12/2026"), tmp_path / "hr")
    later = at(desk, days=days)
    (part,) = parts.list_parts(later).parts
    if "call off" in steps:
        parts.call_off(later, part.id)
    if "back" in steps:
        view = import_part(later, sent_back(hr))
        called_off = ("This part was called off on 11 December 2026; it can be taken in all the same.",)
        assert view.notes == (called_off if "call off" in steps else ())

    (line,) = parts.list_parts(later).parts
    assert (line.state, line.state_words) == (state, words)


def test_late_parts_stand_first(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    for to, due in (("A", ""), ("B", "2026-12-20"), ("C", "2026-12-01"), ("D", "2026-12-10")):
        lent(desk, "1", to, due=due)

    view = parts.list_parts(desk)

    assert [line.lent_to for line in view.parts] == ["C", "D", "B", "A"]
    assert view.sentence == "4 parts: 1 late and 3 out."


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"lent_to": "HR"}, "--standards: This is needed."),
        ({"standards": "1"}, "--lent-to: This is needed."),
        ({"standards": "9", "lent_to": "HR"}, 'There is no standard "9".'),
        ({"standards": "1", "lent_to": "HR", "due": "soon"}, '"soon" is not a day'),
        ({"standards": "1", "lent_to": "HR", "form": "fax"}, '"fax" is not one of'),
    ],
)
def test_what_cannot_be_lent_is_said_and_nothing_is_noted(tmp_path: Path, typed: dict[str, str], message: str) -> None:
    desk = started(tmp_path)

    with pytest.raises(UsageError) as raised:
        parts.export_part(desk, typed)

    assert message in raised.value.message
    assert parts.list_parts(desk).parts == ()


def test_a_page_lent_holds_its_standards_only(tmp_path: Path) -> None:
    desk = lender(tmp_path)

    made = parts.export_part(desk, {"standards": "u2", "lent_to": "Night staff", "form": "page", "due": "10/12/2026"})

    text = Path(made.path).read_text("utf-8")
    titles = [standard.title for standard in open_audit(desk).pack.standard]
    assert [title in text for title in titles] == [False, True, False]
    assert "for Night staff, back by 10 December 2026" in text
    assert Path(made.path).parent == desk.workspace.lent_folder.absolute()


def test_a_file_of_ones_own_choice_is_never_written_over(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    target = tmp_path / "part.json"
    typed = {"standards": "2", "lent_to": "HR"}

    made = parts.export_part(desk, typed, str(target))
    with pytest.raises(UsageError, match="is there already"):
        parts.export_part(desk, typed, str(target))

    assert made.path == str(target)
    assert len(parts.list_parts(desk).parts) == 1


@pytest.mark.parametrize("what", ["Ten tickets", "1.1#note"])
def test_a_text_that_is_erased_is_gone_from_what_was_lent_on_both_sides(tmp_path: Path, what: str) -> None:
    desk = lender(tmp_path)
    file = lent(desk, "1", "HR")
    hr = opened_by(desk, file, tmp_path / "hr")

    for each in (desk, hr):
        erasing.erase(each, what)
        texts = [path.read_bytes() for path in each.workspace.root.rglob("*.json")]
        assert not any(b"Ten tickets" in text for text in texts)
    back = sent_back(reopened(hr))

    assert b"Ten tickets" not in back.read_bytes()
    import_part(desk, back)
    assert not any(b"Ten tickets" in path.read_bytes() for path in desk.workspace.root.rglob("*.json"))


def test_a_workbook_is_lent_and_taken_in_by_what_the_file_is(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    made = parts.export_part(desk, {"standards": "2", "lent_to": "HR", "form": "workbook", "due": "10/12/2026"})
    hr = opened_by(desk, lent(desk, "1", "Porters"), tmp_path / "porters")
    answering.answer(hr, "u1-wet-rack", "in-hand")
    back = sent_back(hr)
    book = open_audit(desk).book.path
    copy = book.with_name(f"{book.stem} (1).json")
    copy.write_bytes(book.read_bytes())

    assert (made.form, Path(made.path).suffix) == ("workbook", ".xlsx")
    lines = {line.lent_to: (line.form, line.numbers, line.due) for line in parts.list_parts(desk).parts}
    assert lines["HR"] == ("workbook", "2", "2026-12-10")
    views = [
        taking_in.preview_file(desk, file)
        for file in (made.path, f'"{back}"', copy.relative_to(desk.workspace.root).as_posix())
    ]
    assert [(view.taken, view.done) for view in views] == [(0, False), (1, False), (0, False)]
    assert taking_in.take_file(desk, str(back)).done
    with pytest.raises(CompactError, match=r"gone\.xlsx"):
        taking_in.preview_file(desk, str(tmp_path / "gone.xlsx"))
