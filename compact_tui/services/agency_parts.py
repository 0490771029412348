"""What the verbs of single-agency audits look up: templates, standards and their numbers, topics, and their views."""

import zlib
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from compact_tui.core.agency_audit import Asked
from compact_tui.core.agency_overview import overview
from compact_tui.core.agency_template import AgencyTemplate, kind_words
from compact_tui.core.agency_views import AgencyOverview, TemplateLine
from compact_tui.core.change import Edit
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.pack import AuditPack
from compact_tui.core.text import did_you_mean
from compact_tui.core.topics import Topics
from compact_tui.services.agency_books import OpenAgency, all_agency
from compact_tui.services.books import audit_books, current_audit, pack_beside, read_setting
from compact_tui.services.desk import Desk, edit
from compact_tui.services.naming import standard_named
from compact_tui.storage.agency_templates import shipped_templates
from compact_tui.storage.content import read_content

_MOST_SEED = 10**6


def template_named(name: str) -> AgencyTemplate:
    """A template by its id.

    Raises:
        UsageError: If there is none; with did-you-mean.
    """
    known = {one.template.id: one for one in shipped_templates()}
    if name not in known:
        hint = did_you_mean(name, known) or f"There is {', '.join(known)}."
        raise UsageError(f'There is no template "{name[:40]}".', hint)
    return known[name]


def template_lines() -> tuple[TemplateLine, ...]:
    """The templates to choose from."""
    made = []
    standards = topic_standards()
    for one in shipped_templates():
        head = one.template
        made.append(
            TemplateLine(
                id=head.id,
                title=head.title,
                kind=head.kind,
                kind_words=kind_words(head.kind),
                edition=head.edition,
                about=head.about,
                questions=len(one.question),
                one=head.one,
                many=head.many,
                standards=_standards_of((topic for q in one.question for topic in q.topics), standards),
            )
        )
    return tuple(made)


def asked_of(template: AgencyTemplate) -> tuple[Asked, ...]:
    """The questions of a template as an audit keeps them."""
    standards = topic_standards()
    return tuple(
        Asked(
            id=one.id,
            text=one.text,
            help=one.help,
            look=one.look,
            yes=one.yes,
            partly=one.partly,
            no=one.no,
            why=one.why,
            topics=one.topics,
            standards=_standards_of(one.topics, standards),
        )
        for one in template.question
    )


def _standards_of(topics: Iterable[str], standards: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({name for topic in topics for name in standards.get(topic, ())}))


def topic_standards() -> Mapping[str, tuple[str, ...]]:
    """The standards that each topic belongs to."""
    return {topic.id: topic.standards for topic in read_content("topics.toml", Topics).topic}


def standards_named(desk: Desk, named: Iterable[str], kept: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Ids of standards that were given by their ids or numbers, each once, in the order of the pack.

    Args:
        desk: Where.
        named: What was given.
        kept: Ids that are taken as they are, also where the pack of today has them no longer; they stand last.

    Raises:
        UsageError: If one is not known; with did-you-mean.
    """
    pack = pack_here(desk)
    given = tuple(named)
    wanted = {standard_named(pack, name).id for name in given if name not in kept}
    here = [standard.id for standard in pack.standard]
    known = [name for name in here if name in wanted or name in given]
    return (*known, *(name for name in dict.fromkeys(given) if name in kept and name not in here))


def standard_numbers(desk: Desk) -> Mapping[str, str]:
    """Numbers of the standards by id, as the pack shows them."""
    return {standard.id: str(standard.number) for standard in pack_here(desk).standard}


def pack_here(desk: Desk) -> AuditPack:
    """The pack of the audit that is open; without one, that of the setting's sector.

    Raises:
        WorkspaceError: If it cannot be read.
    """
    from compact_tui.services.packs import pack_for

    books = {current_audit(desk, book).head.id: book for book in audit_books(desk)}
    if books:
        return pack_beside(desk, books.get(desk.audit_id) or list(books.values())[-1])
    setting = read_setting(desk)
    sector = setting.sector if setting else ""
    if sector not in desk.shelf.usual_packs:
        desk.shelf.usual_packs[sector] = pack_for(sector)
    return desk.shelf.usual_packs[sector]


def overview_of(desk: Desk, opened: OpenAgency) -> AgencyOverview:
    """An audit at a glance, beside the others."""
    others = [one.audit for one in all_agency(desk)]
    return overview(opened.audit, standard_numbers(desk), others, desk.today)


def new_seed(desk: Desk) -> int:
    """A number for chance to begin with, short enough to be read out."""
    return zlib.crc32(desk.new_id("seed").encode()) % _MOST_SEED + 1


def second_told_edits(desk: Desk, opened: OpenAgency, case: str) -> tuple[Edit, ...]:
    """That the lead was told today of what the second reader read in a case; what was told before stays."""
    waits = (one for one in opened.audit.second_reads if one.case == case and one.unsafe and not one.told_on)
    return tuple(edit("second_reads", one.id, one, replace(one, told_on=desk.today)) for one in waits)


def nothing_unsafe(case: str) -> CompactError:
    """That nothing was read in a case of which the lead could have been told."""
    return CompactError(f"Nothing in {case} says that a child may be unsafe.", "Nothing was changed.")
