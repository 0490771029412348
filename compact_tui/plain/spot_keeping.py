"""What is kept of spot checks, in typed lines: what staff are told, taking out, and files for another computer."""

from collections.abc import Callable
from pathlib import Path

from compact_tui.core.spot_forms import FILE_FORM, INITIALS_FORM, KEEPING_FORM
from compact_tui.plain.asking import ask_form, yes
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.spot_rounds import heard_lines
from compact_tui.plain.teller import Teller
from compact_tui.services import spot_exchange, spot_keeping, spot_purge
from compact_tui.services.desk import Desk

_CHOICES = (
    Choice("change", "Change what staff are told"),
    Choice("purge", "Take out answers whose time is over"),
    Choice("own", "A person asks for their own answers"),
    Choice("export", "Write all rounds to a file, for another computer"),
    Choice("import", "Take in the rounds of a file"),
)
_HELP = ("Taking out goes through every copy of this folder, and cannot be undone.",)
_SURE = "Take them out for good? This cannot be undone."


def keeping_place(teller: Teller, visit: Visit) -> Step:
    """Say what staff are told, and what can be done about it."""
    view = spot_keeping.keeping(visit.desk)
    teller.say("", "What staff are told:" if view.told else "What staff would be told:", *view.lines)
    acts: dict[str, Callable[[Teller, Desk], None]] = {
        "change": _change,
        "purge": _purge,
        "own": _own,
        "export": _export,
        "import": _import,
    }
    acts[choose(teller, Menu(heading="What is kept", choices=_CHOICES, help=_HELP))](teller, visit.desk)
    return AGAIN


def _change(teller: Teller, desk: Desk) -> None:
    typed = spot_keeping.keeping_typed(desk)
    ask_form(teller, KEEPING_FORM, typed, lambda said: spot_keeping.tell_staff(desk, said))
    teller.kept("Tell your staff.")


def _purge(teller: Teller, desk: Desk) -> None:
    found = spot_purge.purge(desk, dry_run=True)
    teller.say(found.sentence)
    if found.files and yes(teller, _SURE):
        done = spot_purge.purge(desk)
        teller.say(done.sentence, *done.not_reached)


def _own(teller: Teller, desk: Desk) -> None:
    own = ask_form(teller, INITIALS_FORM, {}, lambda typed: spot_purge.own_rows(desk, typed["initials"]))
    teller.pages((own.sentence, *(line for one in own.rows for line in heard_lines(one))))
    if own.rows and yes(teller, _SURE):
        done = spot_purge.remove_own_rows(desk, own.initials)
        teller.say(done.sentence, *done.not_reached)


def _export(teller: Teller, desk: Desk) -> None:
    teller.say(spot_exchange.export_rows(desk).sentence)


def _import(teller: Teller, desk: Desk) -> None:
    def take(typed: dict[str, str]) -> None:
        taken = spot_exchange.import_rows(desk, Path(typed["file"]).expanduser())
        differ = (f"{one.id}, {one.what}: ours {one.ours}; theirs {one.theirs}" for one in taken.conflicts)
        teller.say(taken.sentence, *differ, *(f"Left out: {sentence}" for sentence in taken.left_out))

    ask_form(teller, FILE_FORM, {}, take)
