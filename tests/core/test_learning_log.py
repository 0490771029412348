"""How far a line of the learning log is, in which order lines stand, and what stands beside an earlier one."""

import pytest
from msgspec.structs import replace

from compact_tui.core.analysis_views import Analysis, BesideFigures, GroupFigures, StandardFigures
from compact_tui.core.learning_forms import parse_month, say_month
from compact_tui.core.learning_log import learning_log, state_of, then_and_now, wants_then_and_now
from compact_tui.core.partnership import Learning
from tests.learning_samples import BEFORE, NOW, analysis, beside, group, standard

TODAY = "2026-12-03"
LINE = Learning(id="le-1", finding="Racks are wet.", cycle=NOW, standard="u1", sector="education")


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "found"),
        ({"will_do": "A course"}, "planned"),
        ({"will_do": "A course", "due": "2026-12-03"}, "planned"),
        ({"will_do": "A course", "due": "2026-12-02"}, "late"),
        ({"due": "2026-12-02"}, "late"),
        ({"due": "2026-12-02", "done_on": "2026-12-03"}, "done"),
        ({"done_on": "2026-12-03", "showed": "Dry."}, "looked-at"),
        ({"done_on": "2026-12-03", "showed": "Dry.", "helped": "yes"}, "showed"),
        ({"done_on": "2026-12-03", "showed": "Wet.", "helped": "not-yet"}, "did-not-show"),
    ],
)
def test_a_line_is_as_far_as_what_was_said_of_it(changes: dict[str, str], state: str) -> None:
    assert state_of(replace(LINE, **changes), TODAY) == state


def test_what_waits_for_somebody_stands_first_and_by_its_day() -> None:
    lines = [
        replace(LINE, id="done", done_on=TODAY),
        replace(LINE, id="later", will_do="x", due="2027-02-01"),
        replace(LINE, id="sooner", will_do="x", due="2027-01-01"),
        replace(LINE, id="found"),
        replace(LINE, id="late", due="2026-01-01"),
    ]

    view = learning_log(lines, NOW, TODAY, {"u1": "1 The tray"})

    assert [one.id for one in view.lines] == ["late", "found", "sooner", "later", "done"]
    assert view.sentence == "5 lines: 1 late, 1 nothing planned yet, 2 planned, 1 done"
    assert view.lines[2].state_word == "due in 29 days"
    assert learning_log([], NOW, TODAY, {}).sentence == "Nothing is in the log yet."


def test_a_line_in_full_says_all_that_was_said_and_nothing_that_was_not() -> None:
    full = replace(
        LINE, will_do="A course", kind="training", who="Trainer", due="2027-01-10", done_on=TODAY, showed="Dry now."
    )

    [bare, told] = learning_log([LINE, full], NOW, TODAY, {"u1": "1 The tray"}).lines

    assert bare.lines == (
        "Racks are wet.",
        f"About: 1 The tray, Education, found in {NOW}.",
        "What the partnership does: nothing is said yet.",
    )
    assert told.lines[2:] == (
        "What the partnership does (training): A course",
        "Who and when: Trainer, by 10 January 2027.",
        "Done on 3 December 2026.",
        "What the next round showed: Dry now.",
    )


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [({}, False), ({"cycle": BEFORE}, True), ({"cycle": BEFORE, "standard": ""}, False), ({"cycle": ""}, False)],
)
def test_only_a_line_of_an_earlier_round_about_a_standard_wants_figures(changes: dict[str, str], wanted: bool) -> None:
    assert wants_then_and_now(replace(LINE, **changes), NOW) is wanted


_OLD = replace(LINE, cycle=BEFORE)
_EIGHT = beside("u1", 8, then=4, now=6, up=3, down=1)
_BOTH = "Settings that returned both times, 8: good or better 4 (50%) in 2024-2026, 6 (75%) now; 3 higher, 1 lower."
_TOO_FEW = "Then and now: too few settings of 2024-2026 and of this round to show."


def _changed(*changes: BesideFigures, now: StandardFigures | None = None) -> Analysis:
    one: GroupFigures = group("education", now or standard("u1"), changes=changes)
    return analysis(one, before=BEFORE)


@pytest.mark.parametrize(
    ("line", "figures", "said"),
    [
        (_OLD, _changed(beside("u1", 8, then=4, now=6, up=3, down=1)), (_BOTH,)),
        (
            _OLD,
            _changed(
                replace(_EIGHT, all_then=20, all_then_strong=5, all_then_percent=25),
                now=standard("u1", 9, 12),
            ),
            (_BOTH, "All settings of 2024-2026: good or better 5 of 20 (25%).",
             "All settings now: good or better 9 of 12 (75%)."),
        ),
        (_OLD, _changed(beside("u1", None)), (_TOO_FEW,)),
        (_OLD, _changed(), (_TOO_FEW,)),
        (
            _OLD,
            _changed(replace(beside("u1", None), all_then=20, all_then_strong=5, all_then_percent=25)),
            ("What changed in settings that returned both times is not shown, as it could tell about a few.",
             "All settings of 2024-2026: good or better 5 of 20 (25%)."),
        ),
        (replace(_OLD, sector="other"), _changed(beside("u1", 8, then=4, now=6)), (_TOO_FEW,)),
        (
            replace(_OLD, cycle="2022-2024"),
            _changed(),
            ("Changes are counted from 2024-2026: the figures do not say how it stood in 2022-2024.",),
        ),
    ],
)  # fmt: skip
def test_then_and_now_stand_beside_a_line_and_few_are_kept_back(
    line: Learning, figures: Analysis, said: tuple[str, ...]
) -> None:
    assert then_and_now(figures, line) == said


def test_a_line_about_all_sectors_has_the_figures_of_all_together() -> None:
    figures = replace(
        _changed(), together=group("", standard("u1"), changes=(beside("u1", 8, then=4, now=6, up=3, down=1),))
    )

    assert then_and_now(figures, replace(_OLD, sector="")) == (_BOTH,)


@pytest.mark.parametrize("typed", ["2027-03", "3/2027", "March 2027", "mar 2027", "2027-03-15", "15 March 2027"])
def test_a_month_is_taken_as_people_write_it(typed: str) -> None:
    assert (parse_month(typed), say_month(parse_month(typed))) == ("2027-03", "March 2027")


@pytest.mark.parametrize("typed", ["spring", "13/2027", "2027", "3"])
def test_what_is_no_month_is_told(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a month"):
        parse_month(typed)
