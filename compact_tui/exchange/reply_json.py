"""A reply and the answer to it as JSON: a digest over the whole, read as if by someone who trusts nothing."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.reply import ANSWER_FORMAT, FORMAT_VERSION, REPLY_FORMAT, Reply, ReplyAnswer
from compact_tui.core.reply import wrong_in_answer as _wrong_answer
from compact_tui.core.reply import wrong_in_reply as _wrong_reply
from compact_tui.exchange.sealed_json import Sealed, altered, converted, encode_sealed, open_sealed, sealed_schema

_REPLY = Sealed(REPLY_FORMAT, FORMAT_VERSION, "reply", "a reply of a partnership")
_ANSWER = Sealed(ANSWER_FORMAT, FORMAT_VERSION, "answer", "an answer to a partnership's reply")
_Document = TypeVar("_Document", bound=Struct)


def encode_reply(reply: Reply) -> bytes:
    """The reply as indented UTF-8 JSON; the digest it carries is replaced by the right one.

    Raises:
        ValueError: If anything in it could not be taken by whoever receives it: a mistake of the caller.
    """
    return _encoded(reply, _wrong_reply, _REPLY)


def read_reply(data: bytes) -> Reply:
    """Read a reply.

    Raises:
        FileNotAcceptableError: If it is not a reply, too new, damaged or altered, or anything in it cannot be right.
    """
    return _read(data, Reply, _wrong_reply, _REPLY)


def encode_answer(answer: ReplyAnswer) -> bytes:
    """The answer as indented UTF-8 JSON; the digest it carries is replaced by the right one.

    Raises:
        ValueError: If anything in it could not be taken by whoever receives it: a mistake of the caller.
    """
    return _encoded(answer, _wrong_answer, _ANSWER)


def read_answer(data: bytes) -> ReplyAnswer:
    """Read an answer.

    Raises:
        FileNotAcceptableError: If it is not an answer, too new, damaged or altered, or anything in it cannot be right.
    """
    return _read(data, ReplyAnswer, _wrong_answer, _ANSWER)


def reply_schema() -> Mapping[str, object]:
    """The JSON Schema of a reply."""
    return sealed_schema(Reply, _REPLY)


def answer_schema() -> Mapping[str, object]:
    """The JSON Schema of an answer."""
    return sealed_schema(ReplyAnswer, _ANSWER)


def _encoded(document: _Document, wrong: Callable[[_Document], Iterator[str]], kind: Sealed) -> bytes:
    for clause in wrong(document):
        raise ValueError(f"This {kind.noun} cannot be sent: {clause}.")
    return encode_sealed(document)


def _read(data: bytes, type_: type[_Document], wrong: Callable[[_Document], Iterator[str]], kind: Sealed) -> _Document:
    opened = open_sealed(data, kind)
    if not opened.digest_ok:
        raise altered(opened, kind)
    document, _ = converted(opened, type_, kind)
    for clause in wrong(document):
        raise FileNotAcceptableError(f"This {kind.noun} cannot be taken: {clause}.", kind.ask_again)
    return document
