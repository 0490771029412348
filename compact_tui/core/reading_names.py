"""Names and places that were read off a notice, compared with the profile."""

import re
from collections.abc import Sequence

from compact_tui.core.reading_finding import RIGHT, UNKNOWN, WRONG, Finding
from compact_tui.core.reading_people import Person, people_in, same, turned
from compact_tui.core.reading_words import NAMES, PLACES, folded, label_in, noun, said
from compact_tui.core.setting import Setting

_PLAIN = frozenset(("a", "an", "and", "at", "by", "in", "is", "it", "next", "of", "on", "our", "review", "the", "your"))
_LABEL_FIELDS = {"lead": "lead_name", "deputy": "deputy_name"}


def name_findings(fields: Sequence[str], text: str, setting: Setting | None) -> tuple[Finding, ...]:
    """Whether those whom a text names are those of the profile.

    Args:
        fields: Fields of the profile that the notice carries; nothing is said where none of them names people.
        text: What was read off, without numbers, editions and days.
        setting: Who we are; ``None`` while nobody has said.
    """
    asked = [field for field in fields if field in NAMES]
    if not asked or any(field in PLACES for field in fields):
        return ()
    seen = people_in(text, frozenset(word for field in NAMES for one in _known(field, setting) for word in one.words))
    whole = next((one for one in turned(seen) if any(_is(one, field, setting) for field in asked)), None)
    if whole:
        seen = (*(one for one in seen if not set(one.words) <= set(whole.words)), whole)
    met = [field for person in seen for field in _meant(person, asked, setting) if _is(person, field, setting)]
    told = (person for person in seen if person.words or not met or any(_is(person, f, setting) for f in asked))
    return tuple(_judged(person, asked, met, setting) for person in told)


def _meant(person: Person, asked: Sequence[str], setting: Setting | None) -> list[str]:
    """The fields that somebody stands for: by the words beside the name, else those that are asked."""
    label = label_in(person.whole)
    field = _LABEL_FIELDS.get(label, label)
    stands = field in asked or field in _LABEL_FIELDS.values()
    return [field] if stands and person.words and said(setting, field) else list(asked)


def _judged(person: Person, asked: Sequence[str], met: Sequence[str], setting: Setting | None) -> Finding:
    meant = _meant(person, asked, setting)
    read = person.written or person.whole
    hit = next((field for field in meant if _is(person, field, setting)), "")
    if hit:
        return Finding(state=RIGHT, sentence=f"{read} is {noun(hit)}, as in your profile.", read=read)
    other = next((field for field in NAMES if person.words and _is(person, field, setting)), "")
    if other and met and meant == list(asked):
        return Finding(state=RIGHT, sentence=f"{read} is {noun(other)}, as in your profile.", read=read)
    told = [field for field in meant if said(setting, field) and field not in met]
    if not told and any(said(setting, field) for field in meant):
        return Finding(state=UNKNOWN, sentence=f"{read} is not in your profile. Is it still right?", read=read)
    if not told:
        return _nothing_to_compare(read, meant[0])
    doubt = next((field for field in told if _may_be(person, field, setting)), "")
    if doubt:
        sentence = f"{read} may be {said(setting, doubt)}, {noun(doubt)}. Is it the same person?"
        return Finding(state=UNKNOWN, sentence=sentence, read=read)
    should = "; ".join(f"{noun(field)} is {said(setting, field)}" for field in told)
    if not person.words and all(any(one.words for one in _known(f, setting)) for f in told):
        sentence = f"The poster names a post ({read}), your profile a person: {should}."
        return Finding(state=UNKNOWN, sentence=sentence, read=read)
    return Finding(state=WRONG, sentence=f"The poster names {read}; {should}.", read=read)


def _nothing_to_compare(read: str, field: str) -> Finding:
    sentence = (
        f"The poster says {read}. Your profile does not say yet who is {noun(field)}, so there is nothing to compare "
        "with. Is it right?"
    )
    return Finding(state=UNKNOWN, sentence=sentence, read=read, ask=field)


def _is(person: Person, field: str, setting: Setting | None) -> bool:
    for known in _known(field, setting):
        if known.words and same(person, known):
            return True
        if not known.words and known.posts and known.posts <= person.posts and not person.words:
            return True
    return False


def _may_be(person: Person, field: str, setting: Setting | None) -> bool:
    return bool(person.words) and any(one.words and same(person, one) is None for one in _known(field, setting))


def _known(field: str, setting: Setting | None) -> tuple[Person, ...]:
    return people_in(said(setting, field))


def place_findings(fields: Sequence[str], text: str, setting: Setting | None) -> tuple[Finding, ...]:
    """Whether a text says where something is as the profile does; words that differ are shown, not judged."""
    found = []
    seen = _words(text)
    for field in fields:
        if field not in PLACES or not seen:
            continue
        value = said(setting, field)
        words = _words(value)
        if not value:
            sentence = f"Your profile does not say yet {noun(field)}, so there is nothing to compare with."
            found.append(Finding(state=UNKNOWN, sentence=sentence, ask=field))
        elif words <= seen or seen <= words:
            found.append(Finding(state=RIGHT, sentence=f"It says {noun(field)} as your profile does: {value}."))
        else:
            sentence = f"Your profile says {noun(field)}: {value}. Is that what the notice means?"
            found.append(Finding(state=UNKNOWN, sentence=sentence))
    return tuple(found)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", folded(text))) - _PLAIN
