"""What is shown of a partnership: who collects, whom settings ring, how the round stands, and where to go."""

from compact_tui.core.audit_views import View
from compact_tui.core.days import days_until, how_far, say_day
from compact_tui.core.partnership import LocalContact
from compact_tui.core.partnership_forms import CONTACTS
from compact_tui.core.request_opened import OLD_AFTER
from compact_tui.core.views import PlaceLine


class ContactView(View, frozen=True, kw_only=True):
    """Whom settings ring, and how old that is."""

    id: str
    what: str
    what_words: str
    name: str
    value: str
    checked_on: str
    source: str
    age: str
    """When somebody rang it, in words."""
    old: bool
    """Whether it wants ringing before the next request goes out."""


class PartnershipView(View, frozen=True, kw_only=True):
    """Who collects, which round it is, and how it stands."""

    started: bool
    """Whether a partnership was started in this workspace; else all the rest is empty."""
    name: str = ""
    area: str = ""
    cycle: str = ""
    due: str = ""
    return_to: tuple[str, ...] = ()
    other_areas: tuple[tuple[str, str], ...] = ()
    threshold: int = 0
    pack: str = ""
    edition: str = ""
    pack_title: str = ""
    letter: str = ""
    contacts: tuple[ContactView, ...] = ()
    standing: tuple[str, ...] = ()
    """How the round stands, in sentences."""
    places: tuple[PlaceLine, ...] = ()
    """Where the partnership's work is done."""

    @property
    def title(self) -> str:
        """What the place is called."""
        return f"{self.name}, {self.cycle}" if self.started else "The partnership's side"

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """What was said of the partnership, by name."""
        return (
            ("Partnership", self.name),
            ("Area", self.area),
            ("Round", self.cycle),
            ("Audit", f"{self.pack_title} ({self.pack}, edition {self.edition})"),
            ("Due", say_day(self.due) or "no day said"),
            ("Returns go to", ", ".join(self.return_to) or "no address said"),
            ("Other areas", ", ".join(f"{area} ({address})" for area, address in self.other_areas)),
            ("Smallest group shown", str(self.threshold)),
        )


def contact_view(contact: LocalContact, today: str) -> ContactView:
    """A contact with its age on a day."""
    far = how_far(contact.checked_on, today)
    return ContactView(
        id=contact.id,
        what=contact.what,
        what_words=dict(CONTACTS).get(contact.what, contact.what),
        name=contact.name,
        value=contact.value,
        checked_on=contact.checked_on,
        source=contact.source,
        age=f"checked {far}" if far else "never checked",
        old=is_old(contact.checked_on, today),
    )


def is_old(checked_on: str, today: str) -> bool:
    """Whether a number that was checked on a day wants checking again; one that never was, does."""
    return not checked_on or days_until(checked_on, today) < -OLD_AFTER
