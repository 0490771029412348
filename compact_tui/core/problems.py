"""Mistakes in a content file: where each one is, what is wrong and what to do about it."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec import Struct

Path = tuple[str | int, ...]
"""Where something stands in a file's contents: names of tables and keys, and positions (from 0) in lists.

``("standard", 2, "criterion", 0, "question")`` is the question of the first criterion of the third standard.
Positions and not ids lead there, because two items may wrongly share an id.
"""


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The content cannot be used as it is."""
    WARNING = "warning"
    """It can be used; somebody should look at it."""


class Place(Struct, frozen=True):
    """A line of a file."""

    file: str = ""
    """The file's name within its folder; empty when it is not known."""
    line: int = 0
    """Counted from 1; 0 when it is not known."""


Locate = Callable[[Path], Place]
"""Finds the line of a path, or of the nearest thing around it."""


def nowhere(path: Path) -> Place:
    """The locator of contents that came from no file."""
    return Place()


class Problem(Struct, frozen=True, kw_only=True):
    """One mistake, told so that the content owner can put it right without a programmer."""

    what: str
    """What is wrong, as one sentence."""
    remedy: str = ""
    """What to do, as one sentence; empty when the first sentence says it."""
    severity: Severity = Severity.ERROR
    where: str = ""
    """Where it is in the content owner's words, such as ``s03-record-of-checks, question``."""
    file: str = ""
    line: int = 0
    """Counted from 1; 0 when it is not known."""
    path: Path = ()


def say(problem: Problem) -> str:
    """A problem as one line of text."""
    place = f"{problem.file}, line {problem.line}" if problem.line else problem.file
    front = ": ".join(part for part in (place, problem.where) if part)
    words = " ".join(part for part in (problem.what, problem.remedy) if part)
    return f"{front}: {words}" if front else words


def say_where(contents: object, path: Path) -> str:
    """A path in the content owner's words: the nearest id, then what is inside it.

    Args:
        contents: Plain data (dicts, lists and tuples) that the path leads into.
        path: The path; it may lead to a key that is not there.
    """
    words: list[str] = []
    here = contents
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list | tuple) and step < len(here) else None
            name = here.get("id") if isinstance(here, dict) else None
            if isinstance(name, str) and name:
                words = [name]
            elif words:
                words[-1] = f"{words[-1]} {step + 1}"
        else:
            here = here.get(step) if isinstance(here, dict) else None
            words.append(step)
    return ", ".join(words)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is more than a warning."""
    return any(problem.severity is Severity.ERROR for problem in problems)
