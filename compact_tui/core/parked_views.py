"""What was said and has no place in the pack now: kept, shown, and returned as parked."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from compact_tui.core.pack import UNANSWERED, AuditPack, word_of
from compact_tui.core.return_parked import (
    Parked,
    ParkedAction,
    ParkedAnswer,
    ParkedEvidence,
    ParkedGrade,
    ParkedSummary,
)
from compact_tui.core.show import said_by
from compact_tui.core.text import count


class ParkedLine(Struct, frozen=True, kw_only=True):
    """Something that was said and has no place in the pack now."""

    id: str
    kind: str
    """``answer`` · ``grade`` · ``summary`` · ``evidence`` · ``action``."""
    title: str
    """The question, or standard, as the edition had it that asked it; else the id."""
    said: str
    by: str
    at: str


class ParkedView(Struct, frozen=True, kw_only=True):
    """What is parked in an audit."""

    sentence: str
    lines: tuple[ParkedLine, ...]


def parked_view(pack: AuditPack, parked: tuple[Parked, ...], titles: Mapping[str, str]) -> ParkedView:
    """What is parked, with the questions that it was said to.

    Args:
        pack: The pack that the audit is answered under now.
        parked: What the return would park.
        titles: Titles and questions by id, of every edition that the audit was answered under.
    """
    lines = tuple(_line(pack, one, titles) for one in parked)
    found = f"{count(len(lines), 'entry', 'entries')} parked: kept here, returned as parked, and not counted."
    return ParkedView(sentence=found if lines else "Nothing is parked.", lines=lines)


def _line(pack: AuditPack, parked: Parked, titles: Mapping[str, str]) -> ParkedLine:
    kind, title, said = _words(pack, parked)
    by, at = (parked.graded_by, parked.graded_at) if isinstance(parked, ParkedGrade) else (parked.by, parked.at)
    return ParkedLine(id=parked.id, kind=kind, title=title or titles.get(parked.id, parked.id), said=said, by=by, at=at)


def _words(pack: AuditPack, parked: Parked) -> tuple[str, str, str]:
    """Kind, title where it has one of its own, and what was said."""
    match parked:
        case ParkedAnswer():
            word = "" if parked.answer == UNANSWERED else f"{word_of(pack, 'answer', parked.answer)}."
            return "answer", "", " ".join(part for part in (word, parked.reason, parked.note) if part)
        case ParkedGrade():
            return "grade", "", " ".join(filter(None, (f"{word_of(pack, 'level', parked.grade)}.", parked.reason)))
        case ParkedSummary():
            return "summary", "", parked.summary
        case ParkedEvidence():
            return "evidence", parked.title, ", ".join(filter(None, (parked.where, parked.held_by)))
        case ParkedAction():
            return "action", parked.what, ", ".join(filter(None, (parked.who, parked.due, parked.status)))


def parked_lines(view: ParkedView) -> Iterator[str]:
    """What is parked, in lines."""
    yield view.sentence
    for line in view.lines:
        yield ""
        yield f"{line.kind}: {line.title} ({line.id})"
        yield from (f"  {text}" for text in (line.said, said_by(line.by, line.at)) if text)
