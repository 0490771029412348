"""Reading a return file: the page on it, and whether it is whole."""

from pathlib import Path

from compact_tui.core.days import say_day
from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_head import PackHead
from compact_tui.core.report import report_of
from compact_tui.core.return_views import ReturnFileView, ReturnVerified
from compact_tui.core.returns import Return, counts_of
from compact_tui.core.signing_views import SignOffCheck
from compact_tui.core.variation import for_variation
from compact_tui.exchange.return_json import ReadReturn, read
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.books import audit_books, audit_of, pack_beside
from compact_tui.services.desk import Desk
from compact_tui.storage.packs import load_shipped, shipped_packs
from compact_tui.storage.reading import read_given


def show_file(path: Path, desk: Desk | None = None) -> ReturnFileView:
    """Read a return file and give the page on it.

    Args:
        path: The file.
        desk: Where the pack it answers may lie, if it is not a shipped one.

    Raises:
        FileNotAcceptableError: If it is not there or not a sound return; says why.
    """
    found = _read(path)
    return view_of(path, found, pack_for(found.return_, desk))


def view_of(path: Path, found: ReadReturn, pack: AuditPack) -> ReturnFileView:
    """What is shown of a return that was read.

    Args:
        path: Where its file stands.
        found: The return, and what there is to say about the file.
        pack: The pack that it answers.
    """
    return_ = found.return_
    return ReturnFileView(
        path=str(path.absolute()),
        id=return_.id,
        setting=return_.setting.name,
        cycle=return_.cycle,
        made_on=return_.made_on,
        complete=return_.complete,
        code=found.code,
        digest=return_.digest,
        unknown=tuple(item.where for item in found.unknown),
        counts=counts_of(return_),
        warnings=return_.warnings,
        page=report_of(return_, pack),
        sign_offs=_checked(found),
    )


def verify_file(path: Path) -> ReturnVerified:
    """Check that a return file is whole and unaltered.

    Raises:
        FileNotAcceptableError: If it is not; says why.
    """
    found = _read(path)
    return_ = found.return_
    return ReturnVerified(
        path=str(path.absolute()),
        id=return_.id,
        setting=return_.setting.name,
        cycle=return_.cycle,
        code=found.code,
        digest=return_.digest,
        unknown=tuple(item.where for item in found.unknown),
        sentence="The digest matches: nothing was damaged on the way. To be sure that it is the one they made, "
        f"ask the sender for its code; here it is {found.code}.",
        sign_offs=_checked(found),
    )


def _checked(found: ReadReturn) -> tuple[SignOffCheck, ...]:
    """Every signature of a return, held against what is in the file that was read."""
    now, checks = found.content_code, []
    for sign in found.return_.sign_offs:
        holds = sign.code == now
        told = f"{sign.name or sign.role} ({sign.role}) signed on {say_day(sign.on)}, code {sign.code}: "
        told += "that is what is in this file." if holds else f"something was changed since; this file has {now}."
        checks.append(
            SignOffCheck(
                id=sign.id,
                role=sign.role,
                name=sign.name,
                on=sign.on,
                code=sign.code,
                holds=holds,
                sentence=told,
            )
        )
    return tuple(checks)


def _read(path: Path) -> ReadReturn:
    return read(read_given(path, LARGEST))


def pack_for(return_: Return, desk: Desk | None) -> AuditPack:
    """The pack a return answers: beside an audit on the desk, else shipped, else one that knows no words."""
    wanted = return_.pack
    for book in audit_books(desk) if desk else ():
        head = audit_of(book).head
        if desk and (head.pack, head.edition, head.variation) == (wanted.id, wanted.edition, wanted.variation):
            return pack_beside(desk, book)
    if wanted.id in shipped_packs():
        pack = load_shipped(wanted.id)
        if pack.pack.edition == wanted.edition:
            return for_variation(pack, wanted.variation)
    head_only = PackHead(id=wanted.id, edition=wanted.edition, title=wanted.id, wording=wanted.wording)
    return AuditPack(pack=head_only, level=(), standard=())
