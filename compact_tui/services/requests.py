"""Opening a partnership's request: what it would set is shown, then it is taken, and the audit begun if wished."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.core.pack_lint import lint
from compact_tui.core.problems import Severity
from compact_tui.core.record_forms import parse_path
from compact_tui.core.request import Request
from compact_tui.core.request_opened import RequestView, contact_lines, request_lines, values_in, warnings_of
from compact_tui.core.setting import Setting
from compact_tui.core.text import count, slug
from compact_tui.exchange.request_json import read_request
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.audits import start
from compact_tui.services.books import audit_books, current_audit, read_setting
from compact_tui.services.carrying import carry_forward
from compact_tui.services.desk import Desk
from compact_tui.services.settings import keep_setting
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.pack_copy import encode_pack
from compact_tui.storage.packs import load_shipped, shipped_packs
from compact_tui.storage.reading import read_given

_NOTHING = "Nothing was changed."


class _Opened(Struct, frozen=True):
    data: bytes
    request: Request
    setting: Setting | None


def show_request(desk: Desk, file: str) -> RequestView:
    """What a request would set, field by field. Nothing is changed.

    Args:
        desk: Where, when and who.
        file: Path of the request.

    Raises:
        FileNotAcceptableError: It is not a sound request; says why.
        UsageError: No file is named.
    """
    return _view(desk, _opened(desk, file))


def take_request(desk: Desk, file: str, *, begin: bool = False) -> RequestView:
    """Take a request: the setting's fields as one change, a copy into ``received``, and the audit if that is wished.

    Args:
        desk: Where, when and who.
        file: Path of the request.
        begin: Begin the audit that it asks for; from the last round where there is one of the same pack.

    Raises:
        FileNotAcceptableError: It is not a sound request; says why.
        UsageError: The audit cannot be begun with it; nothing is changed then.
        WorkspaceError: Something could not be written.
    """
    opened = _opened(desk, file)
    before = _view(desk, opened)
    if begin and not before.can_start:
        raise UsageError(before.start_words, f"{_NOTHING} Take the request without beginning the audit.")
    request = opened.request
    stem = f"request-{slug(request.partnership, 24)}-{slug(request.id, 24)}"
    make_folder(desk.workspace.received_folder)
    write_atomically(desk.workspace.received_folder / f"{stem}.json", opened.data)
    values = values_in(request, opened.setting)
    if any(line.state != "same" for line in before.lines):
        keep_setting(desk, opened.setting, values, f"request of {request.partnership} taken")
    audit = _begin(desk, request, stem) if begin else ""
    return replace(before, taken=True, audit=audit, sentence=_taken_words(before, audit))


def _opened(desk: Desk, file: str) -> _Opened:
    named = parse_path(file)
    if not named:
        raise UsageError("No file is named.", f"{_NOTHING} Name the request that the partnership sent.")
    data = read_given(Path(named).expanduser(), LARGEST, f"{_NOTHING} Choose the file of the request.")
    return _Opened(data, read_request(data), read_setting(desk))


def _view(desk: Desk, opened: _Opened) -> RequestView:
    request = opened.request
    lines = request_lines(request, opened.setting)
    why_not = _why_not(desk, opened)
    differ = sum(line.state != "same" for line in lines)
    return RequestView(
        id=request.id,
        partnership=request.partnership,
        setting=request.setting,
        cycle=request.cycle,
        pack=request.pack,
        edition=request.edition,
        due=request.due,
        letter=request.letter,
        lines=lines,
        contacts=contact_lines(request, desk.today),
        warnings=tuple(warnings_of(request, opened.setting, desk.today)),
        can_start=not why_not,
        start_words=why_not or _start_words(desk, request),
        taken=False,
        audit="",
        sentence=f"{request.partnership} asks {request.setting} for its return of {request.cycle}. Taking it sets "
        f"{count(differ, 'thing')} about your setting.",
    )


def _why_not(desk: Desk, opened: _Opened) -> str:
    """Why the audit cannot be begun with a request; empty where it can."""
    request, setting = opened.request, opened.setting
    if request.cycle in {current_audit(desk, book).head.cycle for book in audit_books(desk)}:
        return f"An audit called {request.cycle} is here already."
    for pack in request.whole_pack:
        errors = [problem for problem in lint(pack, desk.today) if problem.severity is Severity.ERROR]
        if errors:
            found = count(len(errors), "mistake")
            return f"The audit pack that it brings has {found} and cannot be used: {errors[0].what}"
    if not request.whole_pack and not _is_shipped(request):
        return f"It asks for {request.pack}, edition {request.edition}, which is not on this computer."
    if not (setting and setting.sector) and not values_in(request, setting).get("sector"):
        return "Say first what kind of setting you are."
    return ""


def _is_shipped(request: Request) -> bool:
    return request.pack in shipped_packs() and load_shipped(request.pack).pack.edition == request.edition


def _last_round(desk: Desk, request: Request) -> str:
    heads = [current_audit(desk, book).head for book in audit_books(desk)]
    ours = [head for head in heads if head.pack == request.pack]
    return max(ours, key=lambda head: head.started_on).id if ours else ""


def _start_words(desk: Desk, request: Request) -> str:
    what = f"The audit {request.cycle} can be begun with it ({request.pack}, edition {request.edition}"
    brings = ", which it brings" if request.whole_pack else ""
    goes_on = "; what you said last time comes over, to be confirmed" if _last_round(desk, request) else ""
    return f"{what}{brings}){goes_on}."


def _begin(desk: Desk, request: Request, stem: str) -> str:
    pack = request.pack
    for whole in request.whole_pack:
        path = desk.workspace.received_folder / f"{stem}.pack.json"
        write_atomically(path, encode_pack(whole))
        pack = str(path)
    last = _last_round(desk, request)
    if last:
        return carry_forward(desk, {"cycle": request.cycle, "pack": pack}, last).audit
    return start(desk, pack=pack, cycle=request.cycle).id


def _taken_words(before: RequestView, audit: str) -> str:
    began = f" The audit {before.cycle} is begun." if audit else ""
    return f"The request of {before.partnership} is taken.{began} A copy of it is in the folder received."
