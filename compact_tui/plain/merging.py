"""Looking at what a file would change, deciding what both changed, and taking it in, line by line."""

from collections.abc import Callable, Iterator

from compact_tui.core.merge_values import BOTH, Choices
from compact_tui.core.merge_words import WAY_WORDS, MergeLineView, MergeView
from compact_tui.core.text import capitalised, count
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.teller import Teller

_HELP = (
    "What only they changed comes in. What both changed stays as yours until you decide.",
    "Taking in is one change: undo takes all of it back, and a copy is made before.",
)
_LATER = Choice("later", "Leave it for now")
Look = Callable[[Choices], MergeView]


def ask_merge(teller: Teller, look: Look, take: Look) -> MergeView | None:
    """Show what would change and ask what to do, until it is taken in or left.

    Args:
        teller: Whoever asks.
        look: Gives what would change, with what was chosen so far.
        take: Takes it in.

    Returns:
        What was taken in; ``None`` if all was left as it is.
    """
    chosen: dict[str, str] = {}
    view = look(Choices(chosen))
    teller.say("", view.title, view.sentence, *view.notes)
    while True:
        act = choose(teller, Menu(heading="What now?", choices=_choices(view), help=_HELP))
        if act == "take":
            done = take(Choices(chosen))
            teller.kept(done.sentence)
            teller.say(*(note for note in done.notes if note not in view.notes))
            return done
        if act == "leave":
            return None
        if act == "hear":
            teller.pages(text for line in view.lines for text in _said(line))
            continue
        for line in view.lines:
            if line.ways and (act == "each" or (line.state == BOTH and not line.choice)):
                _decide(teller, line, chosen)
        view = look(Choices(chosen))
        teller.say("", view.sentence)


def _choices(view: MergeView) -> tuple[Choice, ...]:
    choices = [
        Choice("decide", "Decide what both changed", count(view.undecided, "waits", "wait"))
        if view.undecided
        else None,
        Choice("take", view.take_words) if not view.lines or view.taken else None,
        Choice("hear", "Hear everything that differs", str(len(view.lines))) if view.lines else None,
        Choice("each", "Go through it one by one") if view.theirs or view.both else None,
        Choice("leave", "Leave all as it is"),
    ]
    return tuple(choice for choice in choices if choice is not None)


def _decide(teller: Teller, line: MergeLineView, chosen: dict[str, str]) -> None:
    teller.say("", *_said(line))
    ways = tuple(Choice(way, capitalised(WAY_WORDS[way])) for way in line.ways)
    way = choose(teller, Menu(heading="Which one?", choices=(*ways, _LATER), help=_HELP))
    if way != _LATER.id:
        chosen[line.id] = way


def _said(line: MergeLineView) -> Iterator[str]:
    place = f"{line.place} " if line.place else ""
    yield f"{place}{line.words}: {line.state_words}; {line.choice_words}."
    yield f"  Ours ({line.mine_by}): {line.mine or 'nothing'}"
    yield f"  Theirs ({line.theirs_by}): {line.theirs or 'nothing'}"
