"""What the page of an analysis says beside its figures: of one sector only what concerns that one."""

from msgspec.structs import replace

from compact_tui.core.analysis_heat import heat_page, narrowed
from tests.analysis_samples import SEVEN
from tests.core.test_analysis import PACK, analysed


def test_of_one_sector_only_what_concerns_it_is_said() -> None:
    other = replace(SEVEN[0], edition="2024.1", return_id="r-other", sector="early-years")
    found = analysed((*SEVEN, other), threshold=2)
    cell = (
        "Each cell: how many graded themselves A few drops or Bone dry, of how many. "
        "most: from 80%; some: from 50%; few: below."
    )
    few = "Groups of fewer than 2 settings are not shown, nor what could tell about them."
    since = "Changes are counted from 2024-2026, for settings that returned both times."

    one, another = (heat_page(narrowed(found, sector), PACK, "") for sector in ("education", "early-years"))

    assert (one.sentence, another.sentence) == ("5 of 6 returns in", "3 of 4 returns in")
    assert one.notes == (cell, few, 'Answered "not met" where it is marked "must": 2 times.', since)
    assert another.notes[:2] == (cell, few)
    said = "3 of 4 returned, 1 of them on another edition and not in these figures."
    assert another.notes[-1] == f"Early years: {said}"
    assert set(found.left_out) <= set(heat_page(found, PACK, "").notes)
    assert set(heat_page(narrowed(found, standard="u2"), PACK, "").notes) >= set(found.left_out)


def test_what_was_not_met_is_counted_in_what_is_shown() -> None:
    def told(sector: str, standard: str) -> list[str]:
        page = heat_page(narrowed(analysed(threshold=2), sector, standard), PACK, "")
        return [note.rpartition(": ")[2] for note in page.notes if note.startswith("Answered")]

    page = heat_page(narrowed(analysed(threshold=2), standard="u2"), PACK, "")
    assert 'Answered "not met" where it is marked "must" in standard 2: 0 times.' in page.notes
    assert (page.themes, bool(heat_page(analysed(threshold=2), PACK, "").themes)) == ((), True)
    assert [told("", standard)[0] for standard in ("", "u1", "u2", "u3")] == [
        "3 times.",
        "3 times.",
        "0 times.",
        "0 times.",
    ]


def test_the_only_standard_of_a_pack_and_the_only_sector_are_not_named_beside_themselves() -> None:
    only = replace(PACK, standard=PACK.standard[:1])
    found = narrowed(analysed(threshold=2), standard="u1")
    away = replace(SEVEN[0], edition="2024.1", return_id="r-other")
    one_sector = analysed((*(one for one in SEVEN if one.sector == "education"), away), threshold=2)

    assert 'Answered "not met" where it is marked "must": 3 times.' in heat_page(found, only, "").notes
    notes = heat_page(replace(one_sector, sectors=one_sector.sectors[:1]), PACK, "").notes
    assert [note.partition(":")[0] for note in notes if "not in these figures" in note] == ["Education"]


def test_a_sector_that_all_returns_are_of_is_told_as_the_whole_is() -> None:
    found = analysed(tuple(one for one in SEVEN if one.sector == "education"), threshold=2)

    page = heat_page(narrowed(found, "education"), PACK, "")

    assert page.sentence == "5 of 10 returns in"
    assert found.covers in page.notes


def test_only_what_is_marked_with_the_strongest_duty_is_counted_as_such() -> None:
    found = analysed(threshold=2)
    softer = tuple(replace(one, duty="softer", must_not_met=0) for one in found.together.criteria)

    page = heat_page(replace(found, together=replace(found.together, criteria=softer)), PACK, "")

    assert 'Answered "not met" where it is marked "must": 0 times.' in page.notes
