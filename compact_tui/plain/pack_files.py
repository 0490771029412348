"""Packs as workbooks, two editions compared, a new edition taken into the audit, and what is parked, line by line."""

from collections.abc import Callable, Mapping

from compact_tui.core.edition_views import EditionView, diff_lines, edition_lines
from compact_tui.core.pack_diff import PackDiff
from compact_tui.core.pack_file_views import (
    COMPARE_PACKS_FORM,
    EDITION_FORM,
    EXPORT_PACK_FORM,
    IMPORT_PACK_FORM,
    NEW_PACK_FORM,
    PackTaken,
    PackWritten,
    taken_lines,
    written_lines,
)
from compact_tui.core.parked_views import parked_lines
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.teller import Teller
from compact_tui.services import editions, pack_files
from compact_tui.services.desk import Desk

FILE_CHOICES = (
    Choice("edition", "Take a new edition into this audit: you hear first what it does"),
    Choice("parked", "What is parked: said to questions that are not asked now"),
    Choice("compare", "Compare two editions"),
    Choice("export", "Write a pack to a workbook"),
    Choice("import", "Take a pack from a workbook"),
    Choice("new", "Begin a pack of your own in a workbook"),
)
"""What can be done besides reading a pack."""
_LEAVE = Choice("back", "No, leave it")


def _edition(teller: Teller, desk: Desk) -> None:
    """Hear what a new edition would do, then take it or leave it."""
    named: list[str] = []

    def look(typed: dict[str, str]) -> EditionView:
        named.append(typed["pack"])
        return editions.edition_view(desk, typed["pack"])

    seen = ask_form(teller, EDITION_FORM, {}, look)
    teller.pages(edition_lines(seen))
    heading = f"Take edition {seen.new_edition} into this audit?"
    if choose(teller, Menu(heading=heading, choices=(_LEAVE, Choice("yes", "Yes, take it")))) == "yes":
        teller.pages(edition_lines(editions.take_edition(desk, named[-1])))


def _parked(teller: Teller, desk: Desk) -> None:
    teller.pages(parked_lines(editions.parked(desk)))


def _compare(teller: Teller, desk: Desk) -> None:
    def compare(typed: dict[str, str]) -> PackDiff:
        return pack_files.compare_packs(typed["old"], typed["new"])

    teller.pages(diff_lines(ask_form(teller, COMPARE_PACKS_FORM, {}, compare)))


def _export(teller: Teller, desk: Desk) -> None:
    def write(typed: dict[str, str]) -> PackWritten:
        return pack_files.export_pack(typed["pack"], typed["output"])

    teller.say(*written_lines(ask_form(teller, EXPORT_PACK_FORM, {}, write)))


def _new(teller: Teller, desk: Desk) -> None:
    def write(typed: dict[str, str]) -> PackWritten:
        return pack_files.new_pack(typed["title"], desk.today, typed["output"])

    teller.say(*written_lines(ask_form(teller, NEW_PACK_FORM, {}, write)))


def _import(teller: Teller, desk: Desk) -> None:
    """Hear what is wrong with a workbook; where nothing is, take it or leave it."""
    asked: list[dict[str, str]] = []

    def look(typed: dict[str, str]) -> PackTaken:
        asked.append(typed)
        return pack_files.import_pack(typed["file"], desk.today, typed["output"], dry_run=True)

    seen = ask_form(teller, IMPORT_PACK_FORM, {}, look)
    teller.pages(taken_lines(seen))
    heading = f"Take it into the folder {seen.folder}?"
    choices = (_LEAVE, Choice("yes", "Yes, take it"))
    if not seen.errors and choose(teller, Menu(heading=heading, choices=choices)) == "yes":
        teller.pages(taken_lines(pack_files.import_pack(asked[-1]["file"], desk.today, asked[-1]["output"])))


DO: Mapping[str, Callable[[Teller, Desk], None]] = {
    "edition": _edition,
    "parked": _parked,
    "compare": _compare,
    "export": _export,
    "import": _import,
    "new": _new,
}
"""What each choice does."""
