"""Content that came with the program: small TOML files beside the packs."""

import tomllib
from importlib.resources import files
from typing import TypeVar

import msgspec

from compact_tui.core.errors import FileNotAcceptableError

_Content = TypeVar("_Content")


def read_content(name: str, kind: type[_Content]) -> _Content:
    """A content file as a value.

    Raises:
        FileNotAcceptableError: If it was changed and cannot be read any more.
    """
    try:
        text = files("compact_tui").joinpath("content").joinpath(name).read_text("utf-8")
        return msgspec.convert(tomllib.loads(text), kind)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise FileNotAcceptableError(
            f"The file {name} that came with the program cannot be read: {error}.",
            "Your audits are untouched. Install the program again.",
        ) from error
