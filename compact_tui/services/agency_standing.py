"""What the single-agency audits show of the standards: which audits touch one, and what their files say."""

from compact_tui.core.agency_audit import CLOSED, STARTED, AgencyAudit
from compact_tui.core.agency_counts import topic_tallies, topics_of
from compact_tui.core.agency_views import Touching
from compact_tui.services.agency_books import all_agency
from compact_tui.services.desk import Desk
from compact_tui.services.spot_parts import topic_titles


def agency_audits_touching(desk: Desk) -> tuple[Touching, ...]:
    """Every audit that is closed or going on, with its standards and its counts per topic; the newest first.

    An audit touches the standards it names itself; where it names none, those of its questions.

    Raises:
        WorkspaceError: If one cannot be read.
    """
    titles = topic_titles()
    found = []
    for audit in (one.audit for one in all_agency(desk)):
        head = audit.head
        if head.status not in (STARTED, CLOSED):
            continue
        found.append(
            Touching(
                id=head.id,
                title=head.title,
                status=head.status,
                on=head.closed_on or head.started_on,
                standards=head.standards or _asked_standards(audit),
                topics=topics_of(audit),
                tallies=topic_tallies(audit, titles),
                cases=len({one.case for one in audit.answers if one.answer}),
            )
        )
    return tuple(sorted(found, key=lambda one: one.on, reverse=True))


def _asked_standards(audit: AgencyAudit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for asked in audit.questions for name in asked.standards))
