"""Reading returns: the queue, who reads what, the committee's grades and remarks, and a reader's own file."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, text_of, wants_json, warn_beside
from compact_tui.cli.merge_text import add_choices, choices_in, merge_lines, refuse_unknown_lines
from compact_tui.cli.output import print_json, say, table, tell, width
from compact_tui.cli.parser import Parser, add_subgroup, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.errors import ExitCode, UsageError
from compact_tui.core.read_forms import ALLOCATE_FORM, CONTACT_NOTE_FORM, HAND_OVER_FORM, PLAN_FORM, REMARK_FORM

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.read_views import Allocated, ReadingView

_WHICH = "the return or its setting, by id; #2 behind it is its second reading"


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the partnership."""
    verb = add_verb(
        verbs,
        "allocate",
        allocate,
        "Share the returns nobody reads yet out among readers, or have a share read twice.",
        example='partnership allocate --readers "Sam Hill = P017, Ann Lee"',
    )
    add_form(verb, ALLOCATE_FORM)
    verb.add_argument("--twice", metavar="PERCENT", help="instead: how many of a hundred are read a second time, blind")
    verb = add_verb(
        verbs,
        "hand-over",
        hand_over,
        "Hand over to another reader what one has not finished.",
        example='partnership hand-over --reader "Sam Hill" --to "Ann Lee"',
    )
    add_form(verb, HAND_OVER_FORM)
    verb = add_verb(
        verbs,
        "moderate",
        moderate,
        "Say the committee's grade of a standard, beside the setting's own.",
        example='partnership moderate P017 3 good --reason "The record has no dates."',
    )
    verb.add_argument("reading", metavar="RETURN", help=_WHICH)
    verb.add_argument("standard", metavar="STANDARD", help="its id or number")
    verb.add_argument("level", metavar="LEVEL", help="id of the grade; none lets the setting's own stand again")
    verb.add_argument("--reason", metavar="T", help="why; the setting reads it; - reads it from standard input")
    verb = add_verb(
        verbs,
        "remark",
        remark,
        "Comment, ask the setting something, or recommend something; or take that back.",
        example='partnership remark P017 --kind question --standard 3 --text "Who holds the keys?"',
    )
    verb.add_argument("reading", nargs="?", default="", metavar="RETURN", help=_WHICH)
    add_form(verb, REMARK_FORM)
    verb.add_argument("--remove", default="", metavar="NUMBER", help="take this one back")
    verb = add_verb(
        verbs,
        "plan",
        plan,
        "Accept a setting's action plan, or send it back with a reason.",
        example='partnership plan P017 --verdict sent-back --reason "Two actions have no date."',
    )
    verb.add_argument("reading", metavar="RETURN", help=_WHICH)
    add_form(verb, PLAN_FORM)
    verb = add_verb(
        verbs,
        "contact",
        contact,
        "Write down that somebody spoke with a setting, and what was agreed; without options, what was so far.",
        example='partnership contact P017 --way rang --what "The plan." --agreed "A new one by May."',
    )
    verb.add_argument("entry", nargs="?", default="", metavar="SETTING", help="its id or name in the register")
    add_form(verb, CONTACT_NOTE_FORM)
    _add_reading(verbs)


def _add_reading(verbs: "_SubParsersAction[Parser]") -> None:
    nouns = add_subgroup(
        verbs, "read", "The queue, one return, and a reader's own file.", example="partnership read list"
    )
    verb = add_verb(
        nouns,
        "list",
        list_all,
        "List the returns that want reading, with the reasons to look.",
        example='partnership read list --reader "Ann Lee"',
    )
    verb.add_argument("--reader", default="", metavar="NAME", help="only what this one reads")
    verb.add_argument("--sector", default="", metavar="SECTOR", help="only this one")
    verb = add_verb(
        nouns, "show", show, "Print a return beside what was decided about it.", example="partnership read show P017"
    )
    verb.add_argument("reading", metavar="RETURN", help=_WHICH)
    verb = add_verb(nouns, "done", done, "Say that a return is read.", example="partnership read done P017")
    verb.add_argument("reading", metavar="RETURN", help=_WHICH)
    verb.add_argument("--again", action="store_true", help="open it again instead")
    verb = add_verb(
        nouns,
        "export",
        export,
        "Give a reader their returns as a file; in a reader's workspace, make the file that goes back.",
        example='partnership read export --reader "Ann Lee"',
    )
    verb.add_argument("--reader", default="", metavar="NAME", help="whose")
    verb.add_argument("--output", default="", metavar="FILE", help="where to, instead of the usual folder")
    verb = add_verb(
        nouns,
        "import",
        import_,
        "Take in what a reader decided; in an empty workspace, open the file that was sent to you.",
        example="partnership read import reading-ann-lee.json --dry-run",
    )
    verb.add_argument("file", metavar="FILE", help="the file")
    add_choices(verb)


def allocate(args: Namespace) -> int:
    """Share returns out, or have a share read twice."""
    from compact_tui.services import allocating

    desk, typed = desk_of(args), typed_in(args, ALLOCATE_FORM)
    if args.twice is not None:
        if typed:
            raise UsageError("--twice stands alone: it draws from what is shared out.", "Nothing was changed.")
        return _allocated(args, allocating.read_twice(desk, {"share": args.twice}))
    return _allocated(args, allocating.allocate(desk, allocating.typed_readers(desk) | typed))


def hand_over(args: Namespace) -> int:
    """Hand returns over."""
    from compact_tui.services import allocating

    return _allocated(args, allocating.hand_over(desk_of(args), typed_in(args, HAND_OVER_FORM)))


def _allocated(args: Namespace, made: "Allocated") -> int:
    return tell(args, made, made.sentence)


def moderate(args: Namespace) -> int:
    """Say the committee's grade."""
    from compact_tui.services import moderating

    reason = text_of(args, "reason") or ""
    view = moderating.moderate(desk_of(args), args.reading, args.standard, args.level, reason)
    warn_beside(args, reason)
    return _tell(args, view)


def remark(args: Namespace) -> int:
    """Say something to a setting, or take it back."""
    from compact_tui.services import moderating

    desk, typed = desk_of(args), typed_in(args, REMARK_FORM)
    if args.remove:
        if args.reading or typed:
            raise UsageError("--remove needs the number of a remark, and nothing else.", "Nothing was changed.")
        return _tell(args, moderating.drop_remark(desk, args.remove))
    view = moderating.remark(desk, args.reading, typed)
    warn_beside(args, typed.get("text"))
    return _tell(args, view)


def plan(args: Namespace) -> int:
    """Decide about a plan."""
    from compact_tui.services import moderating

    desk, typed = desk_of(args), typed_in(args, PLAN_FORM)
    view = moderating.decide_plan(desk, args.reading, typed)
    warn_beside(args, typed.get("reason"))
    return _tell(args, view)


def contact(args: Namespace) -> int:
    """Write down a contact, or print those that were."""
    from compact_tui.services.contact_log import contact_log, note_contact

    desk, typed = desk_of(args), typed_in(args, CONTACT_NOTE_FORM)
    if not typed:
        view = contact_log(desk, args.entry)
        return tell(args, view, *view.told)
    if not args.entry:
        raise UsageError("No setting is named.", "Nothing was written down. Name it by its id, such as P017.")
    made = note_contact(desk, args.entry, typed)
    warn_beside(args, typed.get("what"), typed.get("agreed"))
    return tell(args, made, f"Written down: {made.id}, {made.entry}.")


def list_all(args: Namespace) -> int:
    """Print the queue."""
    from compact_tui.core.read_views import queue_lines
    from compact_tui.services.read_queue import queue

    view = queue(desk_of(args), reader=args.reader, sector=args.sector)
    if wants_json(args):
        print_json(view)
        return 0
    if view.lines:
        rows = [(one.id, one.name, one.sector_word, one.reader_words, one.state_words, one.why) for one in view.lines]
        table(args, ("Id", "Setting", "Sector", "Reader", "State", "Why look"), rows)
    say(*queue_lines(view))
    return 0


def show(args: Namespace) -> int:
    """Print a return beside its decisions."""
    from compact_tui.services.reading_page import reading_page

    return _tell(args, reading_page(desk_of(args), args.reading), whole=True)


def done(args: Namespace) -> int:
    """Say that a return is read."""
    from compact_tui.services.moderating import finish_reading

    view = finish_reading(desk_of(args), args.reading, again=args.again)
    return tell(args, view, view.sentence)


def _tell(args: Namespace, view: "ReadingView", *, whole: bool = False) -> int:
    if wants_json(args):
        print_json(view)
        return 0
    say(f"{view.id}: {view.name}, {view.sector_word}", *view.told, *(f"- {one.words}" for one in view.reasons))
    say(view.plan_words, *view.whole, *view.contacts, "")
    table(args, ("", "Standard", "Grade"), [(one.number, one.title, one.word) for one in view.standards])
    for one in view.standards if whole else ():
        say("", f"{one.number} {one.title}", *one.theirs, *one.ours)
    if not whole:
        say(*(f"{one.id}: {one.words}" for one in view.decisions))
    return 0


def export(args: Namespace) -> int:
    """Make a reader's file."""
    from compact_tui.services.reading_files import export_reading

    made = export_reading(desk_of(args), {"reader": args.reader, "output": args.output})
    return tell(args, made, made.sentence, made.next_step)


def import_(args: Namespace) -> int:
    """Take in a reader's file, open one that was sent, or show what it would change."""
    from compact_tui.services import reading_back, reading_files
    from compact_tui.services.partnership_book import is_partnership

    desk, path, choices = desk_of(args), Path(args.file).expanduser(), choices_in(args)
    if not is_partnership(desk) and not args.dry_run:
        opened = reading_files.open_reading(desk, path)
        if wants_json(args):
            print_json(opened)
        else:
            say(opened.sentence, opened.next_step)
        return 0
    if choices.lines:
        refuse_unknown_lines(choices, reading_back.preview_reading(desk, path))
    verb = reading_back.preview_reading if args.dry_run else reading_back.import_reading
    view = verb(desk, path, choices)
    if wants_json(args):
        print_json(view)
    else:
        say(*merge_lines(view, width()))
    return ExitCode.PUT_RIGHT if view.undecided else ExitCode.DONE
