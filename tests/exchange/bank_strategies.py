"""Any bank at all: every field filled with whatever text may hold, for properties of round trips."""

from typing import Any, get_args

from hypothesis import strategies as st
from msgspec.structs import fields, replace

from compact_tui.core.bank import LIVE, QUESTION_KINDS, ROLES, Option, Point, Question, QuestionBank

AWKWARD = st.sampled_from(
    [
        *("", " ", "\n", "\r\n", "\t", "\x00", "\u202e", "\u00a0", "\u2028", "\ufeff", "//", "::", "\\", "\\n", "\\e"),
        *("{", "}", "{}", "=", "~", "#", "####", "%50%", "->", "[html]", "[plain]x", "T", "TRUE", "[tag:a]", "]"),
        *("$CATEGORY: x", "// compact: {}", "Model answer: x", "Must be heard: y", "Source [a]: b | c", "role:lead"),
        *("critical:yes", "status:draft", "=1+1", "'=x", "''", "-", "@", "+", '"', ";", ",", "a;b", "[1]", "<b>&amp;"),
        *("A. x", "ANSWER: B", "top", "$course$", "a/b", "On the rack", "on the rack", "rack", "é", "傘", "🌂"),
    ]
)
TEXT = st.lists(AWKWARD | st.text(max_size=6), max_size=3).map("".join)
"""Never half a character: no file holds one."""
FEW = {
    "kind": st.sampled_from([kind for kind, _ in QUESTION_KINDS]) | TEXT,
    "status": st.sampled_from([LIVE, "draft"]) | TEXT,
    "roles": st.lists(st.sampled_from([role for role, _ in ROLES]), max_size=2).map(tuple),
    "weight": st.sampled_from(["must", "should", "must-not"]) | TEXT,
}
"""Fields that would hardly ever have a meaning if they held any text."""


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a Struct of the bank."""
    return st.builds(kind, **{field.name: FEW.get(field.name, _any_value(field.type)) for field in fields(kind)})


def _any_value(kind: Any) -> st.SearchStrategy[Any]:
    if kind is str:
        return TEXT
    if kind is bool:
        return st.booleans()
    items = get_args(kind)
    if items:
        return st.lists(_any_value(items[0]), max_size=2).map(tuple)
    return any_of(kind)


def _true_or_false(right: bool, feedback: tuple[str, str], unsafe: bool) -> tuple[Option, ...]:
    return (
        Option(id="true", text="True", right=right, feedback=feedback[0], unsafe=unsafe),
        Option(id="false", text="False", right=not right, feedback=feedback[1]),
    )


TRUTHS = st.builds(_true_or_false, st.booleans(), st.tuples(TEXT, TEXT), st.booleans())
PLAIN_WORDS = st.sampled_from(["On the rack", "Tell them: at once", "50 % = half", "Never {shake} it #1", "C:\\new"])
PLAIN_QUESTIONS = st.builds(
    Question,
    id=st.sampled_from(["rack-1", "rack-2", "rack-3"]),
    topic=st.sampled_from(["wet", "dry"]),
    kind=st.just("choice"),
    prompt=PLAIN_WORDS,
    answer=PLAIN_WORDS,
    why=PLAIN_WORDS,
    option=st.permutations(["First", "Second", "Third"]).map(
        lambda texts: tuple(Option(id=f"o{at}", text=text, right=at == 0) for at, text in enumerate(texts))
    ),
    point=st.just((Point(id="p", weight="must", say="Rack: now"),)),
)
"""Questions as people write them, which the file must show as they are."""


def any_bank(most: int = 2) -> st.SearchStrategy[QuestionBank]:
    """Any bank with a few questions."""
    truths = st.builds(_with, any_of(Question), TRUTHS)
    questions = st.lists(any_of(Question) | truths, max_size=most).map(tuple)
    made: st.SearchStrategy[QuestionBank] = st.builds(
        QuestionBank,
        bank=_any_value(fields(QuestionBank)[0].type),
        source=_any_value(fields(QuestionBank)[1].type),
        question=questions,
    )
    return made


def _with(question: Question, options: tuple[Option, ...]) -> Question:
    return replace(question, kind="true-false", option=options)
