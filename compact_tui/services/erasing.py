"""Erasing a text, or all that ever stood in a field, from everything that is kept here."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from compact_tui.core.change import Change, Edit
from compact_tui.core.erase_fields import Tables
from compact_tui.core.erase_text import marker_of
from compact_tui.core.erase_views import EraseView
from compact_tui.core.errors import WorkspaceError
from compact_tui.core.text import count
from compact_tui.services.desk import Desk, plain
from compact_tui.services.erase_originals import held_originals, index_without, write_down
from compact_tui.services.erase_places import Aim, aim_of
from compact_tui.services.erase_plan import Plan, plan_of
from compact_tui.services.erase_sent import Step, erased_folders
from compact_tui.services.erase_told import view_of
from compact_tui.services.settling import settle
from compact_tui.services.who import be_nobody, remembered
from compact_tui.storage.erase_database import put_in_place, without
from compact_tui.storage.erase_kinds import INDEX, ORIGINAL, home_of, workspace_files
from compact_tui.storage.erasing import all_locked, document_in, is_book, remove_file, replace_file, with_entry
from compact_tui.storage.originals import originals_in
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.workspace import Workspace

_NOTHING = "Nothing was erased."
_PASSES = 2
"""How often the files are gone through: a copy made by another program meanwhile is met the second time."""


def erase(desk: Desk, wanted: str, *, dry_run: bool = False, originals: bool = False, because: str = "") -> EraseView:
    """Erase a text, or all that ever stood in a field, from every file of the workspace. It cannot be undone.

    Every file is rewritten in one step or named as not done; erasing again finishes what was interrupted.

    Args:
        desk: Where, when and who.
        wanted: The text, whatever its case, accents, apostrophes, dashes and white space; or a place such as
            ``3.2#note``.
        dry_run: Only look where it stands.
        originals: Whether the files that came in and hold it, which are else kept byte for byte, are taken away.
        because: Why they are; kept with who and when. It may be empty where it is only looked.

    Raises:
        UsageError: If a place is named that is not there, or originals are to go without a reason.
        CompactError: If the text is too short to be erased.
        WorkspaceError: If what is in memory cannot be saved first, or another program is saving; nothing is erased.
    """
    marker = marker_of(desk.today)
    aim = replace(aim_of(desk, wanted, marker), originals=originals)
    settle(desk, _NOTHING)
    if dry_run:
        return view_of(desk, aim, plan_of(desk, aim), (), done=False)
    if originals:
        held = held_originals(desk, aim.erasure, originals_in(desk.workspace.originals_folder))
        write_down(desk, held, aim.erasure, because)
    with all_locked(desk.workspace.root, workspace_files(desk.workspace.root)):
        found, not_done = _carried_out(desk, aim)
    not_done += [*_reread(desk), *_forgotten(desk, aim)]
    return view_of(desk, aim, found, tuple(not_done), done=True)


def _carried_out(desk: Desk, aim: Aim) -> tuple[Plan, list[str]]:
    """Erase; what was found at first, and what could not be done."""
    plan = found = plan_of(desk, aim)
    not_done: list[str] = []
    for _ in range(_PASSES):
        not_done = list(_stepped(desk, aim, plan))
        if not_done and aim.erasure.field is not None:
            # The books know which words to look for in the pages made from them, so they wait for these.
            not_done += [f"{book.path} waits until the files above are done." for book in plan.books if book.found]
            break
        not_done += _entered(desk, aim, plan)
        plan = plan_of(desk, aim, found.erasure)
        if not_done or not (plan.steps or any(book.data for book in plan.books)):
            break
    return replace(found, left=plan.left, doubtful=plan.doubtful), not_done


def _reread(desk: Desk) -> Iterator[str]:
    """Take into memory what is on the disk now; what could not be read."""
    for book in desk.shelf.books.values():
        try:
            if book.path.exists():
                book.refresh()
        except WorkspaceError as error:
            yield error.message


def _stepped(desk: Desk, aim: Aim, plan: Plan) -> Iterator[str]:
    """Rewrite the files; what could not be done. A file that came in waits for the index, which tells of it."""
    index_done = True
    for step in plan.steps:
        if step.file.kind == ORIGINAL and not index_done:
            yield f"{step.file.path} waits until the index is done."
            continue
        trouble = _done(desk, aim, step)
        index_done = index_done and not (trouble and step.file.kind == INDEX)
        if trouble:
            yield trouble


def _done(desk: Desk, aim: Aim, step: Step) -> str:
    """Rewrite one file; why not, if that is not possible."""
    path = step.file.path
    try:
        if step.remove:
            remove_file(path)
        elif step.database and step.file.kind == INDEX:
            index_without(desk, aim.erasure, step.gone)
        elif step.database:
            made = path.with_name(f"{path.name}.new")
            without(path, made, aim.erasure)
            put_in_place(made, path)
        elif step.file.data is not None:
            replace_file(path, step.file.data)
    except WorkspaceError as error:
        return error.message
    return ""


def _entered(desk: Desk, aim: Aim, plan: Plan) -> list[str]:
    """Rewrite the books, each with a line in its history; what could not be done."""
    troubles, root = [], desk.workspace.root
    homes = {home_of(file.path, root) for file in plan.books}
    folders = {home: erased_folders(Workspace(home).sent_folder) for home in homes}
    for file in plan.books:
        try:
            data, _ = read_bytes(file.path)
            before = document_in(data, file.path)
            after = document_in(file.data, file.path) if file.data is not None else before
            if before is None or after is None or not is_book(before):
                if file.data is not None:
                    replace_file(file.path, file.data)
                continue
            returns = _returns_of(after, folders[home_of(file.path, root)], desk.today)
            if file.data is not None or returns:
                edits = (*_taken_up(before, after), *returns)
                replace_file(file.path, with_entry(_with(after, returns), _line(desk, aim, file.found, edits)))
        except WorkspaceError as error:
            troubles.append(error.message)
    return troubles


def _line(desk: Desk, aim: Aim, found: int, edits: tuple[Edit, ...]) -> dict[str, Any]:
    """The one line that stays in a history, with a count."""
    change = Change(
        id=desk.new_id("c"),
        at=desk.at,
        by=aim.erasure.text(desk.who)[0],
        verb="erase",
        what=f"a text was erased: {count(found, 'place')}",
        undoable=False,
        edits=edits,
    )
    return plain(change) or {}


def _returns_of(tables: Tables, folders: frozenset[str], today: str) -> tuple[Edit, ...]:
    """The returns whose copy lost a text, with the day."""
    rows = tables.get("returns", {})
    return tuple(
        Edit("returns", id_, row, {**row, "erased_on": today})
        for id_, row in rows.items()
        if row.get("folder") in folders and not row.get("erased_on")
    )


def _taken_up(before: Tables, after: Tables) -> Iterator[Edit]:
    """The findings that are no longer set aside, because their place was touched."""
    for id_ in before.get("set_asides", {}):
        if id_ not in after.get("set_asides", {}):
            yield Edit("set_asides", id_, None, None)


def _with(tables: Tables, edits: tuple[Edit, ...]) -> Tables:
    rows = {edit.id: edit.after or {} for edit in edits}
    return {**tables, "returns": {**tables.get("returns", {}), **rows}} if rows else tables


def _forgotten(desk: Desk, aim: Aim) -> list[str]:
    """Forget who was at the keyboard, where that is what was erased."""
    who = remembered(desk.workspace.root)
    if aim.erasure.text(who)[1]:
        try:
            be_nobody(desk)
        except WorkspaceError as error:
            return [error.message]
    return []
