"""Mappings of survey tables: one that can be used, and one to fill in written from the pack."""

import os
from pathlib import Path

from compact_tui.core.collect_views import MappingWritten
from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.problems import Problem, say
from compact_tui.core.survey import SurveyMapping, lint_mapping
from compact_tui.core.survey_template import template
from compact_tui.core.text import count
from compact_tui.core.variation import for_variation
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import head_of
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.return_rows import Packs
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.mappings import placed, read_mapping

_MOST_NAMED = 5


def mapping_in(path: Path, packs: Packs) -> SurveyMapping:
    """A mapping that can be used.

    Raises:
        FileNotAcceptableError: If it cannot; names the first mistakes with their lines.
    """
    read = read_mapping(path)
    mapping = read.mapping
    if mapping is None:
        raise not_usable(read.problems)
    head = mapping.survey
    pack = packs.find(head.pack, head.edition, head.variation)
    if pack is None:
        what = f'The pack "{head.pack}" in edition "{head.edition}" is not here.'
        problem = Problem(what=what, remedy="See compact-tui partnership about.", path=("survey", "pack"))
        raise not_usable((placed(problem, read.locate),))
    problems = tuple(placed(problem, read.locate) for problem in lint_mapping(mapping, pack))
    if problems:
        raise not_usable(problems)
    return mapping


def not_usable(problems: tuple[Problem, ...]) -> FileNotAcceptableError:
    """What is said of a mapping with mistakes."""
    more = f" (and {len(problems) - _MOST_NAMED} more)" if len(problems) > _MOST_NAMED else ""
    told = " ".join(say(problem) for problem in problems[:_MOST_NAMED])
    return FileNotAcceptableError(
        f"The mapping cannot be used: {count(len(problems), 'mistake')}. {told}{more}", "Nothing was taken."
    )


def write_mapping(desk: Desk, output: Path, *, variation: str = "") -> MappingWritten:
    """Write a mapping to fill in, from the pack that this round asks for.

    Args:
        desk: Where.
        output: The file; one that is there already is kept.
        variation: As this variation sees the pack; else the first that is ready.

    Raises:
        UsageError: If the file is there, the pack has no such variation, or no partnership was started here.
        WorkspaceError: If it cannot be written.
    """
    pack = pack_asked(desk)
    known = [one.id for one in pack.variation]
    if variation and variation not in known:
        raise UsageError(f'The pack has no variation "{variation}".', f"It has: {', '.join(known) or 'none'}.")
    chosen = variation or next((one.id for one in pack.variation if one.offered), "all")
    if os.path.lexists(output):
        raise UsageError(f"{output} is there already.", "Nothing was written. Name another file.")
    write_atomically(output, template(for_variation(pack, chosen), chosen, head_of(desk).cycle).encode())
    return MappingWritten(
        path=str(output),
        variation=chosen,
        sentence=f"A mapping to fill in was written: {output}. Put the headings of your table into it.",
    )
