"""What spot checks have shown, in typed lines: the results, a topic, its briefing, evidence, and paper."""

from compact_tui.core.spot_briefing import briefing_lines
from compact_tui.core.spot_speech import results_lines, topic_lines
from compact_tui.core.spot_views import SpotPrinted
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import spot_pages, spot_place, spot_results
from compact_tui.services.desk import Desk

_HELP = (
    "Groups are never ranked, and few answers are never shown by themselves.",
    "Each topic has a briefing of five minutes, and can be kept as evidence for the audit.",
)
_WHAT = (
    Choice("hear", "Hear what wants attention"),
    Choice("topic", "Choose a topic: role groups, briefing, evidence"),
    Choice("sheet", "Questions on a sheet, answers on the back"),
    Choice("card", "Three questions as a pocket card"),
)
_ACTS = (
    Choice("briefing", "Hear the briefing of five minutes"),
    Choice("page", "Write the briefing as a page to print"),
    Choice("slide", "Write one question as a slide for everybody"),
    Choice("evidence", "Keep the result as evidence"),
)
_KEEP = (Choice("keep", "Keep it so"), Choice("no", "Leave it"))


def results_place(teller: Teller, visit: Visit) -> Step:
    """Say the results, or go on with a topic or a page."""
    desk = visit.desk
    view = spot_results.results(desk)
    chosen = choose(teller, Menu(heading=f"What is known. {view.sentence}", choices=_WHAT, help=_HELP))
    if chosen == "hear":
        teller.pages(results_lines(view))
    elif chosen == "topic":
        rows = tuple(Choice(topic.id, topic.title, topic.words) for topic in view.topics)
        name = choose(teller, Menu(heading="Which topic?", choices=rows))
        teller.pages(topic_lines(next(topic for topic in view.topics if topic.id == name)))
        _topic(teller, desk, name)
    else:
        teller.say(_paper(teller, desk, chosen))
    return AGAIN


def _topic(teller: Teller, desk: Desk, name: str) -> None:
    act = choose(teller, Menu(heading="What with it?", choices=_ACTS, help=_HELP))
    if act == "briefing":
        teller.pages(briefing_lines(spot_results.briefing(desk, name)))
    elif act == "page":
        teller.say(spot_pages.briefing_page(desk, name).sentence)
    elif act == "slide":
        teller.say(spot_pages.slide(desk, topic=name).sentence)
    else:
        _evidence(teller, desk, name)


def _evidence(teller: Teller, desk: Desk, name: str) -> None:
    offer = spot_results.offer_evidence(desk, name)
    teller.say(*(line for line in (offer.title, offer.sentence) if line))
    if offer.ready and choose(teller, Menu(heading="Keep it as evidence?", choices=_KEEP)) == "keep":
        teller.kept(spot_results.give_evidence(desk, name).title)


def _paper(teller: Teller, desk: Desk, kind: str) -> str:
    place = spot_place.spot_place(desk)
    if not place.told:
        return "Say first what staff are told: What is kept, at the spot checks."
    rows = tuple(Choice(name, name) for name in place.groups)
    group = choose(teller, Menu(heading="For which role group?", choices=rows))
    made: SpotPrinted = spot_pages.sheet(desk, group) if kind == "sheet" else spot_pages.card(desk, group)
    return made.sentence
