"""Comparing two rounds: audits of this workspace, or return files."""

from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.compare import Round, compare
from compact_tui.core.compare_page import CompareView, RoundChoice, compare_page, compare_view
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.record_forms import parse_path
from compact_tui.core.text import did_you_mean, slug
from compact_tui.exchange.return_json import read
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.books import audit_books, audit_in, current_audit
from compact_tui.services.desk import Desk
from compact_tui.services.drafts import draft_of
from compact_tui.services.pages import write_again
from compact_tui.services.return_files import pack_for
from compact_tui.storage.atomic import make_folder
from compact_tui.storage.reading import read_given

_NOTHING = "Nothing was compared."


def comparable(desk: Desk) -> tuple[RoundChoice, ...]:
    """The rounds of this workspace, the newest first."""
    heads = [current_audit(desk, book).head for book in audit_books(desk)]
    newest = sorted(heads, key=lambda head: (head.started_on, head.cycle), reverse=True)
    return tuple(RoundChoice(id=head.id, words=head.cycle) for head in newest)


def compare_rounds(desk: Desk, then: str = "", now: str = "") -> CompareView:
    """Two rounds beside each other.

    Args:
        desk: Where.
        then: Id of an audit here, or path of a return file; else the round that the newest was carried from, or
            the one before it.
        now: The same for the second; else the newest.

    Raises:
        UsageError: No such audit or file, or there is only one round.
        FileNotAcceptableError: The file is not a sound return.
        CompactError: They are audits of different packs.
    """
    first, second = _two(desk, then, now)
    if first.said.pack.id != second.said.pack.id:
        raise CompactError(
            f"These ask different questions: one is an audit of {first.said.pack.id}, the other of "
            f"{second.said.pack.id}.",
            f"{_NOTHING} Two rounds of the same pack can be compared.",
        )
    return compare_view(first, second, compare(first, second))


def print_comparison(desk: Desk, then: str = "", now: str = "", output: str = "") -> Path:
    """Write two rounds beside each other as a page to print.

    Args:
        desk: Where.
        then: As ``compare_rounds`` has it.
        now: The same.
        output: The file; else one in the workspace's folder of pages.

    Raises:
        UsageError: As ``compare_rounds``, or another file is there already.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.html import page_html

    view = compare_rounds(desk, then, now)
    mark = f"compare {view.then} {view.now}"
    usual = desk.workspace.pages_folder / f"{desk.today}-compare-{slug(view.then)}-{slug(view.now)}.html"
    target = Path(output) if output else usual
    if not output:
        make_folder(target.parent)
    write_again(target, page_html(compare_page(view), mark), mark, "this comparison")
    return target.absolute()


def _two(desk: Desk, then: str, now: str) -> tuple[Round, Round]:
    heads = {current_audit(desk, book).head.id: current_audit(desk, book).head for book in audit_books(desk)}
    order = [choice.id for choice in comparable(desk)]
    second = now or next(iter(order), "")
    before = heads[second].carried_from if second in heads else ""
    first = then or (before if before in heads else next((one for one in order if one != second), ""))
    if not first or not second:
        raise UsageError(
            "There is only one round here, so there is nothing to compare it with.",
            "Name a return file: compact-tui audit compare FILE AUDIT",
        )
    return _round(desk, first), _round(desk, second)


def _round(desk: Desk, name: str) -> Round:
    known = {current_audit(desk, book).head.id: book for book in audit_books(desk)}
    if name in known:
        opened = audit_in(desk, known[name])
        return Round(
            name=opened.kept.head.cycle, said=draft_of(replace(desk, audit_id=name), opened, ""), pack=opened.pack
        )
    path = Path(parse_path(name)).expanduser()
    if not _is_file(path):
        hint = did_you_mean(name, known) or f"Audits here: {', '.join(known) or 'none'}. Or name a return file."
        raise UsageError(f'There is no audit or return file "{name}".', hint)
    said = read(read_given(path, LARGEST)).return_
    return Round(name=f"{said.cycle} (return)", said=said, pack=pack_for(said, desk))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False  # longer than a file's name may be
