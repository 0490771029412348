"""The learning log in typed lines, with the findings that are suggested and the training plan."""

from compact_tui.core.learning_forms import LEARNING_FORM, LEARNT_DONE_FORM, SHOWED_FORM
from compact_tui.core.learning_views import LearningLine
from compact_tui.plain.asking import ask_form, yes
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import learning_log, learning_offers, training_plan
from compact_tui.services.desk import Desk

_HELP = (
    "What was found, what the partnership does about it, that it is done, and whether the next round shows it.",
    "The figures suggest findings; you choose what comes into the log.",
)
_MORE = (
    Choice("suggested", "Hear what the figures suggest, and take one into the log"),
    Choice("add", "Write a line"),
    Choice("plan", "The training plan"),
    Choice("audits", "The calendar of audits"),
    Choice("back", "The partnership's side"),
)
_ONE = (Choice("one", "Hear a line in full"), Choice("work", "Go on with a line"))
_WORK = (
    Choice("change", "Change it"),
    Choice("done", "Say that it was done"),
    Choice("showed", "Say what the next round showed"),
    Choice("drop", "Take it out"),
    Choice("back", "Leave it as it is"),
)


def learninglog_place(teller: Teller, visit: Visit) -> Step:
    """Say the log and ask what to do about it."""
    desk = visit.desk
    view = learning_log.learning_log(desk)
    teller.say("", view.sentence)
    choices = (*_ONE, *_MORE) if view.lines else _MORE
    match choose(teller, Menu(heading="The learning log. What next?", choices=choices, help=_HELP)):
        case "back":
            return Step(place="partnership")
        case "plan":
            return Step(place="trainingplan")
        case "audits":
            return Step(place="auditcalendar")
        case "suggested":
            _suggested(teller, desk)
        case "add":
            ask_form(teller, LEARNING_FORM, {}, lambda said: learning_log.keep_learning(desk, said))
            teller.kept()
        case "one":
            teller.pages(learning_log.show_learning(desk, _which(teller, view.lines)).lines)
        case _:
            _work_on(teller, desk, _which(teller, view.lines))
    return AGAIN


def _which(teller: Teller, lines: tuple[LearningLine, ...]) -> str:
    named = tuple(Choice(one.id, one.words, one.state_word) for one in lines)
    return choose(teller, Menu(heading="Which line?", choices=named))


def _suggested(teller: Teller, desk: Desk) -> None:
    view = learning_offers.suggest_findings(desk)
    teller.say(view.sentence)
    if not view.offers:
        return
    named = (Choice("none", "None of them"), *(Choice(one.id, one.words, one.taken) for one in view.offers))
    wanted = choose(teller, Menu(heading="Which one? Its figures are said first.", choices=named))
    offer = next((one for one in view.offers if one.id == wanted), None)
    if offer is None:
        return
    teller.say(*offer.reasons)
    if yes(teller, "Take it into the log?"):
        learning_offers.take_finding(desk, offer.id)
        teller.kept("It is in the log. Go on with that line to say what the partnership will do.")


def _work_on(teller: Teller, desk: Desk, line: str) -> None:
    teller.say(*learning_log.show_learning(desk, line).lines)
    match choose(teller, Menu(heading="What next with it?", choices=_WORK)):
        case "back":
            return
        case "change":
            typed = learning_log.learning_typed(desk, line)
            ask_form(
                teller, LEARNING_FORM, typed, lambda said: learning_log.keep_learning(desk, said, line), about=line
            )
        case "done":
            typed = learning_log.done_typed(desk, line)
            ask_form(teller, LEARNT_DONE_FORM, typed, lambda said: learning_log.note_done(desk, said, line), about=line)
        case "showed":
            typed = learning_log.showed_typed(desk, line)
            ask_form(teller, SHOWED_FORM, typed, lambda said: learning_log.note_showed(desk, said, line), about=line)
        case _:
            learning_log.drop_learning(desk, line)
    teller.kept()


def trainingplan_place(teller: Teller, visit: Visit) -> Step:
    """Say what training is wanted on, or write the plan."""
    plan = training_plan.training_plan(visit.desk)
    choices = (
        Choice("hear", "Hear it, most wanted first"),
        Choice("how", "How it was put together"),
        Choice("write", "Write it as a page and a Word file"),
        Choice("back", "The learning log"),
    )
    match choose(teller, Menu(heading=f"Training plan: {plan.sentence}", choices=choices)):
        case "back":
            return Step(place="learninglog")
        case "write":
            teller.pages(training_plan.write_training_plan(visit.desk).lines)
        case "how":
            teller.pages(plan.how)
        case _:
            lines = []
            for one in plan.topics:
                lines += ["", f"{one.words}: {one.named_words}; {one.log_words}."]
                lines += [*one.why, *(f"In the log: {line}" for line in one.log)]
            teller.pages(lines)
    return AGAIN
