"""What lint finds in a pack's questions of inspectors, and that the shipped ones are enough and in order."""

import msgspec
import pytest

from compact_tui.core.inspection_checks import inspection_problems
from compact_tui.core.pack import AuditPack
from compact_tui.core.problems import Severity
from compact_tui.core.variation import for_variation
from compact_tui.storage.packs import load_shipped
from tests.core.packs_with_mistakes import Edit, add, drop, linted, put, small

ASK = ("standard", 1, "inspection", 0)
AGAIN = "give me an umbrella,  and tell me whose it IS."


def found(edit: Edit) -> list[tuple[str, str]]:
    """The problems of the small pack with one thing put wrong in it: what is said, and the last steps of where."""
    plain = small()
    edit(plain)
    problems = inspection_problems(msgspec.convert(plain, AuditPack))
    return [(problem.what, ".".join(str(step) for step in problem.path[-2:])) for problem in problems]


@pytest.mark.parametrize(
    ("edit", "what", "where"),
    [
        (put((*ASK, "ask"), "  "), '"ask" has an empty text.', "0.ask"),
        (put((*ASK, "ask"), "x" * 141), "This has 141 characters; there is room for 140.", "0.ask"),
        (put((*ASK, "show"), []), '"show" is missing or empty.', "0.show"),
        (put((*ASK, "show"), ["A", ""]), '"show" has an empty text.', "show.1"),
        (put((*ASK, "show"), ["x" * 161]), "This has 161 characters; there is room for 160.", "show.0"),
        (put((*ASK, "fetch"), [""]), '"fetch" has an empty text.', "fetch.0"),
        (put((*ASK, "fetch"), ["x" * 61]), "This has 61 characters; there is room for 60.", "fetch.0"),
        (put((*ASK, "variations"), ["galery"]), 'No variation "galery" is known.', "variations.0"),
        (put(("pack", "inspection_order"), ["u2", "u7"]), 'No standard "u7" is known.', "inspection_order.1"),
        (put(("pack", "inspection_order"), ["u2", "u2"]), '"u2" is named twice.', "inspection_order.1"),
        (put((*ASK, "ask"), AGAIN), "This is asked in the pack already.", "0.ask"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_place(edit: Edit, what: str, where: str) -> None:
    assert (what, where) in found(edit)


def test_a_sound_pack_has_none_and_lint_asks_for_them() -> None:
    assert found(lambda plain: None) == []
    plain = small()
    put((*ASK, "show"), [])(plain)
    assert [p.what for p in linted(plain)] == ['"show" is missing or empty.']


def test_a_standard_without_a_question_is_a_warning_where_others_have_some() -> None:
    plain = small()
    drop((*ASK[:2], "inspection", 1))(plain)
    put((*ASK, "variations"), ["gallery"])(plain)
    drop(("standard", 2, "inspection", 0))(plain)

    problems = [p for p in linted(plain) if "inspector" in p.what]

    assert [p.what for p in problems] == [
        'Nothing says what an inspector asks about this standard for "kiosk".',
        "Nothing says what an inspector asks about this standard.",
    ]
    assert {p.severity for p in problems} == {Severity.WARNING}


def test_a_pack_that_says_nothing_of_inspections_is_left_in_peace() -> None:
    plain = small()
    for standard in plain["standard"]:
        standard["inspection"] = []
    assert [p for p in linted(plain) if "inspector" in p.what] == []
    add(("standard", 0, "inspection"), {"ask": "Why?", "show": ["This"]})(plain)
    assert len([p for p in linted(plain) if "inspector" in p.what]) == 2


@pytest.mark.parametrize("variation", ["education", "early-years", "other"])
def test_each_variation_finds_three_to_five_questions_for_each_standard(variation: str) -> None:
    pack = for_variation(load_shipped("compact-12"), variation)

    assert [s.id for s in pack.standard if not 3 <= len(s.inspection) <= 5] == []
    assert all(ask.show and ask.fetch for s in pack.standard for ask in s.inspection)


def test_the_record_of_checks_and_the_leads_arrangements_come_first() -> None:
    pack = load_shipped("compact-12")

    assert pack.pack.inspection_order[:2] == ("s03", "s01")
    assert sorted(pack.pack.inspection_order) == [standard.id for standard in pack.standard]
