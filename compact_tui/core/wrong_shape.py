"""What msgspec (0.20) says of a value that has not the right form, in words for a person."""

import re

_PLACE = re.compile(r"(?P<what>.*?) - at `(?P<where>[^`]+)`", re.DOTALL)
_KINDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a group of values",
    "null": "nothing",
}
_GOT = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<got>[^`]+)`")
_NAMED = (
    (re.compile(r"Object missing required field `([^`]*)`"), '"{}" is missing'),
    (re.compile(r"Object contains unknown field `([^`]*)`"), '"{}" is not known here'),
    (re.compile(r"Invalid (?:enum )?value '(.*)'", re.DOTALL), '"{}" is none of the words that can stand here'),
)


def wrong_shape(said: object) -> tuple[str, str]:
    """What is wrong, as a clause, and where, such as ``$.standards[3].grade``; ``$`` stands for the whole.

    What is not known to this module stays as it was said.
    """
    found = _PLACE.fullmatch(str(said))
    what, where = (found["what"], found["where"]) if found else (str(said), "$")
    return _in_words(what), where


def wrong_shape_at(said: object) -> str:
    """The same as one clause: where, then what."""
    what, where = wrong_shape(said)
    return f"at {where}, {what}"


def _in_words(what: str) -> str:
    got = _GOT.fullmatch(what)
    if got:
        return f"{_kinds(got['wanted'])} must stand here, not {_kinds(got['got'])}"
    for pattern, words in _NAMED:
        named = pattern.fullmatch(what)
        if named:
            return words.format(named[1])
    return what


def _kinds(kinds: str) -> str:
    return " or ".join(_KINDS.get(kind, kind) for kind in kinds.split(" | "))
