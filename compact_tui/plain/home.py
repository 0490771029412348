"""Home: where things stand, what to do next, and a number for each place."""

from compact_tui.core.views import HomeView, NextStepView
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, LEAVE, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import home
from compact_tui.services.session import prefer

WELCOME = (
    "This program takes you through the safeguarding Compact audit, one question at a time.",
    "Stop when you like: every answer is saved, in a folder of your own, on this computer.",
    "Nothing leaves this computer unless you send it. There is no account and no network.",
    "Type a number and press Enter. At every prompt ? is help, b is one step back, q saves and leaves.",
)
_HELP = (
    "This is Home. The first choice takes you to what is next; each other one opens a place.",
    "Everything is saved as you go. You come back to where you were.",
    "What is needed now and then is told here only; type its number or how it begins.",
)
_LEAVE = Choice("leave", "Save and leave")
_NEXT = {"sent": "return", "receipt": "return", "done": "audit"}
"""Where what is next is done, for the places that have no page of their own."""


def home_place(teller: Teller, visit: Visit) -> Step:
    """Say where things stand and ask where to go."""
    session = visit.session
    view = home.home(visit.desk, session.last_here)
    _say_standing(teller, view)
    if session.notice:
        teller.say(f"Note: {session.notice}")
    if not session.preferences.welcome_seen and not teller.taken:
        teller.say("", *WELCOME)
    chosen = choose(teller, _menu(view))
    if chosen == "next":
        return _follow(view.next)
    return LEAVE if chosen == "leave" else Step(place=chosen)


def more_place(teller: Teller, visit: Visit) -> Step:
    """What is needed now and then."""
    seen = visit.session.preferences.welcome_seen
    choices = (
        Choice("who", "Who is at the keyboard", visit.desk.who or "nobody has said"),
        Choice("history", "What was changed"),
        Choice("guide", "The audit in one minute, and what a term means"),
        Choice("signing", "Sign-off: who signs, and what is signed"),
        Choice("erase", "Erase a text everywhere"),
        Choice("partnership", "The partnership's side: collect the returns of settings"),
        Choice("packs", "Audit packs: the questions before you start"),
        Choice("program", "This program: where your files are, whether everything works"),
        Choice("welcome", "Hear the welcome"),
        Choice("quiet", "The welcome at the start", "not said any more" if seen else "said each time"),
    )
    chosen = choose(teller, Menu(heading="More. What next?", choices=choices))
    if chosen == "welcome":
        teller.say("", *WELCOME)
        return AGAIN
    if chosen == "quiet":
        return Step(place="again", session=prefer(visit.session, welcome_seen=not seen))
    return Step(place=chosen)


def _say_standing(teller: Teller, view: HomeView) -> None:
    teller.say("", f"{view.title}, {view.setting or 'no setting yet'}")
    teller.facts((("Done", view.rail.sentence), ("From the last round", view.rail.to_confirm)))
    teller.say(*view.standing, *view.also_open, *view.since, *(f"Note: {notice}" for notice in view.notices))
    if view.wording_note and not teller.taken:
        teller.say(view.wording_note)


def _menu(view: HomeView) -> Menu:
    places = [(place.rare, Choice(place.id, place.words, place.state, quiet=place.rare)) for place in view.places]
    more = Choice("more", "More: who is here, history, guide, packs, this program")
    often = [choice for rare, choice in places if not rare]
    return Menu(
        heading="Home. What next?",
        choices=(*often, more, _LEAVE, *(choice for rare, choice in places if rare)),
        enter="next",
        enter_words=view.next.sentence,
        help=_HELP,
    )


def _follow(step: NextStepView) -> Step:
    return Step(place=_NEXT.get(step.place, step.place), standard=step.standard, criterion=step.criterion)
