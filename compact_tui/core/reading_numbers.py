"""Numbers and addresses that were read off a notice, compared with the profile and with those that are known."""

import re
from collections.abc import Iterator, Sequence

from compact_tui.core.notice import DOUBTFUL, NoticeList, OldContact
from compact_tui.core.reading_finding import OUT_OF_DATE, RIGHT, UNKNOWN, WRONG, Finding
from compact_tui.core.reading_known import Contacts, Expected
from compact_tui.core.reading_words import Number, emails, label_in, noun, numbers, said, without
from compact_tui.core.setting import Setting
from compact_tui.core.text import capitalised

_SPLIT = re.compile(r"[,;\n|]|\.\s")
_LABEL_FIELDS = {"lead": "lead_phone", "deputy": "deputy_phone"}
_LOOK_UP = {True: "Look up whose it is.", False: "Ring it to check whose it is, or look it up."}
"""What to do about an address, and about a number."""


def contact_findings(
    fields: Sequence[str], ids: Sequence[str], text: str, notices: NoticeList, setting: Setting | None
) -> tuple[Finding, ...]:
    """Every number and address of a text, compared.

    Args:
        fields: Fields of the profile that the notice carries.
        ids: Ids of the known numbers that it carries.
        text: What was read off.
        notices: The list with the numbers that are known.
        setting: Who we are; ``None`` while nobody has said.
    """
    known = Contacts(fields, ids, notices, setting)
    old = list(_old_words(text, known, setting))
    rest = without(text, [finding.read for finding in old])
    addresses = emails(rest)
    rest = without(rest, list(addresses))
    rung = tuple(numbers(rest, known.whole))
    parts = [(one, one.casefold(), "") for one in addresses]
    parts += [(one.written, one.digits, _label(rest, rung, n)) for n, one in enumerate(rung)]
    met = {one.key for one in known.asked for _, part, _ in parts if one.has(part) or one.has_tail(part)}
    return (*old, *(_judged(*part, known, met, setting) for part in parts))


def _old_words(text: str, known: Contacts, setting: Setting | None) -> Iterator[Finding]:
    taken = text
    for words, old in known.old_words():
        at = taken.casefold().find(words.casefold())
        if at >= 0:
            written = _whole_word(taken, at, len(words))
            taken = taken.replace(written, " ")
            yield _old(written, old, setting, beside=False)


def _whole_word(text: str, at: int, length: int) -> str:
    """The address that some words stand in, as it is written."""
    first = text.rfind(" ", 0, at) + 1
    last = text.find(" ", at + length)
    return text[first : last if last >= 0 else len(text)].strip(",;()")


def _judged(written: str, part: str, label: str, known: Contacts, met: set[str], setting: Setting | None) -> Finding:
    old = known.old_of(part)
    if old:
        return _old(written, old, setting, beside=old.instead in met and not _is_own(part, old, known))
    asked = [one for one in known.asked if one.has(part)]
    meant = next((one for one in known.asked if one.key == label), None)
    if meant and asked and meant not in asked:
        return _finding(WRONG, written, f"{written} stands there as {meant.noun}; it {asked[0].whose}.", meant)
    if asked:
        return _finding(RIGHT, written, asked[0].right(written))
    tail = next((one for one in known.asked if one.has_tail(part)), None)
    if tail:
        return _finding(RIGHT, written, f"{tail.right(written)} It lacks the area code.")
    return _not_asked(written, part, meant, known, met)


def _not_asked(written: str, part: str, meant: Expected | None, known: Contacts, met: set[str]) -> Finding:
    """A number or an address that the notice was not expected to carry."""
    lacking = [one for one in known.asked if one.key not in met and _same_kind(one, part)]
    other = next((one for one in known.others if one.has(part)), None)
    if other and not (len(known.asked) == 1 and lacking) and not (meant and meant in lacking):
        return _finding(RIGHT, written, other.right(written))
    if other:
        return _finding(WRONG, written, f"{written} {other.whose}.", *([meant] if meant else lacking))
    if lacking:
        told = [meant] if meant in lacking and meant else lacking
        return _finding(WRONG, written, f"{written} is not what your profile or the list has.", *told)
    if known.empty:
        field = known.empty[0]
        sentence = f"The poster says {written}. Your profile does not say {noun(field)} yet. {_LOOK_UP['@' in part]}"
        return Finding(state=UNKNOWN, sentence=sentence, read=written, ask=field)
    return _finding(UNKNOWN, written, f"{written} is in no list here. {_LOOK_UP['@' in part]}")


def _same_kind(one: Expected, part: str) -> bool:
    return bool(one.addresses if "@" in part else one.digits)


def _finding(state: str, written: str, sentence: str, *instead: Expected) -> Finding:
    should = "; ".join(one.instead() for one in instead)
    words = f"{sentence} {capitalised(should)}." if should else sentence
    return Finding(state=state, sentence=words, read=written)


def _old(written: str, old: OldContact, setting: Setting | None, *, beside: bool) -> Finding:
    """What is said of an old number; one that is only doubtful may stand beside the right one."""
    instead = said(setting, old.instead) if old.instead else ""
    doubtful = old.state == DOUBTFUL
    thing = "number" if written[-1:].isdigit() else "address"
    words = f"{written} {'may be' if doubtful else 'is'} an old {thing} of {old.name}. {old.why}"
    told = f" Your profile has {instead}." if instead and instead != written else ""
    ring = " Ring it to check." if doubtful else ""
    ask = old.instead if old.instead and not instead else ""
    return Finding(
        state=UNKNOWN if doubtful and beside else OUT_OF_DATE, sentence=f"{words}{ring}{told}", read=written, ask=ask
    )


def _is_own(part: str, old: OldContact, known: Contacts) -> bool:
    """Whether the profile has nothing but the old number itself for what should stand there."""
    return any(one.key == old.instead and one.digits == {part} for one in known.asked)


def _label(text: str, rung: tuple[Number, ...], at: int) -> str:
    """What a number stands there as, by the words beside it; empty where they do not say."""
    before = text[rung[at - 1].end if at else 0 : rung[at].start]
    after = text[rung[at].end : rung[at + 1].start if at + 1 < len(rung) else len(text)]
    label = label_in(_SPLIT.split(before)[-1]) or label_in(_SPLIT.split(after)[0])
    return _LABEL_FIELDS.get(label, label)
