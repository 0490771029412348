"""The audit pack that a partnership asks for: a copy lies beside the book, so that a later program finds it too."""

from compact_tui.core.errors import FileNotAcceptableError, WorkspaceError
from compact_tui.core.pack import AuditPack
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import head_of
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.pack_copy import decode_pack, encode_pack
from compact_tui.storage.packs import load_shipped, shipped_packs
from compact_tui.storage.reading import read_bytes


def keep_pack(desk: Desk, pack: AuditPack) -> None:
    """Write the copy of a pack beside the partnership's book, in the place of an older one of the same edition.

    Raises:
        WorkspaceError: If it cannot be written.
    """
    path = desk.workspace.pack_path(desk.workspace.partnership_path, f"{pack.pack.id}-{pack.pack.edition}")
    write_atomically(path, encode_pack(pack))
    desk.shelf.packs.pop(path, None)


def pack_asked(desk: Desk, pack_id: str = "", edition: str = "") -> AuditPack:
    """The pack that this round asks for, whole; or one of an earlier round, by its id and edition.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If its copy cannot be read.
    """
    head = head_of(desk)
    wanted = (pack_id or head.pack, edition or head.edition)
    path = desk.workspace.pack_path(desk.workspace.partnership_path, "-".join(wanted))
    if path not in desk.shelf.packs and not path.exists() and wanted[0] in shipped_packs():
        shipped = load_shipped(wanted[0])
        if shipped.pack.edition == wanted[1]:
            return shipped
    if path not in desk.shelf.packs:
        try:
            desk.shelf.packs[path] = decode_pack(read_bytes(path)[0])
        except FileNotAcceptableError as error:
            raise WorkspaceError(
                f"{path} cannot be used: {error.message}",
                "Your register and decisions are safe. Say again which pack is asked for: "
                "compact-tui partnership change --pack PACK",
            ) from error
    return desk.shelf.packs[path]
