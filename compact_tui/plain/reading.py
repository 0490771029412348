"""Reading returns in typed lines: the queue, and a return with what is decided about it."""

from functools import partial
from pathlib import Path

from compact_tui.core.good_practice import GOOD_PRACTICE_FORM
from compact_tui.core.read_forms import (
    ALLOCATE_FORM,
    CONTACT_NOTE_FORM,
    HAND_OVER_FORM,
    PLAN_FORM,
    READING_EXPORT_FORM,
    READING_FILE_FORM,
    REMARK_FORM,
    REMARK_NUMBER_FORM,
    SECOND_READING_FORM,
    USUAL_SHARE,
    moderate_form,
)
from compact_tui.core.read_views import Allocated, ReadingView, queue_lines
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.merging import ask_merge
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import (
    allocating,
    contact_log,
    good_practice,
    moderating,
    read_queue,
    reading_back,
    reading_files,
    reading_page,
)
from compact_tui.services.desk import Desk

_HELP = (
    "Returns that most want a look stand first, with the reason. Reasons ask for a look; they judge nobody.",
    "The committee's grade stands beside the setting's own and never changes it.",
)
_HUB, _QUEUE = Step(place="partnership"), Step(place="readqueue")
_QUEUE_MORE = (
    Choice("share", "Share out what nobody reads yet"),
    Choice("over", "Hand over what a reader has not finished", quiet=True),
    Choice("spoken", "Hear what was spoken with settings", quiet=True),
    Choice("twice", "Have a share read a second time, blind", quiet=True),
    Choice("file", "Give a reader their returns as a file", quiet=True),
    Choice("take", "Take in what a reader decided elsewhere", quiet=True),
    Choice("back", "The partnership's side"),
)


def readqueue_place(teller: Teller, visit: Visit) -> Step:
    """Say the queue, and ask what to read."""
    desk = visit.desk
    view = read_queue.queue(desk)
    teller.say("", view.title, *queue_lines(view))
    mine = tuple(
        line for name in view.readers for line in read_queue.queue(desk, reader=name.name).lines if line.second
    )
    rows = tuple(
        Choice(line.id, f"{line.name}{', second reading' if line.second else ''}", f"{line.why}; {line.state_words}")
        for line in (*view.lines, *mine)
    )
    chosen = choose(teller, Menu(heading="What next?", choices=(*rows, *_QUEUE_MORE), help=_HELP))
    match chosen:
        case "back":
            return _HUB
        case "share":
            _allocated(teller, ask_form(teller, ALLOCATE_FORM, allocating.typed_readers(desk), partial(_share, desk)))
        case "over":
            _allocated(teller, ask_form(teller, HAND_OVER_FORM, {}, partial(allocating.hand_over, desk)))
        case "spoken":
            teller.pages(contact_log.contact_log(desk).told)
        case "twice":
            typed = {"share": USUAL_SHARE}
            _allocated(teller, ask_form(teller, SECOND_READING_FORM, typed, partial(allocating.read_twice, desk)))
        case "file":
            made = ask_form(teller, READING_EXPORT_FORM, {}, partial(reading_files.export_reading, desk))
            teller.kept(f"{made.sentence}.")
            teller.say(made.next_step)
        case "take":
            path = ask_form(teller, READING_FILE_FORM, {}, lambda said: Path(said["file"]).expanduser())
            look = partial(reading_back.preview_reading, desk, path)
            ask_merge(teller, look, partial(reading_back.import_reading, desk, path))
        case _:
            return Step(place="reading", standard=chosen)
    return AGAIN


def _share(desk: Desk, typed: dict[str, str]) -> Allocated:
    return allocating.allocate(desk, typed)


def _allocated(teller: Teller, made: Allocated) -> None:
    teller.kept(made.sentence)


def reading_place(teller: Teller, visit: Visit) -> Step:
    """Say how a return stands, and ask what to decide."""
    desk, reading = visit.desk, visit.here.standard
    view = reading_page.reading_page(desk, reading)
    teller.say("", f"{view.name}, {view.sector_word}", *view.told, *(f"- {one.words}" for one in view.reasons))
    teller.say(view.plan_words, *view.whole, *view.contacts)
    standards = tuple(Choice(one.id, f"{one.number} {one.title}", one.word) for one in view.standards)
    more = (
        Choice("remark", "Comment, ask or recommend"),
        Choice("plan", "Accept the action plan, or send it back"),
        Choice("contact", "Note contact with the setting"),
        Choice("practice", "Write down good practice seen in it", quiet=True),
        Choice("drop", "Take back a remark by its number", quiet=True),
        Choice("done", "Open it again" if view.done_on else "It is read"),
        *((Choice("next", "The next return"),) if view.next else ()),
        Choice("back", "The queue"),
    )
    chosen = choose(teller, Menu(heading="What next?", choices=(*standards, *more), help=_HELP))
    match chosen:
        case "back":
            return _QUEUE
        case "next":
            return Step(place="reading", standard=view.next)
        case "remark":
            ask_form(teller, REMARK_FORM, {}, partial(moderating.remark, desk, reading), about=reading)
        case "plan":
            teller.pages(view.plan)
            ask_form(teller, PLAN_FORM, {}, partial(moderating.decide_plan, desk, reading), about=reading)
        case "contact":
            ask_form(
                teller, CONTACT_NOTE_FORM, {}, partial(contact_log.note_contact, desk, view.entry), about=view.entry
            )
        case "practice":
            _practice(teller, desk, view)
        case "drop":
            ask_form(teller, REMARK_NUMBER_FORM, {}, lambda said: moderating.drop_remark(desk, said["number"]))
        case "done":
            teller.say(moderating.finish_reading(desk, reading, again=bool(view.done_on)).sentence)
        case _:
            return _standard(teller, desk, view, chosen)
    teller.kept()
    return AGAIN


def _practice(teller: Teller, desk: Desk, view: ReadingView, standard: str = "") -> None:
    """Ask for good practice seen in a return; where it was seen stays inside the partnership."""
    seen = {"standard": standard, "return_id": view.return_id}
    ask_form(
        teller, GOOD_PRACTICE_FORM, seen, partial(good_practice.keep_practice, desk), about=f"{view.id} {standard}"
    )


def _standard(teller: Teller, desk: Desk, view: ReadingView, standard: str) -> Step:
    """Read out a standard, and ask for the committee's grade."""
    one = next(row for row in view.standards if row.id == standard)
    teller.pages((f"{one.number} {one.title}", *one.theirs, "", *one.ours))
    grade = Choice("grade", "Say the committee's grade", one.moderated_word)
    practice = Choice("practice", "Write down good practice seen here", quiet=True)
    menu = Menu(heading="What next?", choices=(grade, Choice("back", "Back to the return"), practice), help=_HELP)
    chosen = choose(teller, menu)
    if chosen == "practice":
        _practice(teller, desk, view, one.number)
        teller.kept()
    if chosen == "grade":
        typed = {"level": one.moderated, "reason": one.reason}

        def take(said: dict[str, str]) -> ReadingView:
            return moderating.moderate(desk, view.id, standard, said["level"], said["reason"])

        ask_form(teller, moderate_form(view.levels), typed, take, about=f"{view.id} {standard}")
        teller.kept()
    return AGAIN
