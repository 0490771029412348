"""What the commands of single-agency audits print: one audit, one case."""

from argparse import Namespace
from collections.abc import Iterable

from compact_tui.cli.common import wants_json
from compact_tui.cli.output import print_json, say, table
from compact_tui.core.agency_views import AgencyOverview, CaseLine, CasePage


def named(args: Namespace) -> str:
    """The audit that was named, by its place or by ``--audit``; empty where neither."""
    return str(args.name or getattr(args, "audit_id", ""))


def case_cells(cases: Iterable[CaseLine]) -> list[tuple[str, str, str, str]]:
    """The rows of a table of cases."""
    return [(one.ref, one.position, one.state, "act now" if one.unsafe and not one.told else "") for one in cases]


def tell_overview(args: Namespace, view: AgencyOverview) -> int:
    """Print one audit."""
    if wants_json(args):
        print_json(view)
        return 0
    head = view.head
    say(f"{head.id}  {head.title} ({view.kind_words}), {view.when}")
    if view.act_now:
        say(view.act_now)
    about = (
        ("Team", head.team),
        ("Why", head.why),
        ("Cases from", head.period),
        ("Led by", head.lead),
        ("Who looks", head.auditors),
        ("Standards", view.standard_words),
        ("Dropped because", head.dropped_why),
    )
    say(*(f"  {label}: {words}" for label, words in about if words))
    say("", *view.sample_sentences)
    if view.cases:
        table(args, ("Case", "In the list", "How far", ""), case_cells(view.cases))
    say(view.case_sentence, view.second_sentence, view.summary_sentence, view.sent_sentence)
    say(*(f"  {one.id}  {one.what}  {one.who}  {one.due}  {one.status}".rstrip() for one in view.actions))
    say(*(f"  attached: {one.name}" for one in view.attached))
    say("", f"Next: {view.next_step}")
    return 0


def tell_case(args: Namespace, view: CasePage, *, brief: bool = False) -> int:
    """Print one case; briefly after one answer."""
    if wants_json(args):
        print_json(view)
        return 0
    say(f"{view.ref}, {view.position} ({view.place})")
    if not brief:
        for one in view.questions:
            mark = "  act now" if one.unsafe else ""
            say(f"  {one.number}. {one.text}  {one.answer_words or '-'}{mark}")
            say(*([f"     note: {one.note}"] if one.note else []))
        beside = (("Done well", view.strength), ("To learn", view.learning), ("To do", view.action))
        say(*(f"  {label}: {words}" for label, words in beside if words))
    say(view.sentence)
    if view.act_now:
        say("", view.act_now, "See whom to ring: compact-tui act-now")
    return 0
