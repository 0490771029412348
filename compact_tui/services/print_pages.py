"""Pages of the audit to print: what there is, how each looks, and writing one as a file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from compact_tui.core.act_now import act_now_page
from compact_tui.core.blank_page import blank_page
from compact_tui.core.errors import UsageError
from compact_tui.core.inspection_page import inspection_page
from compact_tui.core.pack import Standard
from compact_tui.core.page import ReportPage
from compact_tui.core.page_kinds import PAGE_KINDS, PageKind, offered
from compact_tui.core.page_sides import sides_about
from compact_tui.core.page_views import PageLine, PagesView, PrintedView, StandardChoice
from compact_tui.core.support_page import improvement_page, support_page
from compact_tui.core.text import count, did_you_mean
from compact_tui.core.together_page import together_page
from compact_tui.services.act_now import act_now
from compact_tui.services.books import OpenAudit, open_audit, read_setting
from compact_tui.services.desk import Desk
from compact_tui.services.drafts import draft_of
from compact_tui.services.naming import standard_named
from compact_tui.services.pages import write_again
from compact_tui.services.returns import preview
from compact_tui.services.signing_show import head_page_of
from compact_tui.storage.atomic import make_folder


class _Asked(Struct, frozen=True):
    """What a page is made of."""

    desk: Desk
    opened: OpenAudit
    standard: Standard | None = None


def _card(asked: _Asked) -> ReportPage:
    setting = read_setting(asked.desk)
    return act_now_page(act_now(asked.desk), setting.name if setting else "")


def _together(asked: _Asked) -> ReportPage:
    if asked.standard is None:
        known = ", ".join(str(standard.number) for standard in asked.opened.pack.standard)
        raise UsageError("It is not said which standard the large pages are about.", f"Name one: {known}.")
    return together_page(asked.opened.pack, asked.standard)


_MAKERS: Mapping[str, Callable[[_Asked], ReportPage]] = {
    "improvement": lambda a: improvement_page(draft_of(a.desk, a.opened, ""), a.opened.pack),
    "support": lambda a: support_page(draft_of(a.desk, a.opened, ""), a.opened.pack),
    "blank": lambda a: blank_page(a.opened.pack, a.opened.audit.head.cycle),
    "blank-guided": lambda a: blank_page(a.opened.pack, a.opened.audit.head.cycle, guided=True),
    "together": _together,
    "head": lambda a: head_page_of(a.desk),
    "inspection": lambda a: inspection_page(a.opened.pack, a.opened.audit, read_setting(a.desk), a.desk.today),
    "report": lambda a: preview(a.desk).page,
    "act-now": _card,
}


def pages(desk: Desk) -> PagesView:
    """What can be printed of the audit.

    Raises:
        UsageError: If there is no audit, or several and none was named.
    """
    opened = open_audit(desk)
    lines = tuple(_line(desk, opened, kind) for kind in offered(opened.pack))
    return PagesView(
        pages=lines,
        standards=tuple(
            StandardChoice(id=s.id, number=str(s.number), words=f"{s.number}. {s.title}") for s in opened.pack.standard
        ),
        folder=str(desk.workspace.pages_folder.absolute()),
        sentence=f"{count(len(lines), 'page')} can be printed. Each is written as a file that any browser opens and "
        "prints.",
    )


def _line(desk: Desk, opened: OpenAudit, kind: PageKind) -> PageLine:
    first = next(iter(opened.pack.standard), None) if kind.asks_standard else None
    sides = sides_about(_MAKERS[kind.id](_Asked(desk, opened, first)))
    return PageLine(
        id=kind.id,
        words=kind.words,
        about=kind.about,
        sides=sides,
        sides_words=f"about {count(sides, 'side')}",
        asks_standard=kind.asks_standard,
    )


def page(desk: Desk, page_id: str, standard: str = "") -> ReportPage:
    """A page as it would be printed now; nothing is written.

    Args:
        desk: Where, when and who.
        page_id: Id of the page, as ``pages`` gives it.
        standard: Id or number of the standard, for the pages that ask which.

    Raises:
        UsageError: If there is no such page for this audit, or no such standard.
    """
    opened = open_audit(desk)
    kind = _kind(opened, page_id)
    named = standard_named(opened.pack, standard) if kind.asks_standard and standard.strip() else None
    return _MAKERS[kind.id](_Asked(desk, opened, named))


def print_page(desk: Desk, page_id: str, standard: str = "", output: str = "") -> PrintedView:
    """Write a page as a file to open in a browser and print.

    Without an output it goes to the workspace's folder of pages, under a name with today's day; the same page of the
    same day is replaced there. Any other file is kept.

    Args:
        desk: Where, when and who.
        page_id: Id of the page, as ``pages`` gives it.
        standard: Id or number of the standard, for the pages that ask which.
        output: Path of the file, instead of the usual one.

    Raises:
        UsageError: If there is no such page or standard, or another file is there already.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.html import page_html

    made = page(desk, page_id, standard)
    opened = open_audit(desk)
    kind = _kind(opened, page_id)
    of = f"-{standard_named(opened.pack, standard).number}" if kind.asks_standard else ""
    mark = f"{kind.id}{of} {opened.audit.head.id}"
    usual = desk.workspace.pages_folder / f"{desk.today}-{kind.id}{of}-{opened.book.path.stem}.html"
    target = Path(output) if output else usual
    if not output:
        make_folder(target.parent)
    write_again(target, page_html(made, mark), mark, "this page of this audit")
    sides = sides_about(made)
    return PrintedView(
        page=str(target.absolute()),
        kind=kind.id,
        sides=sides,
        sentence=f"{kind.words}: about {count(sides, 'side')}, written to {target.absolute()}. Open it with a browser "
        "and print it from there.",
    )


def _kind(opened: OpenAudit, page_id: str) -> PageKind:
    known = {kind.id: kind for kind in PAGE_KINDS}
    here = [kind.id for kind in offered(opened.pack)]
    if page_id not in known:
        raise UsageError(f'There is no page "{page_id}".', did_you_mean(page_id, here) or f"Pages: {', '.join(here)}.")
    if page_id not in here:
        raise UsageError(f'"{known[page_id].words}" cannot be printed here.', known[page_id].otherwise)
    return known[page_id]
