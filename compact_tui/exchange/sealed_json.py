"""Documents of ours as JSON with a digest over the whole: written once, read as if by someone who trusts nothing."""

import copy
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from compact_tui.core.days import is_day, say_day
from compact_tui.core.digest import DIGEST_KEY, digest_of, spoken_code
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.text import capitalised
from compact_tui.core.wrong_shape import wrong_shape
from compact_tui.exchange.strict_json import NotStrictError, parse

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_SHOWN = 80
ERASED_KEY = "erased_on"
"""Key of a copy of our own from which a text was erased, with the day; the digest is still that of the original."""

Step = str | int
Document = TypeVar("Document", bound=Struct)


class Sealed(Struct, frozen=True):
    """A kind of document."""

    format: str
    """What stands under ``format``."""
    version: int
    """The newest ``format_version`` that this program knows."""
    noun: str
    """What people call it, such as ``return``."""
    whole: str
    """The same with what it is of, such as ``a return of a Compact audit``."""

    @property
    def ask_again(self) -> str:
        """What to do about a file that cannot be taken."""
        return f"Nothing was taken from it. Ask the sender to send the {self.noun} again."


class Unknown(Struct, frozen=True):
    """A key that this version does not know, kept with what stands under it."""

    steps: tuple[Step, ...]
    """Keys and positions that lead to it."""
    value: str
    """What stands under it, as JSON."""

    @property
    def where(self) -> str:
        """The way to it, such as ``$.standards[3].colour``."""
        return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)


class Opened(Struct, frozen=True):
    """A file that says of itself that it is such a document."""

    plain: dict[str, Any]
    digest: str
    """The digest of what was really read."""
    digest_ok: bool
    """Whether the file claims just that one."""

    @property
    def code(self) -> str:
        """The spoken code of what was really read."""
        return spoken_code(self.digest)


def encode_sealed(document: Struct, unknown: tuple[Unknown, ...] = ()) -> bytes:
    """A document as indented UTF-8 JSON, with the digest of just this.

    Args:
        document: The digest it carries is replaced by the right one.
        unknown: Keys of another version that were read with it, to be put back.
    """
    plain: dict[str, Any] = msgspec.to_builtins(document)
    for item in unknown:
        _put(plain, item.steps, msgspec.json.decode(item.value))
    plain[DIGEST_KEY] = digest_of(plain)
    return msgspec.json.format(msgspec.json.encode(plain), indent=2) + b"\n"


def encode_checked(document: Document, wrong_in: Callable[[Document], Iterable[str]], kind: Sealed) -> bytes:
    """The same of a document whose content has rules.

    Raises:
        ValueError: If anything in it could not be taken by whoever receives it: a mistake of the caller.
    """
    for clause in wrong_in(document):
        raise ValueError(f"This {kind.noun} cannot be sent: {clause}.")
    return encode_sealed(document)


def _put(plain: Any, steps: tuple[Step, ...], value: object) -> None:
    for step in steps[:-1]:
        plain = plain[step]
    plain[steps[-1]] = value


def open_sealed(data: bytes, kind: Sealed) -> Opened:
    """Read a file as far as its format, version and digest.

    Raises:
        FileNotAcceptableError: If it is not such a document, or too new.
    """
    try:
        plain = parse(data)
    except NotStrictError as error:
        raise FileNotAcceptableError(f"This file cannot be taken as a {kind.noun}: {error}.", kind.ask_again) from error
    if not isinstance(plain, dict) or plain.get("format") != kind.format:
        what = f"A {kind.noun} is a .json file that begins with"
        raise FileNotAcceptableError(
            f"This file is not {kind.whole}.", f'Nothing was taken from it. {what} "format": "{kind.format}".'
        )
    _check_version(plain.get("format_version"), kind)
    digest = digest_of(plain)
    return Opened(plain, digest, plain.get(DIGEST_KEY) == digest)


def altered(opened: Opened, kind: Sealed) -> FileNotAcceptableError:
    """What is said about a file whose digest is not that of what is in it: a text was erased, or it was altered."""
    day, digest = opened.plain.get(ERASED_KEY), opened.plain.get(DIGEST_KEY)
    if isinstance(day, str) and is_day(day):
        code = spoken_code(digest) if isinstance(digest, str) and _DIGEST.fullmatch(digest) else "not in it any more"
        return FileNotAcceptableError(
            f"A text was erased from this copy on {say_day(day)}, so it is not the {kind.noun} as it was made.",
            f"Nothing was taken from it. The code of the {kind.noun} as it was made, by this copy's word: {code}. "
            "Whoever received that one has it whole.",
        )
    return FileNotAcceptableError(
        f"This {kind.noun} was damaged or altered after it was made: what is in it does not go with its code.",
        f"{kind.ask_again} What is in this one has the code {opened.code}.",
    )


def read_sealed(
    data: bytes,
    type_: type[Document],
    wrong_in: Callable[[Document], Iterable[str]],
    kind: Sealed,
    *,
    altered_too: bool = False,
) -> Document:
    """Read a document whose content has rules.

    Args:
        data: The file's bytes.
        type_: What it is.
        wrong_in: Tells what cannot be right in it, as clauses.
        kind: What people call it.
        altered_too: Read it even when the digest does not match: our own copy, from which a text was erased.

    Raises:
        FileNotAcceptableError: If it is not one, too new, damaged or altered, or anything in it cannot be right.
    """
    opened = open_sealed(data, kind)
    if not opened.digest_ok and not altered_too:
        raise altered(opened, kind)
    document, _ = converted(opened, type_, kind)
    for clause in wrong_in(document):
        raise FileNotAcceptableError(f"This {kind.noun} cannot be taken: {clause}.", kind.ask_again)
    return document


def _check_version(version: object, kind: Sealed) -> None:
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise FileNotAcceptableError(
            f"This {kind.noun} does not say which version of the format it is.", kind.ask_again
        )
    if version > kind.version:
        raise FileNotAcceptableError(
            f"This {kind.noun} is of format version {version}; this program reads up to version {kind.version}.",
            "Nothing was taken from it. Use a newer compact-tui, or ask the sender for an older form.",
        )


def converted(opened: Opened, type_: type[Document], kind: Sealed) -> tuple[Document, tuple[Unknown, ...]]:
    """The document, and what this version does not know of it.

    Raises:
        FileNotAcceptableError: If anything in it is not of the right form; with what and where.
    """
    try:
        document = msgspec.convert(opened.plain, type_, strict=True)
    except msgspec.ValidationError as error:
        what, where = wrong_shape(error)
        raise FileNotAcceptableError(
            f"This {kind.noun} is not of the right form at {where[:_SHOWN]}: {what[:_SHOWN]}.", kind.ask_again
        ) from error
    return document, tuple(_unknown(opened.plain, msgspec.to_builtins(document), ()))


def _unknown(given: Any, known: Any, steps: tuple[Step, ...]) -> Iterator[Unknown]:
    if isinstance(given, dict):
        for key, value in given.items():
            if key in known:
                yield from _unknown(value, known[key], (*steps, key))
            else:
                yield Unknown((*steps, key), msgspec.json.encode(value).decode())
    elif isinstance(given, list):
        for at, (value, counterpart) in enumerate(zip(given, known, strict=True)):
            yield from _unknown(value, counterpart, (*steps, at))


def sealed_schema(type_: type[Struct], kind: Sealed) -> dict[str, Any]:
    """The JSON Schema of a document. Keys it does not name are allowed: later versions may add some."""
    made = copy.deepcopy(msgspec.json.schema(type_))
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = f"{capitalised(kind.whole)} ({kind.format}, version {kind.version})"
    of_all = made["$defs"][type_.__name__]
    of_all["properties"][DIGEST_KEY]["pattern"] = "^sha256:[0-9a-f]{64}$"
    of_all["required"] = sorted(of_all["properties"])
    return made
