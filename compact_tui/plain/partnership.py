"""The partnership's side in typed lines: how the round stands, and where its work is done."""

from compact_tui.core.partnership_forms import CONTACT_FORM, PARTNERSHIP_FORM
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, HOME, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import partnership
from compact_tui.services.partnership_places import ON_LINES

_HELP = (
    "Here a partnership asks settings for their returns, collects and reads them, and replies.",
    "Nothing is sent by this program: it makes drafts, and you send them.",
)
_HUB = Step(place="partnership")


def partnership_place(teller: Teller, visit: Visit) -> Step:
    """Say how the round stands, and ask where to go."""
    desk = visit.desk
    view = partnership.show_partnership(desk)
    if not view.started:
        return _start(teller, visit)
    teller.say("", view.title, *view.standing)
    rows = tuple(Choice(one.id, one.words, one.state) for one in view.places if one.id in ON_LINES)
    more = (
        Choice("change", "Change who collects, the round, the day or the letter"),
        Choice("history", "What was changed", quiet=True),
        Choice("undo", "Take back the last change", quiet=True),
        Choice("redo", "Do again what was taken back", quiet=True),
        Choice("home", "Home"),
    )
    chosen = choose(teller, Menu(heading="The partnership's side. What next?", choices=(*rows, *more), help=_HELP))
    match chosen:
        case "home":
            return HOME
        case "change":
            teller.facts(view.about)
            typed = partnership.typed_partnership(desk)
            ask_form(teller, PARTNERSHIP_FORM, typed, lambda said: partnership.change_partnership(desk, said))
            teller.kept()
        case "history":
            changes = partnership.partnership_history(desk)
            teller.pages(f"{one.when}: {one.what}{', taken back' if one.undone else ''}" for one in changes)
        case "undo" | "redo":
            verb = partnership.undo_partnership if chosen == "undo" else partnership.redo_partnership
            teller.kept(f"{verb(desk).what}.")
        case _:
            return Step(place=chosen)
    return AGAIN


def _start(teller: Teller, visit: Visit) -> Step:
    menu = Menu(
        heading="No partnership was started in this workspace. What next?",
        choices=(Choice("start", "Begin to collect returns here"), Choice("home", "Home")),
        help=_HELP,
    )
    if choose(teller, menu) == "home":
        return HOME
    ask_form(teller, PARTNERSHIP_FORM, {}, lambda said: partnership.start_partnership(visit.desk, said))
    teller.kept("The partnership is started.")
    return AGAIN


def contactpoints_place(teller: Teller, visit: Visit) -> Step:
    """Say whom settings ring, and add, change or take out one."""
    desk = visit.desk
    view = partnership.show_partnership(desk)
    teller.say(
        "", "Whom settings ring, as requests tell them:" if view.contacts else "Nobody is named yet whom settings ring."
    )
    teller.say(*(f"{one.what_words}: {one.name}, {one.value}; {one.age}" for one in view.contacts))
    named = tuple(Choice(one.id, f"{one.name}, {one.value}") for one in view.contacts)
    choices = (
        Choice("add", "Add somebody"),
        *((Choice("change", "Change one"), Choice("drop", "Take one out")) if named else ()),
        Choice("back", "The partnership's side"),
    )
    match choose(teller, Menu(heading="What next?", choices=choices)):
        case "back":
            return _HUB
        case "add":
            ask_form(teller, CONTACT_FORM, {}, lambda said: partnership.keep_contact(desk, said))
        case "change":
            which = choose(teller, Menu(heading="Which one?", choices=named))
            typed = partnership.typed_contact(desk, which)
            ask_form(teller, CONTACT_FORM, typed, lambda said: partnership.keep_contact(desk, said, which), about=which)
        case "drop":
            partnership.drop_contact(desk, choose(teller, Menu(heading="Which one?", choices=named)))
    teller.kept()
    return AGAIN
