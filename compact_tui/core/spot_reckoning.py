"""Adding up what was heard in spot checks, and which role groups are shown as one."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.bank import Question
from compact_tui.core.bank_use import Askable
from compact_tui.core.picking import fitting_roles
from compact_tui.core.spot import Counted, Heard, RoleGroup, SpotCheck
from compact_tui.core.spot_sums import Said, Sum, said_in
from compact_tui.core.spot_suppression import GroupCount, Merged, merged
from compact_tui.core.spot_trend import term_of

OTHERS = "Other groups"


class Material(Struct, frozen=True, kw_only=True):
    """What results are made from."""

    askables: Sequence[Askable]
    """What may be asked today."""
    questions: Mapping[str, Question]
    """Every question of the banks by id, also those that are not asked today."""
    heard: Sequence[Heard]
    counted: Sequence[Counted]
    checks: Sequence[SpotCheck]
    groups: Sequence[RoleGroup]
    """In the setting's own order."""
    topics: Mapping[str, str]
    """Titles by id, in the order in which they are shown."""
    today: str


class Column(Struct, frozen=True):
    """A role group, or those that are shown as one."""

    name: str
    groups: frozenset[str]
    roles: frozenset[str]


class Reckoned(Struct, frozen=True):
    """Everything that was said, added up once."""

    since: str
    said: tuple[Said, ...]
    cells: Mapping[tuple[str, str], Sum]
    """Of the last year, by topic and group."""
    terms: Mapping[str, Mapping[str, Sum]]
    """Of all time, by topic and term."""
    questions: Mapping[str, Sum]
    """Of the last year, by question."""
    ever: frozenset[tuple[str, str]]
    """Topics and groups that were ever asked."""


def reckon(material: Material) -> Reckoned:
    """Add everything up, in one pass."""
    since = f"{int(material.today[:4]) - 1:04}{material.today[4:]}"
    said = tuple(said_in(material.heard, material.counted))
    cells: dict[tuple[str, str], Sum] = {}
    terms: dict[str, dict[str, Sum]] = {}
    questions: dict[str, Sum] = {}
    for one in said:
        terms.setdefault(one.topic, {}).setdefault(term_of(one.on), Sum()).add(one)
        if one.on > since:
            cells.setdefault((one.topic, one.group), Sum()).add(one)
            questions.setdefault(one.question, Sum()).add(one)
    return Reckoned(since, said, cells, terms, questions, frozenset((one.topic, one.group) for one in said))


def columns_of(material: Material, sums: Reckoned) -> tuple[tuple[Column, ...], Merged]:
    """The role groups in the setting's own order, and last those that are shown as one."""
    known = {group.name: group for group in material.groups}
    names = dict.fromkeys((*known, *(said.group for said in sums.said)))
    answers = dict.fromkeys(names, 0)
    for (_, group), heard in sums.cells.items():
        answers[group] += heard.answers
    together = merged([GroupCount(name, answers[name], known[name].size if name in known else 0) for name in names])

    def roles(name: str) -> frozenset[str]:
        return frozenset(fitting_roles(known[name].roles if name in known else ()))

    if together.hidden:
        together = replace(together, names=())
    alone = tuple(Column(name, frozenset({name}), roles(name)) for name in names if name not in together.names)
    if not together.names:
        return alone, together
    others = Column(OTHERS, frozenset(together.names), frozenset().union(*(roles(name) for name in together.names)))
    return (*alone, others), together
