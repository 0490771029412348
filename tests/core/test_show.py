"""The views of an audit: what a screen, a line and ``--json`` say of it."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from compact_tui.core.audit import (
    Action,
    Audit,
    CarriedAnswer,
    CarriedSummary,
    CriterionAnswer,
    Evidence,
    Grade,
    Summary,
)
from compact_tui.core.pack import AuditPack, Citation
from compact_tui.core.rail import EMPTY_RAIL, rail_of
from compact_tui.core.show import (
    action_view,
    audit_line,
    audit_view,
    criterion_view,
    evidence_view,
    guidance_of,
    numbers_of,
    said_by,
    standard_view,
)
from tests.samples import head, lamp_audit, lamp_pack, umbrella_pack, without_levels

TODAY = "2026-12-03"
EMPTY = Audit(head=head())
LAMPS, UMBRELLAS = lamp_pack(), umbrella_pack()
HALL = LAMPS.standard[0]


def test_every_standard_and_criterion_has_its_number() -> None:
    assert numbers_of(LAMPS) == {
        "hall": "1",
        "stairs": "2",
        "hall-bulb": "1.1",
        "hall-switch": "1.2",
        "hall-shade": "1.3",
        "stairs-bulb": "2.1",
    }


def test_evidence_is_shown_with_words_and_numbers_and_what_the_pack_does_not_know_as_it_is() -> None:
    item = Evidence(
        id="e-1", title="Stubs", kind="ticket-stub", where="Desk", file="/home/x", supports=("u1-ticket", "gone", "u2")
    )

    view = evidence_view(UMBRELLAS, item, numbers_of(UMBRELLAS))

    assert (view.kind, view.kind_word, view.numbers) == ("ticket-stub", "Ticket stubs", ("1.1", "gone", "2"))
    assert "/home/x" not in str(view)
    assert evidence_view(UMBRELLAS, Evidence(id="e", title="t", kind="rumour"), {}).kind_word == "rumour"


@pytest.mark.parametrize(
    ("due", "status", "overdue"),
    [
        ("", "open", False),
        ("2026-12-02", "open", True),
        ("2026-12-03", "open", False),
        ("2026-12-04", "open", False),
        ("2026-12-02", "done", False),
        ("2026-12-02", "dropped", False),
    ],
)
def test_an_action_is_overdue_from_the_day_after_while_it_is_open(due: str, status: str, overdue: bool) -> None:
    assert action_view(Action(id="t", what="w", due=due, status=status), {}, TODAY).overdue is overdue


def test_a_criterion_nobody_answered_has_no_answer_word() -> None:
    view = criterion_view(LAMPS, EMPTY, HALL.criterion[0], None, TODAY)

    assert (view.number, view.answer, view.answer_word, view.note, view.by) == ("1.1", "unanswered", "", "", "")
    assert (view.duty, view.duty_word, view.essential) == ("must", "must", True)
    assert (view.evidence, view.actions) == ((), ())


def test_a_criterion_is_shown_with_all_that_was_said_about_it() -> None:
    audit = lamp_audit()

    view = criterion_view(LAMPS, audit, HALL.criterion[2], audit.answers[2], TODAY)

    assert (view.answer, view.answer_word, view.reason) == ("no-lamp", "No lamp", "The bulb hangs bare.")
    assert (view.by, view.at) == ("Lead", "2026-12-01T09:30:00Z")
    assert [(a.id, a.numbers) for a in view.actions] == [("t-1", ("1.3",))]


def test_an_answer_that_the_pack_does_not_have_is_shown_by_its_id() -> None:
    given = CriterionAnswer(criterion="hall-bulb", answer="sparkling")

    assert criterion_view(LAMPS, EMPTY, HALL.criterion[0], given, TODAY).answer_word == "sparkling"


def test_guidance_says_where_only_secondary_text_was_seen_and_names_a_source_the_pack_lacks() -> None:
    criterion = msgspec.structs.replace(
        UMBRELLAS.standard[0].criterion[0],
        source=(
            Citation(source="umbrella-by-law", place="Section 2", confidence="C", checked_on="2026-01-10"),
            Citation(source="hearsay", place="A pub", confidence="C2", checked_on="2026-01-11"),
        ),
    )

    guidance = guidance_of(UMBRELLAS, criterion)

    assert [(c.title, c.edition, c.place, c.note) for c in guidance.sources] == [
        ("Umbrella by-law", "1907, amended 2025", "Section 2", ""),
        ("hearsay", "", "A pub", "look it up in the source itself"),
    ]
    assert guidance.evidence_kinds == ("Ticket stubs",)


def test_a_standard_without_a_grade_says_so_and_shows_what_is_suggested() -> None:
    audit = msgspec.structs.replace(lamp_audit(), grades=())

    view = standard_view(LAMPS, audit, HALL, TODAY)

    assert (view.grade, view.grade_word, view.reason) == ("not-graded", "", "")
    assert (view.suggested, view.suggested_word, view.suggested_because) == ("bright", "Bright", "All 2 criteria lit.")
    assert (view.state, view.answered, view.summary) == ("started", 3, "Children can read the notices.")
    assert [(level.id, level.chosen, level.suggested) for level in view.levels] == [
        ("bright", False, True),
        ("glowing", False, False),
        ("dim", False, False),
    ]


def test_a_graded_standard_of_a_pack_without_rules_shows_its_level_and_model_answers() -> None:
    audit = msgspec.structs.replace(
        EMPTY,
        grades=(Grade(standard="u1", level="soaked", reason="It rained."),),
        summaries=(Summary(standard="u1", text="Wet."),),
    )

    view = standard_view(UMBRELLAS, audit, UMBRELLAS.standard[0], TODAY)

    assert (view.grade, view.grade_word, view.reason, view.summary) == ("soaked", "Soaked", "It rained.", "Wet.")
    assert (view.suggested, view.suggested_word, view.step_up, view.state) == ("none", "", "", "attention")
    assert [level.id for level in view.levels if level.chosen] == ["soaked"]
    assert [level.id for level in view.levels if level.suggested] == []
    assert view.levels[2].model_answer.startswith("Umbrellas lean against the wall.")
    assert [(s.from_word, s.to_word, len(s.steps)) for s in view.next_steps] == [
        ("Soaked", "A few drops", 2),
        ("A few drops", "Bone dry", 2),
    ]


def test_an_audit_is_shown_with_the_standards_asked_for() -> None:
    view = audit_view(UMBRELLAS, EMPTY, TODAY, UMBRELLAS.standard[1:])

    assert (view.cycle, view.title) == ("2026-2028", "Care of visitors' umbrellas: three standards")
    assert [(s.id, [c.number for c in s.criteria]) for s in view.standards] == [
        ("u2", ["2.1", "2.2", "2.3"]),
        ("u3", ["3.1", "3.2", "3.3"]),
    ]


def test_a_list_and_the_rail_count_the_same() -> None:
    audit = msgspec.structs.replace(lamp_audit(), grades=lamp_audit().grades[1:], answers=lamp_audit().answers[:2])

    line, rail = audit_line(LAMPS, audit), rail_of(LAMPS, audit)

    assert (line.standards, line.graded, line.criteria, line.answered) == (2, 1, 4, 2)
    assert (rail.graded, rail.criteria, rail.answered) == (1, 4, 2)
    assert [(r.number, r.short, r.state, r.word) for r in rail.rows] == [
        (1, "The hall", "started", "2 of 3"),
        (2, "The stairs", "attention", "Bright"),
    ]


@pytest.mark.parametrize(
    ("answers", "done", "total"),
    [
        ({}, 0, "0 of 4 answered"),
        ({"hall-bulb": "lit"}, 0, "1 of 4 answered"),
        ({"stairs-bulb": "lit", "hall-bulb": "lit"}, 1, "2 of 4 answered"),
    ],
)
def test_without_levels_the_rail_and_the_list_count_answers_and_no_grades(
    answers: dict[str, str], done: int, total: str
) -> None:
    said = tuple(CriterionAnswer(criterion=name, answer=answer) for name, answer in answers.items())
    audit = msgspec.structs.replace(EMPTY, answers=said)

    line, rail = audit_line(without_levels(LAMPS), audit), rail_of(without_levels(LAMPS), audit)

    assert (line.graded, line.to_grade, line.answered) == (0, 0, len(answers))
    assert audit_line(LAMPS, audit).to_grade == 2
    assert (rail.done, rail.total, rail.sentence) == (done, total, total)
    assert rail_of(LAMPS, audit).sentence == f"{total}, 0 of 2 graded"


def test_without_levels_a_standard_has_none_to_choose_and_suggests_nothing() -> None:
    pack = without_levels(LAMPS)

    view = standard_view(pack, lamp_audit(), pack.standard[1], TODAY)

    assert (view.levels, view.next_steps, view.suggested, view.suggested_word) == ((), (), "none", "")


def with_short_words(pack: AuditPack) -> AuditPack:
    return msgspec.structs.replace(
        pack, level=tuple(msgspec.structs.replace(level, short=level.word[:2]) for level in pack.level)
    )


@pytest.mark.parametrize(
    ("level", "pack", "word"),
    [
        ("bright", LAMPS, "Bright"),
        ("bright", with_short_words(LAMPS), "Br"),
        ("level of another edition", LAMPS, "level of another edition"),
    ],
)
def test_the_rail_says_the_grade_in_its_short_word(level: str, pack: AuditPack, word: str) -> None:
    audit = msgspec.structs.replace(EMPTY, grades=(Grade(standard="hall", level=level),))

    assert [row.word for row in rail_of(pack, audit).rows] == [word, ""]


BULB = CarriedAnswer(criterion="hall-bulb", answer="lit", cycle="2024-2026")
SWITCH = CarriedAnswer(criterion="stairs-bulb", answer="lit", cycle="2024-2026")
TEXT = CarriedSummary(standard="hall", text="All could read.", cycle="2024-2026")
LIT = CriterionAnswer(criterion="hall-bulb", answer="lit")


@pytest.mark.parametrize(
    ("audit", "rows", "states", "words", "total"),
    [
        ({}, ["", ""], ["not-started", "not-started"], ["", ""], ""),
        (
            {"carried_answers": (BULB, SWITCH), "carried_summaries": (TEXT,)},
            ["2 wait", "1 waits"],
            ["not-started", "not-started"],
            ["2 to confirm", "1 to confirm"],
            "3 to confirm",
        ),
        (
            {"carried_answers": (BULB,), "carried_summaries": (TEXT,), "answers": (LIT,)},
            ["1 waits", ""],
            ["started", "not-started"],
            ["1 of 3, 1 to confirm", ""],
            "1 to confirm",
        ),
        (
            {"carried_answers": (BULB,), "grades": (Grade(standard="hall", level="bright"),)},
            ["1 waits", ""],
            ["attention", "not-started"],
            ["Bright, 1 to confirm", ""],
            "1 to confirm",
        ),
        (
            {"carried_answers": (BULB,), "answers": (LIT,)},
            ["1 of 3", ""],
            ["started", "not-started"],
            ["1 of 3", ""],
            "",
        ),
    ],
)
def test_the_rail_and_the_standard_count_what_waits_from_the_last_round(
    audit: dict[str, Any], rows: list[str], states: list[str], words: list[str], total: str
) -> None:
    full = msgspec.structs.replace(EMPTY, **audit)

    rail = rail_of(LAMPS, full)
    standards = audit_view(LAMPS, full, TODAY, LAMPS.standard).standards

    assert [row.word for row in rail.rows] == rows
    assert [row.state for row in rail.rows] == states
    assert [row.words for row in rail.rows] == words
    assert rail.to_confirm == total
    assert [row.waiting for row in rail.rows] == [one.waiting for one in standards]
    assert rail.waiting == sum(one.waiting for one in standards)
    first = f", {standards[0].waiting} to confirm" if standards[0].waiting else ""
    assert standards[0].counted == f"{standards[0].answered} of 3 answered{first}"


def test_a_standard_that_is_done_wants_attention_while_its_summary_waits() -> None:
    said = tuple(CriterionAnswer(criterion=c.id, answer="lit") for c in HALL.criterion)
    done = msgspec.structs.replace(EMPTY, answers=said, grades=(Grade(standard="hall", level="bright"),))
    waiting = msgspec.structs.replace(done, carried_summaries=(TEXT,))

    assert [rail_of(LAMPS, audit).rows[0].state for audit in (done, waiting)] == ["done", "attention"]
    assert rail_of(LAMPS, waiting).done == 1


def texts_in(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_in(inner)
    else:
        yield value


def test_a_view_in_its_plain_form_holds_no_nulls_and_comes_back_the_same() -> None:
    view = audit_view(LAMPS, lamp_audit(), TODAY, LAMPS.standard)

    plain = msgspec.to_builtins(view)

    assert {type(value) for value in texts_in(plain)} <= {str, int, bool}
    assert msgspec.convert(plain, type(view)) == view


def test_no_rail_is_shown_without_an_audit() -> None:
    assert (EMPTY_RAIL.rows, EMPTY_RAIL.graded, EMPTY_RAIL.answered, EMPTY_RAIL.criteria) == ((), 0, 0, 0)


@pytest.mark.parametrize(
    ("role", "at", "said"),
    [
        ("Head", "2026-12-03T09:00:00Z", "Head, 3 December 2026"),
        ("", "2026-12-03T09:00:00Z", "3 December 2026"),
        ("Head", "", "Head"),
        ("", "", ""),
    ],
)
def test_who_said_something_and_when_is_told_as_far_as_known(role: str, at: str, said: str) -> None:
    assert said_by(role, at) == said
