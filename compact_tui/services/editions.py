"""Taking a new edition of a pack into an audit in progress: seen first, nothing lost, taken back as one change."""

import hashlib
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.audit import Audit, CarriedAnswer, CarriedSummary
from compact_tui.core.change import Edit
from compact_tui.core.edition_views import EditionView, count_words, edition_items, edition_sentence, table_lines
from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError
from compact_tui.core.free_text import KEYS
from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_diff import PackDiff, counts_of_items, pack_diff
from compact_tui.core.pack_lint import lint
from compact_tui.core.pack_moving import Moving, move
from compact_tui.core.parked_views import ParkedView, parked_view
from compact_tui.core.problems import Severity, say
from compact_tui.core.return_build import parked_of
from compact_tui.core.text import count, listed, slug
from compact_tui.core.variation import BOTH, for_variation
from compact_tui.services.books import OpenAudit, open_audit, whole_pack_beside
from compact_tui.services.desk import Desk, backups_of, commit, edit
from compact_tui.services.packs import pack_named
from compact_tui.services.settling import settle
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.pack_copy import decode_pack, encode_pack
from compact_tui.storage.reading import read_bytes

_NOTHING = "Nothing was changed."


class _Planned(Struct, frozen=True):
    opened: OpenAudit
    whole: AuditPack
    """The new edition, with what other variations see."""
    old: AuditPack
    diff: PackDiff
    moving: Moving
    old_whole: AuditPack


def edition_view(desk: Desk, pack: str) -> EditionView:
    """What taking a new edition would do, question by question. Nothing is changed.

    Args:
        desk: Where, when and who.
        pack: Id of a shipped pack, or path of a pack's file or folder.

    Raises:
        UsageError: No audit, no such pack, or nothing in it differs.
        CompactError: It is another pack, or not complete for this audit.
        FileNotAcceptableError: It has mistakes.
    """
    return _view(_plan(desk, pack), done=False)


def take_edition(desk: Desk, pack: str) -> EditionView:
    """Take a new edition into the audit, as one change; a copy of the audit as it was is made before.

    The pack as it was stays beside the audit, so that undo brings it back too.

    Args:
        desk: Where, when and who.
        pack: As ``edition_view`` has it.

    Raises:
        UsageError: No audit, no such pack, or nothing in it differs.
        CompactError: It is another pack, or not complete for this audit.
        FileNotAcceptableError: It has mistakes.
        WorkspaceError: Something could not be saved; the audit is as it was.
    """
    settle(desk, _NOTHING)
    planned = _plan(desk, pack)
    book = planned.opened.book
    backups_of(desk.workspace).take(book.path, desk.today, "new-edition")
    copy = encode_pack(planned.whole)
    mark = f"{slug(planned.whole.pack.edition, 20)}-{hashlib.sha256(copy).hexdigest()[:8]}"
    # The copy stands under a name of its own before the audit says that it is answered under it: a program that
    # stops in between leaves the audit as it was.
    write_atomically(desk.workspace.pack_path(book.path, mark), copy)
    audit = planned.moving.audit
    audit = replace(audit, head=replace(audit.head, pack_copy=mark))
    edits = _edits(planned.opened, audit)
    what = f"edition {planned.diff.new_edition} of the pack in place of {planned.diff.old_edition}"
    commit(desk, book, "new-edition", what, edits)
    return _view(planned, done=True)


def parked(desk: Desk) -> ParkedView:
    """What was said to questions that the pack does not ask now; it is kept, and goes into the return as parked.

    Raises:
        UsageError: No audit, or several and none named.
    """
    opened = open_audit(desk)
    return parked_view(opened.pack, parked_of(opened.pack, opened.kept), _titles(desk, opened))


def _titles(desk: Desk, opened: OpenAudit) -> Mapping[str, str]:
    """Titles and questions by id, as the editions had them that this audit was answered under."""
    titles: dict[str, str] = {}
    for path in desk.workspace.pack_paths(opened.book.path):
        for standard in decode_pack(read_bytes(path)[0]).standard:
            titles[standard.id] = standard.title
            titles.update({criterion.id: criterion.question for criterion in standard.criterion})
    return titles


def _plan(desk: Desk, name: str) -> _Planned:
    opened = open_audit(desk)
    head = opened.kept.head
    whole, old_whole = pack_named(name), whole_pack_beside(desk, opened.book)
    if whole.pack.id != head.pack:
        raise CompactError(
            f'"{whole.pack.title}" ({whole.pack.id}) is another pack than the one of this audit ({head.pack}).',
            f"{_NOTHING} Only a new edition of the same pack can be taken; start an audit of its own with another.",
        )
    if whole == old_whole:
        raise UsageError(f"The audit has this edition ({whole.pack.edition}) already.", _NOTHING)
    _refuse_mistakes(whole, desk.today, name)
    _refuse_unready(whole, head.variation)
    old, new = for_variation(old_whole, head.variation), for_variation(whole, head.variation)
    diff = pack_diff(old, new)
    return _Planned(opened, whole, old, diff, move(opened.kept, old, new, diff), old_whole)


def _refuse_mistakes(pack: AuditPack, today: str, name: str) -> None:
    errors = [problem for problem in lint(pack, today) if problem.severity is Severity.ERROR]
    if errors:
        more = f" ({count(len(errors), 'mistake')} in all)" if len(errors) > 1 else ""
        raise FileNotAcceptableError(
            f"{say(errors[0])}{more}", f"{_NOTHING} See all of it with: compact-tui pack lint {name}"
        )


def _refuse_unready(pack: AuditPack, variation: str) -> None:
    offered = {v.id: v.title for v in pack.variation if v.offered}
    missing = [name for name in variation.split(BOTH) if pack.variation and name not in offered]
    if missing:
        raise CompactError(
            f"Edition {pack.pack.edition} is not complete for this audit's version ({listed(missing)}).",
            f"{_NOTHING} Ready in it: {listed(offered.values()) or 'none'}. Ask the owner of the pack.",
        )


def _edits(opened: OpenAudit, after: Audit) -> tuple[Edit, ...]:
    """What differs, record by record; of the carried ones the first are those there were, and the others are new."""
    before = opened.kept
    edits = [edit("audit", before.head.id, before.head, after.head)]
    for table in ("answers", "grades", "summaries", "actions"):
        key = KEYS.get(table, "id")
        was, now = ({getattr(r, key): r for r in getattr(side, table)} for side in (before, after))
        edits += [edit(table, name, was[name], now.get(name)) for name in was if was[name] != now.get(name)]
    for table in ("carried_answers", "carried_summaries"):
        names = list(opened.book.tables()[table])
        taken = set(names)
        waited, waits = getattr(before, table), getattr(after, table)
        edits += [edit(table, *row) for row in zip(names, waited, waits, strict=False) if row[1] != row[2]]
        for record in waits[len(waited) :]:
            name = _unused(_carried_name(record), taken)
            taken.add(name)
            edits.append(edit(table, name, None, record))
    return tuple(edits)


def _carried_name(record: CarriedAnswer | CarriedSummary) -> str:
    item = record.criterion if isinstance(record, CarriedAnswer) else record.standard
    return f"{item}~{record.was}"


def _unused(name: str, taken: set[str]) -> str:
    names = (name, *(f"{name}~{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in names if one not in taken)


def _view(planned: _Planned, *, done: bool) -> EditionView:
    diff, whole = planned.diff, planned.whole
    counts = count_words(counts_of_items(diff))
    return EditionView(
        audit=planned.opened.kept.head.id,
        pack=diff.pack,
        title=whole.pack.title,
        old_edition=diff.old_edition,
        new_edition=diff.new_edition,
        done=done,
        sentence=edition_sentence(counts, planned.moving),
        counts=counts,
        items=edition_items(diff, planned.moving, planned.old),
        tables=table_lines(diff),
        notes=tuple(_notes(planned)),
    )


def _notes(planned: _Planned) -> list[str]:
    old, new = planned.old_whole.pack, planned.whole.pack
    notes = []
    if old.edition == new.edition:
        notes.append(f"Both say that they are edition {new.edition}, and they differ.")
    if old.valid_from and new.valid_from and new.valid_from < old.valid_from:
        notes.append("It is older than the one that the audit has.")
    if old.wording != new.wording:
        notes.append(f"The wording is another: {new.wording}.")
    notes += [f"{problem.what} It is treated as changed in meaning." for problem in planned.diff.problems]
    out = [part.lent_to for part in planned.opened.kept.parts if not (part.back_on or part.called_off_on)]
    if out:
        notes.append(f"Parts of the audit are out with {listed(out)}: they still ask the old questions.")
    if planned.opened.kept.sign_offs:
        notes.append("It was signed as it is now: the signatures stay, and what has changed since is listed.")
    return notes
