"""Moving between places: where to go next, and how a prompt deep inside a place says so."""

from msgspec import Struct

from compact_tui.services.desk import Desk
from compact_tui.services.session import Session


class Step(Struct, frozen=True, kw_only=True):
    """Where to go next."""

    place: str
    """Id of a place, or ``again back home leave``."""
    standard: str = ""
    criterion: str = ""
    record: str = ""
    """Id of a piece of evidence, an action, a finding or a signer."""
    walk: str = "all"
    """Which criteria the person walks through."""
    session: Session | None = None
    """The session from now on, where it changed: another audit, another person, a preference."""


AGAIN, BACK, HOME, LEAVE = (Step(place=place) for place in ("again", "back", "home", "leave"))


class Visit(Struct, frozen=True, kw_only=True):
    """A place as it is entered: with what, and at which standard or criterion."""

    session: Session
    here: Step

    @property
    def desk(self) -> Desk:
        """What verbs work with."""
        return self.session.desk


class Moved(Exception):  # noqa: N818 (not an error: a person goes somewhere else)
    """A person wants to go somewhere else, said at whatever prompt."""

    def __init__(self, step: Step) -> None:
        super().__init__(step.place)
        self.step = step


class Ended(Exception):  # noqa: N818 (not an error: there is nothing more to read)
    """There are no more lines to read."""


class Interrupted(Exception):  # noqa: N818 (not an error: a person leaves)
    """A person interrupted twice and leaves."""
