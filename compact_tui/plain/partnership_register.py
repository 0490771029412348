"""The register and chasing in typed lines: settings from a table or by hand, requests, reminders, what was sent."""

from pathlib import Path

from compact_tui.core.partnership_forms import ENTRY_FORM, FILTER_FORM, NEW_ENTRY_FORM, REGISTER_FILE_FORM, SENT_FORM
from compact_tui.plain.asking import ask, ask_form, yes
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import chasing, register, requests_out

_HUB = Step(place="partnership")
_BACK = Choice("back", "The partnership's side")


def register_place(teller: Teller, visit: Visit) -> Step:
    """Say how many are expected, and ask what to do with the register."""
    desk = visit.desk
    view = register.list_register(desk)
    teller.say("", f"The register. {view.sentence}", *(f"{word}: {number}" for word, number in view.sectors))
    rows = (
        Choice("list", "List the settings"),
        Choice("import", "Take settings from a table"),
        Choice("add", "Add a setting"),
        Choice("change", "Change a setting"),
        Choice("ask-all", "Make the request for all that were not asked in this round"),
        Choice("ask-one", "Make the request for one setting"),
        _BACK,
    )
    match choose(teller, Menu(heading="What next?", choices=rows)):
        case "back":
            return _HUB
        case "list":
            found = ask_form(teller, FILTER_FORM, {}, lambda said: register.list_register(desk, everyone=True, **said))
            teller.pages(f"{one.id}  {one.name}: {one.state or one.sector_word}" for one in found.entries)
        case "import":
            _import(teller, visit)
        case "add":
            ask_form(teller, NEW_ENTRY_FORM, {}, lambda said: register.add_entry(desk, said))
            teller.kept()
        case "change":
            entry = register.entry_named(desk, ask(teller, _WHICH)).id
            typed = register.typed_entry_of(desk, entry)
            ask_form(teller, ENTRY_FORM, typed, lambda said: register.edit_entry(desk, entry, said), about=entry)
            teller.kept()
        case "ask-all":
            teller.say("", *requests_out.make_requests(desk).lines)
        case "ask-one":
            teller.say("", *requests_out.make_requests(desk, [ask(teller, _WHICH)]).lines)
    return AGAIN


_WHICH = NEW_ENTRY_FORM.fields[0]


def _import(teller: Teller, visit: Visit) -> None:
    path = Path(ask(teller, REGISTER_FILE_FORM.fields[0])).expanduser()
    view = register.import_register(visit.desk, path, dry_run=True)
    teller.say("", view.sentence, *(problem.sentence for problem in view.problems), *view.notes)
    teller.pages(line.words for line in view.lines if line.words)
    if view.new + view.changed and yes(teller, "Take this table?"):
        teller.kept(register.import_register(visit.desk, path).sentence)


def chase_place(teller: Teller, visit: Visit) -> Step:
    """Say who has answered and who has not, make reminders, and note what was sent."""
    desk = visit.desk
    view = chasing.chase(desk)
    teller.say("", *view.lines)
    rows = (
        Choice("who", "Who has not returned", str(len(view.awaited))),
        Choice("remind", "Make a reminder for each that is late", str(view.late)),
        Choice("one", "Make a reminder for one setting"),
        Choice("sent", "Say that what was made has been sent", str(view.unsent)),
        Choice("log", "What was made and sent in this round"),
        _BACK,
    )
    match choose(teller, Menu(heading="Chase. What next?", choices=rows)):
        case "back":
            return _HUB
        case "who":
            teller.pages(f"{one.sector_word}, {one.id} {one.name}: {one.words}" for one in view.awaited)
        case "remind":
            teller.say("", *requests_out.make_reminders(desk).lines)
        case "one":
            teller.say("", *requests_out.make_reminders(desk, [ask(teller, _WHICH)]).lines)
        case "sent":
            noted = ask_form(teller, SENT_FORM, {}, lambda said: requests_out.note_sent(desk, on=said["on"]))
            teller.kept(noted.sentence)
        case "log":
            teller.pages(view.log_lines or ("Nothing was made in this round yet.",))
    return AGAIN
