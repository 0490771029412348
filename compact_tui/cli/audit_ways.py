"""Other ways into the audit: a first pass, and answering together."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, text_of, wants_json
from compact_tui.cli.output import print_json, say, table, width, wrapped
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import UsageError
from compact_tui.core.together import COUNT

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.first_pass import FirstPassResult, FirstPassView
    from compact_tui.core.together_views import TogetherView


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the audit."""
    verb = add_verb(
        verbs,
        "first-pass",
        first_pass,
        "Choose among the model answers alone, or see what that came to.",
        example="audit first-pass 3 good",
    )
    verb.add_argument("standard", nargs="?", default="", metavar="STANDARD", help="its id or number")
    verb.add_argument("level", nargs="?", default="", metavar="LEVEL", help="a level of your audit pack, such as good")
    verb.add_argument("--clear", action="store_true", help="take the provisional level of STANDARD back")
    verb = add_verb(
        verbs,
        "together",
        together,
        "Keep what a whole-staff event answered to a criterion, or list a standard.",
        example="audit together 3.2 --count met=14 --count partly-met=3 --agreed met",
    )
    verb.add_argument("place", metavar="CRITERION", help="its id or number; a standard lists what was agreed in it")
    verb.add_argument(
        "--count",
        action="append",
        default=[],
        metavar="ANSWER=N",
        help="how many gave an answer, such as met=14; may be given several times",
    )
    verb.add_argument("--agreed", default="", metavar="ANSWER", help="the answer that was agreed")
    verb.add_argument("--on", default="", metavar="DATE", help="the day, if it is not today")
    verb.add_argument("--said-by", default="", metavar="WHO", help="who agreed, if it was not the whole staff")
    verb.add_argument("--note", metavar="TEXT", help="what was said; - reads it from standard input")


def first_pass(args: Namespace) -> int:
    """Choose a model answer, show one standard's, or say what the pass came to."""
    from compact_tui.services import first_pass as verbs

    desk = desk_of(args)
    if args.level or args.clear:
        if args.level and args.clear or not args.standard:
            raise UsageError("Name a standard, and either a level or --clear.", "Nothing was changed.")
        return _show_pass(args, verbs.choose_first(desk, args.standard, args.level))
    if args.standard:
        return _show_pass(args, verbs.first_pass(desk, args.standard))
    if verbs.first_pass_form(desk).fields:
        from compact_tui.cli.setup import name_first

        name_first(desk)
    verbs.begin_first_pass(desk)
    return _show_result(args, verbs.first_pass_result(desk))


def _show_pass(args: Namespace, view: "FirstPassView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    standing = view.chosen_words or "nothing chosen yet"
    say(f"{view.number} {view.standard_title} ({view.position}): {standing}. {view.left_words.capitalize()}.")
    if not args.level:
        for level in view.levels:
            say("", f"{level.id}: {level.word}", *wrapped(level.model_answer, width(), "  "))
    if view.waiting:
        say("", f"Go on: compact-tui audit first-pass {view.waiting} LEVEL")
    else:
        say("", "See what it came to: compact-tui audit first-pass")
    return 0


def _show_result(args: Namespace, result: "FirstPassResult") -> int:
    if wants_json(args):
        print_json(result)
        return 0
    table(args, ("Number", "Standard", "Level"), [(str(line.number), line.title, line.words) for line in result.lines])
    say(f"First pass: {result.sentence}.", result.begin_sentence, result.note)
    if result.done < result.total:
        say("Read the model answers of a standard: compact-tui audit first-pass 1")
    return 0


def together(args: Namespace) -> int:
    """Keep a count and the agreed answer, or list a standard."""
    from compact_tui.services import together as verbs

    desk = desk_of(args)
    if not args.agreed and not args.count:
        return _show_together(args, verbs.together(desk, args.place))
    typed = _counts(args.count) | {
        "agreed": args.agreed,
        "on": args.on,
        "by": args.said_by,
        "note": text_of(args, "note") or "",
    }
    agreed = verbs.agree(desk, args.place, typed)
    if wants_json(args):
        print_json(agreed)
    else:
        say(
            f"{agreed.number} {agreed.question} {agreed.answer_word}.",
            agreed.tally.sentence,
            f"Kept as evidence: {agreed.title}",
        )
    return 0


def _counts(given: list[str]) -> dict[str, str]:
    """What was typed as ``met=14``, as the fields of the form."""
    typed = {}
    for text in given:
        answer, equals, many = text.partition("=")
        if not equals:
            raise UsageError(f'"{text}" is not a count.', "Write it like --count met=14. Nothing was changed.")
        typed[f"{COUNT}{answer.strip()}"] = many
    return typed


def _show_together(args: Namespace, view: "TogetherView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    rows = [(line.number, line.question, line.answer_word or "-", line.counted or "-") for line in view.lines]
    table(args, ("Number", "Question", "Answer", "Counted"), rows)
    say(f"{view.number} {view.standard_title}: {view.sentence}.")
    return 0
