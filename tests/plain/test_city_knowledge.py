"""What staff across the city know, in typed lines."""

import pytest

from tests.plain.conftest import Room
from tests.services.knowledge_desks import knowing_desk


@pytest.fixture
def knowing(room: Room) -> Room:
    """A partnership to which settings sent answers."""
    knowing_desk(room.root)
    return room


def test_topics_standards_a_sector_and_how_it_is_counted_are_heard(knowing: Room) -> None:
    heard = knowing.talk(
        "The partnership's side",
        "What staff know",
        ("10 settings sent answers", "Hear the topics, the"),
        ("tickets: Knew 75% of 20 answers, in 10 settings.", "Hear all"),
        ("Which topic?", "1"),
        ("Education: knew 50% of 10 answers, in 5 settings.", "Hear it by standard"),
        ("Staff asked on its topics: knew 75% of 24 answers, in 6 settings.", "Hear the topics of"),
        ("Which sector?", "Early years"),
        ("tickets: Knew 100% of 10 answers", "How it is counted"),
        ("5 settings or more", "The partnership's side"),
    )

    assert heard.unread == ()
