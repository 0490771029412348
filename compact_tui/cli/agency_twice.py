"""The second reader by commands: blind, then side by side."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.agency_told import case_cells, named, tell_case
from compact_tui.cli.common import desk_of, text_of, wants_json, warn_beside
from compact_tui.cli.output import print_json, say, table
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.agency_forms import SECOND_FORM
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.agency_views import SecondView


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verb to the group of the single-agency audits."""
    verb = add_verb(
        verbs,
        "second-read",
        second_read,
        "A second reader on some cases: begin, answer blind, finish, and say what you agree on.",
        example="agency-audit second-read C03 2 partly",
    )
    verb.add_argument("words", nargs="*", metavar="CASE QUESTION ANSWER", help="what the second reader finds")
    verb.add_argument("--begin", action="store_true", help="choose the cases by chance")
    unsafe = verb.add_mutually_exclusive_group()
    unsafe.add_argument(
        "--unsafe", action="store_const", const=True, default=None, help="it shows a child who may be unsafe"
    )
    unsafe.add_argument("--safe", action="store_const", const=False, dest="unsafe", help="it does not after all")
    unsafe.add_argument("--told", action="store_true", help="with a case: the lead was told of it today")
    verb.add_argument("--finish", action="store_true", help="compare with the first reader; nothing changes after that")
    verb.add_argument("--agree", action="store_true", help="the answer is what both agree on")
    verb.add_argument("--note", metavar="T", help="what was agreed and why; - reads it from standard input")
    verb.set_defaults(name="")
    add_form(verb, SECOND_FORM)


def second_read(args: Namespace) -> int:
    """Do what was asked for about the second reading; else print how it stands, or one case of it."""
    from compact_tui.services import agency_second as verbs

    words = list(args.words)
    marks = args.unsafe is not None
    if len(words) not in ((2, 3) if marks else (0, 1, 3)) or sum((args.begin, args.finish, args.agree, marks)) > 1:
        raise UsageError(
            "Give a case, a question and an answer; or only a case to look at; "
            "with --unsafe or --safe a case and a question.",
            "Nothing was changed.",
        )
    if args.told:
        if len(words) != 1 or args.begin or args.finish or args.agree:
            raise UsageError("--told needs a case, and nothing else.", "Nothing was changed.")
        return tell_case(args, verbs.second_told(desk_of(args), named(args), words[0]), brief=True)
    if words and (args.begin or args.finish) or args.agree and len(words) != 3:
        raise UsageError(
            "--begin and --finish stand alone; --agree needs case, question and answer.", "Nothing was changed."
        )
    desk = desk_of(args)
    if args.begin:
        return _tell(args, verbs.begin_second(desk, named(args), typed_in(args, SECOND_FORM)))
    if args.finish:
        return _tell(args, verbs.finish_second(desk, named(args)))
    if args.agree:
        note = text_of(args, "note") or ""
        view = verbs.decide(desk, named(args), words[0], words[1], {"answer": words[2], "note": note})
        warn_beside(args, note)
        return _tell(args, view)
    if len(words) > 1:
        said = "" if words[2:] == ["none"] else words[2] if words[2:] else None
        page = verbs.second_answer(desk, named(args), words[0], words[1], said, unsafe=args.unsafe)
        return tell_case(args, page, brief=True)
    if words:
        return tell_case(args, verbs.second_page(desk, named(args), words[0]))
    return _tell(args, verbs.second(desk, named(args)))


def _tell(args: Namespace, view: "SecondView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    say(view.sentence)
    if view.cases:
        table(args, ("Case", "In the list", "How far", ""), case_cells(view.cases))
    if view.agreement:
        say("", *view.agreement.sentences)
    for one in view.differences:
        say("", f"{one.case}, {one.position}: {one.text}", f"  first: {one.first_words}; second: {one.second_words}")
        say(f"  agreed: {one.agreed_words or 'still open'}", *([f"  {one.note}"] if one.note else []))
    return 0
