"""Collecting in typed lines: taking in what settings sent, saying whose it is, and the letters after."""

from pathlib import Path

from compact_tui.core.collect_forms import (
    AWAY_FORM,
    COLLECT_FORM,
    ENTER_FORM,
    FORWARD_FORM,
    MAPPING_FORM,
    MATCH_FORM,
    aside_lines,
)
from compact_tui.core.collect_views import Collected, PutAside, ReturnLine
from compact_tui.core.report_text import page_lines
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import WIDTH, Teller
from compact_tui.services import (
    city_register,
    collect_deciding,
    collect_index,
    collect_letters,
    collected,
    collecting,
    entering,
    put_aside,
    survey_mappings,
)
from compact_tui.services.desk import Desk

_HUB = Step(place="partnership")
_HELP = (
    "Take in a folder with what settings sent: returns, mails, mailboxes, archives, workbooks.",
    "Running it again goes on where it ended and counts nothing twice. Nothing is sent from here.",
)
_CHOICES = (
    Choice("collect", "Take in a file or folder"),
    Choice("match", "Say whose a return is"),
    Choice("away", "Turn a return away"),
    Choice("show", "Read a return"),
    Choice("aside", "What was put aside, and a reply for each"),
    Choice("receipts", "Make a receipt for each return that has none"),
    Choice("paper", "A return on paper"),
    Choice("forward", "Pass a return on to another area"),
    Choice("forward-all", "Pass on every return that is shared"),
    Choice("city", "What agencies audited and found, and what staff know"),
    Choice("again", "Look again whose the returns are", quiet=True),
    Choice("mapping", "Write a mapping for a survey tool's table", quiet=True),
    Choice("rebuild", "Make the index anew from the files that came", quiet=True),
    Choice("back", "The partnership's side"),
)


def collect_place(teller: Teller, visit: Visit) -> Step:
    """Say what is here and ask what to do."""
    desk = visit.desk
    teller.say("", collected.returns_here(desk).sentence)
    match choose(teller, Menu(heading="Collect. What next?", choices=_CHOICES, help=_HELP)):
        case "back":
            return _HUB
        case "collect":
            _collect(teller, desk)
        case "match":
            _match(teller, desk)
        case "away":
            line = _pick(teller, desk, "")
            if line:
                away = ask_form(
                    teller, AWAY_FORM, {}, lambda said: collect_deciding.turn_away(desk, line, said["reason"])
                )
                teller.kept(away.sentence)
        case "aside":
            _put_aside(teller, desk, collected.returns_here(desk).put_aside)
        case "show":
            line = _pick(teller, desk, "")
            if line:
                teller.pages(page_lines(collected.show_return(desk, line).page, WIDTH))
        case chosen:
            _other(teller, desk, chosen)
    return AGAIN


def _other(teller: Teller, desk: Desk, chosen: str) -> None:
    match chosen:
        case "receipts":
            teller.say(collect_letters.make_receipts(desk).sentence)
        case "paper":
            ask_form(teller, ENTER_FORM, {"what": "type"}, lambda said: _paper(teller, desk, said))
        case "forward-all":
            teller.say(collect_letters.forward_all(desk).sentence)
        case "forward":
            line = _pick(teller, desk, "current")
            if line:
                made = ask_form(
                    teller, FORWARD_FORM, {}, lambda said: collect_letters.forward(desk, line, said["area"])
                )
                teller.say(made.sentence)
        case "city":
            view = city_register.city_register(desk)
            told = (*(one.sentence for one in view.audits), *(one.sentence for one in view.topics))
            teller.pages((view.sentence, *told))
        case "again":
            teller.say(collect_deciding.rematch(desk).sentence)
        case "mapping":
            written = ask_form(teller, MAPPING_FORM, {}, lambda said: survey_mappings.mapping_typed(desk, said))
            teller.say(written.sentence)
            teller.pages(written.wrong)
        case _:
            teller.say(collect_index.rebuild_index(desk).sentence)


def _match(teller: Teller, desk: Desk) -> None:
    """Say whose a return is: where one of its name was put last round, or another setting."""
    line = _picked(teller, desk, "unmatched")
    if line is None:
        return
    if line.as_last_round:
        choices = (Choice("again", f"Yes: {line.offered[0].words}"), Choice("other", "Another setting"))
        if choose(teller, Menu(heading=f'Does "{line.name}" belong there again?', choices=choices)) == "again":
            teller.kept(collect_deciding.match_as_before(desk, line.id).sentence)
            return
    decided = ask_form(
        teller,
        MATCH_FORM,
        {},
        lambda said: collect_deciding.match_return(desk, line.id, said["entry"], said.get("reason", "")),
    )
    teller.kept(decided.sentence)


def _collect(teller: Teller, desk: Desk) -> None:
    """Take something in, and offer a reply for what was put aside."""

    def take(said: dict[str, str]) -> Collected:
        named = said.get("mapping", "")
        path = Path(said["path"]).expanduser()
        return collecting.collect(desk, [path], mapping=Path(named).expanduser() if named else None)

    view = ask_form(teller, COLLECT_FORM, {}, take)
    teller.say("", view.sentence)
    if view.quarantined:
        _put_aside(teller, desk, view.quarantined)


def _put_aside(teller: Teller, desk: Desk, aside: tuple[PutAside, ...]) -> None:
    """Tell what was put aside and why, and offer a reply for each."""
    if not aside:
        teller.say("Nothing was put aside.")
        return
    teller.pages(line for one in aside for line in ("", *aside_lines(one.file, one.reason, one.remedy)))
    choices = (
        Choice("write", "Write a reply for each"),
        Choice("one", "One was dealt with: list it no more"),
        Choice("all", "All that wait were dealt with: list them no more"),
        Choice("leave", "Leave it"),
    )
    match choose(teller, Menu(heading="What with those that were put aside?", choices=choices)):
        case "write":
            teller.say(collect_letters.write_replies(desk, aside).sentence)
        case "one":
            _dealt_with(teller, desk)
        case "all":
            teller.kept(put_aside.deal_with(desk).sentence)


def _dealt_with(teller: Teller, desk: Desk) -> None:
    waiting = collected.returns_here(desk, state="aside").put_aside
    if not waiting:
        teller.say("No file that was put aside waits.")
        return
    rows = tuple(Choice(one.id, one.file, one.reason) for one in waiting)
    chosen = choose(teller, Menu(heading="Which was dealt with?", choices=rows))
    teller.kept(put_aside.deal_with(desk, [chosen]).sentence)


def _paper(teller: Teller, desk: Desk, said: dict[str, str]) -> None:
    if said["what"] == "take":
        teller.say(entering.take_entered(desk, said["entry"]).sentence)
    else:
        view = entering.enter(desk, said["entry"])
        teller.say(view.sentence, view.next_step)


def _pick(teller: Teller, desk: Desk, state: str) -> str:
    """Id of a return that a person picks; empty where there is none."""
    line = _picked(teller, desk, state)
    return line.id if line else ""


def _picked(teller: Teller, desk: Desk, state: str) -> ReturnLine | None:
    view = collected.returns_here(desk, state=state)
    if not view.returns:
        teller.say("There is no such return here.")
        return None
    rows = []
    for line in view.returns:
        could = "; could be " + ", ".join(one.words for one in line.offered) if line.offered else ""
        rows.append(Choice(line.id, f"{line.entry_name or line.name}, return {line.id}", f"{line.state_words}{could}"))
    chosen = choose(teller, Menu(heading="Which return?", choices=tuple(rows)))
    return next(line for line in view.returns if line.id == chosen)
