"""Rounds so far in typed lines, and what a person remembered later."""

from collections.abc import Iterator

from compact_tui.core.asking_views import HeardLine, RoundView
from compact_tui.core.days import say_day
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, BACK, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import spot_rounds

_HELP = ("Choose a round to hear it, to go on with it, or to add what a person remembered later.",)


def rounds_place(teller: Teller, visit: Visit) -> Step:
    """Say the rounds, then one of them."""
    found = spot_rounds.list_rounds(visit.desk)
    if not found:
        teller.say("", "Nobody has been asked yet.")
        return BACK
    rows = tuple(
        Choice(one.id, f"{say_day(one.on)}, {one.group}", f"{one.words}{', to go on with' if one.open else ''}")
        for one in found
    )
    view = spot_rounds.show_round(visit.desk, choose(teller, Menu(heading="Rounds so far", choices=rows, help=_HELP)))
    teller.pages(_lines(view))
    return _what_with(teller, visit, view)


def _what_with(teller: Teller, visit: Visit, view: RoundView) -> Step:
    choices = (
        *((Choice("open", "Go on with it"),) if view.round.open else ()),
        *((Choice("later", "Something was remembered later"),) if view.heard else ()),
        Choice("list", "The list of rounds"),
    )
    chosen = choose(teller, Menu(heading="What with it?", choices=choices))
    if chosen == "open":
        return Step(place="corridor", standard=view.round.id)
    if chosen == "later":
        rows = tuple(Choice(one.id, one.prompt, one.level_words) for one in view.heard)
        heard = choose(teller, Menu(heading="More was remembered of which?", choices=rows))
        form = spot_rounds.later_form_for(visit.desk)
        ask_form(teller, form, {}, lambda typed: spot_rounds.add_later(visit.desk, heard, typed), about=heard)
        teller.kept("Both answers are kept.")
    return AGAIN


def _lines(view: RoundView) -> Iterator[str]:
    line = view.round
    people = f", {line.people} people" if line.people else ""
    yield f"{line.group}{people}, {say_day(line.on)}, {line.way_words}. {line.words}."
    for one in view.heard:
        yield ""
        yield from heard_lines(one)
    if line.follow_up:
        yield ""
        yield f"What follows: {line.follow_up}"


def heard_lines(one: HeardLine) -> Iterator[str]:
    """What was heard to one question, line by line."""
    unsafe = "; something unsafe was heard" if one.unsafe else ""
    signed = f" ({one.initials})" if one.initials else ""
    counts = ", ".join(f"{many} {name}" for name, many in one.counts)
    yield one.prompt
    yield f"  {one.level_words or counts}{unsafe}{signed}"
    yield from (f"  heard: {words}" for words in one.heard)
    if one.note:
        yield f"  note: {one.note}"
    if one.added:
        level = f", {one.added_level_words}" if one.added_level_words else ""
        yield f"  remembered later, {say_day(one.added_on)}{level}: {one.added}"
