"""The overview of the city: every sector in words and counts, on one side."""

import re

import pytest
from msgspec.structs import replace

from compact_tui.core.city_overview import city_overview
from compact_tui.core.learning_report import LearningReport, report_page
from compact_tui.core.page_sides import sides_about
from compact_tui.services.packs import default_pack, pack_named
from tests.analysis_samples import SEVEN
from tests.report_samples import LOG, material, seven, sources, text_of, under


@pytest.fixture(scope="module")
def overview() -> LearningReport:
    return city_overview(material(seven()))


def test_the_overview_has_every_sector_in_words_and_counts(overview: LearningReport) -> None:
    said = under(overview, "Each standard, sector by sector")

    assert said[0] == "A few drops or better, of those that graded it."
    assert re.split(r"  +", said[1]) == ["Standard", "Education", "Early years", "Small voluntary group", "All shown"]
    row = next(line for line in said if line.startswith("2 Keeping"))
    assert re.sub(r" +", " ", row) == "2 Keeping some 60% of 5 too few own audit some 60% of 5"
    first = next(line for line in said if line.startswith("Returned"))
    assert re.split(r"  +", first.strip()) == ["Returned", "5 of 7", "2 of 2", "3 of 3"]
    how = "- Small voluntary group: 3 of 3 returned, on an audit of its own and not in these figures."
    assert how in under(overview, "How to read this")


def test_the_overview_says_what_is_strong_weak_and_planned_across(overview: LearningReport) -> None:
    assert overview.in_short[0] == ("Returned: 10 of 12 (83%), 3 of them on another audit and not in these figures.")
    assert overview.in_short[1].startswith("Strongest (a few drops or better): 3 Giving umbrellas back 3 of 3 (100%)")
    assert overview.in_short[2].startswith("Most to do: 2 Keeping umbrellas 3 of 5 (60%)")
    assert under(overview, "What the partnership will do") == [
        "- Other: Ring every kiosk (by 20 December 2026).",
        "- 2 Keeping, Education: A course on mirrors (training, Trainer, by 1 March 2027).",
    ]


def test_the_overview_of_nothing_says_so() -> None:
    nothing = city_overview(material(sources(())))

    assert nothing.in_short[1] == "Too few settings have returned yet to show figures of any sector."


def test_the_overview_keeps_to_one_side_with_the_twelve_and_much_to_do() -> None:
    pack = pack_named(default_pack())
    letters = [replace(one, pack=pack.pack.id, edition=pack.pack.edition) for one in SEVEN]
    grades = tuple(replace(SEVEN[0].grades[0], standard=one.id, level=pack.level[0].id) for one in pack.standard)
    full = [replace(one, grades=grades) for one in letters]
    many = tuple(
        replace(LOG[0], id=f"le-{n}", standard=pack.standard[n].id, will_do="A course. " * 9) for n in range(9)
    )

    report = city_overview(material(sources(full, pack=pack), log=many))

    assert sides_about(report_page(report)) == 1
    assert "And 5 more, in the reports of the sectors." in text_of(report)
