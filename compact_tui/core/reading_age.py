"""How old a reader has to be for a text: an approximation that needs no dictionary."""

import re

from compact_tui.core.likeness import SENTENCE_END, words

_SYLLABLE = re.compile(r"[aeiouy]+")
_SCHOOL_BEGINS = 5


def syllables(word: str) -> int:
    """How many syllables a word has, guessed from its vowels; a silent e at the end counts for nothing."""
    found = len(_SYLLABLE.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee", "ye")) and found > 1
    return max(found - silent, 1)


def reading_age(text: str) -> float:
    """The reading age of a text in years: the Flesch-Kincaid grade plus five; 0 where there are no words."""
    sentences = [found for sentence in SENTENCE_END.split(text) if (found := words(sentence))]
    said = [word for sentence in sentences for word in sentence]
    if not said:
        return 0.0
    per_sentence, per_word = len(said) / len(sentences), sum(map(syllables, said)) / len(said)
    return max(0.39 * per_sentence + 11.8 * per_word - 15.59 + _SCHOOL_BEGINS, 0.0)


def hardest_sentence(text: str) -> str:
    """The sentence of a text that is hardest to read: the one with the most syllables."""
    return max(SENTENCE_END.split(text), key=lambda sentence: sum(map(syllables, words(sentence))))
