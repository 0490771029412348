"""What staff know, published twice: what the few settings between would be told of."""

import pytest

from compact_tui.core.knowledge_sums import Asked
from compact_tui.core.learning_report import CITY
from compact_tui.core.partnership import FiguresPublished
from compact_tui.core.published_staff import staff_now, staff_told

TITLES = {"tickets": "Tickets", "rack": "The rack", "lost": "Lost brollies", "rain": "Rain", "wind": "Wind"}


def _asked(text: str, *topics: str) -> tuple[Asked, ...]:
    """``2:31`` is the setting 2, of whose three answers one was in full; ``p`` for partly instead of not yet."""
    found = []
    for one in text.split():
        setting, _, said = one.partition(":")
        answers, knew = int(said[0]), int(said[1])
        other = "partial" if said.endswith("p") else "not-yet"
        levels = (("full", knew), (other, answers - knew))
        found += [Asked(setting, "education", topic, levels) for topic in topics or ("tickets",)]
    return tuple(found)


def _told(before: str, now: str, *topics: str, sector: str = "education") -> list[str]:
    wanted = topics or ("tickets",)
    then = staff_now(_asked(before, *wanted))
    published = [
        FiguresPublished(
            id=f"fp-{topic}",
            cycle="2026-2028",
            audit="",
            sector=sector,
            on="2026-11-03",
            counted=then[topic, sector],
            topic=topic,
        )
        for topic in wanted
    ]
    return list(staff_told(published, staff_now(_asked(now, *wanted)), TITLES, 3))


@pytest.mark.parametrize("sector", ["education", CITY])
@pytest.mark.parametrize(
    ("now", "what"),
    [
        ("1:21 2:22 3:20", ""),
        ("1:21 2:22 3:20p", ""),
        ("1:21 2:22 3:20 4:30", "1 setting sent answers"),
        ("1:21 2:22 3:20 4:30 5:11 6:11", ""),
        ("1:21 2:22", "1 counts no longer"),
        ("1:21 2:22 3:31", "1 sent more, or has answers that are old now"),
        ("1:21 2:22 3:21 4:30", "1 setting sent answers and 1 sent more, or has answers that are old now"),
        ("1:31 2:32 3:30", ""),
    ],
)
def test_few_settings_between_are_told(sector: str, now: str, what: str) -> None:
    told = _told("1:21 2:22 3:20", now, sector=sector)

    assert len(told) == bool(what)
    assert what in "".join(told)


def test_what_changes_no_figure_that_is_told_makes_the_few_no_more() -> None:
    told = _told("1:20 2:20 3:20", "1:20p 2:20p 3:20p 4:11")

    assert "1 setting sent answers" in told[0]


def test_the_sentence_names_the_topics_and_what_helps_once_for_all_that_are_alike() -> None:
    assert _told("1:21 2:22 3:20", "1:21 2:22 3:20 4:30", *TITLES) == [
        'Since what staff know of "Tickets", "The rack", "Lost brollies" and 2 other topics was published on '
        "3 November 2026: 1 setting sent answers. Whoever has both could work out theirs. Publish one of them only, or "
        "wait for 2 more."
    ]


def test_topics_that_are_not_told_now_tell_nothing() -> None:
    published = FiguresPublished(
        id="fp", cycle="x", audit="", sector="education", on="2026-11-03", counted=(("1", "", "", "a"),), topic="snow"
    )

    assert list(staff_told([published], {}, TITLES, 3)) == []


def test_what_is_remembered_holds_no_answer() -> None:
    ((setting, _, _, digest),) = staff_now(_asked("1:21"))["tickets", "education"]

    assert (setting, len(digest)) == ("1", 16)
