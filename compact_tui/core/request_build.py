"""A request made for one setting of the register: what it says, the letter with it, and the page that shows both."""

from collections.abc import Sequence

from msgspec.structs import replace

from compact_tui.core.came_words import HOW_TO_OPEN
from compact_tui.core.chasing import due_of
from compact_tui.core.days import say_day
from compact_tui.core.pack import AuditPack
from compact_tui.core.page import Facts, ListBlock, Paragraph, ReportPage, Section
from compact_tui.core.partnership import LocalContact, PartnershipHead, RegisterEntry
from compact_tui.core.partnership_views import is_old
from compact_tui.core.request import Request, RequestContact
from compact_tui.core.request_opened import contact_lines
from compact_tui.core.sent_text import as_sent
from compact_tui.core.text import listed

_USUAL = (
    "Every two years we ask all who work with children here to look at how they keep them safe, and to tell us. "
    "Your answers show what goes well, what needs work, and what we can do for you. You will hear back from us."
)
_HOW = (
    "The attached file fills in the day, the address, your number with us and whom to ring, and begins the audit if "
    f"you wish: {HOW_TO_OPEN}"
)
WORRIED = "When you are worried about a child"


def build_request(
    head: PartnershipHead,
    entry: RegisterEntry,
    contacts: Sequence[LocalContact],
    pack: AuditPack,
    *,
    request_id: str,
    made_on: str,
    made_by: str,
    whole: bool = False,
) -> Request:
    """The request for one setting.

    Args:
        head: Who asks.
        entry: Whom it asks.
        contacts: Whom the setting rings.
        pack: The pack it asks for.
        request_id: The id of the document.
        made_on: The day.
        made_by: The program that makes it.
        whole: Whether it brings the pack itself, where the setting's program may not have it.
    """
    request = Request(
        id=request_id,
        made_by=made_by,
        made_on=made_on,
        partnership=head.name,
        register_id=entry.id,
        setting=entry.name,
        sector=entry.sector,
        kind=entry.kind,
        pack=pack.pack.id,
        edition=pack.pack.edition,
        cycle=head.cycle,
        due=due_of(entry, head),
        return_to=head.return_to,
        areas=tuple(dict.fromkeys((head.area, *entry.other_areas))),
        contacts=tuple(
            RequestContact(what=c.what, name=c.name, value=c.value, checked_on=c.checked_on, source=c.source)
            for c in contacts
        ),
        letter=head.letter or _USUAL,
    )
    return replace(as_sent(request), whole_pack=(pack,) if whole else ())


def request_lines(request: Request, title: str) -> tuple[str, ...]:
    """What a setting is asked, as paragraphs of a letter.

    Args:
        request: The request.
        title: What the pack calls itself.
    """
    when = f" by {say_day(request.due)}" if request.due else ""
    where = f" Please send it to {listed(request.return_to)}." if request.return_to else ""
    others = listed(request.areas[1:])
    return (
        request.letter,
        f"We ask {request.setting} for its return in the round {request.cycle}{when}: {title}.{where}",
        f"Your number in our register is {request.register_id}. {_HOW}",
        f"You work in {others} too, as far as we know: one return is enough, and we pass it on." if others else "",
    )


def old_contacts(contacts: Sequence[LocalContact], today: str) -> tuple[str, ...]:
    """Sentences for the partnership about the numbers that its requests would carry."""
    if not contacts:
        return ("Requests name nobody whom settings ring. Name them first: w on the partnership's side.",)
    return tuple(
        f"{one.name} was {f'last checked on {say_day(one.checked_on)}' if one.checked_on else 'never checked'}: "
        "ring it, and change its day."
        for one in contacts
        if is_old(one.checked_on, today)
    )


def request_page(request: Request, title: str) -> ReportPage:
    """The request as a page to read or print."""
    facts = (
        ("Setting", request.setting),
        ("Number in our register", request.register_id),
        ("Round", request.cycle),
        ("What we ask for", f"{title}, edition {request.edition}"),
        ("By", say_day(request.due) or "no day said"),
        ("Send it to", ", ".join(request.return_to) or "ask us"),
        ("Shared with", ", ".join(request.areas)),
    )
    ring = contact_lines(request, request.made_on)
    return ReportPage(
        title=f"{request.partnership} asks for your return",
        first_lines=(f"Made on {say_day(request.made_on)}.",),
        sections=(
            Section("What is asked", 2, (Facts(tuple(pair for pair in facts if pair[1])),)),
            Section("The letter", 2, tuple(Paragraph(line) for line in request_lines(request, title) if line)),
            *((Section(WORRIED, 2, (ListBlock(ring),)),) if ring else ()),
        ),
    )
