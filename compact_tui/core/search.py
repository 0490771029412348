"""Finding words anywhere in an audit: the pack's text and what was written."""

import unicodedata
from collections.abc import Iterable, Iterator

from compact_tui.core.audit import Audit, actions_for, answer_to, evidence_for, grade_of, summary_of
from compact_tui.core.pack import AuditPack, Standard, numbered
from compact_tui.core.text import unaccented
from compact_tui.core.views import Hit

_AROUND = 36


def find(pack: AuditPack, audit: Audit, text: str) -> tuple[Hit, ...]:
    """Every place that holds all the words of a text, in the order of the audit.

    Capitals and accents make no difference; part of a word is enough. A number such as ``3`` or ``3.2``
    finds the standard or criterion with it first, and no text finds every standard and criterion.
    """
    words = folded(text).split()
    hits = [hit for hit in _headings(pack) if not words or _is_number(words) and _begins(hit.number, words[0])]
    if not words:
        return tuple(hits)
    for standard in pack.standard:
        for criterion, number, title, field, held in _texts(pack, audit, standard):
            if _holds(held, words):
                hits.append(
                    Hit(
                        standard=standard.id,
                        criterion=criterion,
                        number=number,
                        field=field,
                        title=title,
                        excerpt=_excerpt(held, words[0]),
                    )
                )
    return tuple(hits)


def holding(texts: Iterable[str], text: str) -> tuple[int, ...]:
    """Places, from 0, of the texts that hold all the words of a text; capitals, accents and bent apostrophes make no
    difference.
    """
    words = folded(text).split()
    return tuple(at for at, held in enumerate(texts) if _holds(held, words))


def _holds(held: str, words: list[str]) -> bool:
    told = folded(held)
    return all(word in told for word in words)


def _headings(pack: AuditPack) -> Iterator[Hit]:
    """Every standard and criterion as a place to go."""
    for standard in pack.standard:
        yield Hit(
            standard=standard.id,
            criterion="",
            number=str(standard.number),
            field="standard",
            title=standard.title,
            excerpt=" ".join(standard.introduction.split()),
        )
        for number, criterion in numbered(standard):
            yield Hit(
                standard=standard.id,
                criterion=criterion.id,
                number=number,
                field="criterion",
                title=criterion.question,
                excerpt=criterion.text,
            )


def _is_number(words: list[str]) -> bool:
    return len(words) == 1 and words[0].replace(".", "", 1).isdigit()


def _begins(number: str, typed: str) -> bool:
    whole = typed.rstrip(".")
    return number == whole or number.startswith(f"{whole}.") or ("." in typed and number.startswith(typed))


def _texts(pack: AuditPack, audit: Audit, standard: Standard) -> Iterator[tuple[str, str, str, str, str]]:
    """Criterion id, number, title, field and text of everything under a standard."""
    number, title = str(standard.number), standard.title
    yield "", number, title, "title", standard.title
    yield "", number, title, "introduction", standard.introduction
    yield "", number, title, "summary", summary_of(audit, standard.id).text
    grade = grade_of(audit, standard.id)
    yield "", number, title, "reason for the grade", grade.reason if grade else ""
    for answer in standard.model_answer:
        yield "", number, title, "model answer", answer.text
    for field, held in _records(audit, standard.id):
        yield "", number, title, field, held
    for place, criterion in numbered(standard):
        given = answer_to(audit, criterion.id)
        texts = {
            "question": criterion.question,
            "statement": criterion.text,
            "note": given.note,
            "private note": given.private_note,
            "reason": given.reason,
            "guidance": " ".join((criterion.good, *criterion.where, *criterion.ask)),
        }
        for field, held in texts.items():
            yield criterion.id, place, criterion.question, field, held
        for field, held in _records(audit, criterion.id):
            yield criterion.id, place, criterion.question, field, held


def _records(audit: Audit, item: str) -> Iterator[tuple[str, str]]:
    """Field and text of the evidence and actions of a criterion or standard."""
    for evidence in evidence_for(audit, item):
        yield "evidence", f"{evidence.title} {evidence.where} {evidence.held_by}"
    for action in actions_for(audit, item):
        yield "action", f"{action.what} {action.who} {action.outcome}"


def folded(text: str) -> str:
    """A text as it is compared: without capitals and accents, apostrophes and dashes as a keyboard has them."""
    return unaccented(unicodedata.normalize("NFKD", unaccented(text)).casefold())


def _excerpt(held: str, word: str) -> str:
    flat = " ".join(held.split())
    # One letter may fold to several, so places in the folded text are not places in the text.
    places = [at for at, char in enumerate(flat) for _ in folded(char)]
    found = max(folded(flat).find(word), 0)
    at, last = places[found], places[found + len(word) - 1]
    start, end = max(at - _AROUND, 0), min(last + 1 + _AROUND, len(flat))
    return f"{'…' if start else ''}{flat[start:end]}{'…' if end < len(flat) else ''}"
