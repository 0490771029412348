"""How the records of a partnership's book are said where two copies of it meet: in words, not as they are kept."""

from collections.abc import Callable, Mapping

from compact_tui.core.allocating import SECOND, return_of_id
from compact_tui.core.change import Plain
from compact_tui.core.days import is_day, say_short
from compact_tui.core.learning_forms import AUDIT_KINDS, HELPED, LEARNING_KINDS, say_month
from compact_tui.core.merge_values import Saying, plain_words
from compact_tui.core.pack import AuditPack, word_of
from compact_tui.core.partnership_forms import CONTACTS
from compact_tui.core.read_forms import CONTACT_WAYS, PRIORITIES, REMARKS
from compact_tui.core.setting import kind_word, sector_word
from compact_tui.core.text import count

NOUNS: Mapping[str, tuple[str, str]] = {
    "partnership": ("entry about the partnership", "entries about the partnership"),
    "contacts": ("contact point", "contact points"),
    "register": ("setting of the register", "settings of the register"),
    "requests": ("request", "requests"),
    "chases": ("reminder", "reminders"),
    "matches": ("decision whose a return is", "decisions whose a return is"),
    "readers": ("reader", "readers"),
    "allocations": ("return shared out", "returns shared out"),
    "readings_lent": ("reader's file", "readers' files"),
    "moderations": ("grade by the committee", "grades by the committee"),
    "remarks": ("remark", "remarks"),
    "plan_verdicts": ("decision on a plan", "decisions on plans"),
    "contact_notes": ("contact with a setting", "contacts with settings"),
    "learning": ("line of the learning log", "lines of the learning log"),
    "good_practice": ("good practice", "good practices"),
    "audits_planned": ("planned audit", "planned audits"),
    "themes": ("theme", "themes"),
    "replies": ("reply", "replies"),
    "forwarded": ("return passed on", "returns passed on"),
    "receipts": ("receipt", "receipts"),
    "figures_published": ("note of figures that were published", "notes of figures that were published"),
    "originals_erased": ("file taken away", "files taken away"),
    "aside_dealt": ("file put aside that was dealt with", "files put aside that were dealt with"),
}
"""What one record of each table is called, and several."""

_FIELDS = {
    "name": "name", "pack": "audit that is asked for", "edition": "edition", "cycle": "round", "due": "by when",
    "return_to": "where returns go", "area": "area", "other_areas": "other areas", "threshold": "smallest group shown",
    "letter": "what the letter says", "what": "what", "value": "number or address", "checked_on": "day it was checked",
    "source": "where it is from", "sector": "sector", "kind": "kind", "phase": "phase", "contact_name": "contact",
    "contact_email": "email", "former_names": "former names", "merged_into": "part of now", "closed_on": "closed on",
    "note": "note", "entry": "setting", "made_on": "made on", "folder": "folder", "sent_on": "sent on",
    "reason": "reason", "own": "own settings", "reader": "reader", "handed_on_from": "handed over by",
    "done_on": "done on", "compared": "two readings compared", "series": "letters of its numbers",
    "returns": "returns", "lent_on": "given on", "back_on": "back on", "here": "whose workspace this is",
    "reasons": "reasons to look", "before": "what was said last round",
    "return_id": "return", "standard": "standard", "level": "grade", "reading": "which reading", "text": "text",
    "priority": "how soon", "answer": "their answer", "answered_on": "answered on", "answered_at": "answered at",
    "accepted": "decision",
    "on": "day", "way": "how", "agreed": "agreed", "finding": "what was found", "will_do": "what will be done",
    "who": "who", "showed": "what the next round showed", "helped": "whether it helped",
    "offered": "taken from a suggestion", "title": "title", "month": "month", "dropped_on": "taken off on",
    "word": "name", "terms": "words", "receipt": "number", "audit": "audit", "counted": "settings counted",
    "why": "why", "document": "document", "topic": "what staff know of", "spread": "nothing but grades",
}  # fmt: skip
_LED = {("allocations", "done_on"): "Read on", ("moderations", "level"): "Grade", ("plan_verdicts", "accepted"): "Plan"}
_WHOLE = {
    "partnership": ("name", "cycle"), "contacts": ("what", "name", "value"), "register": ("name", "sector"),
    "requests": ("made_on", "sent_on"), "chases": ("made_on", "sent_on"), "matches": ("entry", "reason"),
    "readers": ("name",), "allocations": ("reader", "done_on"), "readings_lent": ("reader", "lent_on", "back_on"),
    "moderations": ("level", "reason"), "remarks": ("kind", "text"), "plan_verdicts": ("accepted", "reason"),
    "contact_notes": ("on", "what", "agreed"), "learning": ("finding", "will_do"), "good_practice": ("text",),
    "audits_planned": ("title", "who", "month"), "themes": ("word", "terms"), "replies": ("made_on", "sent_on"),
    "forwarded": ("area", "on"), "receipts": ("made_on",), "figures_published": ("sector", "topic", "on"),
    "originals_erased": ("kind", "on", "why"), "aside_dealt": ("on",),
}  # fmt: skip
"""What is said of a whole record."""
_CODES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("contacts", "what"): dict(CONTACTS),
    ("remarks", "kind"): dict(REMARKS),
    ("remarks", "priority"): dict(PRIORITIES),
    ("contact_notes", "way"): dict(CONTACT_WAYS),
    ("learning", "kind"): dict(LEARNING_KINDS),
    ("learning", "helped"): dict(HELPED),
    ("audits_planned", "kind"): dict(AUDIT_KINDS),
}
_OF_RETURN = {"matches", "allocations", "plan_verdicts", "receipts"}
"""Tables whose records have the id of a return, or begin with it."""
_SETTINGS = {"entry", "merged_into", "own", "return_id", "returns"}


def saying_of_partnership(pack: AuditPack, names: Mapping[str, str], me: str, them: str) -> Saying:
    """How the records of a partnership's book are said.

    Args:
        pack: The pack whose words are used.
        names: Names of the settings, by id of the return and of the entry.
        me: Who we are.
        them: Who they are.
    """
    numbers = {one.id: str(one.number) for one in pack.standard}

    def value(table: str, field: str, kept: object) -> str:
        if field in _SETTINGS:
            ids = kept if isinstance(kept, list | tuple) else [kept]
            return ", ".join(dict.fromkeys(_named(names, str(one)) for one in ids if one))
        return _SAID[field](kept) if field in _SAID else _coded(pack, numbers, table, field, plain_words(kept))

    def place(table: str, record: str, plain: Plain) -> str:
        of = plain.get("entry") if table not in {"matches", "receipts"} else ""
        of = of or plain.get("return_id") or (record if table in _OF_RETURN else "")
        said = _named(names, str(of)) if of else str(plain.get("name") or plain.get("word") or plain.get("title") or "")
        standard = str(plain.get("standard") or "")
        second = ", second reading" if record.endswith(SECOND) or str(plain.get("reading")) == "2" else ""
        return f"{said} {numbers.get(standard, standard)}".strip() + second

    def record(table: str, plain: Plain) -> str:
        fields = _WHOLE.get(table, ())
        return ", ".join(words for name in fields if (words := value(table, name, plain.get(name))))

    return Saying(me=me, them=them, place=place, field=_field_words, value=value, record=record)


def _named(names: Mapping[str, str], id_: str) -> str:
    """A setting by the id of its entry or of its return."""
    return names.get(id_) or names.get(return_of_id(id_)) or "a setting that is not in the register"


def _coded(pack: AuditPack, numbers: Mapping[str, str], table: str, field: str, text: str) -> str:
    """What is kept as a word of the program, as a person says it; days too."""
    if field == "level":
        return word_of(pack, "level", text)
    if field == "standard":
        return numbers.get(text, text)
    if field == "sector":
        return sector_word(text)
    if (table, field) == ("register", "kind"):
        return kind_word(text)
    return _CODES.get((table, field), {}).get(text) or (say_short(text) if is_day(text) else text)


_SAID: Mapping[str, Callable[[object], str]] = {
    "accepted": lambda kept: "" if kept is None else "plan accepted" if kept else "plan sent back",
    "month": lambda kept: say_month(str(kept)) if is_day(f"{kept}-01") else "",
    "reading": lambda kept: "second reading" if kept == 2 else "first reading",
    "here": lambda kept: "the reader's own" if kept else "the partnership's",
    "offered": lambda kept: "yes" if kept else "",
    "compared": lambda kept: count(len(kept), "standard") if isinstance(kept, list | tuple) and kept else "",
    "reasons": lambda kept: count(len(kept), "reason") if isinstance(kept, list | tuple) and kept else "",
    "before": lambda kept: count(len(kept), "standard") if isinstance(kept, list | tuple) and kept else "",
    "counted": lambda kept: count(len(kept), "setting") if isinstance(kept, list | tuple) and kept else "",
    "other_areas": lambda kept: ", ".join(map(_area, kept)) if isinstance(kept, list | tuple) else "",
}


def _area(kept: object) -> str:
    """An area, with the address it takes returns at where that is known."""
    return f"{kept[0]} ({kept[1]})" if isinstance(kept, list | tuple) and len(kept) == 2 else str(kept)


def _field_words(table: str, field: str) -> str:
    if (table, field) in _LED:
        return _LED[table, field]
    noun = NOUNS[table][0].capitalize()
    return f"{noun}: {_FIELDS.get(field) or field.replace('_', ' ')}" if field else noun
