"""What the learning log and the training plan are made of: figures, agencies' audits, and what staff do not know."""

from collections.abc import Iterator, Mapping

from compact_tui.core.analysis_notes import MOST
from compact_tui.core.analysis_views import Analysis
from compact_tui.core.collect_views import CityAudit
from compact_tui.core.knowledge_views import KnowledgeTopic
from compact_tui.core.learning_log import standard_words
from compact_tui.core.learning_offers import AUDITS, STAFF, Voice
from compact_tui.core.partnership import Learning
from compact_tui.core.text import clean_line
from compact_tui.services.analysing import analyse
from compact_tui.services.city_audits import city_audits
from compact_tui.services.city_knowledge import topics_known
from compact_tui.services.desk import Desk
from compact_tui.services.naming import standard_named
from compact_tui.services.partnership_book import kept
from compact_tui.services.partnership_pack import pack_asked


def log_lines(desk: Desk) -> tuple[Learning, ...]:
    """The lines of the learning log, in the order in which they were written."""
    return kept(desk, "learning", Learning)


def figures(desk: Desk) -> Analysis:
    """The figures of this round, small groups suppressed."""
    return analyse(desk).analysis


def standards_here(desk: Desk) -> Mapping[str, str]:
    """Number and name of each standard that is asked for, by its id."""
    return standard_words(pack_asked(desk))


def standard_number(desk: Desk, standard_id: str) -> str:
    """Number of a standard as a person types it; its id where it is no longer asked."""
    return next((str(one.number) for one in pack_asked(desk).standard if one.id == standard_id), standard_id)


def standard_typed(desk: Desk, typed: str, kept: str = "") -> str:
    """Id of the standard that was typed; what is kept already is taken as it is, also where it is no longer asked.

    Raises:
        UsageError: If there is no such standard.
    """
    if not typed or typed == kept:
        return typed
    return standard_named(pack_asked(desk), typed).id


def voices(desk: Desk) -> tuple[Voice, ...]:
    """What agencies' audits found and asked for, without the agencies' names, and what staff do not know.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If a file that was kept cannot be read.
    """
    return (*_of_audits(city_audits(desk)), *_of_staff(little_known(desk)))


def little_known(desk: Desk) -> tuple[KnowledgeTopic, ...]:
    """The topics of which few answers were known in full; those that too few settings asked about are not shown."""
    shown = (one for one in topics_known(desk).topics if not one.figure.suppressed and one.figure.settings)
    return tuple([one for one in shown if one.figure.percent < MOST])


def _of_audits(audits: tuple[CityAudit, ...]) -> Iterator[Voice]:
    for audit in audits:
        asks = f"asks for training: {_plain(audit.training)}" if audit.training else ""
        found = f"found what does not work: {_plain(audit.does_not)}" if audit.does_not else ""
        said = "; ".join(part for part in (found, asks) if part)
        if said:
            yield Voice(AUDITS, audit.id, audit.title, audit.standards, f"A single-agency audit {said}.")


def _of_staff(topics: tuple[KnowledgeTopic, ...]) -> Iterator[Voice]:
    for topic in topics:
        sentence = f'Staff who were asked about "{topic.title}": {topic.figure.sentence}'
        yield Voice(STAFF, topic.topic, topic.title, topic.standards, sentence, topic.figure.percent)


def _plain(text: str) -> str:
    return clean_line(text).rstrip(".")
