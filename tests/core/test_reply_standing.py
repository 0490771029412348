"""How a reply stands with the setting: what is said on Home, what is next, and by when."""

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Audit, ReturnMade
from compact_tui.core.reply import Reply
from compact_tui.core.reply_answered import ReplyAnswered, id_of
from compact_tui.core.reply_standing import ReplyStanding, reply_standing
from tests.core.test_year_calendar import HEAD
from tests.reply_samples import reply

TODAY = "2026-12-10"
BOTH = ("q-1", "q-2")


def audit(*answered: str, returns: tuple[str, ...] = ("r-1",)) -> Audit:
    """An audit with returns, in which some remarks of the reply are answered."""
    answers = (
        ReplyAnswered(id=id_of("rp-1", one), reply="rp-1", remark=one, text="Bob.", at="2026-12-09T10:00:00Z")
        for one in answered
    )
    made = (
        ReturnMade(
            id=one, made_at=f"2026-12-0{at}T10:00:00Z", folder="", return_file="", digest="", code="", complete=True
        )
        for at, one in enumerate(returns, 1)
    )
    return Audit(head=HEAD, reply_answers=tuple(answers), returns=tuple(made))


def stands(kept: Audit, said: Reply | None = None, **made: bool) -> ReplyStanding:
    """How the reply of the samples stands."""
    return reply_standing(kept, said or reply(), **{"made": False, "made_before": False, **made})


@pytest.mark.parametrize(
    ("kept", "said", "made", "words", "step", "to_do"),
    [
        (audit(), {}, {}, "2 to answer, by 30 Dec 2026", "2 left, by 30 Dec 2026.", True),
        (audit("q-1"), {}, {}, "1 to answer, by 30 Dec 2026", "1 left, by 30 Dec 2026.", True),
        (audit(), {"made_on": "2026-11-01"}, {}, "2 to answer, due 11 days ago", "due 11 days ago.", True),
        (audit(), {"made_on": "2026-11-12"}, {}, "2 to answer, by 10 Dec 2026", "by 10 Dec 2026.", True),
        (
            audit(*BOTH),
            {},
            {},
            "answered: make the answer, by 30 Dec 2026",
            "The partnership's reply: make the answer, and send it.",
            True,
        ),
        (audit(*BOTH), {}, {"made_before": True}, "make the answer again", "make the answer again, and send it.", True),
        (audit(*BOTH), {}, {"made_before": True, "made": True}, "answer made", "", False),
        (audit(), {"remarks": ()}, {}, "nothing to answer", "", False),
        (
            audit(*BOTH),
            {"plan": "sent-back"},
            {"made_before": True, "made": True},
            "change your action plan",
            "Your action plan was sent back: change it, and make the return again.",
            True,
        ),
        (audit(*BOTH, returns=("r-1", "r-2")), {"plan": "sent-back"}, {"made": True}, "answer made", "", False),
        (audit(), {"plan": "sent-back", "remarks": ()}, {}, "change your action plan", "make the return again.", True),
    ],
)
def test_a_reply_says_what_is_still_to_be_done(
    kept: Audit, said: dict[str, object], made: dict[str, bool], words: str, step: str, to_do: bool
) -> None:
    one = stands(kept, reply(**said), **made)
    following = one.step(TODAY)

    assert (one.words(TODAY), one.to_do) == (words, to_do)
    assert following.sentence.endswith(step) if following else step == ""
    assert (following is not None) is to_do


def test_what_is_next_leads_to_the_reply_or_to_the_plan() -> None:
    waiting, back = stands(audit()).step(TODAY), stands(audit(), reply(plan="sent-back", remarks=())).step(TODAY)

    assert waiting is not None
    assert back is not None
    assert (waiting.place, back.place) == ("reply", "actions")


def test_an_answer_taken_back_or_to_another_reply_does_not_count() -> None:
    kept = audit(*BOTH)
    empty = tuple(replace(one, text="") for one in kept.reply_answers)
    other = tuple(replace(one, reply="rp-0") for one in kept.reply_answers)

    assert stands(replace(kept, reply_answers=empty)).waiting == 2
    assert stands(replace(kept, reply_answers=other)).waiting == 2
