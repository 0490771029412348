"""Signing the audit: who has, what each is shown, and what has changed since."""

from msgspec.structs import replace

from compact_tui.core.audit import SignOff
from compact_tui.core.days import parse_day, say_day
from compact_tui.core.errors import CompactError, ExitCode, UsageError, WorkspaceError
from compact_tui.core.pack import AuditPack, Signer
from compact_tui.core.returns import with_digest
from compact_tui.core.signing import ANYONE, counted, missing_signers, signers_of
from compact_tui.core.signing_forms import parse_name
from compact_tui.core.signing_views import PageFile, SignedView, SigningView
from compact_tui.core.text import did_you_mean, slug
from compact_tui.exchange.return_json import encode, read
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.review import refuse_while_errors
from compact_tui.services.signing_show import Shown, page_for, shown, signing_view
from compact_tui.storage.send_folder import remove_folder
from compact_tui.storage.signed import PAGE_FILE, RETURN_FILE, free_page, write_signed

_ROLE_LENGTH = 24
"""Characters of a role in the name of a folder."""
_NOTHING = "Nothing was signed."


def signing(desk: Desk, signer: str = "") -> SigningView:
    """Who signs and how it stands, and the page that one of them signs.

    Args:
        desk: Where, when and who.
        signer: Whose page: id or words of a role; else the first that has not signed.

    Raises:
        UsageError: If nobody signs by that name.
    """
    opened = open_audit(desk)
    wanted = signer_named(opened.pack, signer) if signer else _next(opened)
    return signing_view(desk, opened, shown(desk, opened), wanted)


def _next(opened: OpenAudit) -> Signer:
    """The first that has to sign and has not; else the first of all."""
    return (*missing_signers(opened.pack, opened.audit.sign_offs), *signers_of(opened.pack))[0]


def signer_named(pack: AuditPack, name: str) -> Signer:
    """The role with this id or these words, or with these words among its own.

    Where the pack names nobody, any role may sign, and what was typed is what it is called.

    Raises:
        UsageError: With did-you-mean.
    """
    wanted = name.strip().casefold()
    if not pack.signer:
        try:
            role = parse_name(name)
        except ValueError as error:
            raise UsageError(str(error), _NOTHING) from error
        return replace(ANYONE, word=role) if role else ANYONE
    like = [one for one in pack.signer if len(wanted) > 2 and wanted in one.word.casefold()]
    exact = [one for one in pack.signer if wanted in {one.id, one.word.casefold()}]
    if exact or len(like) == 1:
        return (exact or like)[0]
    known = [one.id for one in pack.signer]
    hint = did_you_mean(wanted, [*known, *(one.word for one in pack.signer)])
    raise UsageError(f'Nobody signs as "{name}" here.', hint or f"Who signs: {', '.join(known)}.")


def ready(desk: Desk, expected_code: str = "") -> str:
    """The code that a signature would keep now; asked before a person is asked for a name.

    Args:
        desk: Where, when and who.
        expected_code: The code that the person was shown.

    Raises:
        CompactError: If an error of Review stands, or something was changed since the person looked.
    """
    opened = open_audit(desk)
    now = shown(desk, opened)
    _refuse(desk, opened, now, expected_code)
    return now.code


def sign_off(desk: Desk, signer: str, name: str, on: str = "", *, expected_code: str = "") -> SignedView:
    """Sign for a role: what is shown now is kept with its code, and the signature is recorded.

    A role that signs again gets a new record, and the newest counts. Later changes do not unsay it.

    Args:
        desk: Where, when and who.
        signer: Id or words of the role.
        name: The person's name.
        on: The day as typed; else today.
        expected_code: The code that the person was shown; where it is another now, nothing is signed.

    Raises:
        UsageError: If nobody signs by that name, or the name or day cannot be taken.
        CompactError: If an error of Review stands, or something was changed since the person looked.
        WorkspaceError: If what was shown could not be written and read back; nothing is recorded.
    """
    opened = open_audit(desk)
    role = signer_named(opened.pack, signer)
    if not role.id and role.word == ANYONE.word:
        raise UsageError("It is not said who signs.", f"Say what the person is here, such as Head. {_NOTHING}")
    person, day = _person(name), _day(desk, opened, on)
    now = shown(desk, opened)
    _refuse(desk, opened, now, expected_code)
    sign = SignOff(
        id=desk.new_id("s"),
        signer=role.id,
        role=role.word,
        name=person,
        on=day,
        code=now.code,
        by=desk.who,
        at=desk.at,
    )
    folder = write_signed(
        desk.workspace.signed_folder,
        f"{day}-{slug(role.id or role.word, _ROLE_LENGTH)}-{now.code}",
        _files(opened, now, role, sign.id),
    )
    sign = replace(sign, folder=folder.name)
    try:
        commit(
            desk,
            opened.book,
            "sign-off",
            f"signed by {person} ({role.word})",
            (edit("sign_offs", sign.id, None, sign),),
        )
    except WorkspaceError:
        if opened.book.unsaved:
            remove_folder(folder)
        raise
    lacking = missing_signers(opened.pack, (*opened.audit.sign_offs, sign))
    waits = "Still to sign: " + "; ".join(one.word for one in lacking) + "."
    return SignedView(
        id=sign.id,
        signer=sign.signer,
        role=sign.role,
        name=sign.name,
        on=sign.on,
        code=sign.code,
        folder=str(folder.absolute()),
        sentence=f"{person} signed as {role.word} on {say_day(day)}. The code of what was signed: {sign.code}",
        next_step=waits if lacking else "Everybody who has to has signed. Make the return: compact-tui return make",
    )


def _person(typed: str) -> str:
    try:
        name = parse_name(typed)
    except ValueError as error:
        raise UsageError(str(error), _NOTHING) from error
    if not name:
        raise UsageError("It is not said who signs.", f"Give the person's name. {_NOTHING}")
    return name


def _day(desk: Desk, opened: OpenAudit, typed: str) -> str:
    """The day of a signature. Today is always taken, whatever became of this computer's clock."""
    if not typed.strip():
        return desk.today
    try:
        day = parse_day(typed)
    except ValueError as error:
        raise UsageError(str(error), _NOTHING) from error
    if day > desk.today:
        hint = f"{_NOTHING} By this computer's clock today is {say_day(desk.today)}."
        raise UsageError(f"{say_day(day)} has not come yet.", hint)
    started = opened.audit.head.started_on
    if day < started and day != desk.today:
        raise UsageError(f"{say_day(day)} is before the audit was started ({say_day(started)}).", _NOTHING)
    return day


def _refuse(desk: Desk, opened: OpenAudit, now: Shown, expected_code: str) -> None:
    """Nobody signs what cannot stand, or what was not seen."""
    if expected_code and expected_code.strip().upper() != now.code:
        raise CompactError(
            f"Something was changed since you looked: the code was {expected_code.strip()} and is now {now.code}.",
            f"{_NOTHING} Look at the page again, then sign.",
            ExitCode.REFUSED,
        )
    refuse_while_errors(desk, opened, "It was not signed")


def _files(opened: OpenAudit, now: Shown, role: Signer, sign_id: str) -> dict[str, bytes]:
    """What the person was shown, by name of file; the return reads back as the same."""
    from compact_tui.exchange.html import page_html

    return_ = with_digest(replace(now.draft, id=sign_id))
    data = encode(return_)
    again = read(data)
    if again.return_ != return_ or again.content_code != now.code:
        raise WorkspaceError("What is signed does not read back as it was written.", f"{_NOTHING} Report this.")
    return {RETURN_FILE: data, PAGE_FILE: page_html(page_for(opened, now, (role,)))}


def withdraw(desk: Desk, named: str) -> SigningView:
    """Take the signature of a role back, and every other that the same role gave; undo brings them back.

    Our copies of what was signed stay where they are.

    Args:
        desk: Where, when and who.
        named: Id of the signature, or id or words of the role.

    Raises:
        UsageError: If there is no such signature.
    """
    opened = open_audit(desk)
    signs = opened.audit.sign_offs
    found = next((sign for sign in signs if sign.id == named), None) or _latest(opened, named)
    # Newest first, so that undo, which goes backwards, puts them into the order in which they were given.
    gone = [sign for sign in reversed(signs) if len(counted((sign, found))) == 1]
    what = f"signature of {found.name} ({found.role}) withdrawn"
    commit(desk, opened.book, "withdraw", what, tuple(edit("sign_offs", sign.id, sign, None) for sign in gone))
    return signing(desk, found.signer if any(one.id == found.signer for one in opened.pack.signer) else "")


def _latest(opened: OpenAudit, named: str) -> SignOff:
    if not opened.audit.sign_offs:
        raise UsageError("Nobody has signed this audit.", "Nothing was changed.")
    role = signer_named(opened.pack, named)
    for sign in counted(opened.audit.sign_offs):
        if sign.signer == role.id and (role.id or sign.role.casefold() == role.word.casefold()):
            return sign
    known = ", ".join(sign.role for sign in counted(opened.audit.sign_offs))
    raise UsageError(f"{role.word} has not signed.", f"Nothing was changed. Signed by: {known}.")


def write_head_page(desk: Desk, signer: str = "") -> PageFile:
    """Write the page that is signed, to be printed and signed by pen.

    Args:
        desk: Where, when and who.
        signer: Whose page: id or words of a role; else one page for all who sign.

    Raises:
        UsageError: If nobody signs by that name.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.html import page_html

    opened = open_audit(desk)
    now = shown(desk, opened)
    roles = (signer_named(opened.pack, signer),) if signer else signers_of(opened.pack)
    name = f"heads-page-{desk.today}-{now.code}"
    path = free_page(desk.workspace.pages_folder, name, page_html(page_for(opened, now, roles)))
    return PageFile(path=str(path.absolute()), sentence=f"The page to print and sign is in {path.absolute()}")
