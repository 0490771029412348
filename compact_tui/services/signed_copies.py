"""Our own copies of what was signed and of what was sent, and what has changed since."""

from collections.abc import Callable

from msgspec import Struct

from compact_tui.core.audit import Audit, ReturnMade, SignOff, return_elsewhere
from compact_tui.core.days import day_of, say_day
from compact_tui.core.errors import FileNotAcceptableError, WorkspaceError
from compact_tui.core.pack import AuditPack
from compact_tui.core.return_changes import ChangedItem, Since, changes_between
from compact_tui.core.returns import Return, content_code
from compact_tui.core.signing import counted
from compact_tui.core.text import count
from compact_tui.exchange.return_json import ReadReturn, read
from compact_tui.services.desk import Desk
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.signed import read_signed


class Copy(Struct, frozen=True):
    """Our copy of a return, and whether it is still what it was."""

    state: str
    """``sound missing altered unreadable``."""
    return_: Return | None = None
    """What it says; ``None`` unless it is sound."""


def copy_of_signed(desk: Desk, sign: SignOff) -> Copy:
    """Our copy of what was shown when somebody signed."""
    if not sign.folder:
        return Copy("missing")
    found = _read(lambda: read_signed(desk.workspace.signed_folder, sign.folder))
    if isinstance(found, Copy):
        return found
    return Copy("sound", found.return_) if found.content_code == sign.code else Copy("altered")


def copy_of_sent(desk: Desk, made: ReturnMade) -> Copy:
    """Our copy of a return that was made."""
    path = desk.workspace.sent_folder / made.folder / made.return_file
    found = _read(lambda: read_bytes(path)[0])
    if isinstance(found, Copy):
        return found
    return Copy("sound", found.return_) if found.return_.digest == made.digest else Copy("altered")


def _read(read_it: Callable[[], bytes]) -> ReadReturn | Copy:
    try:
        return read(read_it())
    except FileNotAcceptableError:
        return Copy("altered")
    except WorkspaceError as error:
        return Copy("missing" if isinstance(error.__cause__, FileNotFoundError) else "unreadable")


_COPY_WORDS = {
    "missing": "Our copy of what was signed is not there any more: the code is {code}, and a copy elsewhere that has "
    "it is the right one.",
    "altered": "Our copy of what was signed was altered, or a text was erased from it: its code is not {code}.",
    "unreadable": "Our copy of what was signed cannot be read just now: the code is {code}.",
}


class SignState(Struct, frozen=True):
    """How a signature stands."""

    state: str
    """``same changed unclear``."""
    copy: str
    sentence: str
    changes: tuple[ChangedItem, ...] = ()


def state_of(desk: Desk, sign: SignOff, draft: Return, pack: AuditPack) -> SignState:
    """What has changed since somebody signed; a later change does not unsay what was signed."""
    copy = copy_of_signed(desk, sign)
    signed = f"signed by {sign.name} on {say_day(sign.on)}, code {sign.code}"
    lacking = _COPY_WORDS.get(copy.state, "").format(code=sign.code)
    if sign.code == content_code(draft):
        return SignState("same", copy.state, f"{signed}; nothing has changed since. {lacking}".strip())
    if copy.return_ is None:
        told = f"{signed}; something has changed since, but what cannot be said. {lacking}"
        return SignState("unclear", copy.state, told)
    changes = changes_between(copy.return_, draft, pack)
    told = f"{signed}; {count(len(changes), 'change')} since."
    return SignState("changed", copy.state, told, changes)


def since_signed(desk: Desk, audit: Audit, draft: Return, pack: AuditPack) -> tuple[Since, ...]:
    """What has changed since each signature that counts; nothing for those since which nothing has."""
    found = []
    for sign in counted(audit.sign_offs):
        state = state_of(desk, sign, draft, pack)
        if state.state != "same":
            found.append(Since(sentence=f"{sign.role}: {state.sentence}", changes=state.changes))
    return tuple(found)


def since_sent(desk: Desk, audit: Audit, draft: Return, pack: AuditPack) -> Since:
    """What has changed since the return was sent last; where none was sent, since the last was made."""
    made = return_elsewhere(audit)
    if made is None:
        return Since(sentence="No return has been made yet.")
    when = f"was sent on {say_day(made.sent_on)}" if made.sent_on else f"was made on {say_day(day_of(made.made_at))}"
    named = f"The return {made.id} {when}, code {made.code}"
    copy = copy_of_sent(desk, made)
    if copy.return_ is None:
        why = {"missing": "is not there any more", "altered": "was altered", "unreadable": "cannot be read just now"}
        erased = f" A text was erased from it on {say_day(made.erased_on)}." if made.erased_on else ""
        told = f"{named}. What has changed since cannot be said: our copy of it {why[copy.state]}.{erased}"
        return Since(sentence=told)
    changes = changes_between(copy.return_, draft, pack)
    told = f"; {count(len(changes), 'change')} since." if changes else "; nothing has changed since."
    return Since(sentence=named + told, changes=changes)
