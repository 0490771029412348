"""A reader's file: read elsewhere, merged back, nothing lost, and nothing of the first reading told to the second."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.merge_values import Choices
from compact_tui.core.read_records import Allocation, Moderation, ReadingLent, ReasonCarried, Remark
from compact_tui.core.returns import with_digest
from compact_tui.exchange.reader_json import encode_reader_file, read_reader_file, reader_file_schema
from compact_tui.exchange.return_json import encode
from compact_tui.services import allocating, contact_log, moderating, reading_back, reading_files
from compact_tui.services.collect_deciding import match_return
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.partnership import undo_partnership
from compact_tui.services.partnership_book import kept
from compact_tui.services.read_queue import queue
from tests.services.collect_desks import partnership, posted, return_by, stranger
from tests.services.desks import desk_in, small_pack
from tests.services.reading_desks import galleries, gallery

WHY = "The log stops in March."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Ann reads galleries 2 to 4; her own is number 1, which is Ben's."""
    made = galleries(tmp_path / "partnership", 4, dim=(3,))
    allocating.allocate(made, {"readers": "Ann = G1"})
    allocating.allocate(made, {"readers": "Ben"})
    return made


def _given(desk: Desk, reader: str = "Ann") -> Path:
    return Path(reading_files.export_reading(desk, {"reader": reader}).path)


def _opened(desk: Desk, file: Path) -> Desk:
    there = desk_in(desk.workspace.root.parent / f"at {file.stem}", who=file.stem, name="z")
    reading_files.open_reading(there, file)
    return there


def _back(there: Desk) -> Path:
    return Path(reading_files.export_reading(there, {}).path)


def _grades(desk: Desk) -> dict[str, tuple[str, str]]:
    return {one.id: (one.return_id, one.level) for one in kept(desk, "moderations", Moderation)}


def test_what_a_reader_decides_elsewhere_comes_back_whole(desk: Desk) -> None:
    there = _opened(desk, _given(desk))
    assert [line.id for line in queue(there).lines] == ["r-3", "r-2", "r-4"]
    moderating.moderate(there, "r-3", "1", "glowing", WHY)
    moderating.remark(there, "G2", {"kind": "question", "text": "Who has the key?"})
    moderating.decide_plan(there, "G2", {"verdict": "accepted"})
    contact_log.note_contact(there, "G4", {"way": "rang", "what": "Lamps."})
    moderating.finish_reading(there, "r-3")
    file = _back(there)

    seen = reading_back.preview_reading(desk, file)
    assert (seen.taken, _grades(desk)) == (5, {})
    done = reading_back.import_reading(desk, file)

    assert done.sentence.startswith("5 changes taken in.")
    assert _grades(desk) == {"m-a0001": ("r-3", "glowing")}
    assert [(one.id, one.return_id) for one in kept(desk, "remarks", Remark)] == [("k-a0001", "r-2")]
    assert [line.done_on for line in queue(desk).lines if line.id == "r-3"] == ["2026-12-03"]
    assert kept(desk, "readings_lent", ReadingLent)[0].back_on == "2026-12-03"
    assert reading_back.import_reading(desk, file).taken == 0
    undo_partnership(desk)
    assert _grades(desk) == {}


def test_two_workspaces_never_give_one_number_twice(desk: Desk) -> None:
    ann, ben = (_opened(desk, _given(desk, name)) for name in ("Ann", "Ben"))
    moderating.moderate(ann, "r-3", "1", "glowing", WHY)
    moderating.moderate(ben, "r-1", "1", "dim", WHY)
    moderating.moderate(desk, "r-2", "1", "dim", WHY)

    for there in (ann, ben):
        reading_back.import_reading(desk, _back(there))

    assert _grades(desk) == {"m-0001": ("r-2", "dim"), "m-a0001": ("r-3", "glowing"), "m-b0001": ("r-1", "dim")}


@pytest.mark.parametrize(("both", "level", "undecided"), [("", "dim", 1), ("mine", "dim", 0), ("theirs", "glowing", 0)])
def test_what_both_graded_waits_for_a_choice(desk: Desk, both: str, level: str, undecided: int) -> None:
    moderating.moderate(desk, "r-2", "1", "glowing", "At first.")
    there = _opened(desk, _given(desk))
    moderating.moderate(there, "r-2", "1", "glowing", "Longer.")
    moderating.moderate(desk, "r-2", "1", "dim", "It went out.")

    done = reading_back.import_reading(desk, _back(there), Choices(both=both))

    assert done.undecided == undecided
    assert _grades(desk) == {"m-0001": ("r-2", level)}
    assert done.lines[0].place == "Gallery 2 1"


def test_both_grading_for_the_first_time_speak_of_one_thing(desk: Desk) -> None:
    there = _opened(desk, _given(desk))
    moderating.moderate(there, "r-2", "1", "glowing", WHY)
    moderating.moderate(desk, "r-2", "1", "dim", WHY)

    done = reading_back.import_reading(desk, _back(there), Choices(both="theirs"))

    assert (done.both, _grades(desk)) == (1, {"m-0001": ("r-2", "glowing")})


def test_where_a_reader_reads_only_a_second_time_the_return_means_that_reading(desk: Desk) -> None:
    allocating.read_twice(desk, {"share": "100"})
    there = _opened(desk, _given(desk, "Ben"))
    assert {line.id for line in queue(there).lines} >= {"r-3#2"}
    assert "r-3" not in {line.id for line in queue(there).lines}

    moderating.moderate(there, "r-3", "2", "dim", WHY)
    moderating.finish_reading(there, "r-3")

    done = reading_back.import_reading(desk, _back(there))
    assert [one.level for one in kept(desk, "moderations", Moderation) if one.return_id == "r-3"] == ["dim"]
    assert kept(desk, "moderations", Moderation)[0].reading == 2
    assert done.both == 0


def test_a_second_reading_travels_without_what_the_first_one_said(desk: Desk) -> None:
    allocating.read_twice(desk, {"share": "100"})
    moderating.moderate(desk, "r-3", "1", "glowing", "SECRET to the second.")
    moderating.remark(desk, "r-3", {"kind": "comment", "text": "SECRET remark."})
    contact_log.note_contact(desk, "G3", {"way": "rang", "what": "SECRET call."})
    moderating.finish_reading(desk, "r-3")
    assert {one.id: one.reader for one in kept(desk, "allocations", Allocation)}["r-3#2"] == "Ben"

    given = _given(desk, "Ben")
    there = _opened(desk, given)
    moderating.moderate(there, "r-3#2", "2", "dim", WHY)
    moderating.finish_reading(there, "r-3#2")
    reading_back.import_reading(desk, _back(there))

    assert b"SECRET" not in given.read_bytes()
    assert queue(desk).agreement[0] == "Two readers: the same grade for 0 of 2 standards (0%)."


def test_files_that_cannot_be_taken_are_told(desk: Desk, tmp_path: Path) -> None:
    given = _given(desk)
    there = _opened(desk, given)
    back = _back(there)
    altered = tmp_path / "altered.json"
    altered.write_bytes(back.read_bytes().replace(b"Gallery 2", b"Gallery 9", 1))

    for file, message in ((given, "Nothing was decided"), (altered, "damaged or altered")):
        with pytest.raises(FileNotAcceptableError, match=message):
            reading_back.import_reading(desk, file)
    with pytest.raises(FileNotAcceptableError, match="not given out from this workspace"):
        reading_back.import_reading(there, back)
    with pytest.raises(FileNotAcceptableError, match="goes back"):
        reading_files.open_reading(desk_in(tmp_path / "empty"), back)
    with pytest.raises(UsageError, match="started in this workspace"):
        reading_files.open_reading(there, given)
    allocating.hand_over(desk, {"reader": "Ann", "to": "Ben"})
    with pytest.raises(UsageError, match="nothing to read"):
        _given(desk)


def test_the_file_reads_back_as_it_was_written_and_its_schema_names_every_key(desk: Desk) -> None:
    data = _given(desk).read_bytes()

    file = read_reader_file(data)

    assert encode_reader_file(file) == data
    assert [one.id for one in file.entries] == ["G2", "G3", "G4"]
    assert set(reader_file_schema()["$defs"]["ReaderFile"]["required"]) == set(file.__struct_fields__)  # type: ignore[index]


def test_a_return_that_was_matched_by_hand_is_the_readers_to_read_too(tmp_path: Path) -> None:
    made = partnership(tmp_path / "partnership")
    collect(made, [posted(tmp_path / "inbox", stranger("r-x", "The old gallery"))])
    match_return(made, "r-x", "G5")
    allocating.allocate(made, {"readers": "Ann"})

    there = _opened(made, _given(made))

    assert [(line.return_id, line.entry) for line in queue(there).lines] == [("r-x", "G5")]


def test_returns_of_an_edition_that_is_not_here_travel_without_its_pack(tmp_path: Path) -> None:
    made = partnership(tmp_path / "partnership")
    early = return_by(2)
    collect(
        made,
        [
            posted(
                tmp_path / "inbox",
                with_digest(replace(early, pack=replace(early.pack, edition="before"))),
                return_by(3),
            )
        ],
    )
    allocating.allocate(made, {"readers": "Ann"})

    file = _given(made)

    assert [pack.pack.edition for pack in read_reader_file(file.read_bytes()).packs] == [small_pack().pack.edition]
    assert {line.id for line in queue(_opened(made, file)).lines} == {"r-2", "r-3"}


def test_reasons_that_take_other_returns_to_find_come_along_and_nothing_else_of_those(tmp_path: Path) -> None:
    desk = galleries(tmp_path / "partnership", 4, dim=(3,))
    hall = gallery(2).standards[0]
    for number, secret in ((2, ""), (4, "SECRET stairs.")):
        _, stairs, *rest = gallery(number).standards
        made = replace(gallery(number), standards=(hall, replace(stairs, summary=secret or stairs.summary), *rest))
        later = replace(made, id=f"r-{number}b", supersedes=f"r-{number}", made_on="2026-12-09")
        (tmp_path / f"{number}.json").write_bytes(encode(with_digest(later)))
    then = with_digest(replace(gallery(2, "dim"), id="r-old", cycle="2024-2026", made_on="2024-12-01"))
    (tmp_path / "then.json").write_bytes(encode(then))
    collect(desk, [tmp_path / name for name in ("2.json", "4.json", "then.json")])
    allocating.allocate(desk, {"readers": "Ann = G1 G4"})
    allocating.allocate(desk, {"readers": "Ben"})

    file = _given(desk)
    there = _opened(desk, file)

    here, away = ({line.return_id: line for line in queue(one).lines} for one in (desk, there))
    assert set(away) == {"r-2b", "r-3"}
    assert {one.id for one in away["r-2b"].reasons} >= {"same-text", "leap"}
    for id_, line in away.items():
        assert (line.reasons, line.weight) == (here[id_].reasons, here[id_].weight)
    assert [one.return_id for one in read_reader_file(file.read_bytes()).reasons] == ["r-2b", "r-2b"]
    assert not any(told in file.read_text() for told in ("Gallery 4", "r-4", "r-old", "SECRET"))
    moderating.moderate(there, "r-2b", "1", "dim", WHY)
    assert reading_back.import_reading(desk, _back(there)).taken == 1
    assert _grades(desk)["m-a0001"] == ("r-2b", "dim")


@pytest.mark.parametrize(
    "changes",
    [{"return_id": "r-9"}, {"id": "lowest"}, {"words": ""}, {"words": "x" * 20_001}, {"weight": 101}, {"weight": -1}],
)
def test_a_reason_that_came_along_is_one_of_those_and_of_a_return_that_is_there(
    desk: Desk, changes: dict[str, object]
) -> None:
    file = read_reader_file(_given(desk).read_bytes())
    reason = ReasonCarried(return_id="r-2", id="leap", words="up", weight=40)

    assert read_reader_file(encode_reader_file(replace(file, reasons=(reason,)))).reasons == (reason,)
    with pytest.raises(FileNotAcceptableError, match="reason"):
        read_reader_file(encode_reader_file(replace(file, reasons=(replace(reason, **changes),))))
