"""What a single-agency audit found, by commands: summary, actions, the report, and beginning, closing and dropping."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.agency_told import named, tell_overview
from compact_tui.cli.common import desk_of, wants_json, warn_beside
from compact_tui.cli.output import print_json, say
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.agency_forms import ACTION_FORM, DROP_AGENCY_FORM, SUMMARY_FORM
from compact_tui.core.text import capitalised

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.agency_views import SummaryView

_PLACES = {"who": "doer"}


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the single-agency audits."""
    verb = add_verb(
        verbs,
        "summary",
        summary,
        "See what was found, or write it up; all of it leaves.",
        example='agency-audit summary --works "Concerns are written down the same day."',
    )
    _add_audit(verb)
    add_form(verb, SUMMARY_FORM)
    verb = add_verb(
        verbs,
        "action",
        action,
        "Say what will be done because of it; with --id, change one.",
        example='agency-audit action --what "Talk it through at the staff meeting" --who Head --due 2027-01-15',
    )
    _add_audit(verb)
    verb.add_argument("--id", default="", dest="action_id", metavar="ID", help="which action; else it is a new one")
    verb.add_argument("--remove", action="store_true", help="take it away")
    add_form(verb, ACTION_FORM, {}, _PLACES)
    verb = add_verb(
        verbs,
        "attach",
        attach,
        "Say where your own report lies; it is sent with the template.",
        example="agency-audit attach report.docx",
    )
    _add_audit(verb)
    verb.add_argument("file", metavar="FILE", help="the report")
    verb.add_argument("--remove", action="store_true", help="take it off again; the file stays where it is")
    for name, run, text in (
        ("begin", begin, "Begin an audit that was planned."),
        ("close", close, "Close an audit, when everything is there."),
        ("reopen", reopen, "Open an audit again that was closed or dropped."),
        ("undo", undo, "Take back the last change to an audit."),
        ("redo", redo, "Do again what was taken back last."),
    ):
        _add_audit(add_verb(verbs, name, run, text, example=f"agency-audit {name} g-7k2m9xq4"))
    verb = add_verb(
        verbs,
        "drop",
        drop,
        "Say that an audit will not be done, and why.",
        example='agency-audit drop g-7k2m9xq4 --reason "Done together with the nursery"',
    )
    _add_audit(verb)
    add_form(verb, DROP_AGENCY_FORM)


def _add_audit(verb: Parser) -> None:
    verb.add_argument("name", nargs="?", default="", metavar="AUDIT", help="its id, where several are going on")


def summary(args: Namespace) -> int:
    """Print what was found, after writing where something was given."""
    from compact_tui.services.agency_summary import summarise
    from compact_tui.services.agency_summary import summary as verb

    desk, typed = desk_of(args), typed_in(args, SUMMARY_FORM)
    view = summarise(desk, named(args), typed) if typed else verb(desk, named(args))
    warn_beside(args, *typed.values())
    return _tell(args, view)


def action(args: Namespace) -> int:
    """Add, change or remove an action."""
    from compact_tui.services.agency_summary import remove_action, write_action

    desk = desk_of(args)
    if args.remove:
        return _tell(args, remove_action(desk, named(args), args.action_id))
    typed = typed_in(args, ACTION_FORM, _PLACES)
    view = write_action(desk, named(args), typed, args.action_id)
    warn_beside(args, *typed.values())
    return _tell(args, view)


def attach(args: Namespace) -> int:
    """Attach the agency's own report, or take it off."""
    from compact_tui.services.agency_summary import attach as verb
    from compact_tui.services.agency_summary import detach

    return tell_overview(args, (detach if args.remove else verb)(desk_of(args), named(args), args.file))


def begin(args: Namespace) -> int:
    """Begin a planned audit."""
    from compact_tui.services.agency_audits import begin as verb

    return tell_overview(args, verb(desk_of(args), named(args)))


def close(args: Namespace) -> int:
    """Close an audit."""
    from compact_tui.services.agency_audits import close as verb

    return tell_overview(args, verb(desk_of(args), named(args)))


def reopen(args: Namespace) -> int:
    """Open an audit again."""
    from compact_tui.services.agency_audits import reopen as verb

    return tell_overview(args, verb(desk_of(args), named(args)))


def drop(args: Namespace) -> int:
    """Drop an audit."""
    from compact_tui.services.agency_audits import drop as verb

    reason = typed_in(args, DROP_AGENCY_FORM).get("reason", "")
    view = verb(desk_of(args), named(args), reason)
    warn_beside(args, reason)
    return tell_overview(args, view)


def undo(args: Namespace) -> int:
    """Take back the last change."""
    from compact_tui.services.agency_audits import take_back

    return _tell_what(args, take_back(desk_of(args), named(args)))


def redo(args: Namespace) -> int:
    """Do it again."""
    from compact_tui.services.agency_audits import do_again

    return _tell_what(args, do_again(desk_of(args), named(args)))


def _tell_what(args: Namespace, what: str) -> int:
    if wants_json(args):
        print_json({"what": what})
    else:
        say(f"{capitalised(what)}.")
    return 0


def _tell(args: Namespace, view: "SummaryView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    say(view.title, view.limits)
    for one in view.tallies:
        say(f"  {one.words}", f"    {one.sentence}", *([f"    {one.beyond}"] if one.beyond else []))
    kept = view.summary
    for field in SUMMARY_FORM.fields:
        said = field.show(str(getattr(kept, field.id)))
        say(*(["", field.question, f"  {said}"] if said else []))
    for action in view.actions:
        say("", f"  {action.id}  {action.what}", f"    {action.who}  {action.due}  {action.status}".rstrip())
    for one_case in view.from_cases:
        parts = (("done well", one_case.strength), ("to learn", one_case.learning), ("to do", one_case.action))
        say("", f"{one_case.ref}, which stays here:", *(f"  {label}: {words}" for label, words in parts if words))
    say("", view.sentence)
    return 0
