"""Posters for notice boards: filled from the profile and the known numbers, what is missing asked for."""

from collections.abc import Sequence
from pathlib import Path

from compact_tui.core.board_items import items_on
from compact_tui.core.days import days_until, is_day, say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Form
from compact_tui.core.notice import AUDIENCES, NoticeItem, NoticeList
from compact_tui.core.notice_use import items_for
from compact_tui.core.poster_page import CHECKED, PosterPage, missing_for, poster_side, to_check
from compact_tui.core.poster_views import PosterLineView, PosterNeed, PosterPrinted, PostersView
from compact_tui.core.reading_words import said
from compact_tui.core.setting import Setting, sectors_of
from compact_tui.core.setting_forms import PEOPLE_FORM
from compact_tui.core.text import count, did_you_mean, listed
from compact_tui.services.board_books import all_boards, belonging_now, board_named
from compact_tui.services.books import read_setting
from compact_tui.services.desk import Desk
from compact_tui.services.notices import notice_list
from compact_tui.services.pages import write_again
from compact_tui.storage.atomic import make_folder

OLD_AFTER_DAYS = 90
"""Days after which a name or number wants another look before it is hung up."""
_FIELDS = {field.id: field for field in PEOPLE_FORM.fields}


def posters(desk: Desk) -> PostersView:
    """Every poster that fits the setting, with what each still lacks.

    Raises:
        FileNotAcceptableError: If the notice list cannot be read.
    """
    setting = read_setting(desk)
    lines = tuple(_line(item, setting) for item in _with_posters(notice_list(desk), setting))
    ready = sum(not line.missing for line in lines)
    return PostersView(
        posters=lines,
        sentence=f"{count(len(lines), 'poster')}, {ready} of them ready to print. Each is one side of A4.",
    )


def poster_form(desk: Desk, name: str) -> Form:
    """What has to be said about the setting before a poster, or the posters of a board, can be printed.

    Args:
        desk: Where, when and who.
        name: Id of a notice, or id or name of a board.

    Raises:
        UsageError: If there is neither.
    """
    missing = missing_for(_named(desk, name)[1], read_setting(desk))
    return Form("poster", "Before it can be printed", tuple(_FIELDS[field] for field in missing), of_us=True)


def poster(desk: Desk, name: str, *, blank: bool = False, output: str = "") -> PosterPrinted:
    """Write a poster, or all posters of a board, as a page to print; each is one side of A4.

    Nothing is written while something is missing, unless it is to be left blank: then there is a line for a pen.

    Args:
        desk: Where, when and who.
        name: Id of a notice, or id or name of a board.
        blank: Whether what is missing may be left as a line to write on.
        output: Path of the file, instead of the usual one.

    Raises:
        UsageError: If there is no such poster or board, or another file is there already.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.poster_html import poster_html

    slug, items = _named(desk, name)
    notices, setting = notice_list(desk), read_setting(desk)
    missing = missing_for(items, setting)
    ids = tuple(item.id for item in items)
    if missing and not blank:
        return PosterPrinted(posters=ids, missing=_needs(missing), sentence=_lacks(missing))
    sides = tuple(poster_side(item, notices, setting, blank=blank) for item in items)
    page = PosterPage(sides[0].title, said(setting, "name"), sides)
    mark = f"poster {slug}"
    target = Path(output).expanduser() if output else desk.workspace.pages_folder / f"poster-{slug}.html"
    if not output:
        desk.workspace.prepare()
        make_folder(target.parent)
    write_again(target, poster_html(page, mark), mark, "this poster")
    return PosterPrinted(
        page=str(target.absolute()),
        posters=ids,
        missing=_needs(missing),
        notes=_notes(items, notices, setting, desk.today, left=missing),
        sentence=f"{count(len(sides), 'poster')}, a side each: written to {target.absolute()}. Open it with a browser "
        "and print it from there.",
    )


def _with_posters(notices: NoticeList, setting: Setting | None) -> list[NoticeItem]:
    without = setting.without if setting else ()
    return [item for item in items_for(notices, sectors_of(setting), "", without) if item.poster]


def _named(desk: Desk, name: str) -> tuple[str, Sequence[NoticeItem]]:
    """A name for the file and the notices that are meant: one, or those of a board that have a poster."""
    made = [item for item in notice_list(desk).item if item.poster]
    one = next((item for item in made if item.id == name.strip()), None)
    if one:
        return one.id, (one,)
    known = [item.id for item in made]
    boards = all_boards(desk)
    if not any(name.strip().casefold() in (board.id, board.name.casefold()) for board in boards):
        hint = did_you_mean(name, [*known, *(board.name for board in boards)])
        raise UsageError(f'There is no poster or board "{name}".', hint or f"Posters: {', '.join(known)}.")
    board = board_named(desk, name)
    items = [item for item in items_on(belonging_now(desk), board) if item.poster]
    if not items:
        raise UsageError(f"No poster belongs on {board.name}.", f"Nothing was written. Posters: {', '.join(known)}.")
    return board.id, items


def _line(item: NoticeItem, setting: Setting | None) -> PosterLineView:
    missing = _needs(missing_for((item,), setting))
    words = dict(AUDIENCES)
    return PosterLineView(
        id=item.id,
        title=item.title,
        audience_words=listed(words[audience].lower() for audience in item.audiences),
        missing=missing,
        state=f"{count(len(missing), 'thing')} to say first" if missing else "ready to print",
    )


def _needs(missing: Sequence[str]) -> tuple[PosterNeed, ...]:
    return tuple(PosterNeed(field=field, question=_FIELDS[field].question) for field in missing)


def _lacks(missing: Sequence[str]) -> str:
    asked = listed(f'"{_FIELDS[field].question.rstrip("?")}"' for field in missing)
    return f"Nothing was written yet: your profile does not say {asked}. Nothing is made up on a poster."


def _notes(
    items: Sequence[NoticeItem], notices: NoticeList, setting: Setting | None, today: str, *, left: Sequence[str]
) -> tuple[str, ...]:
    notes = []
    if ring := to_check(items, notices, today):
        notes.append(f"Look these up on their own pages before it hangs; we have them at second hand: {listed(ring)}.")
    day = said(setting, CHECKED)
    if is_day(day) and -days_until(day, today) > OLD_AFTER_DAYS:
        notes.append(f"Your own names and numbers were last checked on {say_day(day)}: check them again first.")
    if left:
        notes.append(f"Write with a pen what is left blank: {count(len(left), 'thing')}.")
    return tuple(notes)
