"""Reads bounded TOML from a folder or a file, and says what is wrong with it in the author's words."""

import re
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path

from compact_tui.core.problems import Problem

LARGEST_FILE = 2_000_000
"""How many bytes a content file may have."""
_AT = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_NAME = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
# tomllib takes time that grows with the square of a dotted key's length.
_LONG_KEY = re.compile(rf"(?<![\w-])(?:{_NAME}[ \t]*+\.[ \t]*+){{16}}")


def read_bytes(path: Path | Traversable) -> bytes | Problem:
    """The bytes of a file, or why it is not taken."""
    try:
        with path.open("rb") as file:
            data: bytes = file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Problem(what=f"The file cannot be read ({reason}).", remedy="See that it is there.", file=path.name)
    if len(data) > LARGEST_FILE:
        what = f"The file is larger than {LARGEST_FILE // 1_000_000} MB."
        return Problem(what=what, remedy="Split it into several files of one folder.", file=path.name)
    return data


def parse_toml(data: bytes, file: str) -> tuple[dict[str, object], str] | Problem:
    """The contents and the text of a TOML file, or why it is not taken."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = "The file has a character that is not UTF-8."
        return Problem(what=what, remedy="Save it again as UTF-8.", file=file, line=line)
    long_key = _LONG_KEY.search(text)
    if long_key:
        line = text.count("\n", 0, long_key.start()) + 1
        return Problem(what="A name here has too many dots.", remedy="Shorten it.", file=file, line=line)
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        return _not_toml(str(error), text, file)
    except RecursionError:
        return Problem(what="Lists or tables are nested too deeply.", remedy="Write them flat.", file=file)
    except ValueError as error:
        return _not_toml(str(error), text, file)


def _not_toml(message: str, text: str, file: str) -> Problem:
    at = _AT.search(message)
    line = 0
    if at:
        line = int(at["line"]) if at["line"] else text.count("\n") + 1
        message = message[: at.start()]
    remedy = "Look for a missing quote, bracket or equals sign on this line or just before it."
    return Problem(what=f"This is not TOML: {message[:200]}.", remedy=remedy, file=file, line=line)
