"""The place of the spot checks in typed lines: ask, go on, type in what was heard elsewhere."""

from compact_tui.core.asking_views import SpotPlace
from compact_tui.core.spot_forms import KEEPING_FORM, whom_form
from compact_tui.plain.asking import ask_form, long_text
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import spot_checks, spot_keeping, spot_place, spot_rounds

_HELP = (
    "Two minutes with one person or a few: read a question aloud, say which points you heard, say the answer back.",
    "It is kept by role group, never by name. Nobody fails: what is not known yet is told there and then.",
)
_TOLD = (
    Choice("yes", "We say this to staff: begin"),
    Choice("change", "Say it otherwise"),
    Choice("no", "Not now"),
)
_ANSWERS = "One answer a line: the number on the sheet or the question's id, then f, p, n or k. Such as: 1 f"
_OFFERED = 9


def spot_place_(teller: Teller, visit: Visit) -> Step:
    """Say what can be done with spot checks, and do it or go there."""
    view = spot_place.spot_place(visit.desk)
    rows = tuple(Choice(line.id, line.words, line.state) for line in view.lines)
    chosen = choose(teller, Menu(heading=f"Spot checks. {view.sentence}", choices=rows, help=_HELP))
    if chosen == "ask":
        return _ask(teller, visit, view)
    return Step(place="corridor", standard=view.waiting) if chosen == "goon" else Step(place=chosen)


def _ask(teller: Teller, visit: Visit, view: SpotPlace) -> Step:
    """Ask whom, begin a round and go to it."""
    if not _told(teller, visit, view):
        return AGAIN
    page = ask_form(
        teller,
        whom_form(view.groups),
        {"group": view.last_group},
        lambda typed: spot_checks.begin(visit.desk, typed["group"], people=int(typed.get("people") or 0)),
    )
    return Step(place="corridor", standard=page.check)


def _told(teller: Teller, visit: Visit, view: SpotPlace) -> bool:
    """Say what staff are told, once, before the first question of all; whether one may begin."""
    if view.told:
        return True
    teller.say("", "What staff are told:", *spot_keeping.keeping(visit.desk).lines)
    chosen = choose(teller, Menu(heading="Is that right?", choices=_TOLD))
    if chosen == "change":
        typed = spot_keeping.keeping_typed(visit.desk)
        ask_form(teller, KEEPING_FORM, typed, lambda said: spot_keeping.tell_staff(visit.desk, said))
    elif chosen == "yes":
        spot_keeping.tell_staff(visit.desk)
    return chosen != "no"


def counts_place(teller: Teller, visit: Visit) -> Step:
    """Choose a question that a group answered together, and take the counts."""
    view = spot_place.spot_place(visit.desk)
    if not _told(teller, visit, view):
        return Step(place="spot")
    group = view.last_group or view.groups[0]
    found = spot_checks.next_questions(visit.desk, group, number=_OFFERED)
    rows = tuple(Choice(one.id, one.prompt) for one in found)
    chosen = choose(teller, Menu(heading="Which question was put to them?", choices=rows))
    form = spot_rounds.together_form_for(visit.desk, chosen)
    kept = ask_form(
        teller,
        form,
        {"group": view.last_group},
        lambda typed: spot_rounds.answer_together(visit.desk, chosen, typed),
        about=chosen,
    )
    teller.kept(f"{kept.round.group}, {kept.round.words}.")
    return Step(place="spot")


def paper_place(teller: Teller, visit: Visit) -> Step:
    """Take the answers of a sheet; lines that cannot be read are asked for again."""
    view = spot_place.spot_place(visit.desk)
    if not _told(teller, visit, view):
        return Step(place="spot")
    answers = teller.drafts.setdefault("paper answers", {})

    def take(typed: dict[str, str]) -> str:
        answers["text"] = long_text(teller, "Answers from paper", answers.get("text", ""), _ANSWERS)
        kept = spot_rounds.enter_paper(visit.desk, typed, answers["text"])
        return f"{kept.round.group}, {kept.round.words}."

    said = ask_form(teller, spot_rounds.paper_form_for(visit.desk), spot_rounds.paper_typed(visit.desk), take)
    teller.drafts.pop("paper answers", None)
    teller.kept(said)
    return Step(place="spot")
