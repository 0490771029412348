"""Listing, showing and checking audit packs."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_counts import VariationCount, variation_counts
from compact_tui.core.pack_page import SourceLine, sources_of
from compact_tui.core.problems import Problem, Severity, say
from compact_tui.core.text import count, did_you_mean
from compact_tui.core.topics import Topics
from compact_tui.core.variation import for_variation
from compact_tui.services.naming import standard_named
from compact_tui.storage.content import read_content
from compact_tui.storage.packs import load_shipped, open_pack, read_pack, shipped_pack_folder, shipped_packs


class PackLine(Struct, frozen=True):
    """A pack in a list."""

    id: str
    edition: str
    title: str
    wording: str
    standards: int
    criteria: int
    variations: tuple[str, ...]
    """Those this edition is complete for."""


class PackCheck(Struct, frozen=True):
    """What checking a pack found."""

    pack: str
    edition: str
    standards: int
    criteria: int
    """All there are, whichever variation sees them."""
    errors: int
    warnings: int
    variations: tuple[VariationCount, ...]
    """What each variation sees; empty for a pack that cannot be read."""
    problems: tuple[Problem, ...]


def pack_named(name: str) -> AuditPack:
    """A shipped pack by its id, or a pack by the path of its file or folder.

    Raises:
        UsageError: No such pack.
        FileNotAcceptableError: The file is not a pack that can be used; says where and why.
    """
    path = Path(name)
    if name in shipped_packs():
        return load_shipped(name)
    if not _is_there(path):
        known = shipped_packs()
        raise UsageError(f'There is no pack "{name}".', did_you_mean(name, known) or f"Packs: {', '.join(known)}.")
    pack, problems = read_pack(path)
    if pack is None:
        more = f" ({count(len(problems), 'mistake')} in all; compact-tui pack lint {name} lists them)"
        raise FileNotAcceptableError(say(problems[0]) + (more if len(problems) > 1 else ""), "Nothing was changed.")
    return pack


def _is_there(path: Path) -> bool:
    try:
        return path != Path() and path.exists()
    except OSError:
        # Longer than a file's name may be.
        return False


def default_pack() -> str:
    """Id of the pack that is meant where none is named."""
    return shipped_packs()[0]


def pack_for(sector: str) -> AuditPack:
    """The shipped pack that is complete for a sector; where there is none, the usual one, which will say so."""
    packs = [load_shipped(name) for name in shipped_packs()]
    return next((p for p in packs if any(v.sector == sector and v.offered for v in p.variation)), packs[0])


def list_packs() -> tuple[PackLine, ...]:
    """The packs that came with the program."""
    return tuple(pack_line(load_shipped(name)) for name in shipped_packs())


def pack_line(pack: AuditPack) -> PackLine:
    """A pack as a list shows it."""
    offered = tuple(v.id for v in pack.variation if v.offered)
    shown = for_variation(pack, offered[0]) if offered else pack
    return PackLine(
        id=pack.pack.id,
        edition=pack.pack.edition,
        title=pack.pack.title,
        wording=pack.pack.wording,
        standards=len(pack.standard),
        criteria=sum(len(standard.criterion) for standard in shown.standard),
        variations=offered,
    )


def pack_words(line: PackLine) -> tuple[str, ...]:
    """What a pack is, in a few lines."""
    seen_by = f" for {line.variations[0]}" if line.variations else ""
    return (
        f"{line.id}, edition {line.edition}: {count(line.standards, 'standard')}, "
        f"{count(line.criteria, 'question')}{seen_by}.",
        f"Whose words: {line.wording}.",
        f"Ready for: {', '.join(line.variations) or 'everybody'}.",
    )


def is_standard(name: str) -> bool:
    """Whether a name is that of a standard of the pack that is meant where none is named."""
    return any(name.strip().lower() in {s.id, str(s.number)} for s in load_shipped(default_pack()).standard)


def show_pack(name: str, standard: str = "", variation: str = "") -> AuditPack:
    """A pack as one variation sees it, whole or one standard of it.

    Raises:
        UsageError: No such pack, variation or standard.
    """
    pack = pack_named(name)
    ids = [v.id for v in pack.variation]
    if variation and variation not in ids:
        raise UsageError(f'The pack has no variation "{variation}".', did_you_mean(variation, ids))
    shown = for_variation(pack, variation or next((v.id for v in pack.variation if v.offered), ""))
    return replace(shown, standard=(standard_named(shown, standard),)) if standard else shown


def pack_sources(name: str, today: str) -> tuple[SourceLine, ...]:
    """Every source of a pack, what rests on it, and what is due for checking.

    Raises:
        UsageError: No such pack.
    """
    return sources_of(pack_named(name), today)


def print_pack(name: str, variation: str = "", output: str = "") -> Path:
    """Write a pack as a page to read before starting.

    Args:
        name: Id of a shipped pack, or path of a pack.
        variation: As this variation sees it; else the first that is ready.
        output: The file; else one named after pack and variation in the present folder. A file that is there is kept.

    Raises:
        UsageError: No such pack or variation, or the file is there already.
        WorkspaceError: It could not be written.
    """
    from compact_tui.core.pack_page import pack_page
    from compact_tui.services.pages import write_page

    pack = show_pack(name, variation=variation)
    chosen = variation or next((v.id for v in pack.variation if v.offered), "")
    path = Path(output) if output else Path.cwd() / f"{'-'.join(filter(None, (pack.pack.id, chosen)))}.html"
    return write_page(pack_page(pack), path)


def check_pack(name: str, today: str) -> PackCheck:
    """Check a pack: ids, completeness, sources, dates, rule table, repeated sentences; a shipped one's topics too.

    Raises:
        UsageError: No such pack.
    """
    path, shipped = Path(name), name in shipped_packs()
    if not shipped and not _is_there(path):
        raise UsageError(f'There is no pack "{name}".', did_you_mean(name, shipped_packs()))
    from compact_tui.core.pack_lint import lint

    reading = open_pack(shipped_pack_folder(name) if shipped else path)
    problems, pack = reading.problems, reading.pack
    if pack is not None:
        topics = [topic.id for topic in read_content("topics.toml", Topics).topic] if shipped else ()
        problems += lint(pack, today, reading.locate, topics)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return PackCheck(
        pack=pack.pack.id if pack else name,
        edition=pack.pack.edition if pack else "",
        standards=len(pack.standard) if pack else 0,
        criteria=sum(len(standard.criterion) for standard in pack.standard) if pack else 0,
        errors=errors,
        warnings=len(problems) - errors,
        variations=variation_counts(pack) if pack else (),
        problems=problems,
    )


def check_shipped(today: str) -> tuple[PackCheck, ...]:
    """Check every pack that came with the program."""
    return tuple(check_pack(name, today) for name in shipped_packs())
