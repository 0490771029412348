"""A question bank as JSON, for other programs and for banks that are sent as files."""

import copy
from collections.abc import Iterable
from typing import Any

import msgspec

from compact_tui.core.bank import QuestionBank
from compact_tui.core.problems import Problem, say_where
from compact_tui.core.shapes import shape
from compact_tui.core.spot import Flagged
from compact_tui.exchange.bank_formats import IMPORTED, Reading, plain_bank
from compact_tui.exchange.strict_json import NotStrictError, parse

FORMAT = "compact-question-bank"
"""What a file says it is."""
FORMAT_VERSION = 1
_FLAGS = "flags"
_HEAD = {"format", "format_version", _FLAGS}


def encode(bank: QuestionBank, flags: Iterable[Flagged] = ()) -> bytes:
    """A bank as indented UTF-8 JSON.

    Args:
        bank: The bank.
        flags: What was found wanting of its questions while they were asked; for the bank's owner, without names.
    """
    head: dict[str, Any] = {"format": FORMAT, "format_version": FORMAT_VERSION, **msgspec.to_builtins(bank)}
    told = [{"question": flag.question, "edition": flag.edition, "what": flag.what} for flag in flags]
    if told:
        head[_FLAGS] = told
    return msgspec.json.format(msgspec.json.encode(head), indent=2) + b"\n"


def read(data: bytes) -> Reading:
    """A bank from JSON that somebody sent; nothing of it is taken when anything is wrong."""
    try:
        plain = parse(data)
    except NotStrictError as error:
        return _refused(f"The file cannot be taken as a question bank: {error}.", "Ask for it again.")
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        remedy = f'A bank is a .json file that begins with "format": "{FORMAT}".'
        return _refused("This file is not a question bank.", remedy)
    version = plain.get("format_version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        return _refused("This bank does not say which version of the format it is.", "Ask for it again.")
    if version > FORMAT_VERSION:
        what = f"This bank is of format version {version}; this program reads up to version {FORMAT_VERSION}."
        return _refused(what, "Use a newer compact-tui.")
    contents = {key: value for key, value in plain.items() if key not in _HEAD}
    problems: list[Problem] = []
    bank = shape(contents, QuestionBank, (), problems)
    told = [msgspec.structs.replace(problem, where=say_where(contents, problem.path)) for problem in problems]
    return Reading(bank or plain_bank(IMPORTED, ()), tuple(told))


def _refused(what: str, remedy: str) -> Reading:
    return Reading(plain_bank(IMPORTED, ()), (Problem(what=what, remedy=remedy),))


def schema() -> dict[str, Any]:
    """The JSON Schema of a bank as JSON; the tables and keys of the TOML are the same."""
    made = copy.deepcopy(msgspec.json.schema(QuestionBank))
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = f"A bank of spot-check questions ({FORMAT}, version {FORMAT_VERSION})"
    whole = made["$defs"]["QuestionBank"]
    flag = {"type": "object", "properties": {key: {"type": "string"} for key in ("question", "edition", "what")}}
    whole["properties"] = {
        "format": {"const": FORMAT},
        "format_version": {"type": "integer", "minimum": 1, "maximum": FORMAT_VERSION},
        **whole["properties"],
        _FLAGS: {"type": "array", "items": flag},
    }
    whole["required"] = ["format", "format_version", *whole.get("required", [])]
    return made
