"""Collecting what settings sent: files, mails and archives are read strictly, kept as they came, and counted once."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.collect_views import Collected, PutAside
from compact_tui.core.errors import CompactError, WorkspaceError
from compact_tui.core.matching import Matcher
from compact_tui.core.original_erased import OriginalErased, refused
from compact_tui.core.partnership import Match
from compact_tui.core.returns import Return
from compact_tui.core.survey import SurveyMapping
from compact_tui.core.text import count, listed
from compact_tui.exchange.documents import ANSWER, RETURN, SPOT, SURVEY, UNKNOWN, WORKBOOK, kind_of
from compact_tui.exchange.found import Found, NotOpened
from compact_tui.exchange.return_json import encode, read
from compact_tui.exchange.spot_counts_json import counts_in
from compact_tui.services.collect_deciding import rematch
from compact_tui.services.collect_documents import documents_in_file, mark_of, refuse_ours
from compact_tui.services.collect_index import (
    ACCEPTED,
    QUARANTINED,
    document_in,
    keep_record,
    open_index,
    refuse_second,
)
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept, register_of
from compact_tui.services.put_aside import dealt_with
from compact_tui.services.reply_answers import take_answer
from compact_tui.services.return_rows import Packs, matches_of, put_return, settle
from compact_tui.services.survey_mappings import mapping_in
from compact_tui.services.typed_in import from_survey, from_workbook, is_survey
from compact_tui.storage.originals import files_under, keep_original, sha256_of
from compact_tui.storage.return_index import FileRow, ReturnIndex

Told = Callable[[int, int], bool]
"""Hears how many files are done of how many; says whether to go on."""


class _Work(Struct):
    """What is at hand while files are read."""

    desk: Desk
    index: ReturnIndex
    matcher: Matcher
    by_hand: dict[str, Match]
    packs: Packs
    mapping: SurveyMapping | None
    tally: Counter[str]
    aside: list[PutAside]
    touched: dict[tuple[str, str], None]
    """Setting and round of each return that came in."""
    erased: dict[str, OriginalErased]
    """What was taken away to erase a text, by SHA-256: it is not taken in again."""
    dealt: frozenset[str] = frozenset()
    """What was put aside earlier and dealt with, by SHA-256: nobody is told of it again."""
    left_out: tuple[Path, ...] = ()
    """Workspaces of which the program's own files were passed over."""


def collect(desk: Desk, paths: Iterable[Path], told: Told | None = None, *, mapping: Path | None = None) -> Collected:
    """Take in everything that lies at some places.

    Each file is one step: what was read before it is kept when the work is stopped or killed, and running it again
    goes on where it ended and changes nothing that was done.

    Args:
        desk: Where, when and who.
        paths: Files, or folders with everything under them.
        told: Hears how far it is, and may stop it.
        mapping: The file that says what the columns of a survey tool's table are; tables are passed over without.

    Raises:
        UsageError: If no partnership was started here.
        FileNotAcceptableError: If the mapping cannot be used; says where and why.
        WorkspaceError: If a place cannot be looked into, or nothing can be written.
    """
    matcher = Matcher(register_of(desk))
    packs = Packs(desk)
    survey = mapping_in(mapping, packs) if mapping else None
    left_out: dict[Path, None] = {}
    files = [file for path in paths for file in files_under(path, left_out)]
    stopped = False
    rematch(desk, waiting=True)
    with open_index(desk) as index:
        work = _Work(desk, index, matcher, matches_of(desk), packs, survey, Counter(), [], {}, _erased(desk))
        work.dealt, work.left_out = dealt_with(desk), tuple(left_out)
        for done, file in enumerate(files):
            if told is not None and not told(done, len(files)):
                stopped = True
                break
            _take_file(work, file)
        if told is not None and not stopped:
            told(len(files), len(files))
        keep_record(desk, index)
        return _collected(work, stopped=stopped)


def take_bytes(desk: Desk, name: str, data: bytes) -> Collected:
    """Take one document that was made here, such as a return typed from paper.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If it cannot be written.
    """
    with open_index(desk) as index:
        by_hand, matcher = matches_of(desk), Matcher(register_of(desk))
        work = _Work(desk, index, matcher, by_hand, Packs(desk), None, Counter(), [], {}, _erased(desk))
        with index.together():
            _take(work, Found(name, data))
            _settle(work)
        keep_record(desk, index)
        return _collected(work, stopped=False)


def _erased(desk: Desk) -> dict[str, OriginalErased]:
    return {one.id: one for one in kept(desk, "originals_erased", OriginalErased)}


def _take_file(work: _Work, path: Path) -> None:
    """One file, as one change of the index; where it cannot be read to its end, nothing of it is counted."""
    tally, aside = Counter(work.tally), len(work.aside)
    try:
        with work.index.together():
            for found in documents_in_file(path):
                _take(work, found)
            _settle(work)
    except WorkspaceError:
        raise
    except CompactError as error:
        work.tally = tally
        work.touched.clear()
        del work.aside[aside:]
        _put_aside(work, path.name, "", error)


def _take(work: _Work, found: Found | NotOpened) -> None:
    if isinstance(found, NotOpened):
        reason = CompactError(f"It could not be opened: {found.reason}.", "Please send the file itself, unpacked.")
        row = FileRow(sha256=found.sha256, name=found.name, kind=UNKNOWN, state=QUARANTINED, sender=found.sender)
        _keep_aside(work, row, reason)
        return
    kind = kind_of(found.data, found.name)
    if work.mapping is not None and is_survey(found, kind):
        kind = SURVEY
    if kind == UNKNOWN:
        work.tally["passed"] += 1
        work.tally["tables"] += is_survey(found, kind)
        return
    try:
        refuse_ours(found.data, kind)
        if kind == SPOT:
            came = sha256_of(found.data)
            found = replace(found, data=counts_in(found.data, work.matcher.sent_by(found.sender)))
            kind = kind_of(found.data)
            _taken_now(work, came)
    except CompactError as error:
        row = FileRow(sha256=mark_of(found), name=found.name, kind=kind, state=QUARANTINED, sender=found.sender)
        _keep_aside(work, row, error)
        return
    sha256 = mark_of(found)
    if sha256 in work.erased and work.index.file(sha256) is None:
        _put_aside(work, found.name, found.sender, refused(work.erased[sha256]))
        return
    known = work.index.file(sha256)
    if known is not None and known.state == ACCEPTED and kind != SURVEY:
        work.tally["duplicates"] += 1
        return
    if found.data:
        keep_original(work.desk.workspace.originals_folder, found.data, work.desk.today)
    row = FileRow(
        sha256=sha256,
        name=found.name,
        kind=kind,
        state=ACCEPTED,
        size=len(found.data),
        received_on=work.desk.today,
        sender=found.sender,
    )
    try:
        document = _document(work, kind, found, sha256)
    except CompactError as error:
        _keep_aside(work, replace(row, state=QUARANTINED), error)
        return
    work.index.put_file(replace(row, document=document))


def _document(work: _Work, kind: str, found: Found, sha256: str) -> str:
    """Take what is in a document; its id.

    Raises:
        CompactError: If it cannot be taken.
    """
    if kind == WORKBOOK:
        made = from_workbook(work.desk, work.packs, found)
        _take(work, Found(f"{found.name} > return", encode(made), found.sender))
        return made.id
    if kind == SURVEY and work.mapping is not None:
        for place, row in from_survey(work.desk, work.packs, found, work.mapping, work.index.return_):
            if row is None:
                work.tally["duplicates"] += 1
            elif isinstance(row, CompactError):
                _put_aside(work, place, found.sender, row)
            else:
                _take(work, Found(place, encode(row), found.sender))
        return ""
    if kind == RETURN:
        return_ = read(found.data).return_
        refuse_second(work.index, return_)
        _put(work, return_, sha256)
        work.tally["accepted"] += 1
        return return_.id
    if kind == ANSWER:
        answer, new = take_answer(work.desk, found.data)
        work.tally["answers" if new else "older answers"] += 1
        return answer
    document = document_in(kind, found.data)
    work.tally["other"] += 1
    return document


def _put(work: _Work, return_: Return, sha256: str) -> None:
    """Put a return that is sound into the index."""
    put_return(work.index, return_, sha256, work.matcher, work.by_hand, work.packs.of(return_), work.desk.today)
    row = work.index.return_(return_.id)
    if row is not None and row.entry:
        work.touched[row.entry, row.cycle] = None


def _settle(work: _Work) -> None:
    for entry, cycle in work.touched:
        work.tally["superseded"] += len(settle(work.index, entry, cycle))
    work.touched.clear()


def _taken_now(work: _Work, sha256: str) -> None:
    """Have a file wait no more that was put aside earlier, as what is in it can be taken now."""
    row = work.index.file(sha256)
    if row is not None and row.state == QUARANTINED:
        work.index.put_file(replace(row, state=ACCEPTED, reason="", remedy=""))


def _keep_aside(work: _Work, row: FileRow, error: CompactError) -> None:
    """Put a file aside so that it is listed until it was dealt with; it came on the day it came first."""
    before = work.index.file(row.sha256)
    day = before.received_on if before else work.desk.today
    work.index.put_file(replace(row, reason=error.message, remedy=error.hint, received_on=day))
    if row.sha256 in work.dealt:
        work.tally["dealt"] += 1
    else:
        _put_aside(work, row.name, row.sender, error, row.sha256)


def _put_aside(work: _Work, name: str, sender: str, error: CompactError, sha256: str = "") -> None:
    work.aside.append(PutAside(file=name, reason=error.message, remedy=error.hint, sender=sender, id=sha256))


def _left_out(work: _Work) -> str:
    places = listed(str(folder.absolute()) for folder in work.left_out)
    return f" What the program itself keeps in {places} was left out." if places else ""


def _collected(work: _Work, *, stopped: bool) -> Collected:
    tally = work.tally
    unmatched = sum(row.current for row in work.index.returns(entry="")) if tally["accepted"] else 0
    said = [
        count(tally["accepted"], "return") + " taken",
        f"{tally['duplicates']} here already",
        f"{len(work.aside)} put aside",
    ]
    if tally["dealt"]:
        said.append(f"{tally['dealt']} that you dealt with before")
    if tally["other"]:
        said.append(f"{count(tally['other'], 'other document')} kept for the city register")
    if tally["answers"]:
        said.append(f"{count(tally['answers'], 'answer')} to our replies taken")
    if tally["older answers"]:
        said.append(f"{count(tally['older answers'], 'answer')} older than what is here")
    if tally["tables"]:
        said.append(f"{count(tally['tables'], 'table')} passed over, as no mapping says what its columns are")
    if unmatched:
        belong = "belongs" if unmatched == 1 else "belong"
        said.append(f"{unmatched} {belong} to no setting of the register yet")
    return Collected(
        accepted=tally["accepted"],
        duplicates=tally["duplicates"],
        superseded=tally["superseded"],
        quarantined=tuple(work.aside),
        other=tally["other"] + tally["answers"] + tally["older answers"],
        unmatched=unmatched,
        passed=tally["passed"],
        stopped=stopped,
        sentence=f"{', '.join(said)}.{_left_out(work)}" + (" Stopped; run it again to go on." if stopped else ""),
    )
