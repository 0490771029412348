"""How many returned, said in one way: on another edition, on another audit, on an audit of one's own."""

import pytest
from msgspec.structs import replace

from compact_tui.core.analysis_heat import heat_page
from compact_tui.core.analysis_views import GroupFigures
from compact_tui.core.answered_words import all_returned_words, returned_words, share_in, where_else
from tests.analysis_samples import SEVEN
from tests.core.test_analysis import PACK, analysed
from tests.learning_samples import group


def _group(returned: int, elsewhere: int, editions: int) -> GroupFigures:
    return replace(group("other"), expected=15, returned=returned, elsewhere=elsewhere, editions=editions)


@pytest.mark.parametrize(
    ("returned", "elsewhere", "editions", "said"),
    [
        (0, 0, 0, "0 of 15 returned"),
        (15, 0, 0, "15 of 15 returned"),
        (14, 1, 1, "15 of 15 returned, 1 of them on another edition and not in these figures"),
        (14, 1, 0, "15 of 15 returned, 1 of them on another audit and not in these figures"),
        (
            9,
            3,
            2,
            "12 of 15 returned, 2 of them on another edition, 1 on another audit, and not in these figures",
        ),
        (0, 3, 0, "3 of 15 returned, on an audit of its own and not in these figures"),
        (0, 3, 3, "3 of 15 returned, 3 of them on another edition and not in these figures"),
    ],
)
def test_how_many_returned_is_said_with_those_that_the_figures_leave_out(
    returned: int, elsewhere: int, editions: int, said: str
) -> None:
    assert returned_words(_group(returned, elsewhere, editions)) == said


@pytest.mark.parametrize(
    ("returned", "expected", "share"), [(3, 7, " (43%)"), (0, 7, " (0%)"), (7, 7, " (100%)"), (8, 7, ""), (0, 0, "")]
)
def test_a_share_is_said_where_it_is_one(returned: int, expected: int, share: str) -> None:
    assert share_in(returned, expected) == share


def test_a_sector_with_an_audit_of_its_own_says_so_and_counts_as_returned() -> None:
    own = tuple(replace(one, pack="small") if one.sector == "early-years" else one for one in SEVEN)
    strange = replace(SEVEN[0], return_id="r-strange", sector="early-years", edition="2024.1")

    page, both = heat_page(analysed(own), PACK, "Two"), heat_page(analysed((*own, strange)), PACK, "Three")

    cell = page.rows[0].cells[1]
    assert (cell.words, cell.brief) == ("own audit", "own audit")
    assert cell.lines[1] == "2 returns of this sector are on another audit: choose that one."
    assert [column.returned for column in page.columns] == ["5 of 6", "2 of 4", "5 of 6"]
    assert (
        both.rows[0].cells[1].lines[1] == "3 returns of this sector are on another audit or edition: choose that one."
    )
    assert where_else(_group(0, 3, 0)) == "own audit"


def test_the_sectors_that_returned_add_up_to_all_that_did() -> None:
    other = replace(SEVEN[0], return_id="r-other", sector="early-years", edition="2024.1")
    far = replace(SEVEN[0], return_id="r-far", sector="island", pack="small")
    found = analysed((*SEVEN, other, far))
    page = heat_page(found, PACK, "")

    counted = [int(column.returned.partition(" ")[0]) for column in page.columns]
    assert (counted, found.returns) == ([5, 3, 1, 8], 9)
    assert all_returned_words(found).startswith("9 of 10 returned, 1 of them on another edition, 1 on another audit,")
    assert f"All sectors: {all_returned_words(found)}." in page.notes
    assert "Early years: 3 of 4 returned, 1 of them on another edition and not in these figures." in page.notes
    assert "island: 1 of 0 returned, on an audit of its own and not in these figures." in page.notes
