"""A sector as somebody writes it in a table of their own: in the words that the program shows, and in no others."""

import re
from collections.abc import Iterator

from compact_tui.core.errors import UsageError
from compact_tui.core.setting import KINDS, SECTORS, sector_word
from compact_tui.core.text import did_you_mean

_PARTS = re.compile(r"[:,]|\bor\b")


def sector_typed(typed: str) -> str:
    """The id of the sector that is meant: its id, its words, or a word that is shown for no other sector.

    ``School`` is education, as only its sector shows that word; ``club`` is shown for two, and is nobody's.

    Args:
        typed: As it stands, in any case, of one or of many.

    Returns:
        The id; empty where it is not clear.
    """
    wanted = _plain(typed)
    named = next((one for one, words in SECTORS if wanted in map(_plain, (one, words, sector_word(one)))), "")
    if named or not wanted:
        return named
    meant = {sector for sector, phrase in _shown() if phrase == wanted}
    also = {sector for sector, phrase in _shown() if f" {wanted} " in f" {phrase} "}
    return meant.pop() if len(meant) == 1 and also == meant else ""


def sector_named(typed: str) -> str:
    """The id of the sector that is named, as ``sector_typed`` has it; empty where none is named.

    Raises:
        UsageError: If there is no such sector, with did-you-mean.
    """
    found = sector_typed(typed)
    if typed and not found:
        known = [known for known, _ in SECTORS]
        raise UsageError(
            f'There is no sector "{typed}".', did_you_mean(typed, known) or f"There is {', '.join(known)}."
        )
    return found


def _shown() -> Iterator[tuple[str, str]]:
    """Each sector with the things that are shown of it."""
    for sector, words in SECTORS:
        for part in _PARTS.split(words.partition(":")[2]):
            yield sector, _plain(part)
    for kind, words, sector in KINDS:
        if kind != "other":
            for part in (kind, *_PARTS.split(words)):
                yield sector, _plain(part)


def _plain(words: str) -> str:
    """Words in small letters, each as it is said of one."""
    return " ".join(_one(word) for word in words.casefold().replace("early-years", "early years").split())


def _one(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
