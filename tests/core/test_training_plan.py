"""The training plan: which topic stands first, why, and what the log has about it."""

import pytest
from msgspec.structs import replace

from compact_tui.core.analysis_views import Analysis
from compact_tui.core.learning_log import learning_log
from compact_tui.core.learning_offers import Voice
from compact_tui.core.partnership import Learning
from compact_tui.core.report_text import page_lines
from compact_tui.core.training_page import training_page
from compact_tui.core.training_plan import NO_STANDARD, TrainingPlan, training_plan
from tests.learning_samples import NOW, analysis, group, kept_back, standard

TODAY = "2026-12-03"
STANDARDS = {"u1": "1 The tray", "u2": "2 The mirror", "u3": "3 The door"}
ASKED = Voice("audits", "ga-1", "Umbrella files", ("u2",), "A single-agency audit asks for training: How to ask.")
FIGURES = analysis(
    group("education", standard("u1", 3, 10), standard("u2", 6, 10), standard("u3", 9, 10)),
    group("early-years", standard("u1", 9, 10), standard("u2", 7, 10), kept_back("u3")),
)
LINE = Learning(id="le-1", finding="Doors stick.", cycle=NOW, standard="u3", kind="training", will_do="A course")


def _plan(
    figures: Analysis = FIGURES, voices: tuple[Voice, ...] = (ASKED,), log: tuple[Learning, ...] = (LINE,)
) -> TrainingPlan:
    shown = learning_log(log, NOW, TODAY, STANDARDS)
    return training_plan(figures, STANDARDS, voices, shown, partnership="Rain partnership", today=TODAY)


def test_what_most_name_stands_first_and_what_only_the_log_means_to_train_last() -> None:
    plan = _plan()

    assert [(one.rank, one.standard, one.named_by, one.log_words) for one in plan.topics] == [
        (1, "u2", 3, "nothing in the log"),
        (2, "u1", 1, "nothing in the log"),
        (3, "u3", 0, "planned"),
    ]
    assert plan.topics[0].why == (
        "Education: 6 of 10 graded it good or better (60%).",
        "Early-years: 7 of 10 graded it good or better (70%).",
        ASKED.sentence,
    )
    assert plan.topics[2].log == ("Training: A course (planned)",)
    assert plan.sentence == "3 topics, 2 not in the log yet."


def test_of_two_that_as_many_name_the_weaker_one_stands_first() -> None:
    figures = analysis(group("education", standard("u1", 6, 10), standard("u2", 3, 10), standard("u3", 9, 10)))

    assert [one.standard for one in _plan(figures, (), ()).topics] == ["u2", "u1"]


@pytest.mark.parametrize(
    ("log", "words", "log_words"),
    [
        ((replace(LINE, kind="guidance"),), [], ""),
        ((replace(LINE, standard=""),), [NO_STANDARD], "planned"),
        ((replace(LINE, standard="of-an-earlier-edition"),), [NO_STANDARD], "planned"),
        ((LINE, replace(LINE, id="le-2", done_on=TODAY)), ["3 The door"], "planned and done"),
        ((replace(LINE, will_do=""),), ["3 The door"], "nothing planned yet"),
    ],
)
def test_a_line_of_training_is_in_the_plan_and_another_is_only_said_beside_a_topic(
    log: tuple[Learning, ...], words: list[str], log_words: str
) -> None:
    topics = _plan(analysis(), (), log).topics

    assert [one.words for one in topics] == words
    assert not topics or topics[0].log_words == log_words


def test_the_page_has_every_topic_with_why_and_says_whom_it_is_for() -> None:
    text = "\n".join(page_lines(training_page(_plan()), 100))

    wanted = (
        *("inside the partnership", "2 The mirror\n...", ASKED.sentence, "named 3 times; nothing in the log"),
        *("Training: A course (planned)", "The learning log has nothing about it.", "How this was put together"),
    )
    assert [said for said in wanted if said not in text] == []


def test_with_nothing_wanted_the_page_says_so() -> None:
    plan = _plan(analysis(), (), ())

    assert (plan.topics, plan.sentence) == ((), "Nothing is wanted yet.")
    assert "Nothing that was returned or sent in asks for training yet" in "\n".join(
        page_lines(training_page(plan), 100)
    )
