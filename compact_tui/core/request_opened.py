"""What a request that was opened would set, shown before it is taken."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from compact_tui.core.audit_views import View
from compact_tui.core.days import days_until, is_day, say_day, say_short
from compact_tui.core.forms import Field, Form
from compact_tui.core.request import LADO, OUT_OF_HOURS, SOCIAL_CARE, Request, RequestContact
from compact_tui.core.setting import Setting, kind_word, others_of, sector_of_kind, sector_word
from compact_tui.core.setting_forms import PEOPLE_FORM, SETTING_FORM
from compact_tui.core.text import listed

OLD_AFTER = 90
"""Days after which a number is to be rung before anyone relies on it."""
REQUEST_FORM = Form(
    "request",
    "Open a request",
    (
        Field(
            id="file",
            question="Which file did the partnership send?",
            help="Its path, as pasted from your file manager.",
            required=True,
        ),
    ),
)
"""What is asked where a request is opened."""
_FIELD_OF: Mapping[str, str] = {
    SOCIAL_CARE: "social_care_phone",
    OUT_OF_HOURS: "out_of_hours_phone",
    LADO: "lado_contact",
}
"""The field of the setting that keeps a contact."""
_QUESTIONS = {field.id: field.question for form in (SETTING_FORM, PEOPLE_FORM) for field in form.fields}


class RequestLine(Struct, frozen=True, kw_only=True):
    """One thing that a request sets."""

    field: str
    what: str
    old: str
    new: str
    state: str
    """``new`` · ``changed`` · ``same``."""
    words: str
    """The whole in one line: ``Day it is due: 1 May 2026 -> 18 December 2026``."""


class RequestView(View, frozen=True, kw_only=True):
    """A request, and what taking it does, or did."""

    id: str
    partnership: str
    setting: str
    """Name of the setting that it asks, as the register has it."""
    cycle: str
    pack: str
    edition: str
    due: str
    letter: str
    lines: tuple[RequestLine, ...]
    contacts: tuple[str, ...]
    """Whom to ring, a line each, with how old the number is."""
    warnings: tuple[str, ...]
    """What should give pause before it is taken."""
    can_start: bool
    """Whether the audit that it asks for can be begun with it."""
    start_words: str
    """What beginning it would do, or why it cannot be begun."""
    taken: bool
    audit: str
    """Id of the audit that was begun; empty where none was."""
    sentence: str


def values_in(request: Request, setting: Setting | None) -> dict[str, str | tuple[str, ...]]:
    """What a request sets of a setting's fields; what it does not say stays as it is."""
    values: dict[str, str | tuple[str, ...]] = {
        "register_id": request.register_id,
        "due": request.due,
        "return_to": request.return_to,
        "areas": request.areas,
    }
    if setting is None or not setting.name:
        values["name"] = request.setting
    if setting is None or not setting.sector:
        usual = sector_of_kind(request.kind)
        values["kind"] = request.kind if usual else ""
        values["sector"] = request.sector if sector_word(request.sector) else usual
    contacts = _kept_contacts(request, setting)
    values |= {_FIELD_OF[contact.what]: contact.value for contact in contacts}
    values["others_to_ring"] = "; ".join(_others(request, setting))
    days = [contact.checked_on for contact in contacts]
    if days and all(days):
        known = [setting.numbers_checked_on] if setting and is_day(setting.numbers_checked_on) else []
        values["numbers_checked_on"] = min([*days, *known])
    return {name: value for name, value in values.items() if value}


def _kept_contacts(request: Request, setting: Setting | None) -> tuple[RequestContact, ...]:
    """The contacts that go into the setting's own fields."""
    return tuple(contact for contact in _first_contacts(request) if not _ours_is_newer(contact, setting))


def _first_contacts(request: Request) -> tuple[RequestContact, ...]:
    """The first contact of each kind that the setting has a field for."""
    first: dict[str, RequestContact] = {}
    for contact in request.contacts:
        if contact.what in _FIELD_OF:
            first.setdefault(contact.what, contact)
    return tuple(first.values())


def _ours_is_newer(contact: RequestContact, setting: Setting | None) -> bool:
    """Whether a setting has something else in the field of a contact, which it checked on a later day."""
    if setting is None:
        return False
    ours = getattr(setting, _FIELD_OF[contact.what])
    return bool(ours) and ours != contact.value and contact.checked_on < setting.numbers_checked_on


def _others(request: Request, setting: Setting | None) -> Iterator[str]:
    """The contacts that go into no field of the setting, then those it had under other names."""
    kept = _kept_contacts(request, setting)
    new = [contact for contact in request.contacts if contact not in kept]
    for contact in new:
        yield f"{contact.name}: {contact.value} ({_checked(contact)}{_source(contact)})".replace(";", ",")
    if setting is not None:
        names = {contact.name.replace(";", ",").casefold() for contact in request.contacts}
        yield from (one for one in others_of(setting) if one.partition(": ")[0].casefold() not in names)


def request_lines(request: Request, setting: Setting | None) -> tuple[RequestLine, ...]:
    """What a request sets, beside what is there."""
    return tuple(
        _line(name, getattr(setting, name, "") if setting else "", value)
        for name, value in values_in(request, setting).items()
    )


def _line(name: str, old: str | tuple[str, ...], new: str | tuple[str, ...]) -> RequestLine:
    before, after = (_WORDS.get(name, _said)(value) for value in (old, new))
    state = "same" if before == after else "changed" if before else "new"
    words = f"{after} (as you have it)" if state == "same" else f"{before or 'nothing'} -> {after}"
    what = _QUESTIONS.get(name, name)
    return RequestLine(field=name, what=what, old=before, new=after, state=state, words=f"{what}: {words}")


def _said(value: str | tuple[str, ...]) -> str:
    return ", ".join(value) if isinstance(value, tuple) else say_day(value)


_WORDS: Mapping[str, Callable[[Any], str]] = {"kind": kind_word, "sector": sector_word}
"""How a value is said that is kept as an id."""


def contact_lines(request: Request, today: str) -> tuple[str, ...]:
    """Whom to ring, with how old each number is."""
    return tuple(_contact(contact, today) for contact in request.contacts)


def _contact(contact: RequestContact, today: str) -> str:
    old = bool(contact.checked_on) and days_until(contact.checked_on, today) < -OLD_AFTER
    age = f", over {OLD_AFTER} days ago: ring to check" if old else ""
    return f"{contact.name}: {contact.value} ({_checked(contact)}{age}{_source(contact)})"


def _checked(contact: RequestContact) -> str:
    if not contact.checked_on:
        return "nobody says when it was checked: ring to check"
    return f"checked {say_short(contact.checked_on)}"


def _source(contact: RequestContact) -> str:
    return f", from {contact.source}" if contact.source else ""


def warnings_of(request: Request, setting: Setting | None, today: str) -> Iterator[str]:
    """What should give pause: it is for somebody else, or out of date."""
    if setting is not None:
        if setting.name and setting.name.casefold() != request.setting.casefold():
            yield f'It asks "{request.setting}", and you are "{setting.name}". Is it meant for you?'
        if setting.register_id and request.register_id and setting.register_id != request.register_id:
            yield f"It says register number {request.register_id}, and yours is {setting.register_id}."
        new = [one for one in request.return_to if one not in setting.return_to]
        for one in _first_contacts(request):
            if _ours_is_newer(one, setting):
                ours = getattr(setting, _FIELD_OF[one.what])
                yield f"{one.name}: you have {ours}, checked later, and it stays. Theirs stands beside it: {one.value}."
        if setting.return_to and new:
            yield f"Returns would go to an address that you did not have: {listed(new)}. Check it with the partnership."
    if request.due and request.due < today:
        yield f"The day it asks for has passed: {say_day(request.due)}."
    if request.made_on > today:
        yield f"It says that it was made on {say_day(request.made_on)}, which has not come yet."


def told_lines(view: RequestView) -> tuple[str, ...]:
    """A request for reading: what gives pause first, then what it sets, whom to ring, and the letter."""
    lines = [view.sentence, *(f"Look here first: {line}" for line in view.warnings)]
    lines += [f"  {line.words}" for line in view.lines]
    if view.contacts:
        lines += ["Whom to ring:", *(f"  {line}" for line in view.contacts)]
    lines.append(view.start_words)
    return (*lines, *(("They write:", view.letter) if view.letter else ()))
