"""The folder that a request or a reminder to one setting goes out in."""

from pathlib import Path

from compact_tui.core.forms import split
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.request import Request
from compact_tui.core.request_build import request_page
from compact_tui.core.requests_made import MadeLine
from compact_tui.core.text import slug
from compact_tui.storage.send_folder import make_folder

_NAME_LENGTH = 24
"""Characters of a part of a folder's name; Windows takes 260 for a whole path."""


def write_request(
    sent: Path, request: Request, entry: RegisterEntry, title: str, late: int, *, reminder: bool
) -> MadeLine:
    """Write the folder of one setting: the request, its page, the draft of an email, and what to do with them.

    Args:
        sent: The folder that it is made in.
        request: The request.
        entry: The setting that is asked.
        title: What the audit is called.
        late: Days since the return was due; 0 when it is not late.
        reminder: Whether it was asked before.

    Raises:
        WorkspaceError: If it cannot be written.
    """
    from compact_tui.exchange.html import page_html
    from compact_tui.exchange.request_json import encode_request
    from compact_tui.exchange.request_letters import RequestNames, letter_draft, letter_read_me, request_letter

    name, kind = slug(entry.name, _NAME_LENGTH), "reminder" if reminder else "request"
    names = RequestNames(
        request_file=f"{name}-request.json",
        page_file=f"{name}-{kind}.html",
        draft_file=f"{name}-{kind}-email.eml",
        read_me_file="read-me-first.txt",
    )
    data, page = encode_request(request), page_html(request_page(request, title))
    to = split(entry.contact_email)
    letter = request_letter(request, title, to, names, late, contact=entry.contact_name, reminder=reminder)
    files = {
        names.request_file: data,
        names.page_file: page,
        names.draft_file: letter_draft(letter, names, data, page),
        names.read_me_file: letter_read_me(letter, names),
    }
    before = f"{request.made_on}-{kind}-{slug(entry.id, _NAME_LENGTH)}-{name}"
    folder = make_folder(sent, before, f".unfinished-{request.id}", files)
    return MadeLine(
        entry=entry.id,
        name=entry.name,
        folder=str(folder.absolute()),
        draft_file=str(folder.absolute() / names.draft_file),
        to=to,
    )
