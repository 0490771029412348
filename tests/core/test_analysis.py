"""The analysis of seven returns, counted by hand, and what is never mixed or shown."""

import pytest
from msgspec.structs import replace

from compact_tui.core.action_themes import ThemeTerms, terms_in
from compact_tui.core.analysis import Expected, analyse
from compact_tui.core.analysis_before import read_before, standards_kept
from compact_tui.core.analysis_behind import behind_view
from compact_tui.core.analysis_heat import heat_page, narrowed, plain_figures
from compact_tui.core.analysis_sums import Beside
from compact_tui.core.analysis_views import Analysis, BesideFigures, GroupFigures
from compact_tui.core.pack import AuditPack, CriterionVariant, Level, Variation
from compact_tui.core.partnership import Theme
from compact_tui.core.return_facts import AnswerFact, ReturnFacts
from tests.analysis_samples import BEFORE, DROPS, DRY, MODERATED, SEVEN, SEVEN_BEFORE, SOAKED, THEMES, facts
from tests.services.desks import small_pack

PACK = small_pack()
EXPECTED = (Expected("education", "Education", 6), Expected("early-years", "Early years", 4))
SAME_EDITION = {("umbrella-care", "2026.1"): standards_kept(PACK, PACK)}


def analysed(returns: tuple[ReturnFacts, ...] = SEVEN, threshold: int = 2) -> Analysis:
    """The seven returns, or others, counted with all that they are counted beside."""
    before = read_before(SEVEN_BEFORE, PACK, SAME_EDITION)
    beside = Beside(
        moderated=MODERATED,
        before=before.settings,
        then=before.then,
        before_cycle=BEFORE,
        themes=THEMES,
    )
    return analyse(returns, PACK, EXPECTED, threshold=threshold, beside=beside)


def _levels(group: GroupFigures) -> dict[str, tuple[object, ...]]:
    return {
        one.standard: (one.n, *(level.count for level in one.levels), one.strong_percent) for one in group.standards
    }


def _beside(one: BesideFigures) -> tuple[object, ...]:
    return (one.n, one.same, one.up, one.down, one.strong_then, one.strong_now)


def test_seven_returns_are_counted_as_by_hand() -> None:
    found = analysed()

    assert (found.returns, found.expected) == (7, 10)
    assert [(group.sector, group.returned, group.expected) for group in found.sectors] == [
        ("education", 5, 6),
        ("early-years", 2, 4),
    ]
    assert _levels(found.sectors[0]) == {"u1": (5, 2, 2, 1, 80), "u2": (5, 0, 3, 2, 60), "u3": (3, 3, 0, 0, 100)}
    assert _levels(found.sectors[1]) == {"u1": (2, 1, 0, 1, 50), "u2": (2, 2, 0, 0, 100), "u3": (2, 2, 0, 0, 100)}
    assert _levels(found.together) == {"u1": (7, 3, 2, 2, 71), "u2": (7, 2, 3, 2, 71), "u3": (5, 5, 0, 0, 100)}
    assert [one.not_graded for one in found.sectors[0].standards] == [0, 0, 2]


def test_answers_that_say_met_are_added_up_of_the_criteria_that_are_shown() -> None:
    group = analysed().sectors[0]

    assert [(one.answers, one.met, one.met_percent) for one in group.standards] == [(4, 1, 25), (0, 0, 0), (0, 0, 0)]


def test_an_audit_without_grades_is_counted_by_what_is_met() -> None:
    ungraded = replace(PACK, level=())
    returns = tuple(replace(one, grades=tuple(replace(g, level="not-graded") for g in one.grades)) for one in SEVEN)

    analysis = analyse(returns, ungraded, EXPECTED, threshold=2)
    page = heat_page(analysis, ungraded, "Ungraded")

    first = analysis.sectors[0].standards[0]
    assert (first.n, first.levels, first.answers, first.met, first.not_graded) == (5, (), 4, 1, 0)
    assert [cell.words for cell in page.rows[0].cells] == ["few 25% of 4", "some 50% of 2", "few 33% of 6"]
    assert [cell.brief for cell in page.rows[0].cells] == ["25% of 4", "50% of 2", "33% of 6"]
    assert page.measure == "Answered with met, of all that applied"
    assert page.rows[0].cells[0].lines[0] == (
        "5 settings returned it. Of 4 answers that applied, 1 say that it is met (25%)."
    )
    told = plain_figures(analysis)["sectors"][0]["standards"][0]
    assert told == {"standard": "u1", "n": 5, "levels": {}, "suppressed": False, "answers": 4, "met": 1}
    behind = behind_view(returns, ungraded, ungraded.standard[0], {}, "education")
    assert {line.entry: line.word for line in behind.lines} == {
        "P1": "met 1 of 1", "P2": "met 0 of 1", "P3": "met 0 of 1", "P4": "met 0 of 0", "P5": "met 0 of 1",
    }  # fmt: skip


def test_too_few_returns_of_an_audit_without_grades_are_kept_back_too() -> None:
    page = heat_page(analyse(SEVEN[5:], replace(PACK, level=()), EXPECTED, threshold=5), PACK, "Few")

    assert {cell.words for row in page.rows for cell in row.cells} == {"too few", "none yet"}


def test_returns_on_another_audit_are_told_where_their_sector_would_look_empty() -> None:
    other = tuple(replace(one, edition="2024.1") if one.sector == "early-years" else one for one in SEVEN)

    page = heat_page(analysed(other), PACK, "Two editions")

    cell = page.rows[0].cells[1]
    assert (cell.words, cell.brief) == ("other edition", "edition")
    assert cell.lines[1] == "2 returns of this sector are on another edition: choose that one."
    assert [column.returned for column in page.columns][1] == "2 of 4"


def test_kinds_are_counted_where_each_is_enough_for_every_standard_that_is_shown() -> None:
    kinds = analysed().sectors[0].kinds

    assert [(kind.word, kind.returned) for kind in kinds] == [
        ("Primary, infant or junior school", 3),
        ("Secondary school", 2),
    ]
    assert _levels(kinds[0])["u1"] == (3, 1, 1, 1, 67)
    assert _levels(kinds[1])["u1"] == (2, 1, 1, 0, 100)
    assert [kind.standards[2].suppressed for kind in kinds] == [True, True]


def test_the_committees_grades_stand_beside_the_settings_own() -> None:
    found = analysed()

    assert _beside(found.sectors[0].moderated[0]) == (3, 2, 0, 1, 2, 2)
    assert found.sectors[0].moderated[1].suppressed
    assert _beside(found.together.moderated[0]) == (3, 2, 0, 1, 2, 2)
    assert found.sectors[1].moderated == ()


def test_change_since_last_time_counts_settings_that_have_both() -> None:
    found = analysed()

    assert _beside(found.sectors[0].changes[0]) == (3, 2, 1, 0, 1, 2)
    assert (found.together.changes[0].strong_then_percent, found.together.changes[0].strong_now_percent) == (33, 67)
    assert found.sectors[0].changes[2].suppressed
    assert (found.sectors[0].changes[0].all_then, found.together.changes[0].all_then_percent) == (3, 33)
    assert found.before_cycle == BEFORE


def test_what_was_not_met_not_known_and_not_applicable_is_counted_by_criterion() -> None:
    found = analysed()

    told = [(one.criterion, one.number, one.n, one.not_met, one.not_applicable, one.not_known, one.not_met_percent)
            for group in (found.sectors[0], found.together) for one in group.criteria]  # fmt: skip
    assert told == [("u1-ticket", "1.1", 5, 2, 1, 1, 40), ("u1-ticket", "1.1", 7, 3, 1, 1, 43)]
    assert (found.sectors[0].duties_not_met, found.together.duties_not_met) == (2, 3)


def _by_sectors() -> AuditPack:
    """The pack with a question that early years alone is asked first, and a ticket that binds education less."""
    first, *rest = PACK.standard
    ticket = replace(first.criterion[0], variant=(CriterionVariant(variations=("schools",), duty="kind-custom"),))
    early = replace(ticket, id="u1-pram", question="Is there room for a pram?", variations=("nurseries",), variant=())
    return replace(
        PACK,
        variation=(
            Variation(id="schools", title="Schools", sector="education"),
            Variation(id="nurseries", title="Nurseries", sector="early-years"),
        ),
        standard=(replace(first, criterion=(early, ticket, *first.criterion[1:])), *rest),
    )


def test_a_question_is_numbered_and_marked_as_the_audit_of_the_sector_does() -> None:
    found = analyse(SEVEN, _by_sectors(), EXPECTED, threshold=2)

    ticket = [next(one for one in group.criteria if one.criterion == "u1-ticket")
              for group in (*found.sectors, found.together)]  # fmt: skip
    assert [(one.number, one.duty, one.not_met, one.must_not_met) for one in ticket] == [
        ("1.1", "kind-custom", 2, 0),
        ("1.2", "must", 1, 1),
        ("1", "", 3, 1),
    ]
    assert [group.duties_not_met for group in (*found.sectors, found.together)] == [0, 1, 1]


def test_what_only_some_of_a_sector_are_asked_has_no_number_of_its_own() -> None:
    prams = tuple(AnswerFact("u1-pram", "u1", "x", "not-met", "must") for _ in range(2))
    two = tuple(replace(one, answers=(*one.answers, pram)) for one, pram in zip(SEVEN, prams, strict=False))

    found = analyse((*two, *SEVEN[2:]), _by_sectors(), EXPECTED, threshold=2)

    assert [(one.criterion, one.number) for one in found.sectors[0].criteria] == [
        ("u1-pram", "1"),
        ("u1-ticket", "1.1"),
    ]


def test_of_two_that_are_not_met_as_often_the_one_that_binds_more_comes_first() -> None:
    greeting = AnswerFact("u1-greeting", "u1", "x", "not-met", "kind-custom")
    watch = AnswerFact("u2-ledger", "u2", "x", "not-met", "must")
    must = next(c.id for c in PACK.standard[1].criterion if c.duty == "must")
    both = tuple(
        replace(one, answers=(greeting, replace(watch, criterion=must))) for one in SEVEN if one.sector == "education"
    )

    criteria = analyse(both, PACK, EXPECTED, threshold=2).sectors[0].criteria

    assert [one.criterion for one in criteria] == [must, "u1-greeting"]


def test_actions_are_counted_once_for_each_setting_and_theme() -> None:
    found = analysed()

    assert [(one.theme, one.settings, one.percent) for one in found.sectors[0].themes] == [
        ("training", 2, 40),
        ("policies", 0, 0),
    ]
    assert [(one.theme, one.settings, one.percent) for one in found.together.themes] == [
        ("training", 2, 29),
        ("policies", 1, 14),
    ]
    assert found.sectors[0].unthemed == 1


def test_nothing_of_a_sector_under_the_threshold_is_shown_or_in_a_total() -> None:
    found = analysed(threshold=3)
    hidden = found.sectors[1]

    assert [(one.n, one.levels, one.suppressed) for one in hidden.standards] == [(None, (), True)] * 3
    assert (hidden.criteria, hidden.duties_not_met, hidden.themes, hidden.kinds) == ((), None, (), ())
    assert _levels(found.together) == _levels(found.sectors[0])
    assert found.together.returned == 5
    assert found.covers == "Covers 1 of 2 sectors; too few returns to show: Early years."


def test_another_edition_is_left_out_and_said() -> None:
    other = replace(SEVEN[0], edition="2024.1", return_id="r-other")

    found = analysed((*SEVEN, other))

    assert found.returns == 8
    assert _levels(found.together)["u1"][0] == 7
    assert found.left_out == (
        "Not counted, because unlike editions are never mixed: 1 on umbrella-care, edition 2024.1.",
    )


def test_a_sector_that_nobody_expected_comes_last_and_no_returns_make_no_figures() -> None:
    stranger = facts("X1", "", "", "ddd")

    assert [(one.sector, one.word) for one in analysed((stranger,)).sectors][-1] == ("", "sector not said")
    assert analysed(()).together.standards[0].n == 0


def test_the_form_that_other_programs_rely_on_is_exactly_this() -> None:
    figures = plain_figures(narrowed(analysed(threshold=3), standard="u1"))

    assert figures == {
        "returns": 7,
        "expected": 10,
        "sectors": [
            {
                "sector": "education",
                "returns": 5,
                "standards": [{"standard": "u1", "n": 5, "levels": {DRY: 2, DROPS: 2, SOAKED: 1}, "suppressed": False}],
            },
            {
                "sector": "early-years",
                "returns": 2,
                "standards": [{"standard": "u1", "n": None, "levels": {}, "suppressed": True}],
            },
        ],
    }


def test_the_table_of_heat_has_a_word_in_every_cell() -> None:
    page = heat_page(analysed(threshold=3), PACK, "Analysis")

    assert [column.sector for column in page.columns] == ["education", "early-years", "all"]
    assert [[(cell.state, cell.words) for cell in row.cells] for row in page.rows] == [
        [("done", "most 80% of 5"), ("", "too few"), ("done", "most 80% of 5")],
        [("started", "some 60% of 5"), ("", "too few"), ("started", "some 60% of 5")],
        [("done", "most 100% of 3"), ("", "too few"), ("done", "most 100% of 3")],
    ]
    assert page.rows[0].cells[0].lines == (
        "5 graded it, 0 did not: Bone dry 2 (40%), A few drops 2 (40%), Soaked 1 (20%).",
        "Good or better: 4 of 5 (80%).",
        "The committee beside them: not shown, as it could tell about a few settings.",
        "Since last time, those with both: not shown, as it could tell about a few settings.",
        "All there were last time: good or better 1 of 3 (33%).",
        "1.1 Does every umbrella get a ticket? Not met 2 of 5 (40%), not known 1, not applicable 1.",
    )
    assert [row.cells[0].brief for row in page.rows] == ["80% of 5", "60% of 5", "all of 3"]
    assert page.notes[3] == 'Answered "not met" where it is marked "must": 2 times.'
    assert heat_page(analysed(()), PACK, "Analysis").rows[0].cells[0].words == "none yet"


def test_the_returns_behind_a_figure_stand_lowest_first_with_the_committees_view() -> None:
    view = behind_view(SEVEN, PACK, PACK.standard[0], MODERATED, "education")

    assert [(one.name, one.word, one.state, one.moderated) for one in view.lines] == [
        ("Setting P3", "Soaked", "attention", "Soaked"),
        ("Setting P2", "A few drops", "done", "A few drops"),
        ("Setting P5", "A few drops", "done", ""),
        ("Setting P1", "Bone dry", "done", "A few drops"),
        ("Setting P4", "Bone dry", "done", ""),
    ]
    assert len(behind_view(SEVEN, PACK, PACK.standard[0], {}).lines) == 7
    assert behind_view(SEVEN, PACK, PACK.standard[2], {}).lines[-1].state == "not-started"


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("", ()),
        ("Retrain nobody", ()),
        ("TRAINING, for all", ("training",)),
        ("Our code-of-conduct is old", ("policies",)),
        ("Train on the policy", ("training", "policies")),
        ("the code of the conductor", ()),
    ],
)
def test_an_action_belongs_to_each_theme_of_which_it_uses_a_word(text: str, themes: tuple[str, ...]) -> None:
    assert ThemeTerms(THEMES).of(text) == themes


def test_terms_that_are_empty_find_nothing() -> None:
    assert ThemeTerms((Theme(id="x", word="X", terms=("", "...")),)).of("anything") == ()
    assert terms_in("Train, , train, Induct") == ("train", "induct")


def test_only_standards_that_ask_the_same_on_the_same_scale_are_compared_with_last_time() -> None:
    older = replace(PACK, pack=replace(PACK.pack, edition="2024.1"), standard=PACK.standard[:2])
    rescaled = replace(older, level=(*older.level, Level(id="flood", word="Flood", rank=1)))

    assert standards_kept(older, PACK) == {"u1": "u1", "u2": "u2"}
    assert standards_kept(rescaled, PACK) == {}
    assert standards_kept(None, PACK) == {}
    assert standards_kept(replace(older, pack=replace(older.pack, id="lamps")), PACK) == {}


def test_a_return_of_last_time_without_a_setting_or_a_known_edition_is_not_compared() -> None:
    nobody, strange = replace(SEVEN_BEFORE[0], entry=""), replace(SEVEN_BEFORE[1], edition="1999")

    read = read_before((nobody, strange, SEVEN_BEFORE[2]), PACK, SAME_EDITION)

    assert (set(read.settings), read.left_out) == ({"P3"}, 2)


def test_a_setting_that_changed_sector_is_in_no_change() -> None:
    moved = tuple(replace(one, sector="other") for one in SEVEN_BEFORE)
    before = read_before(moved, PACK, SAME_EDITION).settings

    assert analyse(SEVEN, PACK, EXPECTED, threshold=2, beside=Beside(before=before)).sectors[0].changes == ()
