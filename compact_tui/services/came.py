"""Opening a file that came by email, whatever it is: what it is, what it would do, and the verb that does it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.came import (
    COLLECT,
    EMPTY,
    GO,
    MERGE,
    NOTHING,
    PARTNERSHIP,
    REQUEST,
    SETTING,
    CameDone,
    CameLine,
    CamePreview,
    CameView,
    came_view,
    merged_words,
)
from compact_tui.core.collect_forms import aside_lines
from compact_tui.core.errors import FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.core.merge_values import Choices
from compact_tui.core.merge_words import MergeView
from compact_tui.core.record_forms import parse_path
from compact_tui.core.text import capitalised, did_you_mean
from compact_tui.exchange.came_kinds import documents_in
from compact_tui.exchange.found import LARGEST
from compact_tui.services.came_taking import LOOKS, TAKES
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import is_partnership
from compact_tui.storage.for_a_while import file_for_a_while
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.workspace import Workspace

_READ = "reading-back"
_TOO_LARGE = "Nothing that is sent for this program is so large. Ask whoever sent it what it is."
_LARGE_MAILBOX = " A mailbox of any size is taken in by Collect."


class _Opened(Struct, frozen=True):
    """A file that came, and what is in it."""

    path: Path
    view: CameView
    data: dict[str, bytes]
    """The bytes of each document, by its number."""
    bare: bool
    """Whether the file is the document itself, with nothing around it."""


def look_at_came(desk: Desk, file: str) -> CameView:
    """What a file is that came by email, and whether it is opened here. Nothing is changed.

    Args:
        desk: Where, when and who.
        file: Its path, as typed or pasted: the file itself, or the mail or archive that it came in.

    Raises:
        UsageError: If no file is named, or a folder is.
        FileNotAcceptableError: If it cannot be read.
    """
    return _opened(desk, file).view


def preview_came(
    desk: Desk, file: str, line: str = "", choices: Choices | None = None, *, seen: str = ""
) -> CamePreview:
    """What taking it would do. Nothing is changed.

    Args:
        desk: Where, when and who.
        file: As ``look_at_came`` has it.
        line: Which of what came in it, by its id; empty where there is one.
        choices: What was chosen so far, where it is merged.
        seen: SHA-256 of the file as it was looked at; empty where it was not.

    Raises:
        UsageError: If it is not opened here, or several came and none is named.
        FileNotAcceptableError: If the file is not the one any more that was looked at.
        CompactError: As the verb raises that takes it.
    """
    opened = _opened(desk, file, seen)
    one = _line(opened.view, line)
    title = capitalised(one.words)
    if one.way == COLLECT:
        return CamePreview(title=title, lines=(one.sentence, one.next_step))
    with _as_file(opened, one) as path:
        if one.way == MERGE:
            return CamePreview(title=title, merge=_merging(one, take=False)(desk, path, choices))
        if one.way == REQUEST:
            from compact_tui.services.requests import show_request

            return CamePreview(title=title, request=show_request(desk, str(path)))
        told = LOOKS.get(one.kind)
        lines = told(desk, path, opened.path) if told else (one.sentence, one.next_step)
        return CamePreview(title=title, lines=lines)


def take_came(
    desk: Desk, file: str, line: str = "", choices: Choices | None = None, *, begin: bool = False, seen: str = ""
) -> CameDone:
    """Take it: what it is decides which verb does so.

    Args:
        desk: Where, when and who.
        file: As ``look_at_came`` has it.
        line: As ``preview_came`` has it.
        choices: What to do with what both changed, where it is merged.
        begin: Begin the audit that a request asks for.
        seen: As ``preview_came`` has it.

    Raises:
        UsageError: If it is not opened here, or several came and none is named.
        FileNotAcceptableError: If the file is not the one any more that was looked at.
        CompactError: As the verb raises that takes it.
    """
    opened = _opened(desk, file, seen)
    one = _line(opened.view, line)
    if one.way == GO:
        return CameDone(sentence=one.sentence, lines=(one.next_step,), place=one.place)
    if one.way == COLLECT:
        return _collected(desk, opened)
    with _as_file(opened, one) as path:
        if one.way == MERGE:
            return merged_words(_merging(one, take=True)(desk, path, choices), one.place)
        if one.way == REQUEST:
            from compact_tui.services.requests import take_request

            return CameDone(sentence=take_request(desk, str(path), begin=begin).sentence, place="home")
        return replace(TAKES[one.kind](desk, path, opened.path), place=one.place)


def _opened(desk: Desk, file: str, seen: str = "") -> _Opened:
    named = parse_path(file)
    if not named:
        raise UsageError("No file is named.", f"{NOTHING} Name the file that came.")
    path = _path(named)
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", f"{NOTHING} {_about_folder(path)}")
    try:
        data, _ = read_bytes(path, LARGEST)
    except WorkspaceError as error:
        too_large = path.is_file() and path.stat().st_size > LARGEST
        told = _TOO_LARGE if too_large else "Check that it is the file that came."
        told += _LARGE_MAILBOX if too_large and is_partnership(desk) else ""
        raise FileNotAcceptableError(error.message, f"{NOTHING} {told}") from error
    digest = sha256(data).hexdigest()
    if seen not in {"", digest}:
        raise FileNotAcceptableError(f"{path.name} has changed since you looked at it.", f"{NOTHING} Open it again.")
    found = tuple(documents_in(path.name, data))
    view = came_view(named, digest, (document for document, _ in found), _sides(desk))
    bare = len(found) == 1 and found[0][0].name == path.name
    return _Opened(path, view, {str(at): inside for at, (_, inside) in enumerate(found)}, bare)


def _path(named: str) -> Path:
    try:
        path = Path(named).expanduser()
        path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise FileNotAcceptableError(
            f'"{named[:60]}" cannot be the name of a file.', f"{NOTHING} Check the name of the file."
        ) from error
    return path


def _about_folder(path: Path) -> str:
    there = Workspace(path)
    if there.setting_path.is_file() or there.partnership_path.is_file() or there.audit_paths():
        return f'It holds the files of this program: go there with compact-tui --workspace "{path}"'
    return "Name the file in it that came. A partnership collects a whole folder in the place Collect."


def _sides(desk: Desk) -> tuple[str, ...]:
    """Whose side this workspace is; one that both use is both."""
    space = desk.workspace
    used = space.setting_path.exists() or bool(space.audit_paths())
    if is_partnership(desk):
        return (PARTNERSHIP, SETTING) if used else (PARTNERSHIP,)
    return (SETTING,) if used else (EMPTY,)


def _line(view: CameView, wanted: str) -> CameLine:
    """The one that is to be taken.

    Raises:
        UsageError: If there is none, several and none was named, or it is not opened here.
    """
    here = {line.id: line for line in view.lines if line.way}
    named = {line.id: line for line in view.lines}
    if not here or (wanted in named and wanted not in here):
        raise UsageError(named[wanted].sentence if wanted in named else view.sentence, "See where it belongs.")
    if not wanted and len(here) == 1:
        return next(iter(here.values()))
    if wanted not in here:
        told = "; ".join(f"{line.id}: {line.words}" for line in here.values())
        raise UsageError("It is not said which of them.", f"{NOTHING} {did_you_mean(wanted, here)} There is {told}.")
    return here[wanted]


@contextmanager
def _as_file(opened: _Opened, line: CameLine) -> Iterator[Path]:
    """What is to be taken as a file: the one that was named, or for a while one that was taken out of it."""
    if opened.bare:
        yield opened.path
    else:
        with file_for_a_while(line.name, opened.data[line.id]) as path:
            yield path


def _merging(line: CameLine, *, take: bool) -> "Callable[[Desk, Path, Choices | None], MergeView]":
    if line.kind == _READ:
        from compact_tui.services.reading_back import import_reading, preview_reading

        return import_reading if take else preview_reading
    from compact_tui.services.taking_in import preview_file, take_file

    verb = take_file if take else preview_file
    return lambda desk, path, choices: verb(desk, str(path), choices)


def _collected(desk: Desk, opened: _Opened) -> CameDone:
    """Everything in it that is collected; what is known already is counted once, whatever lies beside it."""
    from compact_tui.services.collecting import collect

    done = collect(desk, [opened.path])
    aside = tuple(line for one in done.quarantined for line in aside_lines(one.file, one.reason, one.remedy))
    if done.accepted or done.other or done.duplicates:
        return CameDone(sentence=done.sentence, lines=aside, place="collect")
    return CameDone(sentence=done.sentence, lines=aside, place="collect", state="attention", word="put aside")
