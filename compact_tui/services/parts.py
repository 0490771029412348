"""Parts of the audit: lending standards to a colleague, and what is out."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from compact_tui import __version__
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError, WorkspaceError
from compact_tui.core.forms import split
from compact_tui.core.lent_records import PartLent
from compact_tui.core.part import limited, part_of
from compact_tui.core.part_views import (
    LEND_FORM,
    NO_AUDIT,
    PartLine,
    PartMade,
    PartsView,
    part_lines,
    part_sentence,
    parts_sentence,
)
from compact_tui.core.small_group import title_for
from compact_tui.core.text import clean_line, did_you_mean, listed, slug
from compact_tui.exchange.part_json import encode_part, read_part
from compact_tui.services.books import OpenAudit, one_goes_on, open_audit, read_setting
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.drafts import NO_SETTING
from compact_tui.services.naming import standard_named
from compact_tui.services.record_parts import taken
from compact_tui.storage.atomic import make_folder, write_atomically

_NAME_LENGTH = 24


def list_parts(desk: Desk) -> PartsView:
    """What is lent of the audit, the most pressing first; nothing where no audit is open."""
    folder = str(desk.workspace.lent_folder.absolute())
    if not one_goes_on(desk):
        return PartsView(
            title="", parts=(), sentence=NO_AUDIT, is_part=False, part_sentence="", has_audit=False, folder=folder
        )
    opened = open_audit(desk)
    here = next(iter(opened.kept.part_here), None)
    return PartsView(
        title=title_for(opened.pack, opened.kept.head.cycle),
        parts=part_lines(opened.pack, opened.kept.parts, desk.today),
        sentence=parts_sentence(opened.kept.parts, desk.today),
        is_part=here is not None,
        part_sentence=part_sentence(here) if here else "",
        has_audit=True,
        folder=folder,
    )


def export_part(desk: Desk, typed: Mapping[str, str], output: str = "") -> PartMade:
    """Lend some standards to a colleague as a file.

    Args:
        desk: Where, when and who.
        typed: The fields of ``LEND_FORM``.
        output: Path of the file, instead of a name of ours in the folder of what is lent.

    Raises:
        UsageError: If something typed cannot be taken, or there is such a file already.
        WorkspaceError: If the file could not be written; nothing is noted then.
    """
    filled = taken(LEND_FORM, typed, "Nothing was lent.")
    opened = open_audit(desk)
    named = {standard_named(opened.pack, name).id for name in split(filled.value("standards"))}
    standards = tuple(one.id for one in opened.pack.standard if one.id in named)
    lent = PartLent(
        id=desk.new_id("p"),
        standards=standards,
        lent_to=clean_line(filled.value("lent_to")),
        form=filled.value("form") or "part",
        due=filled.value("due"),
        lent_on=desk.today,
        by=desk.who,
        at=desk.at,
    )
    if lent.form == "workbook":
        return _as_workbook(desk, lent, output)
    data, ending = (_page(opened, lent), "html") if lent.form == "page" else (_file(desk, opened, lent), "json")
    target = _write(desk, lent, data, ending, output)
    lent = replace(lent, file="" if output else target.name)
    numbers = part_lines(opened.pack, (lent,), desk.today)[0].numbers
    commit(desk, opened.book, "lend", f"{numbers} lent to {lent.lent_to}", (edit("parts", lent.id, None, lent),))
    return _made(lent, target, numbers)


def _file(desk: Desk, opened: OpenAudit, lent: PartLent) -> bytes:
    setting = read_setting(desk) or NO_SETTING
    reply_to = tuple(one.strip() for one in setting.contact_email.split(",") if one.strip())
    part = part_of(setting, opened.kept, opened.pack, lent.standards, reply_to=reply_to)
    part = replace(
        part,
        id=lent.id,
        made_by=f"compact_tui {__version__}",
        lent_to=lent.lent_to,
        lent_on=lent.lent_on,
        due=lent.due,
        asked_by=desk.who or setting.contact_role,
    )
    data = encode_part(part)
    if replace(read_part(data), digest="") != part:
        raise WorkspaceError("The part does not read back as it was written.", "Nothing was lent. Report this.")
    return data


def _page(opened: OpenAudit, lent: PartLent) -> bytes:
    from compact_tui.core.blank_page import blank_page
    from compact_tui.exchange.html import page_html

    page = blank_page(limited(opened.pack, lent.standards), opened.kept.head.cycle, guided=True)
    back = f", back by {say_day(lent.due)}" if lent.due else ""
    return page_html(replace(page, title=f"{page.title}: for {lent.lent_to}{back}"))


def _as_workbook(desk: Desk, lent: PartLent, output: str) -> PartMade:
    from compact_tui.services.workbooks import export_workbook

    written = export_workbook(
        desk, lent.standards, Path(output) if output else None, lent_to=lent.lent_to, due=lent.due
    )
    return replace(_made(replace(lent, id=written.part), Path(written.path), ""), sentence=written.sentence)


def _write(desk: Desk, lent: PartLent, data: bytes, ending: str, output: str) -> Path:
    usual = desk.workspace.lent_folder / f"part-{slug(lent.lent_to, _NAME_LENGTH)}-{lent.id}.{ending}"
    target = Path(output).expanduser() if output else usual
    if target.exists():
        raise UsageError(f"{target} is there already.", "Nothing was lent. Choose another name.")
    if not output:
        make_folder(target.parent)
    write_atomically(target, data)
    return target


def _made(lent: PartLent, target: Path, numbers: str) -> PartMade:
    due = f", back by {say_day(lent.due)}" if lent.due else ""
    back = {
        "part": "send it, and take it in when it comes back: compact-tui audit part import FILE",
        "workbook": "send it, and take it in when it comes back: compact-tui audit workbook import FILE",
        "page": f"print it, type in the answers when it comes back, then: compact-tui audit part call-off {lent.id}",
    }
    return PartMade(
        id=lent.id,
        lent_to=lent.lent_to,
        standards=lent.standards,
        form=lent.form,
        path=str(target.absolute()),
        sentence=f"{numbers} lent to {lent.lent_to}{due}: {target.absolute()}",
        next_step=f"Nothing was sent. Now {back[lent.form]}",
    )


def call_off(desk: Desk, part: str) -> PartLine:
    """Say that a part is not waited for any more. What came back, or still comes, can be taken in all the same.

    Raises:
        UsageError: If there is no such part, it was called off before, or it is back.
    """
    opened = open_audit(desk)
    before = _part_named(opened, part)
    if before.called_off_on:
        raise UsageError(f"{before.id} was called off on {say_day(before.called_off_on)}.", "Nothing was changed.")
    if before.back_on:
        raise UsageError(f"{before.id} is back since {say_day(before.back_on)}.", "Nothing is waited for any more.")
    after = replace(before, called_off_on=desk.today, by=desk.who, at=desk.at)
    commit(
        desk, opened.book, "call-off", f"part of {after.lent_to} called off", (edit("parts", after.id, before, after),)
    )
    return part_lines(opened.pack, (after,), desk.today)[0]


def _part_named(opened: OpenAudit, wanted: str) -> PartLent:
    found = next((part for part in opened.kept.parts if part.id == wanted.strip()), None)
    if found is not None:
        return found
    known = [part.id for part in opened.kept.parts]
    hint = did_you_mean(wanted, known) or (f"Lent: {listed(known)}." if known else "Nothing is lent.")
    raise UsageError(f'There is no part "{wanted}".', hint)
