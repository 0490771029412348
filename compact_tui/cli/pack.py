"""Audit packs: listing, showing and checking them; workbooks and editions are in ``pack_files``."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, width, wrapped
from compact_tui.cli.pack_files import add_verbs as add_file_verbs
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.core.confidence import LOOK_UP
from compact_tui.core.days import say_day
from compact_tui.core.errors import ExitCode
from compact_tui.core.text import count

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Iterator

    from compact_tui.core.pack import AuditPack, Standard
    from compact_tui.core.pack_counts import VariationCount
    from compact_tui.services.packs import PackCheck


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the group."""
    verbs = add_group(groups, "pack")
    add_verb(verbs, "list", list_all, "List the audit packs that came with the program.", example="pack list")
    verb = add_verb(verbs, "show", show, "Show a pack, or one standard of it.", example="pack show compact-12 3")
    verb.add_argument("pack", nargs="?", default="", metavar="ID", help="its id, file or folder; may be left out")
    verb.add_argument("standard", nargs="?", default="", metavar="STANDARD", help="id or number of a standard")
    verb.add_argument("--variation", default="", metavar="V", help="as this variation sees it, such as education")
    verb = add_verb(
        verbs, "sources", sources, "List every source, what rests on it, and what is due for checking.",
        example="pack sources",
    )  # fmt: skip
    verb.add_argument("pack", nargs="?", default="", metavar="ID", help="its id, or the path of its file or folder")
    verb = add_verb(
        verbs, "print", print_page, "Write a pack as a page, to read before starting.", example="pack print"
    )
    verb.add_argument("pack", nargs="?", default="", metavar="ID", help="its id, or the path of its file or folder")
    verb.add_argument("--variation", default="", metavar="V", help="as this variation sees it, such as education")
    verb.add_argument("--output", default="", metavar="FILE", help="the file to write; else one in this folder")
    verb = add_verb(
        verbs, "lint", lint, "Check a pack: ids, completeness, sources, dates, rule table.", example="pack lint my-pack"
    )
    verb.add_argument(
        "pack",
        nargs="?",
        default="",
        metavar="ID-or-PATH",
        help="its id, or its file or folder; left out, every pack that came with the program",
    )
    add_file_verbs(verbs)


def list_all(args: Namespace) -> int:
    """Print the packs that came with the program."""
    from compact_tui.services.packs import list_packs

    lines = list_packs()
    if wants_json(args):
        print_json(lines)
    else:
        rows = [
            (p.id, p.edition, f"{p.standards} / {p.criteria}", ", ".join(p.variations), f"{p.title} ({p.wording})")
            for p in lines
        ]
        table(args, ("Id", "Edition", "Standards / criteria", "Ready for", "Title"), rows)
    return 0


def show(args: Namespace) -> int:
    """Print a pack, or one standard of it."""
    from compact_tui.services.packs import default_pack, is_standard, show_pack

    if args.pack and not args.standard and is_standard(args.pack):
        args.pack, args.standard = "", args.pack
    pack = show_pack(args.pack or default_pack(), args.standard, args.variation)
    if wants_json(args):
        print_json(pack)
    elif args.standard:
        for standard in pack.standard:
            say(*_standard_lines(standard))
    else:
        say(*_pack_lines(pack))
    return 0


def _pack_lines(pack: "AuditPack") -> list[str]:
    head = pack.pack
    lines = [f"{head.title} ({head.id}, edition {head.edition})"]
    if head.wording_note:
        lines.extend(wrapped(head.wording_note, width()))
    if head.review_by:
        lines.append(f"To be looked at again by {say_day(head.review_by)}.")
    lines.append("")
    lines.extend(
        f"{s.number:>3}  {s.title} ({count(len(s.criterion), 'criterion', 'criteria')})" for s in pack.standard
    )
    lines.extend(["", f"One standard in full: compact-tui pack show {head.id} NUMBER"])
    return lines


def _standard_lines(standard: "Standard") -> list[str]:
    from compact_tui.core.pack import numbered

    widest = width()
    lines = [f"{standard.number}  {standard.title}", *wrapped(standard.introduction.strip(), widest)]
    for number, criterion in numbered(standard):
        lines.extend(["", f"{number}  {criterion.question} [{criterion.duty}]"])
        told = [criterion.text, f"Good: {criterion.good.strip()}"]
        told.extend(f"Look at: {place}" for place in criterion.where)
        told.extend(f"Ask: {question}" for question in criterion.ask)
        for text in told:
            lines.extend(wrapped(text, widest, "     "))
    for answer in standard.model_answer:
        lines.extend(["", f"At the level {answer.level}:", *wrapped(answer.text.strip(), widest, "     ")])
    return lines


def sources(args: Namespace) -> int:
    """Print every source of a pack and what rests on it."""
    from compact_tui.services.packs import default_pack, pack_sources

    lines = pack_sources(args.pack or default_pack(), desk_of(args).today)
    if wants_json(args):
        print_json(lines)
    else:
        rows = [
            (
                ", ".join(part for part in (line.title, line.edition) if part),
                line.status,
                f"{len(line.criteria)} / {line.musts}",
                f"{say_day(line.checked_on) or 'never'}{', DUE' if line.due else ''}",
                LOOK_UP if line.secondary else "",
            )
            for line in lines
        ]
        table(args, ("Source", "Status", "Criteria / musts", "Checked", "Note"), rows)
        say(f"{count(sum(line.due for line in lines), 'source')} due for checking.")
    return 0


def print_page(args: Namespace) -> int:
    """Write a pack as a page."""
    from compact_tui.services.packs import default_pack, print_pack

    path = print_pack(args.pack or default_pack(), args.variation, args.output)
    if wants_json(args):
        print_json({"file": str(path)})
    else:
        say(f"Written: {path}", "Open it in a browser to read or print it.")
    return 0


def lint(args: Namespace) -> int:
    """Check a pack, or every shipped one, and print what to put right."""
    from compact_tui.services.packs import check_pack, check_shipped

    today = desk_of(args).today
    checks = (check_pack(args.pack, today),) if args.pack else check_shipped(today)
    if wants_json(args):
        print_json(checks[0] if args.pack else checks)
    else:
        for found in checks:
            say(*_check_lines(found))
    return int(ExitCode.PUT_RIGHT if any(found.errors for found in checks) else ExitCode.DONE)


def _check_lines(found: "PackCheck") -> "Iterator[str]":
    from compact_tui.core.edition_views import problem_line

    yield from map(problem_line, found.problems)
    yield (
        f"{found.pack} {found.edition}: {count(found.standards, 'standard')}, "
        f"{count(found.criteria, 'criterion', 'criteria')}; "
        f"{count(found.errors, 'error')}, {count(found.warnings, 'warning')}."
    )
    for seen in found.variations:
        yield f"  {_variation_line(seen, alone=len(found.variations) == 1)}"


def _variation_line(seen: "VariationCount", *, alone: bool) -> str:
    name = (seen.variation or "all") + ("" if seen.offered else " (not offered yet)")
    parts = [f"{name}: {count(seen.criteria, 'criterion', 'criteria')}"]
    if not alone:
        parts.append(f"{seen.shared} shared with all, {seen.own} of its own")
    parts.append(", ".join(f"{duty.criteria} {duty.duty}" for duty in seen.duties))
    return f"{'; '.join(part for part in parts if part)}."
