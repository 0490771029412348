"""An invented notice list about umbrellas."""

from typing import Any

from compact_tui.core.bank import BankSource, Place
from compact_tui.core.notice import KnownEdition, KnownNumber, NoticeHead, NoticeItem, NoticeList, OldContact, Reading

TODAY = "2026-12-03"
RULES = (Place(source="rules", place="Page 2"),)


def item(name: str = "porter", **more: Any) -> NoticeItem:
    """A notice on who lends umbrellas."""
    plain: dict[str, Any] = {
        "id": name,
        "title": "Who lends umbrellas",
        "audiences": ("staff",),
        "says": ("Who it is", "Where they stand", "Who else may"),
        "why": "Somebody small is getting wet.",
        "out_of_date": ("Somebody else lends now",),
        "duty": "good-practice",
        "reads": (Reading(what="profile", of="lead_name", ask="Whose name is on it?"),),
        "topics": ("drying",),
        "confidence": "C2",
        "source": RULES,
        "checked_on": "2026-11-22",
    }
    return NoticeItem(**{**plain, **more})


def number(**more: Any) -> KnownNumber:
    """The number of a rain line."""
    plain: dict[str, Any] = {
        "id": "rain",
        "name": "Rain Line",
        "number": "0808 123 4567",
        "about": "When it pours.",
        "confidence": "C2",
        "source": RULES,
        "checked_on": "2026-11-22",
    }
    return KnownNumber(**{**plain, **more})


def edition(**more: Any) -> KnownEdition:
    """A book on drying."""
    plain: dict[str, Any] = {
        "id": "drying-book",
        "title": "Drying well",
        "edition": "2026",
        "short": ("DW",),
        "in_force_from": "2026-09-01",
        "replaced": ("2025",),
        "confidence": "C",
        "source": RULES,
        "checked_on": "2026-11-22",
    }
    return KnownEdition(**{**plain, **more})


def old(**more: Any) -> OldContact:
    """A desk that was closed."""
    plain: dict[str, Any] = {
        "id": "desk",
        "name": "the old desk",
        "seen": ("0845 123 4567",),
        "state": "former",
        "why": "It was closed.",
        "instead": "social_care_phone",
        "confidence": "C",
        "source": RULES,
        "checked_on": "2026-11-22",
    }
    return OldContact(**{**plain, **more})


def source(**more: Any) -> BankSource:
    """The house rules."""
    plain: dict[str, Any] = {
        "id": "rules",
        "title": "House rules",
        "edition": "2026",
        "publisher": "The house",
        "status": "in force",
        "checked_on": "2026-11-22",
    }
    return BankSource(**{**plain, **more})


def notices(*items: NoticeItem, **more: Any) -> NoticeList:
    """A list of these items, with one of everything else."""
    fields: dict[str, Any] = {"source": (source(),), "number": (number(),), "edition": (edition(),), "old": (old(),)}
    head = NoticeHead(id="umbrellas", title="Umbrella boards", edition="1", review_by="2027-02-22")
    return NoticeList(**{"notice": head, "item": items or (item(),), **fields, **more})
