"""Forms as data: dialogs, prompts and command options are made from them, and a parser stands once."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from compact_tui.core.errors import FieldError
from compact_tui.core.sent_text import why_too_long
from compact_tui.core.switches import FEATURES
from compact_tui.core.text import clean, clean_line, did_you_mean

Parser = Callable[[str], str]
"""Typed text in, kept text out; raises ``ValueError`` with a sentence for the person."""


class Field(Struct, frozen=True, kw_only=True):
    """One thing that is asked."""

    id: str
    question: str
    help: str = ""
    parse: Parser = clean_line
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    """Id and words of what may be chosen; empty for free text."""
    long: bool = False
    """Free text of several lines."""
    show: Callable[[str], str] = str
    """Kept text as a person would type it."""
    suggest: tuple[str, ...] = ()
    """What was said here before and could be said again; anything else may be typed too."""


class Form(Struct, frozen=True):
    """What is asked together."""

    id: str
    title: str
    fields: tuple[Field, ...]
    of_us: bool = False
    """Asks for the setting's own names and numbers, so that nobody is warned of them."""


class Problem(Struct, frozen=True):
    """Why a field cannot be taken."""

    field: str
    sentence: str


class Filled(Struct, frozen=True):
    """A form as it was filled in: what can be kept, and what cannot and why."""

    values: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]

    def value(self, field_id: str) -> str:
        """What is kept of a field; empty when nothing was said."""
        return dict(self.values).get(field_id, "")


def as_typed(form: Form, kept: Mapping[str, str]) -> dict[str, str]:
    """What was kept of a form's fields, as a person would type it."""
    return {field.id: field.show(kept.get(field.id, "")) for field in form.fields}


def fill(form: Form, typed: Mapping[str, str]) -> Filled:
    """Take what was typed into a form. Fields that are not in ``typed`` count as left empty."""
    values: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for field in form.fields:
        raw = typed.get(field.id, "")
        try:
            values.append((field.id, parse_field(field, raw)))
        except ValueError as error:
            problems.append(Problem(field.id, str(error)))
    return Filled(tuple(values), tuple(problems))


def refuse_problems(filled: Filled, nothing: str) -> None:
    """See that everything typed can be taken.

    Args:
        filled: The form as it was filled in.
        nothing: That nothing was done, in a sentence.

    Raises:
        FieldError: With the first thing that cannot.
    """
    for first in filled.problems:
        raise FieldError(first.field, first.sentence, nothing)


def parse_field(field: Field, raw: str) -> str:
    """What is kept of a typed text.

    Raises:
        ValueError: With a sentence saying what is wrong.
    """
    text = clean(raw) if field.long else raw.strip()
    if not text:
        if field.required:
            raise ValueError("This is needed.")
        return ""
    too_long = why_too_long(text)
    if too_long:
        raise ValueError(too_long)
    kept = _choice(field, text) if field.choices else field.parse(text)
    if field.required and not kept:
        raise ValueError("This is needed.")
    return kept


def _choice(field: Field, text: str) -> str:
    ids = [known for known, _ in field.choices]
    if text in ids:
        return text
    raise ValueError(f'"{text}" is not one of {", ".join(ids)}. {did_you_mean(text, ids)}'.strip())


def parse_emails(text: str) -> str:
    """Email addresses, separated by commas, semicolons or spaces, kept separated by ``, ``."""
    addresses = text.replace(";", " ").replace(",", " ").split()
    for address in addresses:
        name, _, host = address.partition("@")
        parts = host.split(".")
        if not (name and len(parts) > 1 and all(parts) and "@" not in host and address.isprintable()):
            raise ValueError(f'"{address}" is not an email address. Write it like lead@school.example.')
    return ", ".join(dict.fromkeys(addresses))


def parse_list(text: str) -> str:
    """Names separated by commas, kept separated by ``, ``."""
    return ", ".join(dict.fromkeys(clean_line(part) for part in text.split(",") if part.strip()))


def parse_lines(text: str) -> str:
    """Short lines separated by semicolons, kept separated by ``; ``."""
    return "; ".join(dict.fromkeys(clean_line(part) for part in text.split(";") if part.strip()))


def parse_features(text: str) -> str:
    """Things a setting does not have, separated by commas, kept separated by ``, ``."""
    known = [feature for feature, _ in FEATURES]
    wanted = [part.strip().lower().removeprefix("no ") for part in text.split(",") if part.strip()]
    for word in wanted:
        if word not in known:
            raise ValueError(f'"{word}" is not one of {", ".join(known)}. {did_you_mean(word, known)}'.strip())
    return ", ".join(feature for feature in known if feature in wanted)


def split(kept: str) -> tuple[str, ...]:
    """The parts of a kept list."""
    return tuple(part for part in kept.split(", ") if part)
