"""Rounds of spot checks that were: listing, showing, what was remembered later, counts, answers from paper."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, text_of, wants_json
from compact_tui.cli.output import print_json, say, table
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.spot import LEVELS
from compact_tui.core.spot_forms import COUNT

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.asking_views import HeardLine, RoundView

_LEVELS = ", ".join(known for known, _ in LEVELS)


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the spot checks."""
    add_verb(verbs, "list", list_, "List the rounds, newest first.", example="spot-check list")
    verb = add_verb(verbs, "show", show, "Show a round.", example="spot-check show s-7k2m9xq4")
    verb.add_argument("round", metavar="ROUND", help="its id, as spot-check list shows it")
    verb = add_verb(
        verbs,
        "later",
        later,
        "Keep what a person remembered later; the first answer stays beside it.",
        example='spot-check later h-7k2m9xq4 --added "And the deputy" --level full',
    )
    verb.add_argument("answer", metavar="ANSWER", help="its id, as spot-check show tells it")
    verb.add_argument("--added", required=True, metavar="T", help="in their words; - reads it from standard input")
    verb.add_argument("--level", default="", metavar="L", help=f"what it is with that: {_LEVELS}")
    verb.add_argument("--on", default="", metavar="DATE", help="the day, if that was not today")
    verb.add_argument("--initials", default="", help="of the person, where your notice has initials and they agree")
    verb = add_verb(
        verbs,
        "counts",
        counts,
        "Keep how many of a group gave each answer to one question.",
        example="spot-check counts --role all-staff --question vol-where-is-the-lead --count full=9 --count partial=3",
    )
    verb.add_argument("--role", required=True, metavar="R", help="role group, or a role such as volunteer")
    verb.add_argument("--question", required=True, metavar="ID", help="the question")
    verb.add_argument(
        "--count", action="append", default=[], metavar="ANSWER=N", help="level or option, and how many; several times"
    )
    verb.add_argument("--on", default="", metavar="DATE", help="the day, if that was not today")
    verb = add_verb(
        verbs,
        "paper",
        paper,
        "Type in the answers of a sheet: a line each, its number or the question's id, and a level.",
        example='spot-check paper --role "Lunchtime staff" --on 2026-12-01 --answers -',
    )
    verb.add_argument("--round", default="", metavar="ID", help="the sheet, where it was printed from a round")
    verb.add_argument("--role", default="", metavar="R", help="role group, where there is no sheet")
    verb.add_argument("--people", default="", metavar="N", help="how many people were asked")
    verb.add_argument("--on", default="", metavar="DATE", help="the day, if that was not today")
    verb.add_argument(
        "--answers", required=True, metavar="T", help="such as 1 f; 2 p; - reads them from standard input"
    )


def list_(args: Namespace) -> int:
    """List the rounds."""
    from compact_tui.services.spot_rounds import list_rounds

    found = list_rounds(desk_of(args))
    if wants_json(args):
        print_json(found)
        return 0
    rows = [(one.id, one.on, one.group, one.words, "to go on with" if one.open else one.follow_up) for one in found]
    if rows:
        table(args, ("Round", "Day", "Role group", "Heard", "What follows"), rows)
    else:
        say("Nobody has been asked yet. Begin with: compact-tui spot-check ask --role all-staff")
    return 0


def show(args: Namespace) -> int:
    """Show a round."""
    from compact_tui.services.spot_rounds import show_round

    return tell_round(args, show_round(desk_of(args), args.round))


def later(args: Namespace) -> int:
    """Keep what was remembered later."""
    from compact_tui.services.spot_rounds import add_later

    typed = {"added": text_of(args, "added") or "", "level": args.level, "on": args.on, "initials": args.initials}
    return tell_round(args, add_later(desk_of(args), args.answer, typed))


def counts(args: Namespace) -> int:
    """Keep counts."""
    from compact_tui.services.spot_rounds import answer_together, together_form_for

    desk = desk_of(args)
    known = {field.id for field in together_form_for(desk, args.question).fields}
    typed = {"group": args.role, "on": args.on}
    for text in args.count:
        answer, equals, many = text.partition("=")
        name = f"{COUNT}{answer.strip()}"
        if not equals or name not in known:
            words = [field.removeprefix(COUNT) for field in sorted(known) if field.startswith(COUNT)]
            raise UsageError(f'"{text}" is not a count.', f"Write it like {words[0]}=9. There is {', '.join(words)}.")
        typed[name] = many
    return tell_round(args, answer_together(desk, args.question, typed))


def paper(args: Namespace) -> int:
    """Keep answers from paper."""
    from compact_tui.services.spot_rounds import enter_paper

    typed = {"round": args.round, "group": args.role, "people": args.people, "on": args.on}
    return tell_round(args, enter_paper(desk_of(args), typed, text_of(args, "answers") or ""))


def tell_round(args: Namespace, view: "RoundView") -> int:
    """Print a round: as data, or in words."""
    if wants_json(args):
        print_json(view)
        return 0
    line = view.round
    people = f", {line.people} people" if line.people else ""
    say(f"{line.id}: {line.group}{people}, {say_day(line.on)}, {line.way_words}. {line.words}.")
    for one in view.heard:
        _tell_heard(one)
    if line.follow_up:
        say("", f"What follows: {line.follow_up}")
    if line.open:
        say("", f"Go on with: compact-tui spot-check ask --round {line.id}")
    return 0


def _tell_heard(one: "HeardLine") -> None:
    unsafe = ", something unsafe" if one.unsafe else ""
    signed = f" ({one.initials})" if one.initials else ""
    said = one.level_words or ", ".join(f"{many} {name}" for name, many in one.counts)
    say("", f"{one.id}  {one.prompt}", f"  {said}{unsafe}{signed}")
    for words in one.heard:
        say(f"  heard: {words}")
    if one.note:
        say(f"  note: {one.note}")
    if one.added:
        level = f": {one.added_level_words}" if one.added_level_words else ""
        say(f"  remembered later, {say_day(one.added_on)}{level}. {one.added}")
