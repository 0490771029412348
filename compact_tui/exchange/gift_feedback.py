"""The general feedback of a question: model answer and what belongs to it, in lines that people and programs read."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from compact_tui.core.bank import MUST, MUST_NOT, SHOULD, BankSource, Place, Point, Question
from compact_tui.exchange.bank_formats import Names

_ANSWER, _WHY = "Model answer", "Why it matters"
_WEIGHTS = {MUST: "Must be heard", SHOULD: "Adds to it", MUST_NOT: "Must not be heard"}
_LABELS = {label: weight for weight, label in _WEIGHTS.items()}
_LINE = re.compile(rf"({_ANSWER}|{_WHY}|{'|'.join(_LABELS)}): (.*)", re.DOTALL)
_SOURCE = re.compile(r"Source \[([^\[\]]+)\]: ([^|]*)(?: \| ([^|]*))?")


class Told(Struct, frozen=True):
    """What a general feedback says."""

    answer: str = ""
    why: str = ""
    points: tuple[Point, ...] = ()
    places: tuple[Place, ...] = ()
    sources: tuple[BankSource, ...] = ()
    ours: bool = False
    """Whether it was written in the form of this module."""


def told_by(general: str) -> Told:
    """Read a general feedback; one in nobody's form is the model answer as a whole."""
    parts = list(_parts(general))
    if not parts:
        return Told(answer=general)
    names = Names()
    said = dict(reversed([(label, words) for label, words in parts if label in {_ANSWER, _WHY}]))
    points = [(_LABELS[label], words) for label, words in parts if label in _LABELS]
    found = [match for label, words in parts if not label and (match := _SOURCE.fullmatch(words))]
    titles = {one[1]: one[2] for one in found}
    return Told(
        answer=said.get(_ANSWER, ""),
        why=said.get(_WHY, ""),
        points=tuple(Point(id=names.given(say), weight=weight, say=say) for weight, say in points),
        places=tuple(Place(source=one[1], place=one[3] or "") for one in found),
        sources=tuple(BankSource(id=name, title=title) for name, title in titles.items()),
        ours=True,
    )


def _parts(general: str) -> Iterator[tuple[str, str]]:
    """Label and words of each part; the label of a source is empty. Lines without a label go on with the last part."""
    label = ""
    words: list[str] = []
    for line in general.split("\n"):
        match = _LINE.fullmatch(line)
        source = not match and _SOURCE.fullmatch(line)
        if not match and not source and not words:
            return
        if (match or source) and words:
            yield label, "\n".join(words)
            words = []
        label = match[1] if match else "" if source else label
        words.append(match[2] if match else line)
    yield label, "\n".join(words)


def told(question: Question, sources: Mapping[str, BankSource]) -> str:
    """The general feedback of a question.

    Args:
        question: Its model answer, why it matters, what to listen for and where it stands in the sources.
        sources: Of the bank, by id.
    """
    lines = [f"{_ANSWER}: {question.answer}"] if question.answer else []
    if question.why:
        lines.append(f"{_WHY}: {question.why}")
    lines += [f"{_WEIGHTS.get(point.weight, _WEIGHTS[SHOULD])}: {point.say}" for point in question.point]
    for place in question.source:
        source = sources.get(place.source)
        title = ", ".join(part for part in (source.title, source.edition) if part) if source else place.source
        lines.append(f"Source [{place.source}]: {title}" + (f" | {place.place}" if place.place else ""))
    return "\n".join(lines)
