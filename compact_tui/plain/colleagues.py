"""Work with colleagues in typed lines: lending standards, taking in what came back, and parts that were lent to us."""

from functools import partial

from compact_tui.core.copies import CopiesView
from compact_tui.core.part_views import LEND_FORM, OPEN_PART_FORM, PART_FILE_FORM, PartsView
from compact_tui.plain.asking import ask, ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.merging import ask_merge
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import copies, part_opening, parts, taking_in

_HELP = (
    "Lend standards to a colleague as a file; they answer and send it back; you take it in and see what changes.",
    "Nothing is sent by this program: you send the file yourself.",
)


def colleagues_place(teller: Teller, visit: Visit) -> Step:
    """Say what is lent, and ask what to do."""
    desk = visit.desk
    view, others = parts.list_parts(desk), copies.list_copies(desk)
    teller.say("", *([view.part_sentence] if view.is_part else []), view.sentence)
    teller.say(*(f"{part.words}, {part.state_words} ({part.id})" for part in view.parts))
    match choose(teller, Menu(heading="Work with colleagues. What now?", choices=_choices(view, others), help=_HELP)):
        case "return":
            made = part_opening.return_part(desk)
            teller.say("", made.sentence, made.next_step, f"How to send it by hand: {made.read_me_file}")
        case "lend":
            lent = ask_form(teller, LEND_FORM, {"form": "part"}, lambda typed: parts.export_part(desk, typed))
            teller.kept(lent.sentence)
            teller.say(lent.next_step)
        case "take":
            _take(teller, visit, ask(teller, PART_FILE_FORM.fields[0]))
        case "call-off":
            _call_off(teller, visit, view)
        case "open":
            opened = ask_form(teller, OPEN_PART_FORM, {}, lambda typed: part_opening.open_part(desk, typed))
            teller.say("", opened.sentence, opened.next_step)
        case "copies":
            rows = tuple(Choice(one.file, one.file, one.words) for one in others.copies)
            _take(teller, visit, choose(teller, Menu(heading="Which copy?", choices=rows)))
    return AGAIN


def _choices(view: PartsView, others: CopiesView) -> tuple[Choice, ...]:
    choices = [
        Choice("return", "Make this part ready to send back") if view.is_part else None,
        Choice("lend", "Lend standards to a colleague") if view.has_audit else None,
        Choice("take", "Take in a file that came back"),
        Choice("call-off", "Call a part off") if view.parts else None,
        Choice("open", "Open a part that somebody sent you"),
        Choice("copies", "Merge another copy of your files", others.sentence) if others.copies else None,
    ]
    return tuple(choice for choice in choices if choice is not None)


def _take(teller: Teller, visit: Visit, file: str) -> None:
    look = partial(taking_in.preview_file, visit.desk, file)
    if ask_merge(teller, look, partial(taking_in.take_file, visit.desk, file)) is None:
        teller.say("All is left as it is.")


def _call_off(teller: Teller, visit: Visit, view: PartsView) -> None:
    rows = tuple(Choice(part.id, part.words, part.state_words) for part in view.parts)
    part = parts.call_off(visit.desk, choose(teller, Menu(heading="Which part?", choices=rows)))
    teller.kept(f"{part.words}: {part.state_words}.")
