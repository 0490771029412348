"""Testing oneself at the keyboard; nothing is kept unless the person chooses to at the end."""

from collections.abc import Sequence

from msgspec.structs import replace

from compact_tui.core.asking_views import RoundView
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.self_test import SelfAnswer, SelfResult, SelfTest, Tried, first_tries, self_question, tried
from compact_tui.core.self_test import self_result as result_of
from compact_tui.core.spot import SELF, SpotCheck
from compact_tui.services.desk import Desk
from compact_tui.services.spot_parts import (
    blank_heard,
    check_known,
    group_named,
    picked_for,
    question_named,
    seed_of,
    topic_titles,
)
from compact_tui.services.spot_rounds import keep_round

LENGTH = 5
"""Questions where nobody says otherwise."""
_ANYONE = "all-staff"


def self_test(
    desk: Desk, *, role: str = "", number: int = LENGTH, seed: int | None = None, topic: str = ""
) -> SelfTest:
    """Make a self-test.

    Args:
        desk: Where, when and who.
        role: Role group or role; empty for what all staff are asked.
        number: How many questions.
        seed: Where chance begins; ``None`` for a new one, which the test says.
        topic: Only this topic; empty for all.

    Raises:
        UsageError: If the topic is not known, or the number makes no sense.
        CompactError: If there is nothing to ask.
    """
    if number < 1:
        raise UsageError("A test of no questions cannot be made.", "Give a whole number from 1 on.")
    chance = seed_of(desk, seed)
    group = group_named(desk, role or _ANYONE)
    picked = picked_for(desk, group, number, chance, topic)
    if not picked:
        raise CompactError("There is no question for a self-test now.", "See: compact-tui bank list")
    titles = topic_titles()
    questions = []
    for at, one in enumerate(picked, 1):
        asked, bank = question_named(desk, one.askable.question.id, desk.today)
        title = titles.get(asked.question.topic, asked.question.topic)
        questions.append(self_question(asked, bank, at, len(picked), chance, title))
    return SelfTest(seed=chance, role=group.name, questions=tuple(questions))


def try_answer(desk: Desk, question_id: str, chosen: Sequence[str]) -> Tried:
    """Look at a try; nothing is kept.

    Raises:
        UsageError: If the question or something chosen is not known.
    """
    question = question_named(desk, question_id, desk.today)[0].question
    check_known("answer", chosen, [p.id for p in question.point] + [o.id for o in question.option])
    return tried(question, chosen)


def self_result(desk: Desk, test: SelfTest, answers: Sequence[SelfAnswer]) -> SelfResult:
    """How a self-test went."""
    questions = [question_named(desk, one.question, desk.today)[0].question for one in test.questions]
    return result_of(test, first_tries(questions, answers))


def keep_self_test(desk: Desk, test: SelfTest, answers: Sequence[SelfAnswer]) -> RoundView:
    """Keep what was chosen first, as a round of a role group; without any name.

    Raises:
        UsageError: If nothing was answered.
    """
    if not answers:
        raise UsageError("Nothing was answered yet.", "Nothing was kept.")
    group = group_named(desk, test.role)
    check = SpotCheck(
        id=desk.new_id("s"),
        on=desk.today,
        group=group.name,
        way=SELF,
        people=1,
        seed=test.seed,
        questions=tuple(one.question for one in answers),
        ended_at=desk.at,
        at=desk.at,
    )
    heard = []
    for one in answers:
        asked, bank = question_named(desk, one.question, desk.today)
        came_to = tried(asked.question, one.chosen)
        blank = blank_heard(desk, check, asked.question, bank)
        heard.append(replace(blank, level=came_to.level, unsafe=came_to.unsafe, points=tuple(one.chosen), at=desk.at))
    return keep_round(desk, group, check, tuple(heard))
