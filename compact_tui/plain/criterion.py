"""One criterion: hear it, answer it by number, write what was found."""

from compact_tui.core.days import say_day
from compact_tui.core.pack import UNANSWERED
from compact_tui.core.progress import FILTERS
from compact_tui.core.views import AnswerOption, CriterionPage, CriterionView, Guidance
from compact_tui.plain.asking import long_text
from compact_tui.plain.audit import waiting
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import answering, confirming

_HELP = (
    "Type the number of your answer; it is saved at once. Then you are asked for a note.",
    "Name things you looked at, never a child. A private note never leaves this computer.",
)


def criterion_place(teller: Teller, visit: Visit) -> Step:
    """Say the criterion, take an answer, and go on."""
    here = visit.here
    page = answering.criterion_page(visit.desk, here.criterion, here.walk)
    say_criterion(teller, page)
    chosen = choose(teller, _menu(page))
    option = next((one for one in page.options if one.id == chosen), None)
    if option is not None:
        return _answer(teller, visit, page, option)
    return _other(teller, visit, page, chosen)


def say_criterion(teller: Teller, page: CriterionPage) -> None:
    """Say a criterion and what was answered to it."""
    one = page.criterion
    weight = ", ".join(part for part in (one.duty_word, "essential" if one.essential else "") if part)
    walk = f", walking through {page.filter_words}" if page.filter != "all" else ""
    teller.say("", f"{page.position}, {weight}{walk}" if weight else f"{page.position}{walk}")
    teller.say(one.question, one.text, *one.before)
    teller.facts(
        (
            ("Answer", one.answer_word or "not answered yet"),
            ("Reason", one.reason),
            ("Note", one.note),
            ("Private note", one.private_note),
        )
    )
    teller.say(*(f"Evidence: {item.title}" for item in one.evidence))
    teller.say(*(f"Action: {item.what}{', overdue' if item.overdue else ''}" for item in one.actions))


def _menu(page: CriterionPage) -> Menu:
    answers = tuple(
        Choice(one.id, one.word, f"your answer. {one.meaning}" if one.chosen else one.meaning) for one in page.options
    )
    clear = (Choice("clear", "Take the answer away again", quiet=True),) if page.criterion.answer_word else ()
    carried = (
        (
            Choice("confirm", "Confirm what you said in the last round", letter="c"),
            Choice("drop", "Drop what was carried from the last round", letter="d", quiet=True),
        )
        if page.criterion.waits
        else ()
    )
    more = (
        *carried,
        Choice("guidance", "What good looks like, where to look, whom to ask", letter="g"),
        Choice("evidence", "Evidence", letter="e"),
        Choice("action", "Actions", letter="a"),
        Choice("note", "Write the note", letter="n"),
        Choice("sources", "Where the duty stands", letter="s", quiet=True),
        Choice("private", "Write the private note, which never leaves", letter="v", quiet=True),
        Choice("next", "The next one", letter="x", quiet=True),
        Choice("previous", "The one before", letter="p", quiet=True),
        Choice("grade", "The grade of this standard" if page.gradable else "The whole: the return", quiet=True),
        Choice("walk", "Walk through", page.filter_words, letter="f", quiet=True),
        *clear,
    )
    return Menu(
        heading=f"{page.criterion.number}. Your answer?",
        choices=answers + more,
        enter=_on(page)[0],
        enter_words=_on(page)[1],
        help=_HELP,
    )


def _answer(teller: Teller, visit: Visit, page: CriterionPage, option: AnswerOption) -> Step:
    """Answer, then ask for a note, then offer evidence and an action."""
    one = page.criterion
    reason = None
    if option.needs_reason:
        reason = long_text(teller, f"{option.word}: why? The reader of the return sees your reason.", one.reason)
    done = answering.answer(visit.desk, one.id, option.id, reason=reason)
    teller.kept(f"{done.number} {done.answer_word}.")
    _write_note(teller, visit, done)
    after = (
        Choice("evidence", "Evidence: what you saw"),
        Choice("action", "Action: who does what by when"),
        Choice("again", "Hear this one again"),
        Choice("next", "The next one"),
    )
    enter, words = _on(page)
    heading = f"{done.number} {done.answer_word}. What now?"
    chosen = choose(teller, Menu(heading=heading, choices=after, enter=enter, enter_words=words))
    return AGAIN if chosen == "again" else _other(teller, visit, page, chosen)


def _on(page: CriterionPage) -> tuple[str, str]:
    """What Enter alone does: to the next that waits, or to the next of the walk."""
    if page.filter == "all":
        return "waiting", "the next one that waits for you"
    return "next", f"the next one of {page.filter_words}"


def _write_note(teller: Teller, visit: Visit, one: CriterionView, *, private: bool = False) -> None:
    kept = one.private_note if private else one.note
    question = "Private note: it never leaves this computer." if private else "Note: what did you find?"
    written = long_text(teller, question, kept, "Name things you looked at, never a child.")
    if written != kept:
        answering.write_note(visit.desk, one.id, written, private=private)
        teller.kept("The note.")


def _other(teller: Teller, visit: Visit, page: CriterionPage, chosen: str) -> Step:
    """Do what is not an answer."""
    one = page.criterion
    match chosen:
        case "waiting":
            return waiting(teller, visit, criterion=one.id)
        case "next" | "previous":
            return _walk(teller, visit, page, page.next if chosen == "next" else page.previous, chosen)
        case "grade":
            return Step(place="grade", standard=page.standard) if page.gradable else Step(place="return")
        case "evidence":
            return Step(place="evidence", standard=page.standard, criterion=one.id)
        case "action":
            return Step(place="actions", standard=page.standard, criterion=one.id)
        case "walk":
            return _choose_walk(teller, visit)
        case "clear":
            answering.answer(visit.desk, one.id, UNANSWERED)
            teller.say("The answer was taken away. u brings it back.")
        case "confirm":
            confirming.confirm(visit.desk, one.id)
            teller.kept(f"{one.number}, as in the last round.")
        case "drop":
            confirming.dismiss(visit.desk, one.id)
            teller.say("Dropped. u brings it back.")
        case "guidance":
            _say_guidance(teller, one.guidance)
        case "sources":
            _say_sources(teller, one.guidance)
        case _:
            _write_note(teller, visit, one, private=chosen == "private")
    return AGAIN


def _walk(teller: Teller, visit: Visit, page: CriterionPage, to: str, way: str) -> Step:
    if to:
        return Step(place="criterion", standard=page.standard, criterion=to, walk=page.filter)
    if way == "next" and page.filter == "all":
        return Step(place="grade", standard=page.standard) if page.gradable else Step(place="return")
    teller.say(f"That was the {'last' if way == 'next' else 'first'} of {page.filter_words}.")
    return AGAIN


def _choose_walk(teller: Teller, visit: Visit) -> Step:
    chosen = choose(
        teller, Menu(heading="Walk through which?", choices=tuple(Choice(known, words) for known, words in FILTERS))
    )
    here = visit.here
    return Step(place="criterion", standard=here.standard, criterion=here.criterion, walk=chosen)


def _say_guidance(teller: Teller, guidance: Guidance) -> None:
    teller.say("", *guidance.lines)


def _say_sources(teller: Teller, guidance: Guidance) -> None:
    teller.say("", "Where the duty stands:" if guidance.sources else "No source is named for this one.")
    for source in guidance.sources:
        edition = f", {source.edition}" if source.edition else ""
        teller.say(f"{source.title}{edition}")
        teller.facts((("  Place", source.place), ("  Note", source.note), ("  Address", source.url)))
        teller.facts((("  Checked on", say_day(source.checked_on)),))
