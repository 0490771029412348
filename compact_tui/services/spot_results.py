"""What spot checks have shown, what to brief next, and a result as evidence for the audit."""

from msgspec.structs import replace

from compact_tui.core.bank import Question
from compact_tui.core.bank_use import Askable
from compact_tui.core.days import say_day
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.own_answers import lacking, with_own
from compact_tui.core.pack import AuditPack
from compact_tui.core.spot_briefing import BriefingView, briefing_on
from compact_tui.core.spot_reckoning import Material, reckon
from compact_tui.core.spot_results import evidence_of, gaps_of
from compact_tui.core.spot_results import results as results_of
from compact_tui.core.spot_views import EvidenceOffer, GapsView, ResultsView, TopicLine, TopicView
from compact_tui.core.text import did_you_mean
from compact_tui.core.views import EvidenceView
from compact_tui.services.banks import all_banks, askable
from compact_tui.services.books import audit_books, open_audit, read_setting
from compact_tui.services.desk import Desk
from compact_tui.services.evidence import add_evidence
from compact_tui.services.record_parts import belongs_to
from compact_tui.services.spot_books import all_checks, all_counted, all_heard, role_groups
from compact_tui.services.spot_parts import topic_titles

SPOT_CHECK = "spot-check"
"""Id by which a pack names the kind of evidence that a spot check is; a pack need not have it."""


def results(desk: Desk) -> ResultsView:
    """What spot checks have shown, by topic and role group.

    Raises:
        WorkspaceError: If a book cannot be read.
    """
    return results_of(material_of(desk))


def gaps(desk: Desk) -> GapsView:
    """What wants attention: unsafe answers, weak topics, what was never asked.

    Raises:
        WorkspaceError: If a book cannot be read.
    """
    return gaps_of(results(desk))


def material_of(desk: Desk) -> Material:
    """What results are made from."""
    questions: dict[str, Question] = {one.id: one for bank in all_banks(desk) for one in bank.question}
    return Material(
        askables=asked_here(desk),
        questions=questions,
        heard=all_heard(desk),
        counted=all_counted(desk),
        checks=all_checks(desk),
        groups=role_groups(desk),
        topics=topic_titles(),
        today=desk.today,
    )


def asked_here(desk: Desk) -> tuple[Askable, ...]:
    """What may be asked today, with the setting's own names in it; what its profile cannot answer is left out."""
    setting = read_setting(desk)
    return tuple(
        replace(one, question=with_own(one.question, setting))
        for one in askable(desk)
        if not lacking(one.question, setting)
    )


def briefing(desk: Desk, topic: str = "") -> BriefingView:
    """Five minutes for a team on a topic; without one on what wants it most.

    Args:
        desk: Where and when.
        topic: Id or title of the topic; empty for the topic of something unsafe, else the weakest, else the first
            that was never asked.

    Raises:
        UsageError: If there is no such topic.
        CompactError: If there is no question on it that may be asked.
    """
    material = material_of(desk)
    view = results_of(material)
    wanted = topic_named(desk, topic) if topic.strip() else _most_wanted(view)
    found = next((one for one in view.topics if one.id == wanted), None)
    told = found if found is not None and found.shown else None
    made = briefing_on(
        topic_titles().get(wanted, wanted),
        _standing(found) if found else "",
        [one for one in material.askables if one.question.topic == wanted],
        {bank.bank.id: bank for bank in all_banks(desk)},
        reckon(material).questions if told else {},
        desk.today,
        told.share / 100 if told else 0.0,
    )
    if made is None:
        raise CompactError(
            "There is no question on this topic that may be asked here now.",
            "Nothing was written. See which banks there are with: compact-tui bank list",
        )
    return made


def _standing(topic: TopicView) -> str:
    return f"How it stands: {topic.words}." if topic.shown else "How it stands: too few answers for a figure."


def _most_wanted(view: ResultsView) -> str:
    unsafe = [one.topic for one in view.unsafe if not one.settled]
    lists: tuple[TopicLine | TopicView, ...] = (*view.weakest, *view.never_asked, *view.topics)
    return next(iter((*unsafe, *(one.id for one in lists))), "")


def topic_named(desk: Desk, name: str) -> str:
    """Id of a topic by its id or title; topics of the setting's own banks have no other title than their id.

    Raises:
        UsageError: With did-you-mean.
    """
    own = {one.topic for bank in all_banks(desk) for one in bank.question}
    titles = {**{topic: topic for topic in sorted(own)}, **topic_titles()}
    wanted = name.strip().casefold()
    for known, title in titles.items():
        if wanted in {known, title.casefold()}:
            return known
    near = did_you_mean(wanted, (*titles, *(title.casefold() for title in titles.values())))
    raise UsageError(f'There is no topic "{name}".', near or f"Topics: {', '.join(titles)}.")


def offer_evidence(desk: Desk, topic: str) -> EvidenceOffer:
    """A result as it could be kept as evidence, with the criteria it speaks to; nothing is kept.

    Raises:
        UsageError: If there is no such topic.
    """
    wanted = topic_named(desk, topic)
    draft = evidence_of(results(desk), wanted)
    if draft is None:
        said = "There are too few answers on this topic for a figure. Ask a few more people first."
        return EvidenceOffer(topic=wanted, ready=False, title="", sentence=said)
    if not audit_books(desk):
        said = f"{draft.title}. No audit has been started here: start one on Home, then offer it again."
        return EvidenceOffer(topic=wanted, ready=False, title=draft.title, sentence=said)
    opened = open_audit(desk)
    speaks_to = _speaks_to(opened.pack, wanted, draft.supports)
    rows = tuple(sorted(belongs_to(opened.pack, speaks_to), key=lambda row: not row.belongs))
    numbers = [row.number for row in rows if row.belongs]
    said = f"It speaks to {', '.join(numbers)}." if numbers else "Nothing in this audit names the topic: say yourself."
    return EvidenceOffer(topic=wanted, ready=True, title=draft.title, sentence=said, supports=speaks_to, rows=rows)


def give_evidence(desk: Desk, topic: str, supports: tuple[str, ...] | None = None) -> EvidenceView:
    """Keep a result as evidence, as one change of the audit.

    Args:
        desk: Where, when and who.
        topic: Id or title of the topic.
        supports: Ids or numbers of the criteria it backs; ``None`` for those it speaks to.

    Raises:
        UsageError: If there is no such topic or criterion, no audit, or too few answers for a figure.
    """
    offer = offer_evidence(desk, topic)
    if not offer.ready:
        raise UsageError(offer.sentence, "Nothing was added.")
    draft = evidence_of(results(desk), offer.topic)
    assert draft is not None, "an offer that is ready has a draft"
    kinds = {kind.id for kind in open_audit(desk).pack.evidence_kind}
    typed = {
        "title": draft.title,
        "kind": SPOT_CHECK if SPOT_CHECK in kinds else "",
        "where": draft.where,
        "seen_on": say_day(draft.seen_on),
    }
    return add_evidence(desk, typed, offer.supports if supports is None else supports)


def _speaks_to(pack: AuditPack, topic: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Criteria that the questions name, else those that name the topic, else the standards that either names."""
    criteria = [criterion for standard in pack.standard for criterion in standard.criterion]
    by_name = tuple(one.id for one in criteria if one.id in named)
    by_topic = tuple(one.id for one in criteria if topic in one.topics)
    standards = tuple(one.id for one in pack.standard if one.id in named or topic in one.topics)
    return by_name or by_topic or standards
