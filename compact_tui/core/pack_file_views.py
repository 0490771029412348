"""Packs that are written to workbooks and taken from them: what is asked, and what is told of it."""

from collections.abc import Iterator

from msgspec import Struct

from compact_tui.core.edition_views import problem_line
from compact_tui.core.forms import Field, Form
from compact_tui.core.problems import Problem
from compact_tui.core.text import count

NEW_PACK_FORM = Form(
    "new-pack",
    "Begin a pack in a workbook",
    (
        Field(
            id="title",
            question="What is it called?",
            help="Your own tool, such as the name of your partnership's self-assessment.",
            required=True,
        ),
        Field(
            id="output", question="To which file?", help="One that ends with .xlsx; left out, named after the title."
        ),
    ),
)
EXPORT_PACK_FORM = Form(
    "export-pack",
    "Write a pack to a workbook",
    (
        Field(id="pack", question="Which pack?", help="Its id, or the path of its file or folder.", required=True),
        Field(id="output", question="To which file?", help="One that ends with .xlsx; left out, named after the pack."),
    ),
)
IMPORT_PACK_FORM = Form(
    "import-pack",
    "Take a pack from a workbook",
    (
        Field(id="file", question="Which workbook?", help="An .xlsx file. You see what is wrong first.", required=True),
        Field(id="output", question="Into which folder?", help="A new one; left out, named after the pack."),
    ),
)
COMPARE_PACKS_FORM = Form(
    "compare-packs",
    "Compare two editions of a pack",
    (
        Field(id="old", question="Which is the old one?", help="Its id, file or folder.", required=True),
        Field(id="new", question="Which is the new one?", help="Its id, file or folder.", required=True),
    ),
)
EDITION_FORM = Form(
    "new-edition",
    "Take a new edition into this audit",
    (
        Field(
            id="pack", question="Which pack?", help="Its id, file or folder. You see what it does first.", required=True
        ),
    ),
)


class PackWritten(Struct, frozen=True, kw_only=True):
    """A pack that was written to a workbook."""

    pack: str
    edition: str
    title: str
    file: str
    standards: int
    criteria: int


class PackTaken(Struct, frozen=True, kw_only=True):
    """What taking a pack from a workbook does, or would do."""

    pack: str
    """Its id; empty where it cannot be read."""
    edition: str
    title: str
    standards: int
    criteria: int
    folder: str
    """Where it stands, or would stand."""
    files: tuple[str, ...]
    """The files of the folder, in the order of reading."""
    done: bool
    errors: int
    warnings: int
    problems: tuple[Problem, ...]


def written_lines(view: PackWritten) -> tuple[str, ...]:
    """What was written where, and what to do next."""
    return (
        f"Written: {view.file} ({count(view.standards, 'standard')}, {count(view.criteria, 'criterion', 'criteria')}).",
        "Change it in any spreadsheet; the sheet Read me says how. Then check it:",
        f"compact-tui pack import {view.file} --dry-run",
    )


def taken_lines(view: PackTaken) -> Iterator[str]:
    """What taking a pack does or would do, in lines."""
    yield from map(problem_line, view.problems)
    if view.pack:
        told = f"{count(view.standards, 'standard')}, {count(view.criteria, 'criterion', 'criteria')}"
        yield f"{view.title} ({view.pack}), edition {view.edition}: {told}."
    yield f"{count(view.errors, 'error')}, {count(view.warnings, 'warning')}."
    if view.done:
        yield f"Written: {view.folder} ({count(len(view.files), 'file')}), read back and compared."
        yield f"Start with it: compact-tui audit start --pack {view.folder}"
    elif view.errors:
        yield "Nothing was written. Put right what is named above, save the workbook and try again."
    else:
        yield "Nothing was written."
