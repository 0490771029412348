"""The partnership's reply in the setting's program: opened, turned into actions, answered."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, text_of, wants_json, warn_beside
from compact_tui.cli.output import print_json, say, tell, width
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.reply_views import ReplyView


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of returns."""
    verb = add_verb(
        verbs,
        "open",
        open_file,
        "Open the partnership's reply to a return; without a file, show the newest.",
        example="return open reply.json",
    )
    verb.add_argument("file", nargs="?", default="", metavar="FILE", help="the .json file of the reply")
    verb = add_verb(
        verbs,
        "answer",
        answer,
        "Answer a question or recommendation of the reply; without one, make the answer to send.",
        example='return answer q-0001 --text "We have put it right."',
    )
    verb.add_argument("remark", nargs="?", default="", metavar="ID", help="the question or recommendation")
    verb.add_argument("--text", default=None, metavar="T", help="what you answer; - reads it from standard input")
    verb.add_argument("--action", action="store_true", help="make an action of it")
    verb.add_argument("--reply", default="", metavar="ID", help="which reply; needed only where several have that id")


def open_file(args: Namespace) -> int:
    """Open a reply, or show the newest."""
    from compact_tui.services.replies_in import open_reply, show_reply

    desk = desk_of(args)
    view = open_reply(desk, args.file) if args.file else show_reply(desk)
    if not wants_json(args):
        from compact_tui.core.report_text import page_lines

        say(*page_lines(view.page, width()), "")
    return _tell(args, view)


def answer(args: Namespace) -> int:
    """Answer one remark, or make the answer that is sent."""
    from compact_tui.services.replies_in import act_on, answer_remark, make_answer

    desk, text = desk_of(args), text_of(args, "text")
    if args.remark:
        if text is None and not args.action:
            raise UsageError("Say what you answer, or --action.", "Nothing was changed.")
        view = (
            act_on(desk, args.remark, args.reply, text)
            if args.action
            else answer_remark(desk, args.remark, text or "", args.reply)
        )
        warn_beside(args, text)
        return _tell(args, view)
    if text is not None or args.action:
        raise UsageError("--text and --action need the id of a question or recommendation.", "Nothing was changed.")
    made = make_answer(desk, args.reply)
    return tell(args, made, made.sentence, f"It is in {made.folder}")


def _tell(args: Namespace, view: "ReplyView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    say(view.sentence, *(f"Look here first: {line}" for line in view.notes), *filter(None, (view.answer_words,)))
    for one in view.remarks:
        say(f"  {one.id}  {one.words}{f' [{one.word}]' if one.word else ''}")
    if view.known:
        say("Answer one: compact-tui return answer ID --text T (or --action). Then: compact-tui return answer")
    return 0
