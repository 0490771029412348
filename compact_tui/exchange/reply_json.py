"""A reply and the answer to it as JSON: a digest over the whole, read as if by someone who trusts nothing."""

from collections.abc import Mapping

from compact_tui.core.reply import (
    ANSWER_FORMAT,
    FORMAT_VERSION,
    REPLY_FORMAT,
    Reply,
    ReplyAnswer,
    wrong_in_answer,
    wrong_in_reply,
)
from compact_tui.exchange.sealed_json import Sealed, encode_checked, read_sealed, sealed_schema

_REPLY = Sealed(REPLY_FORMAT, FORMAT_VERSION, "reply", "a reply of a partnership")
_ANSWER = Sealed(ANSWER_FORMAT, FORMAT_VERSION, "answer", "an answer to a partnership's reply")


def encode_reply(reply: Reply) -> bytes:
    """The reply as indented UTF-8 JSON; the digest it carries is replaced by the right one.

    Raises:
        ValueError: If anything in it could not be taken by whoever receives it: a mistake of the caller.
    """
    return encode_checked(reply, wrong_in_reply, _REPLY)


def read_reply(data: bytes) -> Reply:
    """Read a reply.

    Raises:
        FileNotAcceptableError: If it is not a reply, too new, damaged or altered, or anything in it cannot be right.
    """
    return read_sealed(data, Reply, wrong_in_reply, _REPLY)


def encode_answer(answer: ReplyAnswer) -> bytes:
    """The answer as indented UTF-8 JSON; the digest it carries is replaced by the right one.

    Raises:
        ValueError: If anything in it could not be taken by whoever receives it: a mistake of the caller.
    """
    return encode_checked(answer, wrong_in_answer, _ANSWER)


def read_answer(data: bytes) -> ReplyAnswer:
    """Read an answer.

    Raises:
        FileNotAcceptableError: If it is not an answer, too new, damaged or altered, or anything in it cannot be right.
    """
    return read_sealed(data, ReplyAnswer, wrong_in_answer, _ANSWER)


def reply_schema() -> Mapping[str, object]:
    """The JSON Schema of a reply."""
    return sealed_schema(Reply, _REPLY)


def answer_schema() -> Mapping[str, object]:
    """The JSON Schema of an answer."""
    return sealed_schema(ReplyAnswer, _ANSWER)
