"""The last round: beginning the next from it, confirming what was carried, and comparing two rounds."""

from msgspec.structs import replace

from compact_tui.core.carry_views import CARRY_FORM, WaitingLine, carried_lines, waiting_lines
from compact_tui.core.compare_page import RETURN_FILE_FORM, compared_lines
from compact_tui.plain.asking import ask, ask_form
from compact_tui.plain.menu import Choice, Menu, choose, titled
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import carrying, comparing, confirming

_HELP = (
    "What you said last time counts for nothing until you confirm it.",
    "Choose a standard: all of it is read out, then you confirm all, or one by one.",
)


def carried_place(teller: Teller, visit: Visit) -> Step:
    """Say what came over, then choose a standard, the next round, or two rounds to compare."""
    if visit.here.standard:
        return _standard(teller, visit, visit.here.standard)
    view = carrying.carried(visit.desk)
    rows = tuple(
        Choice(one.standard, titled(at, one.number, one.title), one.sentence)
        for at, one in enumerate(view.standards, 1)
    )
    more = (
        Choice("compare", "Compare with another round"),
        Choice("carry", "Begin the next round from this one"),
    )
    teller.pages(carried_lines(view))
    chosen = choose(teller, Menu(heading="The last round. What next?", choices=rows + more, help=_HELP))
    if chosen == "compare":
        return Step(place="compare")
    if chosen == "carry":
        return _carry(teller, visit)
    return Step(place="carried", standard=chosen)


def _carry(teller: Teller, visit: Visit) -> Step:
    desk = visit.desk
    view = ask_form(teller, CARRY_FORM, carrying.offered_carry(desk), lambda typed: carrying.carry_forward(desk, typed))
    teller.say(f"The audit {view.cycle} is begun. The old one stays as it is.")
    session = replace(visit.session, desk=replace(desk, audit_id=view.audit))
    return Step(place="carried", session=session)


def _standard(teller: Teller, visit: Visit, standard: str) -> Step:
    """Read out all that waits in a standard, then confirm it or go through it."""
    desk = visit.desk
    shown = confirming.waiting_of(desk, standard)
    if not shown.lines:
        teller.say(f"Nothing waits in {shown.number}, {shown.title}.")
        return Step(place="carried")
    teller.pages(text for line in shown.lines for text in ("", *waiting_lines(line)))
    choices = (
        Choice("all", "All of it still holds"),
        *(Choice(f"{line.kind} {line.item}", f"{line.number} {line.question}") for line in shown.lines),
    )
    chosen = choose(teller, Menu(heading=f"{shown.sentence}.", choices=choices, help=_HELP))
    if chosen == "all":
        confirming.confirm_standard(desk, standard, [line.item for line in shown.lines])
        teller.kept("All of it.")
        return Step(place="carried")
    line = next(line for line in shown.lines if f"{line.kind} {line.item}" == chosen)
    return _one(teller, visit, line)


def _one(teller: Teller, visit: Visit, line: WaitingLine) -> Step:
    choices = (
        Choice("confirm", "It still holds"),
        Choice("drop", "Drop it"),
        Choice("open", "Answer it afresh"),
    )
    desk, answer = visit.desk, line.kind == "answer"
    chosen = choose(teller, Menu(heading=f"{line.number}. Does it still hold?", choices=choices))
    if chosen == "confirm":
        (confirming.confirm if answer else confirming.confirm_summary)(desk, line.item)
        teller.kept()
    elif chosen == "drop":
        (confirming.dismiss if answer else confirming.dismiss_summary)(desk, line.item)
        teller.say("Dropped. u brings it back.")
    elif answer:
        return Step(place="criterion", standard=visit.here.standard, criterion=line.item)
    else:
        return Step(place="standard", standard=line.item)
    return AGAIN


def compare_place(teller: Teller, visit: Visit) -> Step:
    """Choose a round or a return file, say what changed, and write it as a page if that is wanted."""
    desk = visit.desk
    rounds = tuple(Choice(one.id, one.words, one.id) for one in comparing.comparable(desk))
    then = choose(
        teller,
        Menu(heading="Compare the newest round with which?", choices=(*rounds, Choice("file", "A return file"))),
    )
    if then == "file":
        then = ask(teller, RETURN_FILE_FORM.fields[0])
    view = comparing.compare_rounds(desk, then)
    teller.say(view.sentence, *view.notes)
    teller.pages(text for one in view.standards for text in ("", *compared_lines(one)))
    done = (Choice("page", "Write it as a page to print"), Choice("back", "Back to the last round"))
    if choose(teller, Menu(heading="What now?", choices=done)) == "page":
        teller.say(f"Written to {comparing.print_comparison(desk, then)}. Open it with a browser and print it.")
    return Step(place="carried")
