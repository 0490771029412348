"""What was said of a setting last round stands beside the return that is read now."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.returns import Return, with_digest
from compact_tui.exchange.reader_json import encode_reader_file, read_reader_file
from compact_tui.exchange.return_json import encode
from compact_tui.services import allocating, moderating, reading_back, reading_files
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import head_of, keep
from compact_tui.services.reading_page import reading_page
from tests.services.desks import desk_in
from tests.services.reading_desks import galleries, gallery

WHY = "The log stops in March."
NEXT = "2028-2030"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A partnership that read two galleries of three last round, and begins another round."""
    desk = galleries(tmp_path / "partnership", 3)
    moderating.moderate(desk, "G1", "stairs", "glowing", WHY)
    moderating.remark(desk, "G1", {"kind": "question", "standard": "stairs", "text": "Who changes the bulbs?"})
    moderating.remark(desk, "G1", {"kind": "comment", "text": "A clear return."})
    moderating.decide_plan(desk, "G1", {"verdict": "sent-back", "reason": "No day in it."})
    head = head_of(desk)
    keep(desk, "partnership-change", "round", (edit("partnership", head.id, head, replace(head, cycle=NEXT)),))
    return desk


def again(number: int, **changes: object) -> Return:
    """The return of a gallery in the new round."""
    return with_digest(replace(gallery(number, "dim"), id=f"r-{number}-new", cycle=NEXT, **changes))


def bring(desk: Desk, *returns: Return) -> None:
    """Collect returns."""
    inbox = desk.workspace.root / "new"
    inbox.mkdir()
    for one in returns:
        (inbox / f"{one.id}.json").write_bytes(encode(one))
    collect(desk, [inbox])


def then(desk: Desk, name: str, standard: str) -> tuple[str, ...]:
    """The lines about last round beside a standard."""
    lines = next(one.theirs for one in reading_page(desk, name).standards if one.id == standard)
    assert lines[0].startswith("Grade: ")
    ended = next(at for at, line in enumerate(lines) if at and not line.startswith(("Last round", "  ")))
    return lines[1:ended]


def test_last_rounds_grades_words_and_plan_stand_beside_the_new_return(desk: Desk) -> None:
    bring(desk, again(1), again(2))

    grade, *said = then(desk, "G1", "stairs")
    assert grade.startswith("Last round, 2026-2028: ")
    assert grade.endswith(f"; the committee: Glowing ({WHY})")
    assert [line.partition("Who")[2] for line in said] == [" changes the bulbs?"]
    assert then(desk, "G1", "hall") == ("Last round, 2026-2028: Bright",)
    assert then(desk, "G2", "hall") == ("Last round, 2026-2028: Bright",)
    told = reading_page(desk, "G1").told[1:]
    assert told[0].startswith("Last round, 2026-2028: Action plan (") and told[0].endswith("No day in it.")
    assert told[1].endswith("A clear return.")
    assert reading_page(desk, "G2").told[1:] == ()


def test_a_first_return_or_one_on_another_audit_has_nothing_of_last_round(desk: Desk) -> None:
    other = again(2)
    bring(desk, again(1), with_digest(replace(other, pack=replace(other.pack, id="torches"))))
    first = with_digest(replace(gallery(3), id="r-old", cycle="2024-2026"))
    assert "Last round" not in str(reading_page(desk, "r-3").standards)
    second = with_digest(replace(gallery(3), id="r-older", cycle="2022-2024"))
    for one in (first, second):
        (desk.workspace.root / "old.json").write_bytes(encode(one))
        collect(desk, [desk.workspace.root / "old.json"])

    assert "Last round, 2024-2026" in str(reading_page(desk, "r-3").standards)
    assert "Last round" not in str(reading_page(desk, "r-2-new").standards)


def test_a_reason_of_several_lines_is_one_line_beside_the_return_and_travels(desk: Desk, tmp_path: Path) -> None:
    moderating.moderate(desk, "r-2", "stairs", "glowing", "The log stops.\nNobody knew.")
    bring(desk, again(2))
    allocating.allocate(desk, {"readers": "Ann"})

    made = reading_files.export_reading(desk, {"reader": "Ann", "output": str(tmp_path / "out.json")})

    assert then(desk, "G2", "stairs")[0].endswith("(The log stops. Nobody knew.)")
    assert "The log stops. Nobody knew." in str(read_reader_file(Path(made.path).read_bytes()).before)


def test_a_second_reading_sees_last_round_and_still_nothing_of_the_first(desk: Desk) -> None:
    bring(desk, again(1), again(2), again(3))
    allocating.allocate(desk, {"readers": "Ann, Ben"})
    allocating.read_twice(desk, {"share": "100"})
    moderating.moderate(desk, "G1", "hall", "glowing", "New words of the first reader.")

    page = reading_page(desk, "r-1-new#2")
    assert WHY in str(page.standards)
    assert "New words" not in str(page)


def test_last_round_travels_with_the_returns_to_a_reader_and_not_back(desk: Desk, tmp_path: Path) -> None:
    bring(desk, again(1), again(2))
    allocating.allocate(desk, {"readers": "Ann"})
    made = reading_files.export_reading(desk, {"reader": "Ann", "output": str(tmp_path / "out.json")})
    there = desk_in(tmp_path / "ann", name="z")
    reading_files.open_reading(there, Path(made.path))

    for id_ in ("r-1-new", "r-2-new"):
        here, away = reading_page(desk, id_), reading_page(there, id_)
        assert (away.told, away.standards) == (here.told, here.standards)
    assert WHY in str(reading_page(there, "r-1-new").standards)
    moderating.finish_reading(there, "r-1-new")
    back = Path(reading_files.export_reading(there, {"output": str(tmp_path / "back.json")}).path)
    assert read_reader_file(back.read_bytes()).before == ()
    assert reading_back.import_reading(desk, back).taken == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"return_id": "r-9"}, "last round of a return that it does not hold"),
        ({"lines": ("x" * 20_001,)}, "longer than anything"),
        ({"lines": ("two\nlines",)}, "longer than anything"),
        ({"lines": ("x",) * 501}, "longer than anything"),
    ],
)
def test_what_came_along_is_of_a_return_that_is_there_and_bounded(
    desk: Desk, tmp_path: Path, changes: dict[str, object], message: str
) -> None:
    bring(desk, again(1))
    allocating.allocate(desk, {"readers": "Ann"})
    made = reading_files.export_reading(desk, {"reader": "Ann", "output": str(tmp_path / "out.json")})
    file = read_reader_file(Path(made.path).read_bytes())

    wrong = replace(file, before=(replace(file.before[0], **changes),))
    with pytest.raises(FileNotAcceptableError, match=message):
        read_reader_file(encode_reader_file(wrong))


def test_a_setting_that_has_not_returned_yet_is_told_as_that_with_its_return_before(desk: Desk) -> None:
    with pytest.raises(UsageError, match="Gallery 3 has not returned in 2028-2030 yet") as told:
        reading_page(desk, "G3")
    assert told.value.hint == "In 2026-2028 it did: name that return, r-3."

    with pytest.raises(UsageError, match='No return "G77"'):
        reading_page(desk, "G77")
