"""What the columns of a survey tool's table are, as an officer wrote it down, and whether that can be right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from compact_tui.core.pack import AuditPack
from compact_tui.core.problems import Path, Problem
from compact_tui.core.search import folded
from compact_tui.core.text import clean_line, did_you_mean

FIELDS: tuple[tuple[str, str], ...] = (
    ("register_id", "its number in the register"),
    ("name", "name of the setting"),
    ("sector", "sector"),
    ("kind", "kind of setting"),
    ("contact_name", "who filled it in"),
    ("contact_role", "their role"),
    ("contact_email", "their email"),
    ("contact_phone", "their telephone"),
)
"""What a column may say of the setting: id and words."""


class SurveyHead(Struct, frozen=True, kw_only=True):
    """Which audit the survey asked, and how the table is built."""

    pack: str
    edition: str
    cycle: str
    variation: str = "all"
    id: str = ""
    """Column with the survey tool's own number of a row; empty where there is none."""
    date: str = ""
    """Column with the day on which a row was filled in; empty for the day it is collected."""
    rows_begin: int = 2
    """The line on which the first answers stand; some tools write two lines of headings."""


class SurveyField(Struct, frozen=True, kw_only=True):
    """A column about the setting."""

    column: str
    is_: str = field(name="is")


class SurveyCriterion(Struct, frozen=True, kw_only=True):
    """A criterion, and the columns with what was said to it."""

    id: str
    column: str
    note: str = ""
    reason: str = ""


class SurveyStandard(Struct, frozen=True, kw_only=True):
    """A standard, and the columns with its grade and its summary."""

    id: str
    column: str = ""
    summary: str = ""


class SurveyWord(Struct, frozen=True, kw_only=True):
    """A word of the survey, and the id of the answer or level that it stands for."""

    word: str
    is_: str = field(name="is")


class SurveyMapping(Struct, frozen=True, kw_only=True):
    """The file, whole."""

    survey: SurveyHead
    field: tuple[SurveyField, ...] = ()
    criterion: tuple[SurveyCriterion, ...] = ()
    standard: tuple[SurveyStandard, ...] = ()
    answer: tuple[SurveyWord, ...] = ()
    level: tuple[SurveyWord, ...] = ()


def lint_mapping(mapping: SurveyMapping, pack: AuditPack) -> Iterator[Problem]:
    """What cannot be right in a mapping beside its pack."""
    standards = [standard.id for standard in pack.standard]
    criteria = [criterion.id for standard in pack.standard for criterion in standard.criterion]
    yield from _ids(((one.is_ for one in mapping.field), "field", "is"), [known for known, _ in FIELDS])
    yield from _ids(((one.id for one in mapping.criterion), "criterion", "id"), criteria, once=True)
    yield from _ids(((one.id for one in mapping.standard), "standard", "id"), standards, once=True)
    yield from _ids(((one.is_ for one in mapping.answer), "answer", "is"), [kind.id for kind in pack.answer])
    yield from _ids(((one.is_ for one in mapping.level), "level", "is"), [level.id for level in pack.level])
    if not {"name", "register_id"} & {one.is_ for one in mapping.field}:
        yield _problem("No column says which setting a row is of.", 'Add a field that is "name".', ("field",))
    for table, words in (("answer", mapping.answer), ("level", mapping.level)):
        meant: dict[str, str] = {}
        for at, one in enumerate(words):
            if meant.setdefault(folded(one.word), one.is_) != one.is_:
                yield _problem(f'The word "{one.word}" stands for two things.', "Take one out.", (table, at, "word"))


def _ids(where: tuple[Iterable[str], str, str], known: Sequence[str], *, once: bool = False) -> Iterator[Problem]:
    ids, table, key = where
    seen: set[str] = set()
    for at, named in enumerate(ids):
        if named not in known:
            remedy = did_you_mean(named, known) or f"Known are: {', '.join(known[:8])}."
            yield _problem(f'There is no {table} "{named}".', remedy, (table, at, key))
        elif once and named in seen:
            yield _problem(f'"{named}" is here twice.', "Take one out.", (table, at, key))
        seen.add(named)


def lint_headings(mapping: SurveyMapping, headings: Sequence[str]) -> Iterator[Problem]:
    """Columns of a mapping that a table does not have, or has twice."""
    there = Counter(clean_line(heading) for heading in headings)
    for column, path in _columns(mapping):
        found = there[clean_line(column)]
        if not found:
            hint = did_you_mean(column, there) or "Copy the heading as it stands in the table."
            yield _problem(f'The table has no column "{column}".', hint, path)
        elif found > 1:
            yield _problem(f'The table has {found} columns "{column}".', "Rename one in the table.", path)


def _columns(mapping: SurveyMapping) -> Iterator[tuple[str, Path]]:
    head = mapping.survey
    yield from ((column, ("survey", key)) for key, column in (("id", head.id), ("date", head.date)) if column)
    for at, one in enumerate(mapping.field):
        yield one.column, ("field", at, "column")
    for at, asked in enumerate(mapping.criterion):
        named = (("column", asked.column), ("note", asked.note), ("reason", asked.reason))
        yield from ((column, ("criterion", at, key)) for key, column in named if column)
    for at, graded in enumerate(mapping.standard):
        yield from (
            (column, ("standard", at, key))
            for key, column in (("column", graded.column), ("summary", graded.summary))
            if column
        )


def _problem(what: str, remedy: str, path: Path) -> Problem:
    return Problem(what=what, remedy=remedy, path=path)


def words_for(mapped: Iterable[SurveyWord], own: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """What each word, ``folded``, stands for: the pack's own ids and words, then those of the mapping."""
    pairs = [pair for known, word in own for pair in ((known, known), (word, known))]
    return {folded(word.strip()): known for word, known in [*pairs, *((one.word, one.is_) for one in mapped)]}
