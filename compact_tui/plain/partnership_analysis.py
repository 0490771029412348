"""The analysis in typed lines: sectors one after the other, a figure in full, the returns behind it, themes, tables."""

from compact_tui.core.action_themes import THEME_FORM
from compact_tui.core.analysis_heat import AnalysisPage
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import analysing, facts, themes
from compact_tui.services.desk import Desk

_HELP = (
    "How settings graded themselves, by sector and standard. Small groups are left out, and what could tell of them.",
    "The returns behind a figure have names: they are for use inside the partnership only.",
)
_WHAT = (
    Choice("hear", "Hear every figure"),
    Choice("figure", "Choose a sector and a standard"),
    Choice("notes", "What the figures cover, and what actions are about"),
    Choice("themes", "The themes that actions are counted under"),
    Choice("facts", "Write every return as flat tables, for use inside"),
    Choice("back", "The partnership's side"),
)
_BEHIND = (Choice("no", "No"), Choice("yes", "Yes: with names, not for publishing"))


def analysis_place(teller: Teller, visit: Visit) -> Step:
    """Say how the round stands and ask what to hear."""
    desk = visit.desk
    page = analysing.analyse(desk, audit=visit.here.criterion)
    chosen = next((one for one in page.audits if one.chosen), None)
    if chosen is not None and len(page.audits) > 1:
        teller.say(f"Counted: {chosen.word}.")
    more = (Choice("audit", "Count another audit that settings returned"),) if len(page.audits) > 1 else ()
    menu = Menu(
        heading=f"{page.title}: {page.sentence}. What next?", choices=(*_WHAT[:-1], *more, _WHAT[-1]), help=_HELP
    )
    match choose(teller, menu):
        case "back":
            return Step(place="partnership")
        case "hear":
            teller.pages(
                f"{column.word}, {row.number} {row.short}: {row.cells[at].words}"
                for at, column in enumerate(page.columns)
                for row in page.rows
            )
        case "figure":
            _figure(teller, desk, page, visit.here.criterion)
        case "audit":
            named = tuple(Choice(one.id, one.word) for one in page.audits)
            return Step(place="analysis", criterion=choose(teller, Menu(heading="Which one?", choices=named)))
        case "notes":
            teller.pages((*page.notes, *(f"Actions: {line}" for line in page.themes)))
        case "facts":
            teller.say(facts.write_facts(desk).sentence)
        case _:
            return Step(place="themes")
    return AGAIN


def _figure(teller: Teller, desk: Desk, page: AnalysisPage, audit: str) -> None:
    if not page.columns:
        teller.say("No setting is in the register and no return came in.")
        return
    sectors = tuple(Choice(one.sector, one.word, one.returned) for one in page.columns)
    sector = choose(teller, Menu(heading="Which sector?", choices=sectors))
    cells = {row.standard: cell for row in page.rows for cell in row.cells if cell.sector == sector}
    rows = tuple(Choice(row.standard, f"{row.number} {row.short}", cells[row.standard].words) for row in page.rows)
    standard = choose(teller, Menu(heading="Which standard?", choices=rows))
    teller.say(*cells[standard].lines)
    if choose(teller, Menu(heading="Hear which returns are behind it?", choices=_BEHIND)) == "yes":
        view = analysing.behind(desk, standard, sector, audit=audit)
        teller.say(view.sentence)
        teller.pages(f"{one.name}: {one.word}. The committee: {one.moderated or 'none'}." for one in view.lines)


def themes_place(teller: Teller, visit: Visit) -> Step:
    """Say the themes, and add, change or take out one."""
    desk = visit.desk
    view = themes.list_themes(desk)
    teller.say("", view.sentence, *(f"{one.word}: {', '.join(one.terms)}" for one in view.themes))
    named = tuple(Choice(one.id, one.word) for one in view.themes)
    choices = (
        Choice("add", "Add a theme"),
        Choice("change", "Change one"),
        Choice("drop", "Take one out"),
        Choice("back", "The analysis"),
    )
    match choose(teller, Menu(heading="What next?", choices=choices, help=_HELP)):
        case "back":
            return Step(place="analysis")
        case "add":
            ask_form(teller, THEME_FORM, {}, lambda said: themes.keep_theme(desk, said))
        case "change":
            which = choose(teller, Menu(heading="Which one?", choices=named))
            typed = themes.theme_typed(desk, which)
            ask_form(teller, THEME_FORM, typed, lambda said: themes.keep_theme(desk, said, which), about=which)
        case _:
            themes.drop_theme(desk, choose(teller, Menu(heading="Which one?", choices=named)))
    teller.kept()
    return AGAIN
