"""Where standing comes from: topics that join, the last year, unsafe answers, and what may leave."""

import pytest
from msgspec.structs import replace

from compact_tui.core.agency_audit import AgencyAudit, AgencyHead
from compact_tui.core.agency_case import Asked, Case, CaseAnswer, answer_id
from compact_tui.core.agency_views import Touching
from compact_tui.core.audit import Audit, CriterionAnswer, Grade
from compact_tui.core.board_views import LatestLook
from compact_tui.core.pack import Level
from compact_tui.core.spot import Counted, Heard, RoleGroup
from compact_tui.core.standing import Claimed, Known, Telling, claim_of
from compact_tui.core.standing_sources import (
    FileSide,
    HeardSide,
    claimed_of,
    heard_side,
    joined,
    known_of,
    known_to_leave,
    places_to_look,
    seen_of,
    shown_of,
)
from compact_tui.core.topics import Topic
from tests.samples import head, lamp_pack, umbrella_pack, without_levels
from tests.standing_samples import LAST_TERM, LONG_AGO, TODAY

TITLES = {"fire": "When it burns", "wire": "Loose wires"}
BOTH = frozenset(TITLES)


def answer(level: str, *, topic: str = "fire", on: str = LAST_TERM, group: str = "Porters", **more: object) -> Heard:
    plain = Heard(
        id="h", check="s", question=f"q-{topic}", fact=f"f-{topic}", topic=topic, bank="b", edition="1", group=group,
        on=on, level=level, at=f"{on}T10:00:00Z",
    )  # fmt: skip
    return replace(plain, **more)


def side(*heard: Heard, counted: tuple[Counted, ...] = (), sizes: dict[str, int] | None = None) -> HeardSide:
    groups = [RoleGroup(id=name, name=name, size=size) for name, size in (sizes or {}).items()]
    return heard_side(heard, counted, groups, TITLES, TODAY)


def test_a_topic_belongs_to_the_standards_that_it_names_and_that_name_it() -> None:
    pack = lamp_pack()
    hall, stairs = pack.standard
    bulb = replace(hall.criterion[0], topics=("wire",))
    pack = replace(pack, standard=(replace(hall, topics=("dust",), criterion=(bulb, *hall.criterion[1:])), stairs))

    found = joined(pack, (Topic(id="fire", title="Fire", standards=("stairs", "hall")), Topic(id="far", title="Far")))

    assert found == {"hall": {"fire", "wire", "dust"}, "stairs": {"fire"}}


@pytest.mark.parametrize(
    ("level", "claim"), [("bright", "strong"), ("glowing", "middle"), ("dim", "weak"), ("gone", "")]
)
def test_a_level_claims_by_its_rank_and_by_what_the_pack_calls_weak(level: str, claim: str) -> None:
    grade = Grade(standard="hall", level=level, at="2026-11-20T09:00:00Z")
    pack = lamp_pack()

    found = claimed_of(pack, Audit(head=head(), grades=(grade,)), pack.standard[0])

    assert claim_of(found) == claim
    assert found.on == ("2026-11-20" if claim else "")


def test_of_four_levels_the_upper_two_are_strong() -> None:
    pack = replace(
        lamp_pack(), level=tuple(Level(id=f"l{n}", word=f"L{n}", rank=n * n, weak=n < 3) for n in (4, 3, 2, 1))
    )
    audits = [Audit(head=head(), grades=(Grade(standard="hall", level=f"l{n}"),)) for n in (1, 2, 3, 4)]

    claims = [claim_of(claimed_of(pack, audit, pack.standard[0])) for audit in audits]

    assert claims == ["weak", "weak", "strong", "strong"]


def test_a_provisional_grade_claims_nothing_yet() -> None:
    grade = Grade(standard="hall", level="bright", provisional=True)

    assert claim_of(claimed_of(lamp_pack(), Audit(head=head(), grades=(grade,)), lamp_pack().standard[0])) == ""


def test_without_grades_the_answers_and_their_last_day_are_the_claim() -> None:
    pack = without_levels(lamp_pack())
    given = {"hall-bulb": "lit", "hall-switch": "flickers", "hall-shade": "no-lamp"}
    answers = tuple(
        CriterionAnswer(criterion=name, answer=said, at=f"2026-11-0{at}T09:00:00Z")
        for at, (name, said) in enumerate(given.items(), 1)
    )

    found = claimed_of(pack, Audit(head=head(), answers=answers), pack.standard[0])

    assert found == Claimed(graded=False, met=1, partly=1, answered=2, applicable=2, on="2026-11-03")


def test_where_every_criterion_is_not_applicable_nothing_is_asked() -> None:
    pack = lamp_pack()
    off = CriterionAnswer(criterion="stairs-bulb", answer="no-lamp", reason="No stairs.")

    assert claimed_of(pack, Audit(head=head(), answers=(off,)), pack.standard[1]).applicable == 0


def test_answers_are_counted_by_level_and_what_is_unsafe_counts_for_nothing() -> None:
    three = Counted(id="c", month="2026-11", topic="wire", group="Porters", question="q", level="full", answers=3)
    heard = [answer(level) for level in ("full", "knew-where", "partial", "not-yet")]

    found = known_of(side(*heard, answer("full", unsafe=True), counted=(three,)), BOTH, TODAY)

    assert (found.answers, found.full, found.partial, found.not_yet, found.unsafe) == (8, 5, 1, 2, 1)
    assert (found.last, found.unsafe_on) == ("2026-11-01", "When it burns")
    assert found.telling == Telling(id="fire", words="When it burns", right=2, of=5)


def test_an_unsafe_answer_is_settled_by_a_safe_one_of_the_same_group_since() -> None:
    unsafe = answer("not-yet", unsafe=True)

    assert known_of(side(unsafe, answer("full", on="2026-11-20")), BOTH, TODAY).unsafe == 0
    assert known_of(side(unsafe, answer("full", on="2026-11-20", group="Cooks")), BOTH, TODAY).unsafe == 1
    assert known_of(side(unsafe), frozenset({"wire"}), TODAY) == Known()


def test_older_answers_are_told_only_where_there_is_nothing_newer() -> None:
    old = [answer("not-yet", on=LONG_AGO)] * 6

    assert known_of(side(*old), BOTH, TODAY).last == LONG_AGO
    assert known_of(side(*old, answer("full")), BOTH, TODAY).answers == 1


def test_a_topic_with_few_answers_or_known_well_tells_nothing_by_itself() -> None:
    few = [answer("not-yet", topic="wire")] * 4

    assert known_of(side(*few, *[answer("full")] * 9), BOTH, TODAY).telling is None


def test_topics_of_few_answers_stay_here_so_that_two_standards_give_none_of_them_away() -> None:
    heard = side(*[answer("full")] * 6, *[answer("not-yet", topic="wire")] * 2)

    assert known_of(heard, BOTH, TODAY).answers == 8
    leaves = [known_to_leave(heard, topics, TODAY) for topics in (BOTH, frozenset({"fire"}), frozenset({"wire"}))]
    assert [(one.answers, one.full) for one in leaves] == [(6, 6), (6, 6), (0, 0)]


@pytest.mark.parametrize(
    ("sizes", "leaves"), [({"Porters": 4}, 0), ({"Porters": 5}, 8), ({}, 8), ({"Porters": 4, "Cooks": 1}, 0)]
)
def test_answers_of_too_few_people_stay_here_however_many_they_are(sizes: dict[str, int], leaves: int) -> None:
    assert known_to_leave(side(*[answer("full")] * 8, sizes=sizes), BOTH, TODAY).answers == leaves


def files(
    *answers: str, on: str = LAST_TERM, standards: tuple[str, ...] = (), asked: tuple[Asked, ...] = ()
) -> FileSide:
    """An audit whose cases all had the answers given, one to each question."""
    questions = asked or tuple(Asked(id=f"q{n}", text="?", topics=("fire",)) for n in range(len(answers)))
    cases = tuple(Case(id=f"C0{n}", number=n, of=9) for n in range(1, 6))
    said = tuple(
        CaseAnswer(id=answer_id(case.id, one.id), case=case.id, question=one.id, answer=kind)
        for case in cases
        for one, kind in zip(questions, answers, strict=True)
    )
    top = AgencyHead(id=f"g-{on}", title="Files", template="own", edition="1", kind="case-files")
    audit = AgencyAudit(head=top, questions=questions, cases=cases, answers=said)
    touching = Touching(
        id=top.id, title="Files", status="closed", on=on, standards=standards, topics=("fire",), tallies=(), cases=5
    )
    return FileSide(touching, audit)


def test_files_are_counted_by_question_and_each_once() -> None:
    asked = (
        Asked(id="q1", text="?", topics=("fire", "wire")),
        Asked(id="q2", text="?", topics=("far",)),
        Asked(id="q3", text="?", topics=("wire",), standards=("stairs",)),
    )

    found = shown_of([files("no", "yes", "partly", asked=asked)], "hall", BOTH, TITLES, TODAY)

    assert (found.audits, found.cases, found.yes, found.partly, found.no) == (1, 5, 0, 0, 5)
    assert found.telling == Telling(id="fire", words="When it burns", right=0, of=5)


def test_an_audit_touches_what_it_names_and_nothing_else() -> None:
    named = files("yes", standards=("stairs",))

    assert shown_of([named], "hall", BOTH, TITLES, TODAY).audits == 0
    assert shown_of([named], "stairs", frozenset(), TITLES, TODAY).yes == 5
    assert shown_of([files("yes")], "hall", frozenset({"far"}), TITLES, TODAY).audits == 0


def test_older_audits_are_told_only_where_there_is_nothing_newer() -> None:
    assert shown_of([files("yes", on=LONG_AGO)], "hall", BOTH, TITLES, TODAY).last == LONG_AGO
    both = shown_of([files("no", on=LONG_AGO), files("yes")], "hall", BOTH, TITLES, TODAY)
    assert (both.audits, both.no, both.last) == (1, 0, LAST_TERM)


def look(mark: str, *, on: str = LAST_TERM, topics: tuple[str, ...] = ("fire",), board: str = "b-1") -> LatestLook:
    return LatestLook(
        board=board, board_name=board.upper(), item=f"i-{mark}", title=f"The {mark}", topics=topics, mark=mark,
        mark_words=mark.replace("-", " "), on=on, found=(),
    )  # fmt: skip


def test_things_on_boards_are_right_or_not_and_the_worst_is_told() -> None:
    looks = [
        look("there"),
        look("missing"),
        look("out-of-date"),
        look("wrong", board="b-2"),
        look("not-needed"),
        look(""),
    ]

    found = seen_of([*looks, look("wrong", topics=("far",))], BOTH, TODAY)

    assert (found.items, found.right, found.wrong) == (4, 1, 3)
    assert found.telling == Telling(id="i-wrong", words="The wrong", board="B-2", mark="wrong")
    assert seen_of([look("there")], BOTH, TODAY).telling is None


def test_older_looks_are_told_only_where_there_is_nothing_newer() -> None:
    assert seen_of([look("wrong", on=LONG_AGO), look("there")], BOTH, TODAY).wrong == 0
    assert seen_of([look("wrong", on=LONG_AGO)], BOTH, TODAY).last == LONG_AGO


def test_the_worst_board_and_the_newest_audit_explain_a_line() -> None:
    looks = [look("there"), look("missing", board="b-2"), look("wrong", board="b-3", topics=("far",))]
    audits = [files("yes", on=LONG_AGO), files("yes")]

    assert places_to_look(looks, audits, "hall", BOTH) == {"seen": "b-2", "shown": f"g-{LAST_TERM}"}
    assert places_to_look([], [], "hall", BOTH) == {"seen": "", "shown": ""}


def test_the_small_pack_joins_by_the_topics_of_its_standards() -> None:
    assert joined(umbrella_pack(), ())["u1"] == {"tickets"}
