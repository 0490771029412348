"""The learning report of a sector of which few returned, or nobody: only what holds is said."""

from msgspec.structs import replace

from compact_tui.core.learning_report_build import learning_report
from tests.analysis_samples import facts
from tests.report_samples import material, seven, sources, text_of, under


def test_a_sector_of_few_shows_no_figure_but_who_answered_and_still_says_what_is_done() -> None:
    few = learning_report(material(seven()), "early-years")

    assert [one.what for one in few.figures] == ["Settings that returned, of those a return was expected from"]
    assert few.in_short[1] == "Fewer than 3 settings returned: figures of so few would tell about single settings."
    headings = [section.heading for section in few.sections]
    assert headings == [
        "In short",
        "What was asked",
        "Good practice",
        "What the partnership will do",
        "What it said before, and did",
        "Where to get help",
        "Method and limits",
    ]


def test_without_figures_nothing_is_said_that_needs_them() -> None:
    few, none = (learning_report(material(seven(), log=()), sector) for sector in ("early-years", "other"))
    for report in (few, none):
        assert under(report, "What the partnership will do") == [
            "What will be done is being decided, and will be told to you."
        ]
        assert "%" not in text_of(report)
        assert "Per cent" not in text_of(report)
        assert "self-assessment" not in text_of(report)


def test_where_enough_returned_and_too_few_of_them_can_be_counted_it_says_so() -> None:
    there = [facts(f"P{n}", "small-group", "voluntary-group") for n in range(2)]
    away = [replace(facts(f"P9{n}", "small-group", "voluntary-group"), pack="other-audit") for n in range(2)]

    report = learning_report(material(sources([*there, *away])), "small-group")

    assert report.in_short[0] == (
        "4 of 4 settings sent their return, 2 of them on another audit and not in these figures. Thank you."
    )
    assert report.in_short[1].startswith("Fewer than 3 of them can be counted here:")


def test_a_sector_that_returned_and_graded_nothing_says_so() -> None:
    blank = sources(facts(f"P{n}", "education", "nursery", "ooo", answers=()) for n in range(4))

    report = learning_report(material(blank), "education")

    assert report.in_short[1] == "No standard was graded by 3 settings or more, so no figures are shown."


def test_no_return_at_all_is_said_kindly() -> None:
    none = learning_report(material(seven()), "other")

    assert none.figures == ()
    assert none.in_short[0] == "No return of this sector has come in for 2026-2028 yet, so there are no figures."
    assert "thank you" in none.in_short[1]
    assert "Who answered" not in text_of(none)
