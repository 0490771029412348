"""Numbers of the health service and of pupils, by their check digit and what stands around them."""

import re
from collections.abc import Iterator

from .personal_context import Around, Place, words_of
from .personal_fold import fold
from .personal_words import NHS_PAIRS, NHS_WORDS, OTHER_NUMBERS, PUPIL_WORDS

_GAP = r"[\s.\-]{0,2}"
_NHS = re.compile(rf"(?<![^\W_a-z])(?<!\d[.,/\-])\d(?:{_GAP}\d){{9}}(?![^\W_])(?![.,/\-]\d)", re.IGNORECASE)
_NHS_STARTS = re.compile(rf"(?=(\d(?:{_GAP}\d){{9}}))\d+")
_UPN = re.compile(
    rf"(?:(?<![^\W_])|(?<=upn))[a-hj-np-rt-z](?P<first>{_GAP})\d(?:{_GAP}\d){{10}}(?:{_GAP}\d|[a-hj-np-rt-z])(?![^\W_])",
    re.IGNORECASE,
)
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_NEAR = 60
"""How many signs before a number may hold the word that says what it is."""
