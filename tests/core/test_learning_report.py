"""The learning report: counted by hand on seven returns, honest where few returned, and nothing suppressed in it."""

import re
from functools import partial

import pytest
from msgspec.structs import replace

from compact_tui.core.city_overview import city_overview
from compact_tui.core.knowledge_views import KnowledgeFigure, KnowledgeTopic
from compact_tui.core.learning_report import CITY, LearningReport, Material, report_page
from compact_tui.core.learning_report_build import learning_report
from compact_tui.core.pack import AuditPack
from compact_tui.core.page import ChartBlock
from compact_tui.core.return_facts import AnswerFact
from compact_tui.exchange.html import page_html
from tests.analysis_samples import BEFORE, DROPS, cohort, facts
from tests.report_samples import HEAD, LOG, material, seven, sources, text_of, under

POISON = 98765
SECTORS = ("education", "early-years", "other", "small-group")


def _report(made: Material, sector: str, *, numbered: bool = False) -> LearningReport:
    make = city_overview if sector == CITY else partial(learning_report, sector=sector)
    return make(made, numbered=numbered)


@pytest.fixture(scope="module")
def education() -> LearningReport:
    return learning_report(material(seven()), "education")


def test_in_short_it_says_in_sentences_what_can_be_counted_by_hand(education: LearningReport) -> None:
    assert list(education.in_short) == [
        "5 of 7 settings (71%) sent their return.",
        "The strongest standard is 3 Giving umbrellas back: 3 of 3 settings (100%) graded themselves a few drops or "
        "better.",
        "Most is to do in 2 Keeping umbrellas: 3 of 5 settings (60%) graded themselves a few drops or better.",
        'Most often not met is "Does every umbrella get a ticket?" (1.1): 2 of 5 (40%).',
        "The partnership will act on it: 2 Keeping: A course on mirrors (training, Trainer, by 1 March 2027).",
    ]


def test_what_was_asked_says_pack_edition_round_day_and_scale(education: LearningReport) -> None:
    said = under(education, "What was asked")

    assert said[0] == (
        "For 2026-2028 settings like yours were asked to complete Care of visitors' umbrellas: three standards, "
        "edition 2026.1, by 1 December 2026."
    )
    assert said[1] == "Its standards: 1 Taking umbrellas in, 2 Keeping umbrellas and 3 Giving umbrellas back."
    assert [line.partition(":")[0] for line in said[3:]] == ["Bone dry", "A few drops", "Soaked"]


def test_strengths_stand_best_first_and_only_where_most_are_strong(education: LearningReport) -> None:
    said = under(education, "Strengths")

    assert [line.partition(":")[0] for line in said[1:]] == ["- 3 Giving umbrellas back", "- 1 Taking umbrellas in"]
    assert "4 of 5 settings (80%)" in said[2]


def test_where_no_standard_is_strong_the_strongest_is_still_named() -> None:
    wet = sources(facts(f"P{n}", "education", "primary-school", "sss" if n else "dss") for n in range(4))

    report = learning_report(material(wet), "education")
    said = under(report, "Strengths")

    assert said[0] == "In no standard at least 80% are a few drops or better yet. The strongest:"
    assert said[1:] == ["- 1 Taking umbrellas in: 1 of 4 settings (25%) graded themselves a few drops or better."]
    assert report.in_short[2].endswith("or better; the same share in 1 other standard.")


def test_what_to_improve_brings_what_good_looks_like_from_the_pack_with_its_source(education: LearningReport) -> None:
    text = text_of(education)

    assert "What good looks like: Lunch is the weak hour" in text
    assert "1.1: The roll of tickets hangs by the door." in text
    assert "(Umbrella by-law, Section 2)" in text
    assert under(education, "Duties")[0].startswith('What is marked "must" was answered with not met 2 times.')


def test_where_everybody_is_strong_it_says_so_and_names_no_weakness() -> None:
    dry = learning_report(material(sources(facts(f"P{n}", "education", "nursery") for n in range(5))), "education")

    assert dry.in_short[2] == "In every standard that is shown everybody is a few drops or better."
    assert "Everybody is a few drops or better" in under(dry, "What to improve")[0]


def test_what_a_single_setting_answered_is_not_called_often() -> None:
    one = [facts("P1", "education", "nursery", ticket="not-met")]
    rest = [facts(f"P{n}", "education", "nursery") for n in range(2, 6)]

    report = learning_report(material(sources([*one, *rest])), "education")

    assert "Most often not met" not in [section.heading for section in report.sections]
    assert "- No question was answered with not met by more than one setting." in under(report, "In short")
    assert [line[2:5] for line in under(report, "Duties") if line[2:4] == "1."] == ["1.1"]


def test_questions_that_are_not_met_as_often_are_told_as_so_many() -> None:
    watch = AnswerFact("u2-watch", "u2", "x", "not-met", "must")
    greeting = AnswerFact("u1-greeting", "u1", "x", "not-met", "kind-custom")
    now = [facts(f"P{n}", "education", "nursery", ticket="not-met" if n < 3 else "met") for n in range(6)]
    now = [
        replace(
            one,
            answers=(
                *one.answers,
                greeting if n > 2 else replace(greeting, counts_as="met"),
                watch if n > 3 else replace(watch, counts_as="met"),
                replace(greeting, criterion="u1-wet-rack", counts_as="not-met" if n == 0 else "met"),
            ),
        )
        for n, one in enumerate(now)
    ]

    report = learning_report(material(sources(now)), "education")
    assert [line[2:5] for line in under(report, "Duties") if line[3:4] == "."] == ["1.1", "2.1"]
    (said,) = [line for line in under(report, "In short")
               if line.startswith("- Most often not met")]  # fmt: skip

    assert said.startswith('- Most often not met is "Does every umbrella get a ticket?" (1.1): 3 of 6 (50%)')
    assert said.endswith("; as often not met: 1 other question.")


def test_where_several_answered_not_met_the_question_of_one_setting_is_left_out() -> None:
    watch = AnswerFact("u2-watch", "u2", "x", "not-met", "must")
    now = [facts(f"P{n}", "education", "nursery", ticket="not-met" if n < 2 else "met") for n in range(6)]
    now = [
        replace(one, answers=(*one.answers, watch if n == 5 else replace(watch, counts_as="met")))
        for n, one in enumerate(now)
    ]

    said = under(learning_report(material(sources(now)), "education"), "Most often not met")

    assert [line[:3] for line in said if line[:2] in {"1.", "2."}] == ["1.1"]


def test_a_bar_says_why_it_is_empty() -> None:
    now = [facts(f"P{n}", "education", "nursery", "d" + "do"[n > 1] + "o") for n in range(5)]

    chart = learning_report(material(sources(now)), "education").sections[3].blocks[0]

    assert isinstance(chart, ChartBlock)
    assert [bar.note for bar in chart.bars] == ["", "too few settings to show", "nobody graded it"]


def test_matched_settings_and_all_of_last_time_stand_apart() -> None:
    now = [facts(f"P{n}", "education", "primary-school", "d" + "df"[n % 2] + "s") for n in range(8)]
    then = [facts(f"P{n}", "education", "primary-school", "sfs", cycle=BEFORE) for n in range(12)]
    then = [replace(one, return_id=f"{one.return_id}-old") for one in then]

    report = learning_report(material(sources(now, then)), "education")
    said = under(report, "What changed since last time")

    row = next(line for line in said if line.startswith("1 Taking") and line.endswith(" 0"))
    assert row.split()[-6:] == ["0", "(0%)", "8", "(100%)", "8", "0"]
    assert any("0 of 12 (0%)" in line and "8 of 8 (100%)" in line for line in said)
    assert "Since 2024-2026, 1 Taking umbrellas in has risen most among 8 settings" in "\n".join(report.in_short)


def test_where_those_that_returned_both_times_are_kept_back_it_is_said_that_others_are_compared() -> None:
    now = [facts(f"P{n}", "education", "primary-school", "ddd") for n in range(8)]
    then = [facts(f"P{n}", "education", "primary-school", "sss", cycle=BEFORE) for n in range(2, 10)]
    then = [replace(one, return_id=f"{one.return_id}-old") for one in then]

    report = learning_report(material(sources(now, then)), "education")

    said = under(report, "What changed since last time")
    assert said[0].startswith("These are not the same settings each time")
    assert any("0 of 8 (0%)" in line and "8 of 8 (100%)" in line for line in said)
    assert not [line for line in under(report, "Method and limits") if "both times" in line]


def test_the_committees_view_stands_beside_where_enough_were_read() -> None:
    now = [facts(f"P{n}", "education", "primary-school", "ddd") for n in range(10)]
    moderated = {(one.return_id, "u1"): DROPS for one in now[:5]}

    report = learning_report(material(sources(now, moderated=moderated)), "education")
    said = under(report, "Your view and the committee's")

    rows = [line.split() for line in said if line.startswith("1 Taking")]
    assert [(row[4], row[-3:]) for row in rows] == [("5", ["0", "0", "5"])]
    assert "Your view" not in text_of(learning_report(material(seven()), "education"))


def test_what_the_partnership_does_comes_from_the_log_of_this_sector_and_of_all(education: LearningReport) -> None:
    assert under(education, "What the partnership will do") == [
        "- 2 Keeping: A course on mirrors (training, Trainer, by 1 March 2027)."
    ]
    assert under(education, "What it said before, and did") == [
        "- A leaflet. Done on 1 October 2026, said in 2024-2026. What came of it: Fewer coats."
    ]
    assert "Found only." not in text_of(education)


def test_an_old_promise_says_when_it_was_made_and_none_says_that_it_is_being_decided() -> None:
    late = replace(LOG[0], cycle=BEFORE)

    report = learning_report(material(seven(), log=(late,)), "education")
    none = learning_report(material(seven(), log=()), "education")

    assert "said in 2024-2026)." in under(report, "What the partnership will do")[0]
    assert under(none, "What the partnership will do") == [
        "What will be done about these findings is being decided, and will be told to you."
    ]


@pytest.mark.parametrize(("sector", "told"), [("education", ["rack"]), ("other", ["rack", "bell"]), (CITY, [])])
def test_good_practice_is_told_to_its_sector_and_of_this_round_only(sector: str, told: list[str]) -> None:
    text = text_of(_report(material(seven()), sector))

    assert [word for word in ("rack by", "bell", "last time.") if f"{word}" in text] == [
        {"rack": "rack by", "bell": "bell"}[one] for one in told
    ]


def test_help_says_when_each_number_was_checked(education: LearningReport) -> None:
    said = under(education, "Where to get help")

    assert any("0845 555 0271" in line and line.endswith("1 November 2026") for line in said)
    assert any("0845 555 0272" in line and line.endswith("not checked: look it up first") for line in said)
    assert "- Umbrella by-law, 1907, amended 2025, Town council, https://umbrellas.example/by-law" in said
    nobody = learning_report(material(seven(), contacts=()), "education")
    assert "names nobody to ring yet" in text_of(nobody)


def test_returns_on_another_audit_are_said_and_not_mixed_in() -> None:
    there = [facts(f"P{n}", "small-group", "voluntary-group") for n in range(4)]
    away = replace(facts("P9", "small-group", "voluntary-group"), pack="other-audit")

    said = under(learning_report(material(sources([*there, away])), "small-group"), "Who answered")

    assert said[0] == ("5 of 5 settings (100%) sent their return, 1 of them on another audit and not in these figures.")


def test_a_pack_without_levels_counts_answers_and_speaks_of_no_grades() -> None:
    bare = replace(small_pack_without_levels(), duty=())
    met = [facts(f"P{n}", "education", "nursery", "ooo", "met" if n < 3 else "not-met") for n in range(5)]

    report = learning_report(material(sources(met, pack=bare)), "education")

    assert "1 Taking umbrellas in: 3 of 5 answers that applied (60%) say that it is met" in text_of(report)
    assert "It has no grades" in text_of(report)
    assert "Bone dry" not in text_of(report)


def small_pack_without_levels() -> AuditPack:
    """The umbrella pack with answers only."""
    return replace(seven().pack, level=())


def test_what_staff_know_is_told_least_known_first_without_what_is_suppressed() -> None:
    shown = KnowledgeFigure(word="Education", settings=6, answers=40, knew=10, percent=25, brief="", sentence="")
    hidden = replace(shown, settings=None, answers=POISON, knew=POISON, suppressed=True)
    topics = tuple(
        KnowledgeTopic(topic=name, title=title, standards=(), standard_words="", figure=figure)
        for name, title, figure in (("t1", "Racks", shown), ("t2", "Keys", hidden))
    )

    report = learning_report(material(seven(), known=topics), "education")

    assert under(report, "What staff know")[1] == "- Racks: 10 of 40 answers (25%), in 6 settings"
    assert "Keys" not in text_of(report)
    nobody = text_of(learning_report(material(seven(), known=topics), "other"))
    assert "What staff know" in nobody
    assert "Per cent are rounded" in nobody


def test_what_is_published_has_no_numbers_and_whoever_checks_it_finds_every_figure_by_its_own() -> None:
    made = material(sources(cohort(90), list(cohort(90, cycle=BEFORE))[::2], threshold=5))

    for sector in (*SECTORS, CITY):
        report, checked = _report(made, sector), _report(made, sector, numbered=True)
        numbers = re.findall(r"\[(\d+)\]", text_of(checked))
        assert {int(one) for one in numbers} == {one.number for one in checked.figures}
        assert report.figures == checked.figures
        assert "[" not in text_of(report)
        assert "quare brackets" not in text_of(report)
        assert "quare brackets" in text_of(checked)


def test_the_notes_for_whoever_publishes_it_are_not_in_it(education: LearningReport) -> None:
    assert any("Publish it once" in note for note in education.notes)
    assert "Publish it once" not in text_of(education)


def test_hostile_words_are_shown_and_do_nothing() -> None:
    bad = "<script>alert(1)</script>\x1b[31m\u202e"
    made = material(
        seven(),
        head=replace(HEAD, name=bad, return_to=(bad,)),
        log=(replace(LOG[0], will_do=bad, who=bad),),
        practice=(),
    )

    for sector in ("education", CITY):
        page = report_page(_report(made, sector))
        html = page_html(page).decode("utf-8")
        assert "<script>" not in html
        assert "\x1b" not in html
        assert "\u202e" not in html
        assert "\x1b" not in text_of(_report(made, sector))
