"""Prints how well personal data is seen in the labelled sentences, for the open and the held-out half.

    python tests/benchmarks/personal.py
    python tests/benchmarks/personal.py --misses

The held-out half is there to say how well the rules do on sentences that nobody looked at while writing them. Its
sentences are never printed; ``--misses`` prints those of the open half only.
"""

import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct, convert

from compact_tui.core.personal import KINDS, seen_in

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "personal-data"
HALVES = ("open", "held-out")


class Sentence(Struct, frozen=True):
    """A sentence with what must be seen in it."""

    id: str
    text: str
    kinds: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


class Totals(Struct, frozen=True):
    """How often something was seen rightly, missed, and seen wrongly."""

    rightly: int
    missed: int
    wrongly: int

    @property
    def precision(self) -> float:
        """Share of what was flagged that should be, in per cent."""
        return 100 * self.rightly / (self.rightly + self.wrongly) if self.rightly + self.wrongly else 100.0

    @property
    def recall(self) -> float:
        """Share of what should be flagged that was, in per cent."""
        return 100 * self.rightly / (self.rightly + self.missed) if self.rightly + self.missed else 100.0


def sentences(half: str) -> tuple[Sentence, ...]:
    """The labelled sentences of one half."""
    return convert(tomllib.loads((FOLDER / f"{half}.toml").read_text("utf-8"))["sentence"], tuple[Sentence, ...])


def by_sentence(labelled: Iterable[Sentence]) -> Totals:
    """Whether a sentence was flagged at all, against whether it should be."""
    return _total([(bool(one.kinds), bool(seen_in(one.text))) for one in labelled])


def by_kind(labelled: Iterable[Sentence], kind: str) -> Totals:
    """Whether a kind was seen in a sentence, against whether it stands there."""
    return _total([(kind in one.kinds, kind in {seen.kind for seen in seen_in(one.text)}) for one in labelled])


def by_place(labelled: Iterable[Sentence]) -> Totals:
    """Whether exactly the labelled words were seen, each counted."""
    pairs = []
    for one in labelled:
        found = [seen.text for seen in seen_in(one.text)]
        pairs += [(True, words in found) for words in one.seen]
        pairs += [(False, True) for words in found if words not in one.seen]
    return _total(pairs)


def _total(pairs: Sequence[tuple[bool, bool]]) -> Totals:
    return Totals(
        rightly=sum(there and found for there, found in pairs),
        missed=sum(there and not found for there, found in pairs),
        wrongly=sum(found and not there for there, found in pairs),
    )


def _print_half(half: str) -> None:
    labelled = sentences(half)
    print(f"{half}: {len(labelled)} sentences, {sum(bool(one.kinds) for one in labelled)} with personal data")
    print(f"  {'':18}{'rightly':>9}{'missed':>9}{'wrongly':>9}{'precision':>11}{'recall':>9}")
    rows = [("sentences", by_sentence(labelled)), ("exact words", by_place(labelled))]
    rows += [(kind, by_kind(labelled, kind)) for kind, _ in KINDS]
    for name, total in rows:
        counts = f"{total.rightly:9}{total.missed:9}{total.wrongly:9}"
        print(f"  {name:18}{counts}{total.precision:10.1f}%{total.recall:8.1f}%")
    print()


def _print_misses() -> None:
    for one in sentences("open"):
        found = seen_in(one.text)
        if {seen.kind for seen in found} != set(one.kinds) or sorted(seen.text for seen in found) != sorted(one.seen):
            print(f"{one.id}\n  {one.text!r}")
            print(f"  should be {', '.join(one.kinds) or 'nothing'}: {list(one.seen)}")
            print(f"  seen {[(seen.kind, seen.text) for seen in found]}\n")


def main() -> None:
    """Measure and print."""
    if "--misses" in sys.argv[1:]:
        _print_misses()
        return
    for half in HALVES:
        _print_half(half)


if __name__ == "__main__":
    main()
