"""Collecting what settings sent: files, mails and archives are read strictly, kept as they came, and counted once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.collect_views import Collected, PutAside
from compact_tui.core.errors import CompactError, WorkspaceError
from compact_tui.core.matching import match
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import Match, RegisterEntry
from compact_tui.core.return_chains import Link, chain_of
from compact_tui.core.return_facts import facts_of
from compact_tui.core.returns import Return
from compact_tui.core.text import count
from compact_tui.exchange.documents import RETURN, UNKNOWN, kind_of
from compact_tui.exchange.found import LARGEST, Found, NotOpened, found_in
from compact_tui.exchange.mail_reading import is_mailbox, messages_in
from compact_tui.exchange.return_json import read
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept, register_of
from compact_tui.services.return_files import pack_for
from compact_tui.storage.originals import files_under, keep_original, opened, sha256_of
from compact_tui.storage.return_index import FileRow, ReturnIndex, ReturnRow

Told = Callable[[int, int], bool]
"""Hears how many files are done of how many; says whether to go on."""
_ACCEPTED, _QUARANTINED = "accepted", "quarantined"


class _Work(Struct):
    """What is at hand while files are read."""

    desk: Desk
    index: ReturnIndex
    register: Sequence[RegisterEntry]
    by_hand: dict[str, Match]
    packs: dict[tuple[str, str, str], AuditPack]
    tally: Counter[str]
    aside: list[PutAside]
    touched: dict[tuple[str, str], None]
    """Setting and round of each return that came in."""


def collect(desk: Desk, paths: Iterable[Path], told: Told | None = None) -> Collected:
    """Take in everything that lies at some places.

    Each file is one step: what was read before it is kept when the work is stopped or killed, and running it again
    goes on where it ended and changes nothing that was done.

    Args:
        desk: Where, when and who.
        paths: Files, or folders with everything under them.
        told: Hears how far it is, and may stop it.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If a place cannot be looked into, or nothing can be written.
    """
    register = register_of(desk)
    files = [file for path in paths for file in files_under(path)]
    stopped = False
    with ReturnIndex(desk.workspace.index_path) as index:
        by_hand = {one.id: one for one in kept(desk, "matches", Match)}
        work = _Work(desk, index, register, by_hand, {}, Counter(), [], {})
        for done, file in enumerate(files):
            if told is not None and not told(done, len(files)):
                stopped = True
                break
            _take_file(work, file)
        if told is not None and not stopped:
            told(len(files), len(files))
        return _collected(work, stopped=stopped)


def _take_file(work: _Work, path: Path) -> None:
    """One file, as one change of the index."""
    try:
        with work.index.together():
            for found in _documents(path):
                _take(work, found)
            _settle(work)
    except WorkspaceError:
        raise
    except CompactError as error:
        _put_aside(work, path.name, error.message, error.hint)


def _documents(path: Path) -> Iterator[Found | NotOpened]:
    """Every document in a file; a mailbox is read one mail at a time, however large it is."""
    with opened(path) as file:
        if is_mailbox(file.read(8192)):
            file.seek(0)
            for number, mail in enumerate(messages_in(file), 1):
                yield from found_in(f"{path.name} > mail {number}", mail, 1)
            return
        file.seek(0)
        yield from found_in(path.name, file.read(LARGEST + 1))


def _take(work: _Work, found: Found | NotOpened) -> None:
    if isinstance(found, NotOpened):
        _put_aside(work, found.name, f"It could not be opened: {found.reason}.", "Ask for the file itself, unpacked.")
        return
    kind = kind_of(found.data, found.name)
    if kind == UNKNOWN:
        work.tally["passed"] += 1
        return
    known = work.index.file(sha256_of(found.data))
    if known is not None:
        work.tally["duplicates"] += 1
        if known.state == _QUARANTINED:
            work.aside.append(PutAside(file=found.name, reason=known.reason))
        return
    sha256 = keep_original(work.desk.workspace.originals_folder, found.data)
    row = FileRow(
        sha256=sha256,
        name=found.name,
        kind=kind,
        state=_ACCEPTED,
        size=len(found.data),
        received_on=work.desk.today,
    )
    try:
        document = _read_return(work, found.data, sha256) if kind == RETURN else ""
    except CompactError as error:
        _put_aside(work, found.name, error.message, error.hint)
        work.index.put_file(replace(row, state=_QUARANTINED, reason=error.message))
        return
    work.tally["accepted" if kind == RETURN else "other"] += 1
    work.index.put_file(replace(row, document=document))


def _read_return(work: _Work, data: bytes, sha256: str) -> str:
    """Take a return; its id.

    Raises:
        FileNotAcceptableError: If it is not sound.
        CompactError: If another return of the same id is here.
    """
    return_ = read(data).return_
    if work.index.return_(return_.id) is not None:
        raise CompactError(
            f"Return {return_.id} is here already, with other content.",
            "One of the two is not what the setting made. Ask it to read out the code of its return.",
        )
    put_return(work.index, return_, sha256, work.register, work.by_hand, _pack(work, return_), work.desk.today)
    row = work.index.return_(return_.id)
    if row is not None and row.entry:
        work.touched[row.entry, row.cycle] = None
    return return_.id


def put_return(
    index: ReturnIndex,
    return_: Return,
    sha256: str,
    register: Sequence[RegisterEntry],
    by_hand: dict[str, Match],
    pack: AuditPack | None,
    received_on: str,
) -> None:
    """Put a return into the index, matched to the register by hand where somebody did, else by number or name."""
    decided = by_hand.get(return_.id)
    found = match(return_.setting.register_id, return_.setting.name, register)
    entry, how = (decided.entry, "by hand") if decided else (found.entry, found.how)
    index.put_return(
        ReturnRow(
            id=return_.id,
            sha256=sha256,
            supersedes=return_.supersedes,
            register_id=return_.setting.register_id,
            entry=entry,
            how=how,
            name=return_.setting.name,
            sector=return_.setting.sector,
            kind=return_.setting.kind,
            pack=return_.pack.id,
            edition=return_.pack.edition,
            cycle=return_.cycle,
            made_on=return_.made_on,
            received_on=received_on,
            current=True,
        ),
        facts_of(return_, pack, entry=entry, received_on=received_on),
    )


def settle(index: ReturnIndex, entry: str, cycle: str) -> tuple[str, ...]:
    """Sort out which return of a setting and round counts; ids of those that do not."""
    rows = list(index.returns(entry=entry, cycle=cycle))
    if not rows:
        return ()
    chain = chain_of(Link(row.id, row.supersedes, row.made_on) for row in rows)
    index.settle(entry, cycle, chain.current)
    return chain.superseded


def _settle(work: _Work) -> None:
    for entry, cycle in work.touched:
        work.tally["superseded"] += len(settle(work.index, entry, cycle))
    work.touched.clear()


def _pack(work: _Work, return_: Return) -> AuditPack:
    key = (return_.pack.id, return_.pack.edition, return_.pack.variation)
    if key not in work.packs:
        work.packs[key] = pack_for(return_, work.desk)
    return work.packs[key]


def _put_aside(work: _Work, name: str, reason: str, remedy: str) -> None:
    work.aside.append(PutAside(file=name, reason=reason, remedy=remedy))


def _collected(work: _Work, *, stopped: bool) -> Collected:
    tally = work.tally
    unmatched = sum(1 for _ in work.index.returns(entry=""))
    said = [
        count(tally["accepted"], "return") + " taken",
        f"{tally['duplicates']} here already",
        f"{len(work.aside)} put aside",
    ]
    if unmatched:
        said.append(f"{unmatched} belong to no setting of the register yet")
    return Collected(
        accepted=tally["accepted"],
        duplicates=tally["duplicates"],
        superseded=tally["superseded"],
        quarantined=tuple(work.aside),
        other=tally["other"],
        unmatched=unmatched,
        passed=tally["passed"],
        stopped=stopped,
        sentence=f"{', '.join(said)}." + (" Stopped; run it again to go on." if stopped else ""),
    )
