"""The topics that join standards and criteria to spot-check questions and notice items."""

from msgspec import Struct


class Topic(Struct, frozen=True, kw_only=True):
    """Something that staff can be asked about."""

    id: str
    title: str
    standards: tuple[str, ...] = ()
    """Ids of the standards it belongs to."""


class Topics(Struct, frozen=True):
    """Every topic, in the order in which they are shown."""

    topic: tuple[Topic, ...]
