"""What staff across the city know: what is added up, in which order it stands, and how it is told."""

from collections.abc import Iterable
from itertools import permutations

import pytest

from compact_tui.core.city_knowledge import city_knowledge, narrowed
from compact_tui.core.knowledge_sums import Asked, KnowledgeFrame, StandardAsked, asked_of, first_month
from compact_tui.core.knowledge_views import CityKnowledge
from compact_tui.core.spot_counts import SpotCount, SpotCounts, each_once

FRAME = KnowledgeFrame(
    cycle="2026-2028",
    since="2026-01",
    threshold=2,
    standards=(
        StandardAsked("hall", 1, "1 The hall", frozenset(["bulbs", "switches"])),
        StandardAsked("stairs", 2, "2 The stairs", frozenset(["bulbs"])),
        StandardAsked("roof", 3, "3 The roof", frozenset(["tiles"])),
    ),
    titles={"bulbs": "Bulbs", "switches": "Switches", "tiles": "Tiles"},
    audits={"hall": ("An audit found no bulb.",), "stairs": ("An audit found no bulb.",)},
)
SECTORS = {"e": "education", "y": "early-years", "o": "other"}


def _asked(text: str) -> list[Asked]:
    """``e1 bulbs 3/4``: the setting, by whose first letter its sector is told, the topic, and how many of how many."""
    found = []
    for line in filter(None, (part.strip() for part in text.split(","))):
        setting, about, counts = line.split()
        knew, of = map(int, counts.split("/"))
        found.append(Asked(setting, SECTORS[setting[0]], about, (("full", knew), ("partial", of - knew))))
    return found


def _view(asked: str, told: str = "") -> CityKnowledge:
    return city_knowledge(_asked(asked), _asked(told), FRAME)


@pytest.mark.parametrize(
    ("asked", "briefs"),
    [
        ("", []),
        ("e1 bulbs 1/2", ["too few"]),
        ("e1 bulbs 1/2, e2 bulbs 0/2", ["25% of 4"]),
        ("e1 bulbs 2/2, e2 bulbs 2/2, e1 tiles 0/1, e2 tiles 1/2", ["33% of 3", "100% of 4"]),
        ("e1 bulbs 0/9, e1 tiles 1/2, e2 tiles 1/2", ["50% of 4", "too few"]),
        ("e1 draughts 0/1, e2 draughts 0/1", ["0% of 2"]),
    ],
)
def test_the_least_known_stands_first_and_what_is_kept_back_last(asked: str, briefs: list[str]) -> None:
    assert [one.figure.brief for one in _view(asked).topics] == briefs


@pytest.mark.parametrize(
    ("asked", "groups"),
    [
        ("e1 bulbs 1/1, e2 bulbs 1/1", [("Education", "100% of 2")]),
        ("e1 bulbs 1/1, e2 bulbs 1/1, y1 bulbs 0/1", []),
        (
            "e1 bulbs 1/1, e2 bulbs 1/1, y1 bulbs 0/1, y2 bulbs 0/1",
            [("Education", "100% of 2"), ("Early years", "0% of 2")],
        ),
        (
            "e1 bulbs 1/1, e2 bulbs 1/1, y1 bulbs 0/1, o1 bulbs 1/1",
            [("Education", "100% of 2"), ("Early years and Other", "50% of 2")],
        ),
    ],
)
def test_sectors_are_shown_alone_or_together_and_never_with_one_left_over(
    asked: str, groups: list[tuple[str, str]]
) -> None:
    assert [(one.word, one.brief) for one in _view(asked).topics[0].groups] == groups


def test_a_sector_in_none_of_the_groups_was_asked_by_nobody() -> None:
    view = _view("e1 bulbs 1/1, e2 bulbs 1/1")

    assert narrowed(view, "other", "Other").topics[0].figure.brief == "nobody asked"
    assert [line.split(":")[0] for line in narrowed(view, "education", "Education").topics[0].lines[:3]] == [
        "Education",
        "Across the city",
        "What was heard",
    ]
    assert sum("Education:" in line for line in narrowed(view, "education", "Education").topics[0].lines) == 1
    assert narrowed(_view("e1 bulbs 1/1"), "other", "Other").topics[0].figure.brief == "too few"


def test_a_standard_is_the_sum_of_topics_that_are_shown() -> None:
    view = _view("e1 bulbs 1/2, e2 bulbs 2/2, e1 switches 0/9, y1 tiles 1/1")

    assert [one.figure.brief for one in view.standards] == ["75% of 4", "75% of 4", "too few"]
    assert [one.settings for one in (line.figure for line in view.standards)] == [2, 2, None]


@pytest.mark.parametrize(
    ("asked", "told", "briefs"),
    [
        ("", "e1 roof 1/4, e2 roof 3/4", ["nobody asked", "nobody asked", "50% of 8"]),
        ("", "e1 roof 1/4", ["nobody asked", "nobody asked", "too few"]),
        ("e1 bulbs 1/1", "e1 roof 1/4, e2 roof 3/4", ["too few", "too few", "too few"]),
        ("e3 tiles 2/2, e4 tiles 2/2", "e1 roof 1/4, e2 roof 3/4", ["nobody asked", "nobody asked", "67% of 12"]),
        ("", "e1 hall 1/4, e2 hall 3/4, e1 stairs 1/4, e2 stairs 1/4", ["50% of 8", "25% of 8", "nobody asked"]),
        (
            "",
            "e1 hall 1/4, e2 hall 3/4, e3 hall 1/4, e1 stairs 1/4, e2 stairs 1/4",
            ["42% of 12", "too few", "nobody asked"],
        ),
        ("", "e1 attic 1/4, e2 attic 3/4", ["nobody asked", "nobody asked", "nobody asked"]),
    ],
)
def test_returns_tell_of_settings_that_sent_nothing_and_never_by_a_difference(
    asked: str, told: str, briefs: list[str]
) -> None:
    assert [one.figure.brief for one in _view(asked, told).standards] == briefs


def test_topics_say_what_they_belong_to_what_audits_found_and_what_nobody_was_asked() -> None:
    view = _view("e1 bulbs 1/2, e2 bulbs 2/2")

    assert view.topics[0].lines == (
        "Across the city: knew 75% of 4 answers, in 2 settings.",
        "What was heard: knew 3 (75%), partly 1 (25%).",
        "Education: knew 75% of 4 answers, in 2 settings.",
        "Belongs to: 1 The hall, 2 The stairs.",
        "An audit found no bulb.",
    )
    assert view.never_asked_sentence == "No answer came in on 2 topics: Switches; Tiles."
    assert [one.standard_words for one in view.never_asked] == ["1 The hall", "3 The roof"]
    assert view.sentence == "2 settings sent answers; 1 of 3 topics asked, 1 shown."


@pytest.mark.parametrize(
    ("today", "month"),
    [("2026-12-03", "2026-01"), ("2026-11-30", "2025-12"), ("2026-01-01", "2025-02"), ("2024-02-29", "2023-03")],
)
def test_answers_of_twelve_months_count(today: str, month: str) -> None:
    assert first_month(today) == month


def _document(id_: str, *counts: SpotCount) -> SpotCounts:
    return SpotCounts(id=id_, counts=counts)


def _count(id_: str, level: str = "full", *, unsafe: bool = False, month: str = "2026-05") -> SpotCount:
    return SpotCount(id=id_, month=month, topic="bulbs", levels=((level, 1),), unsafe=unsafe)


def test_an_answer_counts_once_and_for_the_same_setting_in_whatever_order_files_come() -> None:
    documents = [
        ("", _document("a", _count("h-1"), _count("h-2"))),
        ("G2", _document("b", _count("h-1"))),
        ("G1", _document("c", _count("h-1", "partial"))),
        ("G1", _document("d", _count("h-1", unsafe=True))),
    ]

    def told(some: Iterable[tuple[str, SpotCounts]]) -> list[tuple[str, str, bool]]:
        return [(one.setting, one.count.id, one.count.unsafe) for one in each_once(some)]

    for order in permutations(documents):
        assert told(order) == [("G1", "h-1", True), ("", "h-2", False)]


def test_what_is_older_is_left_out_and_what_is_unsafe_stands_by_itself() -> None:
    answers = each_once([("G1", _document("a", _count("h-1", unsafe=True), _count("h-2", month="2025-12")))])

    assert list(asked_of(answers, {"G1": "other"}, "2026-01")) == [Asked("G1", "other", "bulbs", (("unsafe", 1),))]
