"""Making the document of a single-agency audit, and looking through the words that would leave with it."""

from collections.abc import Mapping, Sequence

from compact_tui.core.agency_audit import CLOSED, AgencyAudit, AgencyHead, sample_of, summary_kept
from compact_tui.core.agency_counts import tallies, topic_tallies
from compact_tui.core.agency_return import (
    AgencyAbout,
    AgencyAgreed,
    AgencyCase,
    AgencyCount,
    AgencyDecided,
    AgencyFile,
    AgencyFound,
    AgencyReturn,
    AgencySample,
    AgencySecond,
    AgencyStandard,
    AgencyStratum,
    AgencyToDo,
)
from compact_tui.core.agency_twice import second_view
from compact_tui.core.agency_views import AgencyOverview, SecondView, Tally
from compact_tui.core.personal import seen_in, warning_of
from compact_tui.core.return_build import as_part, fit_to_leave
from compact_tui.core.return_parts import ReturnSetting
from compact_tui.core.sample_words import limits
from compact_tui.core.setting import Setting


def build_agency_return(
    setting: Setting,
    audit: AgencyAudit,
    overview: AgencyOverview,
    *,
    standards: Sequence[tuple[str, str]],
    topics: Mapping[str, str],
    return_id: str,
    made_on: str,
    made_by: str,
) -> AgencyReturn:
    """Make the document of an audit; its digest is still empty.

    Args:
        setting: Who completed it.
        audit: The audit.
        overview: The audit at a glance.
        standards: Id and title of the standards that it touches.
        topics: Titles of topics by id.
        return_id: Id of the new document.
        made_on: The day it is made.
        made_by: Program and version.
    """
    made = AgencyReturn(
        id=return_id,
        supersedes=audit.sends[-1].id if audit.sends else "",
        audit=audit.head.id,
        made_on=made_on,
        complete=audit.head.status == CLOSED and not overview.to_do,
        setting=as_part(ReturnSetting, setting),
        about=_about(audit.head, overview),
        standards=tuple(AgencyStandard(id=name, title=title) for name, title in standards),
        sample=_sample(audit, overview),
        cases_done=overview.done,
        questions=tuple(_count(tally) for tally in tallies(audit)),
        topics=tuple(_count(tally) for tally in topic_tallies(audit, topics)),
        limits=limits(audit.head, sample_of(audit)),
        found=as_part(AgencyFound, summary_kept(audit)),
        actions=tuple(as_part(AgencyToDo, action) for action in audit.actions),
        second=_second(second_view(audit)),
        attached=tuple(as_part(AgencyFile, file) for file in audit.attached),
        missing=overview.to_do,
        made_by=made_by,
        digest="",
    )
    return fit_to_leave(made)


def _about(head: AgencyHead, overview: AgencyOverview) -> AgencyAbout:
    return as_part(AgencyAbout, head, {"kind_words": overview.kind_words})


def _sample(audit: AgencyAudit, overview: AgencyOverview) -> AgencySample:
    kept = sample_of(audit)
    cases = tuple(as_part(AgencyCase, case) for case in audit.cases)
    told = {"cases": cases, "sentences": overview.sample_sentences, "strata": ()}
    if kept is None:
        nothing = {"total": 0, "size": 0, "method": "", "seed": 0, "reason": "", "redrawn_because": ""}
        return AgencySample(**nothing, **told)  # type: ignore[arg-type]
    return as_part(AgencySample, kept, told | {"strata": tuple(as_part(AgencyStratum, one) for one in kept.strata)})


def _count(tally: Tally) -> AgencyCount:
    return as_part(AgencyCount, tally)


def _second(view: SecondView) -> AgencySecond:
    return AgencySecond(
        reader=view.reading.reader if view.reading else "",
        cases=len(view.reading.cases) if view.reading else 0,
        finished=view.finished,
        sentence=view.sentence,
        agreement=(as_part(AgencyAgreed, view.agreement),) if view.agreement else (),
        decided=tuple(as_part(AgencyDecided, one) for one in view.differences),
    )


def personal_warnings(return_: AgencyReturn, own: Sequence[str]) -> tuple[str, ...]:
    """Where in the texts that would leave something looks like a child's details; a sentence for each place.

    Args:
        return_: The document.
        own: Numbers and addresses of the setting itself, which are never named.
    """
    found = []
    for place, text in _texts(return_):
        warning = warning_of(seen_in(text, own))
        if warning:
            found.append(f"{place}: {warning[:1].lower()}{warning[1:]}")
    return tuple(dict.fromkeys(found))


def _texts(return_: AgencyReturn) -> list[tuple[str, str]]:
    """Every text that a person wrote and that would leave, with the words for its place."""
    about, found = return_.about, return_.found
    return [
        ("Title", about.title),
        ("Team", about.team),
        ("Why this was chosen", about.why),
        ("Period", about.period),
        ("Who audited", f"{about.lead}\n{about.auditors}"),
        ("How it was chosen", f"{return_.sample.reason}\n{return_.sample.redrawn_because}"),
        ("Groups", "\n".join(one.name for one in return_.sample.strata)),
        ("What works", found.works),
        ("What does not", found.does_not),
        ("Views of children and families", found.views),
        ("Themes", found.themes),
        ("Training needs", found.training),
        ("Rating", found.rating),
        ("Shared inside", found.shared_with),
        *(("Actions", f"{one.what}\n{one.who}\n{one.how_known}\n{one.outcome}") for one in return_.actions),
        *(("Decisions of two readers", one.note) for one in return_.second.decided),
        *(("Name of the report file", one.name) for one in return_.attached),
    ]
