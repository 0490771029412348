"""Desks of several people on one workspace, with a clock that tests set and ids that can be told beforehand."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.pack import AuditPack
from compact_tui.services import audits, settings
from compact_tui.services.desk import Desk, Shelf, backups_of
from compact_tui.storage.pack_copy import encode_pack
from compact_tui.storage.packs import read_pack
from compact_tui.storage.workspace import Workspace
from compact_tui.storage.writer import SaveNow

SMALL_PACK = Path(__file__).parents[1] / "fixtures" / "small-pack"
MOMENT = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
TYPED = {"name": "Brolly House", "sector": "education", "kind": "primary-school"}
ALL_CRITERIA = tuple(
    f"{standard}-{name}"
    for standard, names in (
        ("u1", ("ticket", "wet-rack", "greeting")),
        ("u2", ("watch", "repair", "parasols")),
        ("u3", ("match", "unclaimed", "lend")),
    )
    for name in names
)


def desk_in(root: Path, *, who: str = "Lead", moment: datetime = MOMENT, name: str = "") -> Desk:
    """A desk of its own, as another program on the workspace has; ids are ``a-1``, ``c-2`` and so on."""
    numbers, workspace = count(1), Workspace(root)
    return Desk(
        workspace=workspace,
        saver=SaveNow(backups_of(workspace)),
        now=lambda: moment,
        new_id=lambda prefix: f"{prefix}-{name}{next(numbers)}",
        who=who,
        shelf=Shelf(),
    )


def at(desk: Desk, *, days: int = 0, minutes: int = 0) -> Desk:
    """The same desk some time later."""
    moment = desk.now() + timedelta(days=days, minutes=minutes)
    return replace(desk, now=lambda: moment)


def reopened(desk: Desk) -> Desk:
    """The desk of the next run of the program: nothing is remembered but what is on the disk."""
    return replace(desk, shelf=Shelf())


def set_up(desk: Desk, **typed: str) -> None:
    """Say who the setting is."""
    settings.set_up(desk, TYPED | typed)


def small_pack() -> AuditPack:
    """The small invented pack, whole."""
    pack, problems = read_pack(SMALL_PACK)
    assert pack is not None, problems
    return pack


def started_with(root: Path, pack: AuditPack, **typed: str) -> Desk:
    """A desk with a setting and an audit of a pack that was made for the test."""
    file = root / "made-for-the-test.pack.json"
    root.mkdir(parents=True, exist_ok=True)
    file.write_bytes(encode_pack(pack))
    desk = desk_in(root / "Compact audit")
    set_up(desk, **typed)
    audits.start(desk, pack=str(file), cycle="2026-2028")
    return desk


def started(root: Path, **typed: str) -> Desk:
    """A desk with a setting and an audit of the small pack."""
    desk = desk_in(root)
    set_up(desk, **typed)
    audits.start(desk, pack=str(SMALL_PACK), cycle="2026-2028")
    return desk
