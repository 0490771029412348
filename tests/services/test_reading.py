"""Reading returns: the queue, who reads what, what is decided, and a second reading that is blind."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.core.read_records import Allocation, Moderation
from compact_tui.core.returns import with_digest
from compact_tui.exchange.return_json import encode
from compact_tui.services import allocating, contact_log, moderating
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership import partnership_history, undo_partnership
from compact_tui.services.partnership_book import head_of, keep, kept
from compact_tui.services.read_queue import queue
from compact_tui.services.reading_page import reading_page
from tests.services.reading_desks import galleries, gallery

WHY = "The log stops in March."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return galleries(tmp_path / "partnership", 4, dim=(3,))


def _shared(desk: Desk, readers: str = "Ann = G1, Ben") -> dict[str, str]:
    return dict(allocating.allocate(desk, {"readers": readers}).given)


def _twice(desk: Desk) -> str:
    """Have everything read twice; the second reading of gallery 3."""
    _shared(desk)
    allocating.read_twice(desk, {"share": "100"})
    return "r-3#2"


def test_the_queue_begins_with_what_most_wants_a_look_and_says_why(desk: Desk) -> None:
    view = queue(desk)

    assert [line.name for line in view.lines] == ["Gallery 3", "Gallery 1", "Gallery 2", "Gallery 4"]
    assert [reason.id for reason in view.lines[0].reasons][0] == "lowest"
    assert view.lines[0].why.startswith("graded dim: standard 1")
    assert view.sentence == "0 of 4 returns read, 4 without a reader."


def test_readers_and_second_readings_of_the_last_round_do_not_count_in_this_one(desk: Desk) -> None:
    _twice(desk)
    assert [line.words for line in queue(desk).readers] != ["Ann: 0 of 0 read", "Ben: 0 of 0 read"]

    change_partnership_cycle(desk)

    view = queue(desk)
    assert [line.words for line in view.readers] == ["Ann: 0 of 0 read", "Ben: 0 of 0 read"]
    assert (view.second, view.agreement, view.lines) == (0, (), ())


def change_partnership_cycle(desk: Desk) -> None:
    """Begin another round."""
    head = head_of(desk)
    keep(desk, "partnership-change", "round", (edit("partnership", head.id, head, replace(head, cycle="2028-2030")),))


def test_a_return_that_comes_later_is_looked_at_in_the_place_of_the_one_before(desk: Desk, tmp_path: Path) -> None:
    assert queue(desk).lines[0].id == "r-3"
    later = with_digest(replace(gallery(3), id="r-3b", supersedes="r-3", made_on="2026-12-09"))
    (tmp_path / "later.json").write_bytes(encode(later))

    collect(desk, [tmp_path / "later.json"])

    assert [line.id for line in queue(desk).lines] == ["r-1", "r-2", "r-3b", "r-4"]
    assert [line.id for line in queue(desk, sector="education").lines] == ["r-3b"]


def test_a_return_in_the_place_of_one_that_another_program_made_asks_whose_they_are(desk: Desk, tmp_path: Path) -> None:
    again = with_digest(replace(gallery(4), id="r-4b", supersedes="r-4", made_on="2026-12-09"))
    other = gallery(1)
    other = with_digest(
        replace(other, id="r-1x", made_on="2026-12-09", setting=replace(other.setting, id="set-else", register_id=""))
    )
    for one in (again, other):
        (tmp_path / f"{one.id}.json").write_bytes(encode(one))

    collect(desk, [tmp_path / "r-4b.json", tmp_path / "r-1x.json"])

    lines = {line.id: line for line in queue(desk).lines}
    assert [reason.id for reason in lines["r-1x"].reasons][0] == "two-programs"
    assert "two-programs" not in {reason.id for reason in lines["r-4b"].reasons}
    assert "r-1" not in lines


def test_a_return_keyed_in_before_says_nothing_of_a_program_and_is_no_second_one(desk: Desk, tmp_path: Path) -> None:
    paper = gallery(2)
    paper = with_digest(replace(paper, id="r-2p", made_on="2026-11-02", setting=replace(paper.setting, id="")))
    (tmp_path / "paper.json").write_bytes(encode(paper))

    collect(desk, [tmp_path / "paper.json"])

    (line,) = (line for line in queue(desk).lines if line.name == "Gallery 2")
    assert "two-programs" not in {reason.id for reason in line.reasons}


def test_the_same_words_in_two_returns_are_a_reason_in_both(desk: Desk, tmp_path: Path) -> None:
    assert "same-text" not in {reason.id for line in queue(desk).lines for reason in line.reasons}
    hall, *rest = gallery(4).standards
    copied = (replace(hall, summary=gallery(2).standards[0].summary), *rest)
    later = with_digest(replace(gallery(4), id="r-4b", supersedes="r-4", made_on="2026-12-09", standards=copied))
    (tmp_path / "later.json").write_bytes(encode(later))

    collect(desk, [tmp_path / "later.json"])

    same = {line.id for line in queue(desk).lines if "same-text" in {reason.id for reason in line.reasons}}
    assert same == {"r-2", "r-4b"}


def test_two_levels_up_since_the_round_before_is_a_reason(desk: Desk, tmp_path: Path) -> None:
    then = with_digest(replace(gallery(1, "dim"), id="r-old", cycle="2024-2026", made_on="2024-12-01"))
    (tmp_path / "then.json").write_bytes(encode(then))

    collect(desk, [tmp_path / "then.json"])

    leaps = {line.id for line in queue(desk).lines if "leap" in {reason.id for reason in line.reasons}}
    assert (leaps, len(queue(desk).lines)) == ({"r-1"}, 4)


def test_returns_are_shared_evenly_and_nobody_reads_their_own_setting(desk: Desk) -> None:
    given = _shared(desk)

    assert given["r-1"] == "Ben"
    assert sorted(given.values()) == ["Ann", "Ann", "Ben", "Ben"]
    assert [line.words for line in queue(desk).readers] == ["Ann: 0 of 2 read", "Ben: 0 of 2 read"]
    assert allocating.allocate(desk, allocating.typed_readers(desk)).given == ()


@pytest.mark.parametrize(
    ("readers", "message"),
    [
        ("", "This is needed"),
        ("Ann =", "is not a reader"),
        ("Ann, Ann", "named twice"),
        ("Ann = G77", 'The register has no "G77"'),
    ],
)
def test_readers_that_cannot_be_taken_are_told(desk: Desk, readers: str, message: str) -> None:
    with pytest.raises(UsageError) as told:
        _shared(desk, readers)

    assert message in told.value.message
    assert kept(desk, "allocations", Allocation) == ()


def test_what_is_not_read_is_handed_over_but_never_to_the_setting_itself(desk: Desk) -> None:
    given = _shared(desk)
    done = next(id_ for id_, reader in given.items() if reader == "Ben" and id_ != "r-1")
    moderating.finish_reading(desk, done)

    handed = allocating.hand_over(desk, {"reader": "ben", "to": "Ann"})

    assert (handed.given, handed.left) == ((), ("r-1",))
    assert "Ann's own setting" in handed.sentence
    mine = [id_ for id_, reader in given.items() if reader == "Ann"]
    assert allocating.hand_over(desk, {"reader": "Ann", "to": "Ben", "only": mine[0]}).given == ((mine[0], "Ben"),)
    after = {one.id: (one.reader, one.handed_on_from) for one in kept(desk, "allocations", Allocation)}
    assert after[mine[0]] == ("Ben", "Ann")
    assert after[mine[1]] == ("Ann", "")


def test_what_is_handed_to_somebody_new_makes_them_a_reader_who_never_gets_their_own_setting(desk: Desk) -> None:
    _shared(desk)

    handed = allocating.hand_over(desk, {"reader": "Ben", "to": "Jo Field = G1"})

    assert (len(handed.given), handed.left) == (1, ("r-1",))
    assert "Jo Field reads from now on." in handed.sentence
    assert [line.words for line in queue(desk).readers] == [
        "Ann: 0 of 2 read",
        "Ben: 0 of 1 read",
        "Jo Field: 0 of 1 read",
    ]
    undo_partnership(desk)
    assert [line.words for line in queue(desk).readers] == ["Ann: 0 of 2 read", "Ben: 0 of 2 read"]


@pytest.mark.parametrize(
    ("to", "message"),
    [
        ("Anne", 'Nobody called "Anne" reads here'),
        ("Cleo, Dan", "one reader only"),
        ("Cleo = G77", 'The register has no "G77"'),
        ("Ben", "reads these already"),
    ],
)
def test_a_name_that_is_nearly_a_readers_or_cannot_be_one_is_told(desk: Desk, to: str, message: str) -> None:
    _shared(desk)
    with pytest.raises(UsageError) as told:
        allocating.hand_over(desk, {"reader": "Ben", "to": to})

    assert message in told.value.message
    assert [line.name for line in queue(desk).readers] == ["Ann", "Ben"]


def test_the_queue_says_who_reads_a_second_time(desk: Desk) -> None:
    _twice(desk)

    mine = queue(desk, reader="Ann").lines
    assert {line.reader_words for line in mine} == {"Ann", "Ann, second reading"}
    assert all(line.second is line.reader_words.endswith("second reading") for line in mine)


def test_a_moderated_grade_stands_beside_the_settings_own(desk: Desk) -> None:
    view = moderating.moderate(desk, "G1", "1", "glowing", WHY)
    again = moderating.moderate(desk, "r-1", "hall", "dim", WHY)

    assert (view.standards[0].own, view.standards[0].moderated, view.standards[0].word) == (
        "bright",
        "glowing",
        "Bright / Glowing",
    )
    assert [(one.id, one.words) for one in again.decisions] == [("m-0001", f"Standard 1: Dim. {WHY}")]
    assert queue(desk).lines[1].state_words == "1 decision"


@pytest.mark.parametrize(
    ("name", "standard", "level", "reason", "message"),
    [
        ("r-1", "1", "glowing", " ", "say why glowing"),
        ("r-1", "9", "glowing", WHY, 'no standard "9"'),
        ("r-1", "1", "golden", WHY, "is not a level here"),
        ("r-9", "1", "dim", WHY, 'No return "r-9"'),
        ("r-1#2", "1", "dim", WHY, "not read a second time"),
    ],
)
def test_a_grade_that_cannot_be_taken_changes_nothing(
    desk: Desk, name: str, standard: str, level: str, reason: str, message: str
) -> None:
    with pytest.raises(UsageError) as told:
        moderating.moderate(desk, name, standard, level, reason)

    assert message in told.value.message
    assert kept(desk, "moderations", Moderation) == ()


def test_the_same_grade_needs_no_reason_and_none_takes_it_back_and_no_number_is_given_twice(desk: Desk) -> None:
    moderating.moderate(desk, "r-1", "1", "bright")
    gone = moderating.moderate(desk, "r-1", "1", "none")
    anew = moderating.moderate(desk, "r-1", "2", "dim", WHY)

    assert gone.decisions == ()
    assert [one.id for one in anew.decisions] == ["m-0002"]
    undo_partnership(desk)
    assert reading_page(desk, "r-1").decisions == ()
    assert partnership_history(desk)[0].what.startswith("undid Gallery 1: standard 2 Dim (m-0002)")


def test_remarks_plan_and_contact_stand_beside_the_return(desk: Desk) -> None:
    said = {"kind": "recommendation", "text": "Fit a second lamp.", "standard": "2"}
    moderating.remark(desk, "G1", said)
    moderating.remark(desk, "G1", {"kind": "question", "text": "Who has the key?"})
    moderating.decide_plan(desk, "G1", {"verdict": "sent-back", "reason": "No day."})
    contact_log.note_contact(desk, "G1", {"way": "rang", "what": "The plan.", "agreed": "A day by May."})

    view = reading_page(desk, "G1")

    assert view.standards[1].ours[1:] == ("k-0001 Recommendation, this round, by Chair: Fit a second lamp.",)
    assert view.whole == ("k-0002 Question to the setting, by Chair: Who has the key?",)
    assert view.plan_words == "Action plan (1 action): sent back, by Chair: No day."
    assert view.contacts == ("3 Dec 2026, rang, by Chair: The plan. Agreed: A day by May.",)
    assert moderating.drop_remark(desk, "k-0002").whole == ()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"kind": "praise", "text": "x"}, "not one of"),
        ({"kind": "comment", "text": ""}, "This is needed"),
        ({"kind": "comment", "text": "x", "priority": "now"}, "Only a recommendation"),
        ({"kind": "comment", "text": "x", "standard": "9"}, "no standard"),
    ],
)
def test_a_remark_that_cannot_be_taken_is_told(desk: Desk, typed: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        moderating.remark(desk, "r-1", typed)


def test_a_plan_is_not_sent_back_without_a_reason(desk: Desk) -> None:
    with pytest.raises(UsageError, match="with a reason"):
        moderating.decide_plan(desk, "r-1", {"verdict": "sent-back"})

    assert moderating.decide_plan(desk, "r-1", {"verdict": "accepted"}).plan_words.endswith("accepted, by Chair")


def test_the_settings_words_are_all_there_and_the_next_return_is_named(desk: Desk) -> None:
    _shared(desk)

    view = reading_page(desk, queue(desk, reader="Ann").lines[0].id)

    theirs = view.standards[0].theirs
    assert theirs[0].startswith("Grade: ")
    assert any(line.startswith("In gallery") for line in theirs)
    assert "Evidence (1)" in theirs
    assert "Actions (1)" in theirs
    assert view.next == queue(desk, reader="Ann").lines[1].id
    assert moderating.finish_reading(desk, view.id).next == view.next
    assert moderating.finish_reading(desk, view.next).next == ""


def test_a_second_reading_goes_to_another_reader_and_sees_nothing_of_the_first(desk: Desk) -> None:
    blind = _twice(desk)
    moderating.moderate(desk, "r-3", "1", "glowing", WHY)
    moderating.remark(desk, "r-3", {"kind": "comment", "text": "Look here."})
    contact_log.note_contact(desk, "G3", {"way": "rang", "what": "Lamps."})
    moderating.decide_plan(desk, "r-3", {"verdict": "accepted"})

    view = reading_page(desk, blind)

    readers = {one.id: one.reader for one in kept(desk, "allocations", Allocation)}
    assert all(readers[f"r-{n}"] != readers.get(f"r-{n}#2") for n in range(1, 5))
    assert "r-1#2" not in readers
    assert (view.decisions, view.whole, view.contacts) == ((), (), ())
    assert view.standards[0].moderated == ""
    assert view.plan_words.endswith("not decided yet")
    assert "hidden until this is finished" in view.told[1]
    with pytest.raises(UsageError, match="nothing else"):
        moderating.remark(desk, blind, {"kind": "comment", "text": "x"})


def test_once_both_are_finished_the_agreement_is_kept_and_shown(desk: Desk) -> None:
    blind = _twice(desk)
    moderating.moderate(desk, "r-3", "1", "glowing", WHY)
    moderating.finish_reading(desk, "r-3")
    assert queue(desk).agreement == ()
    moderating.moderate(desk, blind, "2", "dim", WHY)
    view = moderating.finish_reading(desk, blind)

    moderating.finish_reading(desk, "r-3", again=True)
    moderating.moderate(desk, "r-3", "1", "none")

    assert view.told[1] == "The two readings differ: standard 1 (Glowing / Dim); standard 2 (Bright / Dim)."
    assert queue(desk).agreement[0] == "Two readers: the same grade for 0 of 2 standards (0%)."
    with pytest.raises(UsageError, match="stays as it is"):
        moderating.moderate(desk, blind, "1", "bright", WHY)
    with pytest.raises(UsageError, match="blind any more"):
        moderating.finish_reading(desk, blind, again=True)


def test_nobody_reads_twice_alone_or_what_nobody_reads(desk: Desk) -> None:
    _shared(desk, "Ann")
    with pytest.raises(UsageError, match="two readers"):
        allocating.read_twice(desk, {"share": "10"})
    with pytest.raises(UsageError, match="Nobody reads this return"):
        moderating.finish_reading(galleries(desk.workspace.root.parent / "other"), "r-1")
    with pytest.raises(UsageError, match='Nobody called "Eve"') as caught:
        queue(desk, reader="Eve")
    assert caught.value.hint == "Who reads: Ann."
