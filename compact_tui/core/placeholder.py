"""Words that only keep a place for words to come, and the words for those whom it is all for."""

import re
from collections.abc import Sequence
from functools import lru_cache

from compact_tui.core.likeness import words

_ALONE = frozenset(
    said.strip()
    for said in """
    x|xx|abc|asdf|qwerty|test|testing|blah|blah blah|dummy|sample|example
    n a|na|not applicable|nil|none|nothing|nothing to add|no comment|dunno
    same|same again|same as above|same as before|same as last time|same as last year|same as previous|ditto|do
    see above|see below|see before|see previous|see earlier|see note|see notes|see policy|see file|see folder
    as above|as before|as below|as previous|as previously|as last time|as last year|as discussed|as usual
    later|to do|todo|to follow|to come|to be done|to be added|to be written|to be completed|to be advised
    to be decided|to be agreed|fill in|fill in later|insert text here|text here|write here|your text here
    """.replace("\n", "|").split("|")
)
"""What says nothing when it is the whole text."""
_ANYWHERE = re.compile(
    r"""(?xi)
    \b(?:tbc|tba|tbd|todo|fixme)\b                # as a word of its own
    | \bx{3,}\b | \?{3,} | _{3,} | \.{6,}
    | \blorem\ +ipsum\b | \bto\ +be\ +confirmed\b
    | [\[<{]\ *(?:(?:insert|add|enter|fill|name|date|role|text|x)\b|\?|\.{3}|…)[^\]>}\n]{0,40}[\]>}]
    """
)
PEOPLE: tuple[str, ...] = (
    "children", "child", "childs", "young", "youngsters", "youngster", "youth", "youths", "pupils", "pupil",
    "students", "student", "learners", "learner", "babies", "baby", "infants", "infant", "toddlers", "toddler",
    "teenagers", "teenager", "teens", "teen", "kids", "kid", "girls", "girl", "boys", "boy", "sons", "son",
    "daughters", "daughter", "siblings", "sibling", "minors", "under-fives", "under fives", "little ones",
    "families", "family", "parents", "parent", "carers", "carer", "mums", "mum", "dads", "dad", "mothers", "mother",
    "fathers", "father", "patients", "patient", "juniors", "junior", "members", "apprentices", "apprentice",
)  # fmt: skip
"""Whom the work is for, where a pack does not bring words of its own: lower case, every form that counts."""


@lru_cache(maxsize=4096)
def placeholder_in(text: str) -> str:
    """What in a text only keeps a place: the words themselves; empty when it says something."""
    bare = text.strip()
    if not bare:
        return ""
    said = words(bare)
    if " ".join(said) in _ALONE or (not said and bare):
        return bare
    found = _ANYWHERE.search(bare)
    return found.group() if found else ""


def speaks_of(text: str, people: Sequence[str] = ()) -> bool:
    """Whether a text mentions those whom it is all for.

    Args:
        text: What somebody wrote.
        people: The pack's own words for them; empty means ``PEOPLE``.
    """
    said = f" {' '.join(words(text))} ".replace("'s ", " ")
    return any(f" {' '.join(words(name))} " in said for name in people or PEOPLE)
