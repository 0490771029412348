"""What evidence and actions share: reading what was typed, what they belong to, and the roles that were named."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from compact_tui.core.audit import Action, Audit, Evidence
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Filled, Form, fill, refuse_problems
from compact_tui.core.pack import AuditPack, numbered
from compact_tui.core.record_views import BelongsView, OfferView
from compact_tui.core.text import clean_line, did_you_mean
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.naming import supported_named

_Kept = TypeVar("_Kept", Evidence, Action)
_Shown = TypeVar("_Shown", BelongsView, OfferView)


def taken(form: Form, typed: Mapping[str, str], nothing: str = "Nothing was added.") -> Filled:
    """A form as it was filled in.

    Raises:
        UsageError: With the first thing that cannot be taken.
    """
    filled = fill(form, typed)
    refuse_problems(filled, nothing)
    return filled


def belonging(opened: OpenAudit, named: Iterable[str], kept: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Ids of the criteria and standards that were named, each once.

    What the record belongs to already is taken as it is, also where this audit no longer asks it.

    Raises:
        UsageError: If one is not known; with did-you-mean.
    """
    return tuple(dict.fromkeys(name if name in kept else supported_named(opened.pack, name) for name in named))


def changed_belonging(
    opened: OpenAudit, kept: tuple[str, ...], more: Iterable[str], fewer: Iterable[str]
) -> tuple[str, ...]:
    """What a record belongs to when some is added and some taken away.

    Raises:
        UsageError: If something named is not known.
    """
    gone = set(belonging(opened, fewer, kept))
    return tuple(item for item in dict.fromkeys((*kept, *belonging(opened, more))) if item not in gone)


def record_named(records: tuple[_Kept, ...], wanted: str, noun: str, command: str) -> _Kept:
    """The record with an id.

    Raises:
        UsageError: If there is none; with did-you-mean.
    """
    found = next((record for record in records if record.id == wanted), None)
    if found is None:
        near = did_you_mean(wanted, [record.id for record in records])
        raise UsageError(f'There is no {noun} "{wanted}".', near or f"compact-tui {command} list shows the ids.")
    return found


def roles_named(audit: Audit) -> tuple[str, ...]:
    """The roles that hold evidence or do something, those named most often first."""
    named = [action.who for action in audit.actions] + [item.held_by for item in audit.evidence]
    return tuple(role for role, _ in Counter(clean_line(role) for role in named if role.strip()).most_common())


def belongs_to(pack: AuditPack, supports: tuple[str, ...]) -> tuple[BelongsView, ...]:
    """Everything a record may belong to, in pack order; last what it belongs to and is no longer asked."""
    rows = []
    for standard in pack.standard:
        rows.append((standard.id, str(standard.number), f"{standard.title}, as a whole"))
        rows += [(criterion.id, number, criterion.question) for number, criterion in numbered(standard)]
    known = {item for item, _, _ in rows}
    rows += [(item, "", f"No longer asked: {item}") for item in supports if item not in known]
    return tuple(BelongsView(id=i, number=n, words=words, belongs=i in supports) for i, n, words in rows)


def narrowed(rows: tuple[_Shown, ...], text: str) -> tuple[_Shown, ...]:
    """The rows that have every word of a text in them; a number such as ``3.2`` is looked for at the beginning."""
    words = text.casefold().split()
    return tuple(row for row in rows if all(_has(row, word) for word in words))


def _has(row: BelongsView | OfferView, word: str) -> bool:
    if isinstance(row, BelongsView):
        return word in row.words.casefold() or row.number.startswith(word)
    return word in f"{row.words} {row.about}".casefold()


def place_of(desk: Desk, item: str) -> tuple[str, str, str]:
    """Where a criterion or standard is worked on: place, id of the standard, id of the criterion."""
    for standard in open_audit(desk).pack.standard:
        if item == standard.id:
            return "standard", standard.id, ""
        if any(criterion.id == item for criterion in standard.criterion):
            return "criterion", standard.id, item
    return "audit", "", ""
