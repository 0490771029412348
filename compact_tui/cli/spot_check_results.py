"""What came of spot checks, and their pages."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, tell
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.spot_briefing import briefing_lines

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.spot_views import GapsView, ResultsView, SpotPrinted


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the spot checks."""
    verb = add_verb(
        verbs,
        "gaps",
        gaps,
        "See what wants attention: unsafe answers, weak topics, what was never asked.",
        example="spot-check gaps",
    )
    verb.add_argument("--all", action="store_true", dest="whole", help="every topic by role group, with the trend")
    verb = add_verb(
        verbs,
        "briefing",
        briefing,
        "Read a briefing of five minutes on a topic, or write it as a page.",
        example="spot-check briefing prevent --page",
    )
    verb.add_argument("topic", metavar="TOPIC", nargs="?", default="", help="the one that wants it most if not given")
    verb.add_argument("--page", action="store_true", help="write it as a page to print")
    _add_output(verb)
    verb = add_verb(
        verbs, "sheet", sheet, "Write a round of questions on paper.", example='spot-check sheet --role "Kitchen"'
    )
    _add_round(verb)
    verb.add_argument("--count", type=int, default=3, metavar="N", help="how many questions; 3 where nothing is said")
    verb = add_verb(
        verbs,
        "card",
        card,
        "Write three questions as a pocket card, answers behind the fold.",
        example="spot-check card --role volunteer",
    )
    _add_round(verb)
    verb = add_verb(
        verbs,
        "slide",
        slide,
        "Write one question as a slide for everybody, its answer on the next.",
        example="spot-check slide --topic prevent",
    )
    verb.add_argument("question", metavar="QUESTION", nargs="?", default="", help="its id; picked if not given")
    verb.add_argument("--topic", default="", metavar="T", help="only this topic")
    _add_output(verb)
    verb = add_verb(
        verbs,
        "evidence",
        evidence,
        "See a result as evidence for the audit, or keep it as such.",
        example="spot-check evidence prevent --keep",
    )
    verb.add_argument("topic", metavar="TOPIC", help="its id or title")
    verb.add_argument("--keep", action="store_true", help="add it to the audit")
    verb.add_argument("--for", nargs="+", dest="criteria", metavar="N", help="criteria, instead of those it speaks to")


def _add_output(verb: Parser) -> None:
    verb.add_argument("--output", metavar="FILE", default="", help="where the page goes, instead of the usual folder")


def _add_round(verb: Parser) -> None:
    verb.add_argument("--role", default="", metavar="R", help="role group, or a role such as volunteer")
    verb.add_argument("--round", default="", metavar="ID", help="print a round again, instead of a new one")
    verb.add_argument("--topic", default="", metavar="T", help="only this topic")
    verb.add_argument("--seed", type=int, default=None, metavar="S", help="pick the same again")
    _add_output(verb)


def briefing(args: Namespace) -> int:
    """Print a briefing, or write it as a page."""
    from compact_tui.services.spot_pages import briefing_page
    from compact_tui.services.spot_results import briefing as briefing_of

    if args.page or args.output:
        return _tell_page(args, briefing_page(desk_of(args), args.topic, args.output))
    view = briefing_of(desk_of(args), args.topic)
    return tell(args, view, *briefing_lines(view))


def sheet(args: Namespace) -> int:
    """Write a sheet."""
    from compact_tui.services.spot_pages import sheet as verb

    made = verb(
        desk_of(args),
        args.role,
        round_id=args.round,
        number=args.count,
        topic=args.topic,
        seed=args.seed,
        output=args.output,
    )
    return _tell_page(args, made)


def card(args: Namespace) -> int:
    """Write a pocket card."""
    from compact_tui.services.spot_pages import card as verb

    desk = desk_of(args)
    made = verb(desk, args.role, round_id=args.round, topic=args.topic, seed=args.seed, output=args.output)
    return _tell_page(args, made)


def slide(args: Namespace) -> int:
    """Write a slide."""
    from compact_tui.services.spot_pages import slide as verb

    return _tell_page(args, verb(desk_of(args), args.question, topic=args.topic, output=args.output))


def _tell_page(args: Namespace, made: "SpotPrinted") -> int:
    return tell(args, made, made.sentence)


def evidence(args: Namespace) -> int:
    """Show what a result would be as evidence, or keep it."""
    from compact_tui.services.spot_results import give_evidence, offer_evidence

    desk = desk_of(args)
    if args.keep or args.criteria:
        item = give_evidence(desk, args.topic, tuple(args.criteria) if args.criteria else None)
        if wants_json(args):
            print_json({"id": item.id})
        else:
            say(f"Evidence {item.id}: {item.title}.", f"It backs {', '.join(item.numbers) or 'no criterion yet'}.")
        return 0
    offer = offer_evidence(desk, args.topic)
    if wants_json(args):
        print_json(offer)
    else:
        say(*(line for line in (offer.title, offer.sentence) if line))
        if offer.ready:
            say(f"Keep it with: compact-tui spot-check evidence {offer.topic} --keep")
    return 0


def gaps(args: Namespace) -> int:
    """Print what wants attention, or everything."""
    from compact_tui.services.spot_results import gaps as gaps_of
    from compact_tui.services.spot_results import results

    if args.whole:
        whole = results(desk_of(args))
        if wants_json(args):
            print_json(whole)
        else:
            _tell_results(args, whole)
        return 0
    view = gaps_of(desk_of(args))
    if wants_json(args):
        print_json(view)
    else:
        _tell_gaps(args, view)
    return 0


def _tell_gaps(args: Namespace, view: "GapsView") -> None:
    say(view.sentence)
    if view.unsafe:
        say("", "Unsafe answers:")
        say(*(f"  {one.words}" for one in view.unsafe))
    for heading, lines in (
        ("Not known well yet", view.weakest),
        ("Never asked", view.never_asked),
        ("Role groups", view.groups),
    ):
        if lines:
            say("")
            table(args, (heading, ""), [(line.title, line.word) for line in lines])
    for heading, questions in (("Nobody knew it:", view.nobody), ("Everybody knew it:", view.everyone)):
        if questions:
            say("", heading, *(f"  {one.words}" for one in questions))
    say("", "A briefing of five minutes on one: compact-tui spot-check briefing TOPIC")


def _tell_results(args: Namespace, view: "ResultsView") -> None:
    say(view.sentence, "")
    rows = [(t.title, t.words, t.trend, *(cell.word for cell in t.cells)) for t in view.topics]
    table(args, ("Topic", "All together", "Trend", *view.groups), rows)
    if view.unsafe:
        say("", "Unsafe answers:", *(f"  {one.words}" for one in view.unsafe))
    if view.follow_ups:
        say("", "You said, we did:")
        say(*(f"  {one.words} ({one.change})" for one in view.follow_ups))
    if view.notes:
        say("", *view.notes)
