"""The audit in one minute, what a term means, and the guide as a page to print."""

from compact_tui.core.forms import Field
from compact_tui.core.guide import Term, guide_lines
from compact_tui.plain.asking import ask
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import WIDTH, Teller
from compact_tui.services import guiding

_CHOICES = (
    Choice("guide", "The audit in one minute"),
    Choice("term", "What a term means"),
    Choice("terms", "Every term"),
    Choice("print", "Write the guide as a page to print"),
)
_TERM = Field(id="term", question="Which term?", help="Such as LADO or DSL.")
_FILE = Field(id="file", question="Where to?", help="The path of a new .html file.", required=True)


def guide_place(teller: Teller, visit: Visit) -> Step:
    """Read the guide, or look up a term."""
    match choose(teller, Menu(heading="Guide and glossary", choices=_CHOICES)):
        case "guide":
            teller.pages(guide_lines(guiding.guide(), WIDTH))
        case "term":
            wanted = ask(teller, _TERM)
            terms = guiding.glossary(wanted) if wanted else ()
            teller.pages(line for term in terms for line in _lines(term))
            if wanted and not terms:
                teller.say(f'The glossary has no "{wanted[:60]}". Try a shorter word.')
        case "terms":
            teller.pages(line for term in guiding.glossary() for line in _lines(term))
        case _:
            teller.say(f"Written: {guiding.print_guide(ask(teller, _FILE))}", "Open it in a browser to read or print.")
    return AGAIN


def _lines(term: Term) -> tuple[str, str]:
    named = f"{term.term} ({', '.join(term.also)})" if term.also else term.term
    return f"{named}:", f"  {' '.join(term.meaning.split())}"
