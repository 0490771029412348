"""What staff across the city know, in typed lines."""

from compact_tui.core.setting import SECTORS
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services.city_knowledge import city_knowledge

_CHOICES = (
    Choice("topics", "Hear the topics, the least known first"),
    Choice("one", "Hear all that is told of a topic"),
    Choice("standards", "Hear it by standard"),
    Choice("sector", "Hear the topics of one sector"),
    Choice("how", "How it is counted, and what nobody was asked"),
    Choice("back", "The partnership's side"),
)


def cityknowledge_place(teller: Teller, visit: Visit) -> Step:
    """Say how it stands and ask what to hear."""
    view = city_knowledge(visit.desk)
    match choose(teller, Menu(heading=f"{view.title}: {view.sentence}", choices=_CHOICES)):
        case "back":
            return Step(place="partnership")
        case "topics":
            teller.pages(f"{one.title}: {one.figure.sentence}" for one in view.topics)
        case "one":
            if view.topics:
                named = tuple(Choice(one.topic, one.title, one.figure.brief) for one in view.topics)
                wanted = choose(teller, Menu(heading="Which topic?", choices=named))
                teller.pages(next(one for one in view.topics if one.topic == wanted).lines)
            else:
                teller.say(view.sentence)
        case "standards":
            teller.pages(f"{one.words}. {one.sentence}" for one in view.standards)
        case "sector":
            named = tuple(Choice(sector, words) for sector, words in SECTORS)
            wanted = choose(teller, Menu(heading="Which sector?", choices=named))
            narrowed = city_knowledge(visit.desk, wanted)
            teller.pages(f"{one.title}: {one.figure.sentence}" for one in narrowed.topics)
        case _:
            teller.pages((*view.notes, view.never_asked_sentence))
    return AGAIN
