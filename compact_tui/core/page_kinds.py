"""The pages that can be printed, with words for each; the order is that of the list."""

from collections.abc import Callable

from msgspec import Struct

from compact_tui.core.inspection_page import can_inspect
from compact_tui.core.pack import AuditPack
from compact_tui.core.support_page import can_ask


def always(pack: AuditPack) -> bool:
    """What every pack has."""
    return True


class PageKind(Struct, frozen=True, kw_only=True):
    """A kind of page."""

    id: str
    words: str
    about: str
    """What it is for."""
    asks_standard: bool = False
    offered: Callable[[AuditPack], bool] = always
    """Whether a pack has what it takes."""
    otherwise: str = ""
    """Why it is not offered where it is not."""


PAGE_KINDS = (
    PageKind(
        id="improvement",
        words="What we do next",
        about="Our plan on one side: what to do first, who, by when. To hang up where we all see it.",
        offered=lambda pack: not pack.level,
        otherwise="This audit has grades; its plan is in the report (audit print --report).",
    ),
    PageKind(
        id="support",
        words="What we need help with",
        about="What we asked for help with, and whom to ask for each.",
        offered=can_ask,
        otherwise="This audit has no answer that asks for help.",
    ),
    PageKind(
        id="blank",
        words="The audit on paper, to fill in",
        about="Every question with boxes to tick and lines to write on, for people without a screen.",
    ),
    PageKind(
        id="blank-guided",
        words="The same, with help",
        about="The audit on paper, with what good looks like, where to look and whom to ask.",
    ),
    PageKind(
        id="together",
        words="Large pages for a meeting",
        about="One part of the audit, a question a side, readable from the back of a hall.",
        asks_standard=True,
        offered=lambda pack: bool(pack.standard),
        otherwise="This audit has no standards.",
    ),
    PageKind(
        id="head",
        words="The page to sign",
        about="For whoever signs: what is claimed, what is not met, what changed, and room for a signature.",
    ),
    PageKind(
        id="inspection",
        words="Inspection pack",
        about="What an inspector may ask, what to show, where it is, whom to fetch, what is missing.",
        offered=can_inspect,
        otherwise="This audit's pack does not say what an inspector asks.",
    ),
    PageKind(
        id="report",
        words="The report",
        about="Everything that was answered, as the reader of the return sees it.",
    ),
    PageKind(
        id="act-now",
        words="A child may be at risk: the card",
        about="What to do and whom to ring, to hang up beside a telephone.",
    ),
)


def offered(pack: AuditPack) -> tuple[PageKind, ...]:
    """The pages that can be printed from an audit of a pack."""
    return tuple(kind for kind in PAGE_KINDS if kind.offered(pack))
