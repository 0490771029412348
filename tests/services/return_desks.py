"""Desks on which returns are made, read and followed up."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from compact_tui.core.return_views import ReturnMadeView
from compact_tui.core.returns import Return
from compact_tui.exchange.return_json import read
from compact_tui.services import answering, audits, grading, records, settings
from compact_tui.services.desk import Desk, Shelf
from compact_tui.storage.workspace import Workspace
from compact_tui.storage.writer import SaveNow
from tests.samples import FIXTURES

MOMENT = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
TYPED = {
    "name": "The Old Gallery & Sons",
    "sector": "education",
    "kind": "primary-school",
    "contact_name": "Jo Gray",
    "contact_email": "jo@example.org",
    "return_to": "committee@example.org",
}


def desk_in(root: Path, moment: datetime = MOMENT) -> Desk:
    """A desk at a moment, on which ids count up."""
    numbers: Iterator[int] = iter(range(1, 10_000))
    return Desk(
        workspace=Workspace(root),
        saver=SaveNow(),
        now=lambda: moment,
        new_id=lambda prefix: f"{prefix}-{moment:%d}{next(numbers):04d}",
        who="Lead",
        shelf=Shelf(),
    )


def gallery(folder: Path) -> Desk:
    """A desk with a setting and an audit of which a little is done."""
    desk = desk_in(folder / "My audit \u6f22")
    settings.set_up(desk, TYPED)
    audits.start(desk, pack=str(FIXTURES / "small-pack"), cycle="2026-2028")
    answering.answer(desk, "u1-ticket", "in-hand", note="Roll of tickets by the door.")
    grading.grade(desk, "u1", "bone-dry")
    records.add_evidence(desk, {"title": "Stubs", "kind": "ticket-stub", "where": "Desk"}, ("u1-ticket",))
    return desk


def read_back(view: ReturnMadeView) -> Return:
    """The return as it lies in its folder."""
    return read(Path(view.return_file).read_bytes()).return_


def folders(desk: Desk) -> list[str]:
    """The names of everything made to be sent."""
    return sorted(p.name for p in desk.workspace.sent_folder.iterdir()) if desk.workspace.sent_folder.exists() else []
