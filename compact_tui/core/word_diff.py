"""Two wordings as one row of pieces: what stayed, what went, what came."""

from difflib import SequenceMatcher

from msgspec import Struct

STAYED, WENT, CAME = "same", "went", "came"
_MOST_WORDS = 2_000
"""Words over which the two are shown whole, because comparing takes time that grows with the square."""


class Piece(Struct, frozen=True):
    """Some words, and what became of them."""

    state: str
    """``same`` · ``went`` · ``came``."""
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of two wordings; nothing where they are the same."""
    before, after = old.split(), new.split()
    if before == after:
        return ()
    if len(before) + len(after) > _MOST_WORDS:
        return tuple(Piece(state, text) for state, text in ((WENT, old), (CAME, new)) if text)
    pieces: list[Piece] = []
    for tag, i, j, m, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(STAYED, " ".join(before[i:j])))
            continue
        if j > i:
            pieces.append(Piece(WENT, " ".join(before[i:j])))
        if n > m:
            pieces.append(Piece(CAME, " ".join(after[m:n])))
    return tuple(pieces)


def in_line(pieces: tuple[Piece, ...]) -> str:
    """The pieces as one line of plain text: what went in square brackets with a minus, what came with a plus."""
    signs = {WENT: "[-{}-]", CAME: "[+{}+]"}
    return " ".join(signs.get(piece.state, "{}").format(piece.text) for piece in pieces)
