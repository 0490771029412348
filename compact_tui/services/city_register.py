"""The city register: what agencies audited, found and plan, and what staff know by the areas' spot checks."""

from compact_tui.core.collect_views import CityTopic, CityView
from compact_tui.core.knowledge_views import KnowledgeTopic
from compact_tui.core.text import count
from compact_tui.services.city_audits import city_audits
from compact_tui.services.city_knowledge import topics_known
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import head_of


def city_register(desk: Desk) -> CityView:
    """What was sent in: the newest of each audit, and what staff know of each topic, few settings kept back.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If a file that was kept cannot be read.
    """
    head_of(desk)
    audits = city_audits(desk)
    topics = tuple(_topic(topic) for topic in topics_known(desk).topics)
    said = f"{count(len(audits), 'single-agency audit')}; answers of spot checks to {count(len(topics), 'topic')}."
    return CityView(audits=audits, topics=topics, sentence=said)


def _topic(topic: KnowledgeTopic) -> CityTopic:
    """A topic; where few settings asked about it, only that there are few."""
    figure = topic.figure
    return CityTopic(
        topic=topic.topic,
        answers=figure.answers,
        levels=tuple((one.level, one.count) for one in figure.levels),
        sentence=f"{topic.title}: {figure.sentence[0].lower()}{figure.sentence[1:]}",
    )
