"""A pack as a page, to read before starting; and the sources it rests on."""

from msgspec import Struct

from compact_tui.core.days import say_day
from compact_tui.core.pack import AuditPack, Criterion, Standard, numbered, word_of
from compact_tui.core.page import AnyBlock, Facts, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.show import SECONDARY

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
    """Its check, or one of the places cited, is older than a year, or the pack is past its review."""
    secondary: bool
    """Some of what rests on it was seen in secondary text only."""
    criteria: tuple[str, ...]
    """Ids of the criteria that cite it, in any variation."""
    musts: int
    """How many of those are musts."""


def sources_of(pack: AuditPack, today: str) -> tuple[SourceLine, ...]:
    """Every source of a pack with the criteria that rest on it; those that carry most musts first."""
    lines = [_source_line(pack, at, today) for at in range(len(pack.source))]
    return tuple(sorted(lines, key=lambda line: (-line.musts, -len(line.criteria), line.title)))


def _source_line(pack: AuditPack, at: int, today: str) -> SourceLine:
    source = pack.source[at]
    resting: list[Criterion] = []
    checked = [source.checked_on]
    secondary = False
    for standard in pack.standard:
        for criterion in standard.criterion:
            cited = [c for c in criterion.source if c.source == source.id]
            cited += [c for v in criterion.variant for c in v.source if c.source == source.id]
            if cited:
                resting.append(criterion)
                checked += [c.checked_on for c in cited]
                secondary = secondary or any(c.confidence == "C2" for c in cited)
    past_review = bool(pack.pack.review_by) and pack.pack.review_by < today
    oldest = min((day for day in checked if day), default="")
    return SourceLine(
        id=source.id,
        title=source.title,
        edition=source.edition,
        publisher=source.publisher,
        url=source.url,
        status=source.status,
        checked_on=oldest,
        due=past_review or not oldest or _older_than_a_year(oldest, today),
        secondary=secondary,
        criteria=tuple(criterion.id for criterion in resting),
        musts=sum(criterion.duty == "must" for criterion in resting),
    )


def _older_than_a_year(day: str, today: str) -> bool:
    from datetime import date

    return (date.fromisoformat(today) - date.fromisoformat(day)).days > _YEAR


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
        f"{titles.get(c.source, c.source)}, {c.place}" + (f" ({SECONDARY})" if c.confidence == "C2" else "")
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
