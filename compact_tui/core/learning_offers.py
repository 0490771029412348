"""Findings for the learning log, worked out of figures that are shown anyway: nothing suppressed is in any of them."""

from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.analysis_notes import MOST
from compact_tui.core.analysis_views import Analysis, BesideFigures, CriterionFigures, GroupFigures, StandardFigures
from compact_tui.core.learning_log import sector_words, standard_words, state_of, state_words
from compact_tui.core.learning_views import Offer, Offers
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import Learning
from compact_tui.core.text import count

_WEAKEST, _CRITERIA = 3, 3
_OFTEN = 10
"""Share of settings, in per cent, from which a criterion that is not met is offered; a must always is."""
_FALL = 5
"""Points of per cent by which a standard must have fallen to be offered."""
AUDITS, STAFF = "audits", "staff"


class Voice(Struct, frozen=True):
    """What a source other than the returns says."""

    source: str
    """``audits`` or ``staff``."""
    id: str
    title: str
    standards: tuple[str, ...]
    """Ids of the standards that it is about."""
    sentence: str
    share: int = 50
    """Per cent that it says are sound; half where it gives no share."""


class Weak(Struct, frozen=True):
    """Why a standard is offered, and how it stands."""

    standard: str
    share: int
    reason: str


def share_of(figures: StandardFigures) -> tuple[int, int, int] | None:
    """How many of how many, in per cent, are good or better, or met where a pack has no levels; nothing suppressed."""
    if figures.suppressed or not figures.n:
        return None
    if figures.levels:
        return figures.strong, figures.n, figures.strong_percent
    return (figures.met, figures.answers, figures.met_percent) if figures.answers else None


def share_words(figures: StandardFigures) -> str:
    """The same as a sentence."""
    part, of, percent = share_of(figures) or (0, 0, 0)
    if figures.levels:
        return f"{part} of {of} graded it good or better ({percent}%)."
    return f"{part} of {count(of, 'answer')} that applied say that it is met ({percent}%)."


def weak_standards(group: GroupFigures, below: int = MOST) -> tuple[Weak, ...]:
    """The standards of a group in which less than most are good or better, the weakest first."""
    found = [(share_of(one), one) for one in group.standards]
    weak = [Weak(one.standard, share[2], share_words(one)) for share, one in found if share and share[2] < below]
    return tuple(sorted(weak, key=lambda one: one.share))


def offers_of(
    analysis: Analysis, pack: AuditPack, voices: Sequence[Voice], log: Sequence[Learning], cycle: str, today: str
) -> Offers:
    """The findings that can be taken into the log, the weakest first; those it has already are marked.

    Args:
        analysis: The figures of this round.
        pack: What was asked.
        voices: What agencies' audits found, and what staff do not know.
        log: The lines of the log.
        cycle: This round.
        today: The day (``YYYY-MM-DD``), on which the lines of the log stand as they do.
    """
    found: list[tuple[int, Offer]] = []
    for group in analysis.sectors:
        found += _of_group(group, pack, analysis.before_cycle)
    found += _of_voices(pack, voices)
    marked = [(share, _marked(offer, log, cycle, today)) for share, offer in found]
    marked.sort(key=lambda pair: (pair[0], -len(pair[1].reasons)))
    offers = tuple(replace(offer, number=at) for at, (_, offer) in enumerate(marked, 1))
    taken = sum(bool(one.taken) for one in offers)
    said = f"{count(len(offers), 'finding')}, {taken} in the log already" if offers else "Nothing stands out yet"
    return Offers(cycle=cycle, offers=offers, sentence=f"{said}.")


def _of_group(group: GroupFigures, pack: AuditPack, before: str) -> Iterator[tuple[int, Offer]]:
    """What one sector's figures suggest, all of a standard together."""
    shares = {one.standard: share_of(one) for one in group.standards}
    reasons: dict[str, list[str]] = {standard: [] for standard, share in shares.items() if share is not None}
    for weak in weak_standards(group)[:_WEAKEST]:
        reasons[weak.standard].append(weak.reason)
    for criterion in _criteria(group.criteria):
        if criterion.standard in reasons:
            reasons[criterion.standard].append(_criterion_words(criterion, pack))
    for one in group.moderated:
        if one.standard in reasons and one.n and one.down > one.up:
            reasons[one.standard].append(f"The committee grades {one.down} of {one.n} lower, {one.up} higher.")
    for one in group.changes:
        if one.standard in reasons and _fell(one):
            reasons[one.standard].append(
                f"Of {one.n} that returned both times, good or better: {one.strong_then} "
                f"({one.strong_then_percent}%) in {before}, {one.strong_now} ({one.strong_now_percent}%) now."
            )
    words = standard_words(pack)
    for standard, told in reasons.items():
        if told:
            share = shares[standard]
            offer = _offer(f"{group.sector}/{standard}", group.sector, standard, words[standard], tuple(told))
            yield share[2] if share else 0, offer


def _fell(figures: BesideFigures) -> bool:
    return bool(figures.n) and figures.strong_then_percent - figures.strong_now_percent >= _FALL


def _criteria(criteria: Sequence[CriterionFigures]) -> list[CriterionFigures]:
    """Those most often not met, and of the musts those too that few do not meet."""
    musts = [one for one in criteria if one.must_not_met][:_CRITERIA]
    often = [one for one in criteria if one.not_met_percent >= _OFTEN][:_CRITERIA]
    chosen = {one.criterion for one in (*musts, *often)}
    return [one for one in criteria if one.criterion in chosen]


def _criterion_words(one: CriterionFigures, pack: AuditPack) -> str:
    must = f", a {pack.duty[0].word}" if pack.duty and one.duty == pack.duty[0].id else ""
    return f"{one.number} {one.question} Not met in {one.not_met} of {one.n} ({one.not_met_percent}%){must}."


def _of_voices(pack: AuditPack, voices: Sequence[Voice]) -> Iterator[tuple[int, Offer]]:
    """What agencies' audits and staff's answers suggest: of one standard together, else each by itself."""
    words = standard_words(pack)
    together: dict[str, list[Voice]] = {}
    apart = []
    for voice in voices:
        known = [standard for standard in voice.standards if standard in words]
        if len(known) == 1:
            together.setdefault(known[0], []).append(voice)
        else:
            about = ", ".join(words[standard] for standard in known)
            apart.append((voice, f"Touches {about}." if about else ""))
    for standard, told in together.items():
        share = min(one.share for one in told)
        yield share, _offer(f"all/{standard}", "", standard, words[standard], tuple(one.sentence for one in told))
    for voice, about in apart:
        reasons = tuple(part for part in (voice.sentence, about) if part)
        yield voice.share, _offer(f"{voice.source}/{voice.id}", "", "", voice.title, reasons)


def _offer(offer_id: str, sector: str, standard: str, title: str, reasons: tuple[str, ...]) -> Offer:
    return Offer(
        id=offer_id,
        number=0,
        words=f"{title}: {sector_words(sector)}",
        finding=" ".join((f"{title}.", *reasons)),
        sector=sector,
        sector_word=sector_words(sector),
        standard=standard,
        reasons=reasons,
    )


def _marked(offer: Offer, log: Sequence[Learning], cycle: str, today: str) -> Offer:
    """An offer with how far the log is: by the suggestion itself, or the same round, sector and standard.

    What one audit found is the same finding in a later round.
    """
    lasts = offer.id.startswith(f"{AUDITS}/")
    for line in log:
        same = bool(offer.standard) and line.standard == offer.standard and line.sector in {"", offer.sector}
        own = line.offered == offer.id
        if (own and lasts) or (line.cycle == cycle and (own or same)):
            return replace(offer, taken=f"in the log: {state_words(state_of(line, today))}", line=line.id)
    return offer


def by_standard(voices: Sequence[Voice], standards: Container[str]) -> Mapping[str, tuple[Voice, ...]]:
    """What the sources say of each standard that is asked for; under the empty id what belongs to none of them."""
    found: dict[str, list[Voice]] = {}
    for voice in voices:
        for standard in [one for one in voice.standards if one in standards] or [""]:
            found.setdefault(standard, []).append(voice)
    return {standard: tuple(told) for standard, told in found.items()}
