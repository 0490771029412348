"""Answering together: how many gave each answer at a meeting of everybody, and what was agreed."""

from compact_tui.core.together_views import TogetherLine, TogetherView
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import together

_HELP = (
    "After a meeting: choose a question, then type how many gave each answer, and what you agreed.",
    "Counts only, never names. Of fewer than five answers how they fell is not kept.",
)


def together_place(teller: Teller, visit: Visit) -> Step:
    """Say the questions of a standard with their counts, and take those of one."""
    view = together.together(visit.desk, visit.here.standard)
    chosen = choose(teller, _menu(view))
    if chosen in {"next", "previous"}:
        return Step(place="together", standard=view.next if chosen == "next" else view.previous)
    line = next(line for line in view.lines if line.criterion == chosen)
    _say(teller, line)
    form, typed = together.together_form(visit.desk, chosen), together.typed_together(visit.desk, chosen)
    agreed = ask_form(teller, form, typed, lambda said: together.agree(visit.desk, chosen, said), about=chosen)
    teller.kept(f"{agreed.number} {agreed.answer_word}. {agreed.tally.sentence}")
    teller.say(f"Kept as evidence: {agreed.title}")
    return AGAIN


def _menu(view: TogetherView) -> Menu:
    rows = tuple(
        Choice(
            line.criterion,
            f"{line.number} {line.question}",
            ", ".join(part for part in (line.answer_word, line.counted) if part) or "nobody counted yet",
        )
        for line in view.lines
    )
    ways = (("next", "The next standard", view.next), ("previous", "The standard before", view.previous))
    more = tuple(Choice(way, words) for way, words, there in ways if there)
    heading = f"Together. {view.number} {view.standard_title}: {view.sentence}."
    return Menu(heading=heading, choices=rows + more, help=_HELP)


def _say(teller: Teller, line: TogetherLine) -> None:
    teller.say("", f"{line.number} {line.question}", line.text)
    teller.facts((("Answer", line.answer_word), ("By", line.by), ("Counted", line.counted)))
    teller.say(*(f"  {part.word}: {part.words}" for part in line.tally.parts))
