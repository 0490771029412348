"""Promises whose day is past: those that are kept, that wait, or that no report would repeat are not among them."""

from msgspec.structs import replace

from compact_tui.core.learning_late import late_count, late_lines, late_words
from compact_tui.core.learning_report import CITY
from compact_tui.core.partnership import Learning

TODAY = "2026-12-03"
PAST = Learning(id="le-1", finding="Wet.", cycle="2026", sector="education", will_do="A course.", due="2026-12-02")


def test_only_what_a_report_would_repeat_and_whose_day_is_past_is_late() -> None:
    log = (
        PAST,
        replace(PAST, id="today", due=TODAY),
        replace(PAST, id="open", due=""),
        replace(PAST, id="done", done_on="2026-12-01"),
        replace(PAST, id="nothing", will_do=""),
        replace(PAST, id="all", sector="", due="2026-11-30"),
        replace(PAST, id="others", sector="other", due="2026-11-29"),
    )

    assert [one.id for one in late_lines(log, "education", TODAY)] == ["all", "le-1"]
    assert [one.id for one in late_lines(log, CITY, TODAY)] == ["others", "all", "le-1"]
    assert late_lines(log, "early-years", "2026-11-30") == ()


def test_three_are_told_in_full_and_how_many_more_there_are() -> None:
    late = tuple(replace(PAST, id=f"le-{n}") for n in range(4))

    assert (late_count(late[:1]), late_count(late)) == ("1 line of the log is late", "4 lines of the log are late")
    assert late_words(()) == ()
    assert "more" not in late_words(late[:3])[0]
    assert late_words(late)[0].count("A course.") == 3
    assert "and 1 more." in late_words(late)[0]
