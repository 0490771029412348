"""A walk in typed lines: item by item, a letter each, and at the end of a board what to put right."""

from collections.abc import Iterator
from contextlib import contextmanager

from compact_tui.core.board_views import RightLine, WalkEnd, WalkItem, WalkPage
from compact_tui.core.errors import CompactError
from compact_tui.core.walk import LETTERS, MARKS, NOT_NEEDED
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Moved, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import looking, walk_right, walks
from compact_tui.services.desk import Desk

_LETTERS = ", ".join(f"{letter} {words}" for _, words, letter in MARKS)
_READ_OFF = "r and what it says, d and its last day"
_HELP = (
    f"A letter says how it is: {_LETTERS}.",
    "Words after the letter are a note; after n they are the reason why it is not needed.",
    "r and words: what it says, in any order, such as r Sam Hill, 023 9200 0000, edition 2025.",
    "d and a day: the day that stands on it as its last. Only Enter keeps what was proposed, or goes on.",
    "u takes back the last step. b leaves; the walk can be gone on with.",
)


def boardwalk_place(teller: Teller, visit: Visit) -> Step:
    """Go on with the walk named as ``standard``, to its end."""
    walk_round(teller, visit.desk, visit.here.standard)
    return Step(place="boards")


def walk_round(teller: Teller, desk: Desk, walk: str) -> WalkEnd:
    """Go through what is left of a walk, and end it.

    Raises:
        Moved: If the person leaves; the walk can be gone on with.
    """
    page = walks.walk_page(desk, walk)
    with _own_undo(teller, desk, page.walk) as taken_back:
        while True:
            try:
                _board(teller, desk, page)
            except Moved as moved:
                if moved.step != AGAIN or not taken_back:
                    raise
                page = taken_back.pop()
                continue
            _say_end(teller, desk, walk_right.walk_end(desk, page.walk, page.board))
            if not page.next:
                break
            page = walks.walk_page(desk, page.walk, page.next)
    end = walk_right.finish_walk(desk, page.walk)
    teller.say("", "The walk is ended.", end.sentence)
    teller.kept()
    return end


@contextmanager
def _own_undo(teller: Teller, desk: Desk, walk: str) -> Iterator[list[WalkPage]]:
    """Let ``u`` take back the last step of the walk meanwhile; holds the page that it was about."""
    everywhere = teller.everywhere
    pages: list[WalkPage] = []

    def do(typed: str, words: bool) -> bool:
        if typed.lower() not in ({"u", "undo"} if words else {"u"}):
            return everywhere(typed, words)
        try:
            pages.append(looking.take_back(desk, walk))
        except CompactError as error:
            teller.problem(error)
            return True
        teller.say("Taken back.")
        raise Moved(AGAIN)

    teller.everywhere = do
    try:
        yield pages
    finally:
        teller.everywhere = everywhere


def _board(teller: Teller, desk: Desk, page: WalkPage) -> None:
    """Ask for every item of a board from the one to look at now."""
    where = f", {page.place}" if page.place else ""
    teller.say("", f"Board {page.number} of {page.of}: {page.name}{where}. {page.looked_words}.")
    started = False
    for item in page.items:
        started = started or item.id == page.here
        if started:
            _item(teller, desk, page, item)


def _item(teller: Teller, desk: Desk, page: WalkPage, item: WalkItem) -> None:
    teller.say("", f"{item.number}. {item.title}{f' ({item.duty})' if item.duty else ''}")
    teller.facts(
        (
            ("  Must say", "; ".join(item.says)),
            ("  Read off", " ".join(item.asks)),
            ("  Last time", item.last),
            ("  Now", item.mark_words),
            ("  Mind", "; ".join(item.marks)),
        )
    )
    proposed = ""
    while True:
        typed = teller.ask(_prompt(proposed), _HELP, words=True)
        if not typed:
            if proposed:
                _kept(teller, looking.look(desk, page.walk, page.board, item.id, mark=proposed), item.id)
            return
        try:
            shown = _take(desk, page, item, typed)
        except CompactError as error:
            teller.problem(error)
            continue
        if shown is None:
            teller.say(f'"{typed[:40]}" is not one of these: {_LETTERS}, {_READ_OFF}. Type ? for help.')
        elif typed[:1].casefold() in {"r", "d"}:
            proposed = _say_found(teller, shown, item.id)
        else:
            _kept(teller, shown, item.id)
            teller.warn(typed.partition(" ")[2])
            return


def _prompt(proposed: str) -> str:
    letter = next((letter for letter, mark in LETTERS.items() if mark == proposed), "")
    return f"Enter keeps {letter}, or t o w m n r d > " if letter else "t o w m n r d > "


def _take(desk: Desk, page: WalkPage, item: WalkItem, typed: str) -> WalkPage | None:
    """Do what a line says; ``None`` where it says nothing that is known."""
    letter, _, words = typed.partition(" ")
    letter = letter.casefold()
    if letter == "r" and words.strip():
        return looking.look(desk, page.walk, page.board, item.id, reads=words)
    if letter == "d" and words.strip():
        return looking.look(desk, page.walk, page.board, item.id, expires=words)
    mark = LETTERS.get(letter, "")
    if not mark:
        return None
    note, reason = (None, words.strip() or item.last_reason) if mark == NOT_NEEDED else (words.strip() or None, None)
    return looking.look(desk, page.walk, page.board, item.id, mark=mark, note=note, reason=reason)


def _say_found(teller: Teller, page: WalkPage, item: str) -> str:
    """Say what the comparison found; the mark that it proposes."""
    for one in page.items:
        if one.id == item:
            teller.say(*(f"  {sentence}" for sentence in one.found))
            if one.proposed:
                teller.say(f"  That speaks for: {one.proposed_words}. Only Enter keeps that.")
            return one.proposed
    return ""


def _kept(teller: Teller, page: WalkPage, item: str) -> None:
    for one in page.items:
        if one.id == item:
            teller.kept(f"{one.mark_words.capitalize()}.")


def _say_end(teller: Teller, desk: Desk, end: WalkEnd) -> None:
    """Say what to put right at a board, and put it on the action plan where that is wanted."""
    teller.say("", f"{end.heading}. {end.sentence}", *right_lines(end.lines))
    if not any(not line.action for line in end.lines):
        return
    teller.say(end.plan_words)
    if end.can_plan:
        choices = (Choice("plan", "Put it on the action plan"), Choice("on", "Only keep it with the walk"))
        menu = Menu(heading="And now?", choices=choices, enter="on", enter_words="only keep it with the walk")
        if choose(teller, menu) == "plan":
            teller.kept(walk_right.plan_right(desk, end.walk, board=end.board).plan_words)


def right_lines(lines: tuple[RightLine, ...]) -> Iterator[str]:
    """What is to be put right, line by line."""
    for number, line in enumerate(lines, 1):
        planned = " On the action plan." if line.action else ""
        where = f" ({line.standard_words})" if line.standard_words else ""
        yield f"{number}. {line.what}: {line.mark_words}{where}.{planned}"
        yield from (f"   {text}" for text in line.because)
