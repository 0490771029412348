"""What a single-agency audit found, and sending it, in typed lines."""

from collections.abc import Iterator

from compact_tui.core.agency_forms import ACTION_FORM, SUMMARY_FORM
from compact_tui.core.agency_send_views import AgencyPreview, made_lines
from compact_tui.core.agency_views import SummaryView
from compact_tui.core.days import say_day
from compact_tui.core.forms import as_typed
from compact_tui.core.page_speech import spoken_lines
from compact_tui.core.return_forms import SENT_FORM
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import agency_send, agency_summary

_LEAVES = ("All of this is sent: no names, nothing that gives a child away.",)
_AUDIT = Choice("audit", "Back to the audit")


def agencyfound_place(teller: Teller, visit: Visit) -> Step:
    """Say what was found, and write it up."""
    desk, audit = visit.desk, visit.here.standard
    view = agency_summary.summary(desk, audit)
    teller.say("", view.sentence, *_LEAVES)
    if view.warning:
        teller.say(f"Note: {view.warning}")
    chosen = choose(teller, Menu(heading="What you found. What next?", choices=_ways(view), help=_LEAVES))
    match chosen:
        case "counts":
            teller.pages(_counts(view))
        case "write":
            typed = as_typed(SUMMARY_FORM, {f.id: str(getattr(view.summary, f.id)) for f in SUMMARY_FORM.fields})
            ask_form(teller, SUMMARY_FORM, typed, lambda said: agency_summary.summarise(desk, audit, said), about=audit)
            teller.kept()
        case "add":
            _action(teller, visit, view, "")
        case "audit":
            return Step(place="agencyaudit", standard=audit)
        case _:
            _change(teller, visit, view, chosen)
    return AGAIN


def _ways(view: SummaryView) -> tuple[Choice, ...]:
    actions = (Choice(one.id, f"Action: {one.what}", one.status) for one in view.actions)
    return (
        Choice("counts", "Hear what the answers say, and what was written beside the cases"),
        Choice("write", "Write it up"),
        Choice("add", "Add what will be done"),
        *actions,
        _AUDIT,
    )


def _counts(view: SummaryView) -> Iterator[str]:
    yield from (f"{one.words} {one.sentence}" for one in view.tallies)
    yield from (one.beyond for one in view.tallies if one.beyond)
    yield view.limits
    for one in view.from_cases:
        yield from (f"{one.ref}: {text}" for text in (one.strength, one.learning, one.action) if text)


def _change(teller: Teller, visit: Visit, view: SummaryView, action: str) -> None:
    ways = (Choice("edit", "Change it"), Choice("remove", "Take it away"))
    if choose(teller, Menu(heading="What with it?", choices=ways)) == "edit":
        _action(teller, visit, view, action)
    else:
        agency_summary.remove_action(visit.desk, view.audit, action)
        teller.kept("It is taken away; undo brings it back.")


def _action(teller: Teller, visit: Visit, view: SummaryView, action: str) -> None:
    known = next((one for one in view.actions if one.id == action), None)
    kept = {field.id: str(getattr(known, field.id)) for field in ACTION_FORM.fields} if known else {"status": "open"}
    ask_form(
        teller,
        ACTION_FORM,
        as_typed(ACTION_FORM, kept),
        lambda said: agency_summary.write_action(visit.desk, view.audit, said, action),
        about=action or view.audit,
    )
    teller.kept()


def agencysend_place(teller: Teller, visit: Visit) -> Step:
    """Say what would be sent, make it, and say when it was sent."""
    desk, audit = visit.desk, visit.here.standard
    view = agency_send.preview(desk, audit)
    teller.say("", view.state)
    teller.say(*(f"It cannot be made yet: {said}" for said in view.held_back))
    teller.say(*(f"Look again: {said}" for said in view.warnings))
    chosen = choose(teller, Menu(heading="Sending it. What next?", choices=_sending(view)))
    match chosen:
        case "read":
            teller.pages(spoken_lines(view.page))
        case "make":
            teller.say("", *made_lines(agency_send.report(desk, audit)))
        case "sent":
            typed = {"on": say_day(desk.today), "by": desk.who}
            told = ask_form(
                teller,
                SENT_FORM,
                typed,
                lambda said: agency_send.sent(desk, audit, said["on"], said["by"]),
                about=audit,
            )
            teller.kept(told.sentence)
        case _:
            return Step(place="agencyaudit", standard=audit)
    return AGAIN


def _sending(view: AgencyPreview) -> tuple[Choice, ...]:
    return (
        Choice("read", "Read it as the partnership will"),
        *((Choice("make", "Make it: a folder with everything to send"),) if view.ready else ()),
        *((Choice("sent", "Say when it was sent"),) if view.made else ()),
        _AUDIT,
    )
