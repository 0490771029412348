"""Taking what came by email, kind by kind: each has the verb that does it, and what that would do."""

from collections.abc import Callable, Mapping
from pathlib import Path

from compact_tui.core.bank_files import taken_lines
from compact_tui.core.came import CameDone
from compact_tui.services.desk import Desk
from compact_tui.services.part_importing import part_in

PART, READER = "part-lent", "reading-out"
Take = Callable[[Desk, Path, Path], CameDone]
"""Takes the document, given as a file; last the file that was named, in which it came."""
Look = Callable[[Desk, Path, Path], tuple[str, ...]]
"""Says what that would do."""


def _reply(desk: Desk, path: Path, came: Path) -> CameDone:
    from compact_tui.services.replies_in import open_reply

    return CameDone(sentence=open_reply(desk, str(path)).sentence)


def _receipt(desk: Desk, path: Path, came: Path) -> CameDone:
    from compact_tui.services.receipts_in import take_receipt

    noted = take_receipt(desk, path)
    return CameDone(sentence=f"Noted: return {noted.id} {noted.sentence}.")


def _rows(desk: Desk, path: Path, came: Path) -> CameDone:
    from compact_tui.services.spot_exchange import import_rows

    done = import_rows(desk, path)
    return CameDone(sentence=done.sentence, lines=done.left_out)


def _rows_told(desk: Desk, path: Path, came: Path) -> tuple[str, ...]:
    from compact_tui.services.spot_exchange import import_rows

    told = import_rows(desk, path, dry_run=True)
    return (told.sentence, *told.left_out)


def _walks(desk: Desk, path: Path, came: Path) -> CameDone:
    from compact_tui.services.walk_exchange import import_walks

    return CameDone(sentence=import_walks(desk, path).sentence)


def _walks_told(desk: Desk, path: Path, came: Path) -> tuple[str, ...]:
    from compact_tui.services.walk_exchange import import_walks

    return (import_walks(desk, path, dry_run=True).sentence,)


def _bank(desk: Desk, path: Path, came: Path) -> CameDone:
    from compact_tui.services.bank_importing import import_bank

    done = import_bank(desk, str(path))
    return CameDone(sentence=done.sentence, lines=done.notes)


def _bank_told(desk: Desk, path: Path, came: Path) -> tuple[str, ...]:
    from compact_tui.services.bank_importing import import_bank

    return taken_lines(import_bank(desk, str(path), dry_run=True))


def _reader(desk: Desk, path: Path, came: Path) -> CameDone:
    from compact_tui.services.reading_files import open_reading

    done = open_reading(desk, path)
    return CameDone(sentence=done.sentence, lines=(done.next_step,))


def _reader_told(desk: Desk, path: Path, came: Path) -> tuple[str, ...]:
    return (f"This folder is empty, and becomes the reader's own: {desk.workspace.root.absolute()}",)


def _part(desk: Desk, path: Path, came: Path) -> CameDone:
    from compact_tui.services.part_opening import open_part, part_folder

    done = open_part(desk, {"file": str(path), "folder": str(part_folder(part_in(path), came))})
    return CameDone(sentence=done.sentence, lines=tuple(done.next_step.split("\n")))


def _part_told(desk: Desk, path: Path, came: Path) -> tuple[str, ...]:
    from compact_tui.services.part_opening import part_folder

    part = part_in(path)
    return (
        f"{part.setting.name} asks {part.lent_to} to answer some of its audit.",
        f"It is opened in a folder of its own, and nothing here is changed: {part_folder(part, came)}",
    )


TAKES: Mapping[str, Take] = {
    "reply": _reply,
    "receipt": _receipt,
    "spot-rows": _rows,
    "walk-rows": _walks,
    "bank": _bank,
    READER: _reader,
    PART: _part,
}
"""The verb of each kind that is not merged and not collected."""
LOOKS: Mapping[str, Look] = {
    "spot-rows": _rows_told,
    "walk-rows": _walks_told,
    "bank": _bank_told,
    READER: _reader_told,
    PART: _part_told,
}
"""What taking it would do, for those that are looked at first."""
