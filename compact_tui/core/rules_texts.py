"""Rules about what was written: placeholders, the same words twice, nobody in it, somebody too plainly in it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from compact_tui.core.audit import Audit, summary_of
from compact_tui.core.finding import Case, Found, rule
from compact_tui.core.free_text import FreeText, texts_of
from compact_tui.core.likeness import SENTENCE_END, words
from compact_tui.core.personal import Seen, seen_in, warning_of
from compact_tui.core.placeholder import PEOPLE, placeholder_in, speaks_of
from compact_tui.core.setting import own_details
from compact_tui.core.text import listed

_SAME_NOTE_LENGTH = 25
_SAME_TIMES = 3
_SENTENCE_WORDS = 5
_CONTACTS = frozenset({"phone", "email", "postcode"})
"""Kinds that reach a person; every other kind says who a child or patient is."""
FIELD_NAMES: Mapping[tuple[str, str], str] = {
    ("summaries", "text"): "summary",
    ("sign_offs", "name"): "sign_off",
    ("carried_answers", "note"): "replaced_note",
    ("carried_answers", "private_note"): "replaced_private_note",
    ("carried_answers", "reason"): "replaced_reason",
    ("carried_summaries", "text"): "replaced_summary",
}
"""Fields of texts that go by another name in a finding."""


def _number(audit: Audit, case: Case, text: FreeText) -> str:
    records: Iterable[object] = getattr(audit, text.table) if text.table in {"evidence", "actions"} else ()
    supports = next((r.supports for r in records if getattr(r, "id", "") == text.id), ())  # type: ignore[attr-defined]
    return case.numbers.get(text.id, "") or case.number(supports)


def _found(case: Case, text: FreeText, message: str, remedy: str, matched: tuple[str, ...]) -> Found:
    return Found(
        text.id,
        message,
        remedy,
        field=FIELD_NAMES.get((text.table, text.field), text.field),
        number=_number(case.audit, case, text),
        matched=matched,
        stays=not text.leaves,
    )


def _by_hand(case: Case) -> Iterator[FreeText]:
    """Every text that a person wrote; what the profile put there is not theirs."""
    reasons = set(case.switched.values())
    return (text for text in texts_of(case.audit) if not (text.field == "reason" and text.text in reasons))


@rule("placeholder", "warning", "A text only keeps a place for words to come")
def placeholder(case: Case) -> Iterator[Found]:
    """Texts that leave, and are or hold "tbc", "xxx", "see above" and their like."""
    for text in _by_hand(case):
        kept = placeholder_in(text.text) if text.leaves else ""
        if kept:
            yield _found(
                case,
                text,
                "A text here only keeps a place for words to come.",
                "Write what is so, or take the words away.",
                (kept,),
            )


def _numbers(case: Case, ids: Iterable[str]) -> str:
    """The numbers of standards and criteria in a row, in the order of the pack."""
    numbers = {case.numbers[item] for item in ids}
    return listed(sorted(numbers, key=lambda number: tuple(map(int, number.split(".")))))


class _Said(Struct, frozen=True):
    text: FreeText
    whole: bool
    """It is all that a note says."""


@rule("same-note", "note", "The same note stands on three criteria or more", "note")
def same_note(case: Case) -> Iterator[Found]:
    """The same note on three criteria or more: it says nothing about any of them."""
    found: dict[str, list[str]] = {}
    for _, criterion in case.criteria():
        said = " ".join(case.answer_to(criterion).note.casefold().split())
        if len(said) >= _SAME_NOTE_LENGTH:
            found.setdefault(said, []).append(criterion.id)
    for criteria in found.values():
        if len(criteria) >= _SAME_TIMES:
            yield Found(
                criteria[0],
                f"The same note stands at {listed(case.numbers[criterion] for criterion in criteria)}.",
                "Say at each what is so there: what would you show a visitor?",
            )


@lru_cache(maxsize=4096)
def _sentences(text: str) -> frozenset[tuple[str, ...]]:
    """The different sentences of a text that are long enough to be compared."""
    said = (words(sentence) for sentence in SENTENCE_END.split(text))
    return frozenset(sentence for sentence in said if len(sentence) >= _SENTENCE_WORDS)


@rule("same-sentence", "note", "The same sentence stands in three notes or summaries, or more")
def same_sentence(case: Case) -> Iterator[Found]:
    """The same sentence in three notes and summaries or more; one finding where it stands first."""
    places: dict[tuple[str, ...], list[_Said]] = {}
    for text in texts_of(case.audit):
        if text.leaves and text.field in {"note", "text"} and text.id in case.numbers:
            length = len(words(text.text))
            for said in _sentences(text.text):
                places.setdefault(said, []).append(_Said(text, text.field == "note" and len(said) == length))
    told: dict[tuple[str, str], set[str]] = {}
    for found in places.values():
        if len(found) >= _SAME_TIMES and not all(one.whole for one in found):
            first = found[0].text
            told.setdefault((first.id, first.field), set()).update(one.text.id for one in found)
    for (item, field), ids in told.items():
        yield Found(
            item,
            f"A sentence from here stands at {_numbers(case, ids)}, word for word.",
            "Say at each what is so there.",
            field="summary" if field == "text" else field,
        )


@rule("same-reason", "note", "The same reason is given twice", "reason")
def same_reason(case: Case) -> Iterator[Found]:
    """Reasons, for answers or for grades, that are another's word for word."""
    found: dict[tuple[str, str], list[str]] = {}
    for text in _by_hand(case):
        if text.leaves and text.field == "reason" and text.id in case.numbers and words(text.text):
            found.setdefault((text.table, " ".join(words(text.text))), []).append(text.id)
    for ids in found.values():
        if len(ids) > 1:
            yield Found(
                ids[0],
                f"The same reason is given at {_numbers(case, ids)}.",
                "Say at each why it is so there.",
            )


@rule("nobody-in-summary", "warning", "A summary says nothing about children", "summary")
def nobody_in_summary(case: Case) -> Iterator[Found]:
    """Summaries that do not mention those whom it is all for."""
    people = case.pack.pack.people
    for standard in case.pack.standard:
        text = summary_of(case.audit, standard.id).text
        if text.strip() and not speaks_of(text, people):
            yield Found(
                standard.id,
                f"The summary of {standard.title} says nothing about {(people or PEOPLE)[0]}.",
                standard.impact_prompt or f"Say what is different for {(people or PEOPLE)[0]}.",
            )


@lru_cache(maxsize=4096)
def _seen(text: str, own: tuple[str, ...]) -> tuple[Seen, ...]:
    return seen_in(text, own)


def _personal(case: Case, contacts: bool) -> Iterator[Found]:
    own = own_details(case.setting)
    for text in _by_hand(case):
        seen = tuple(one for one in _seen(text.text, own) if (one.kind in _CONTACTS) == contacts)
        if seen:
            yield _found(
                case,
                text,
                warning_of(seen),
                "Take it out. Point at where it is kept instead: the record, the file, the log.",
                tuple(one.text for one in seen),
            )


@rule("child-identified", "warning", "A text could say who a child or patient is")
def child_identified(case: Case) -> Iterator[Found]:
    """Texts that seem to hold a number, a date of birth or initials by which a child or patient is known."""
    return _personal(case, contacts=False)


@rule("private-contact", "warning", "A text holds somebody's private phone, email or postcode")
def private_contact(case: Case) -> Iterator[Found]:
    """Texts that seem to hold a way to reach a person at home."""
    return _personal(case, contacts=True)


FIRST = (child_identified, private_contact)
"""Told before other warnings: they are about a person who can be found by them."""
RULES = (
    placeholder,
    nobody_in_summary,
    same_note,
    same_sentence,
    same_reason,
)
