"""A pack as a page, to read before starting; and the sources it rests on."""

from msgspec import Struct

from compact_tui.core.confidence import LOOK_UP, SECONDARY
from compact_tui.core.days import days_until, is_day, say_day
from compact_tui.core.pack import (
    AuditPack,
    Citation,
    Criterion,
    CriterionVariant,
    Source,
    Standard,
    numbered,
    word_of,
)
from compact_tui.core.page import AnyBlock, Facts, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.seen_checks import MUST
from compact_tui.core.variation import for_variation

_YEAR = 365


class SourceLine(Struct, frozen=True, kw_only=True):
    """A source, and what rests on it."""

    id: str
    title: str
    edition: str
    publisher: str
    url: str
    status: str
    checked_on: str
    due: bool
    """Its check, or that of a place cited, is older than a year or has no day, or the pack is past its review."""
    secondary: bool
    """Some of what rests on it was seen in secondary text only."""
    criteria: tuple[str, ...]
    """Ids of the criteria that cite it, in any variation."""
    musts: int
    """How many of those are a must that rests on it, as one variation at least sees them."""


def sources_of(pack: AuditPack, today: str) -> tuple[SourceLine, ...]:
    """Every source of a pack with the criteria that rest on it; those that carry most musts first."""
    cited = _cited(pack)
    musts = _musts(pack)
    late = is_day(pack.pack.review_by) and pack.pack.review_by < today
    lines = [
        _source_line(source, cited.get(source.id, {}), len(musts.get(source.id, ())), late, today)
        for source in pack.source
    ]
    return tuple(sorted(lines, key=lambda line: (-line.musts, -len(line.criteria), line.title)))


def _cited(pack: AuditPack) -> dict[str, dict[str, list[Citation]]]:
    """By source, then by criterion: every citation, in any variation."""
    found: dict[str, dict[str, list[Citation]]] = {}
    for standard in pack.standard:
        for criterion in standard.criterion:
            every: tuple[Criterion | CriterionVariant, ...] = (criterion, *criterion.variant)
            for said in every:
                for citation in said.source:
                    found.setdefault(citation.source, {}).setdefault(criterion.id, []).append(citation)
    return found


def _musts(pack: AuditPack) -> dict[str, set[str]]:
    """By source: the criteria that are a must, and rest on it, as one variation at least sees them."""
    found: dict[str, set[str]] = {}
    for variation in [variation.id for variation in pack.variation] or [""]:
        for standard in for_variation(pack, variation).standard:
            for criterion in standard.criterion:
                for citation in criterion.source if criterion.duty == MUST else ():
                    found.setdefault(citation.source, set()).add(criterion.id)
    return found


def _source_line(source: Source, cited: dict[str, list[Citation]], musts: int, late: bool, today: str) -> SourceLine:
    citations = [citation for those in cited.values() for citation in those]
    checked = {source.checked_on, *(citation.checked_on for citation in citations)}
    oldest = min(filter(is_day, checked), default="")
    known = all(map(is_day, checked))
    return SourceLine(
        id=source.id,
        title=source.title,
        edition=source.edition,
        publisher=source.publisher,
        url=source.url,
        status=source.status,
        checked_on=oldest,
        due=late or not known or days_until(oldest, today) < -_YEAR,
        secondary=any(citation.confidence == SECONDARY for citation in citations),
        criteria=tuple(cited),
        musts=musts,
    )


def pack_page(pack: AuditPack) -> ReportPage:
    """A pack, as one variation sees it, as a page to read or print before starting."""
    first = [pack.pack.wording_note] if pack.pack.wording_note else []
    return ReportPage(
        pack.pack.title,
        (f"Edition {pack.pack.edition}.", *first),
        (_front(pack), *(_standard(pack, standard) for standard in pack.standard)),
    )


def _front(pack: AuditPack) -> Section:
    blocks: list[AnyBlock] = [Paragraph("Answers that can be given:")]
    blocks.append(Facts(tuple((answer.word, answer.meaning) for answer in pack.answer)))
    if pack.level:
        blocks += [Paragraph("Levels:"), Facts(tuple((level.word, level.meaning) for level in pack.level))]
    if pack.pack.serves:
        blocks += [Paragraph("A completed audit answers:"), ListBlock(tuple(s.text for s in pack.pack.serves))]
    if pack.pack.review_by:
        blocks.append(Paragraph(f"To be looked at again by {say_day(pack.pack.review_by)}."))
    return Section("How it works", 2, tuple(blocks))


def _standard(pack: AuditPack, standard: Standard) -> Section:
    blocks: list[AnyBlock] = [Paragraph(" ".join(standard.introduction.split()))]
    if standard.criterion:
        rows = tuple(_row(pack, number, criterion) for number, criterion in numbered(standard))
        headers = ("Number", "Statement", "Strength", "What good looks like", "Where to look, whom to ask", "Rests on")
        blocks.append(TableBlock(f"Standard {standard.number}: its criteria", headers, rows))
    blocks += [
        Facts(((word_of(pack, "level", answer.level), " ".join(answer.text.split())),))
        for answer in standard.model_answer
    ]
    return Section(f"{standard.number}. {standard.title}", 2, tuple(blocks))


def _row(pack: AuditPack, number: str, criterion: Criterion) -> tuple[str, ...]:
    titles = {source.id: f"{source.title} {source.edition}".strip() for source in pack.source}
    rests = [
        f"{titles.get(c.source, c.source)}, {c.place}" + (f" ({LOOK_UP})" if c.confidence == SECONDARY else "")
        for c in criterion.source
    ]
    strength = word_of(pack, "duty", criterion.duty) + (", essential" if criterion.essential else "")
    return (
        number,
        criterion.text,
        strength,
        " ".join(criterion.good.split()),
        "\n".join((*criterion.where, *criterion.ask)),
        "\n".join(rests),
    )
