"""Whether what a pack says about inspections can be used: nothing empty, too long, repeated or of an unknown kind."""

from collections.abc import Iterator

from compact_tui.core.pack import AuditPack, InspectionAsk, Standard
from compact_tui.core.problems import Path, Problem, Severity
from compact_tui.core.reference_checks import unknowns
from compact_tui.core.text import clean_line

_LONGEST = {"ask": 140, "show": 160, "fetch": 60}
"""Characters that fit a printed table without pushing its columns about."""


def inspection_problems(pack: AuditPack) -> Iterator[Problem]:
    """What is empty, too long, repeated or unknown, and which offered variation finds a standard without any."""
    standards = [standard.id for standard in pack.standard]
    yield from unknowns(pack.pack.inspection_order, standards, "standard", ("pack", "inspection_order"))
    variations = [variation.id for variation in pack.variation]
    taken: set[str] = set()
    for s, standard in enumerate(pack.standard):
        for at, ask in enumerate(standard.inspection):
            path: Path = ("standard", s, "inspection", at)
            yield from unknowns(ask.variations, variations, "variation", (*path, "variations"))
            yield from _said(ask, path)
            said = clean_line(ask.ask).casefold()
            if said in taken:
                yield Problem(what="This is asked in the pack already.", remedy="Ask it once.", path=(*path, "ask"))
            taken.add(said)
    if any(standard.inspection for standard in pack.standard):
        yield from _silent(pack)


def _said(ask: InspectionAsk, path: Path) -> Iterator[Problem]:
    if not ask.show:
        yield Problem(what='"show" is missing or empty.', remedy="Say what answers it.", path=(*path, "show"))
    texts = [("ask", ask.ask, (*path, "ask"))]
    texts += [(key, text, (*path, key, n)) for key in ("show", "fetch") for n, text in enumerate(getattr(ask, key))]
    for key, text, where in texts:
        if not text.strip():
            yield Problem(what=f'"{key}" has an empty text.', remedy="Fill it or take it out.", path=where)
        elif len(text) > _LONGEST[key]:
            what = f"This has {len(text)} characters; there is room for {_LONGEST[key]}."
            yield Problem(what=what, remedy="Shorten it.", path=where)


def _silent(pack: AuditPack) -> Iterator[Problem]:
    """Where a pack says what an inspector asks, each variation should find something for each standard."""
    offered = [variation.id for variation in pack.variation if variation.offered]
    for s, standard in enumerate(pack.standard):
        without = [variation for variation in offered if not _speaks(standard, variation)]
        if not standard.inspection:
            yield _warn("Nothing says what an inspector asks about this standard.", s)
        else:
            for variation in without:
                yield _warn(f'Nothing says what an inspector asks about this standard for "{variation}".', s)


def _speaks(standard: Standard, variation: str) -> bool:
    return any(not ask.variations or variation in ask.variations for ask in standard.inspection)


def _warn(what: str, standard: int) -> Problem:
    remedy = "Add an [[standard.inspection]]."
    return Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=("standard", standard))
