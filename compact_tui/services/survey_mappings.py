"""Mappings of survey tables: one that can be used, and one to fill in written from the pack."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from compact_tui.core.collect_forms import MAPPING_FORM
from compact_tui.core.collect_views import MappingWritten
from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.problems import Locate, Problem, say
from compact_tui.core.survey import SurveyMapping, lint_headings, lint_mapping
from compact_tui.core.survey_template import quoted, template
from compact_tui.core.text import clean_line, count
from compact_tui.core.variation import for_variation
from compact_tui.exchange.table_reading import read_table
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import head_of
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.return_rows import Packs
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.mappings import placed, read_mapping
from compact_tui.storage.reading import read_given

_MOST_NAMED = 5


def mapping_in(path: Path, packs: Packs) -> SurveyMapping:
    """A mapping that can be used.

    Raises:
        FileNotAcceptableError: If it cannot; names the first mistakes with their lines.
    """
    return _sound(path, packs)[0]


def _sound(path: Path, packs: Packs) -> tuple[SurveyMapping, Locate]:
    """The same, with what finds the line of something in it."""
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
    return mapping, read.locate


def not_usable(problems: tuple[Problem, ...]) -> FileNotAcceptableError:
    """What is said of a mapping with mistakes."""
    more = f" (and {len(problems) - _MOST_NAMED} more)" if len(problems) > _MOST_NAMED else ""
    told = " ".join(say(problem) for problem in problems[:_MOST_NAMED])
    return FileNotAcceptableError(
        f"The mapping cannot be used: {count(len(problems), 'mistake')}. {told}{more}",
        "Nothing was taken. See every one: compact-tui partnership mapping MAPPING.toml --table TABLE",
    )


def mapping_typed(desk: Desk, typed: Mapping[str, str]) -> MappingWritten:
    """The same as :func:`write_mapping`, from what was typed into its form."""
    named = MAPPING_FORM.fields[1].parse(typed.get("table", ""))
    table = Path(named).expanduser() if named else None
    return write_mapping(desk, Path(MAPPING_FORM.fields[0].parse(typed["file"])).expanduser(), table=table)


def write_mapping(desk: Desk, output: Path, *, variation: str = "", table: Path | None = None) -> MappingWritten:
    """Write a mapping to fill in, from the pack that this round asks for; one that is there is compared with the table.

    Args:
        desk: Where.
        output: The file; one that is there already is kept.
        variation: As this variation sees the pack; else the first that is ready.
        table: The survey tool's table: its own headings are put in, and what none of them is like is left out.

    Raises:
        UsageError: If the file is there and no table is named, the pack has no such variation, or no partnership was
            started here.
        FileNotAcceptableError: If the table cannot be read, or the mapping that is there not be used with any.
        WorkspaceError: If it cannot be written.
    """
    pack = pack_asked(desk)
    known = [one.id for one in pack.variation]
    if variation and variation not in known:
        raise UsageError(f'The pack has no variation "{variation}".', f"It has: {', '.join(known) or 'none'}.")
    chosen = variation or next((one.id for one in pack.variation if one.offered), "all")
    headings = _headings(table) if table is not None else None
    if os.path.lexists(output):
        if table is None or headings is None:
            raise UsageError(f"{output} is there already.", "Nothing was written. Name another file.")
        return _compared(desk, output, table, headings)
    cycle = head_of(desk).cycle
    made = template(for_variation(pack, chosen), chosen, cycle, headings)
    write_atomically(output, made.encode())
    told = f"A mapping to fill in was written: {output}."
    if headings is None:
        told += " Put the headings of your table into it."
    else:
        found = len({one for one in headings if re.search(f"(?m)^[a-z]+ = {re.escape(quoted(one))}$", made)})
        told += f" It has {found} of the {count(len(headings), 'heading')} of {table}; look whether each stands right."
        told += " What no heading is like is left out, as a comment." if made.count("\n# [[") else ""
    return MappingWritten(path=str(output), variation=chosen, sentence=told)


def _headings(path: Path) -> tuple[str, ...]:
    rows = read_table(read_given(path), path.name).rows
    if not rows:
        raise FileNotAcceptableError(f"{path.name} is empty.", "Nothing was written.")
    return tuple(dict.fromkeys(said for cell in rows[0][1] if (said := clean_line(cell))))


def _compared(desk: Desk, output: Path, table: Path, headings: tuple[str, ...]) -> MappingWritten:
    mapping, locate = _sound(output, Packs(desk))
    wrong = tuple(say(placed(problem, locate)) for problem in lint_headings(mapping, headings))
    fits = f"does not fit {table} in {count(len(wrong), 'place')}:" if wrong else f"fits {table}."
    return MappingWritten(
        path=str(output),
        variation=mapping.survey.variation,
        sentence=f"{output} is there already and was kept. It {fits}",
        wrong=wrong,
    )
