"""A menu as data: choices with id, words and state, of which one is typed."""

from msgspec import Struct

from compact_tui.core.text import clean_line, listed
from compact_tui.plain.teller import PIECE, PROMPT, Teller

_MOST_READ = 40
"""Characters of a wrong answer that are read back."""
_MOST_NAMED = 4


class Choice(Struct, frozen=True):
    """Something that can be chosen."""

    id: str
    words: str
    state: str = ""
    """How it stands there, in words."""
    letter: str = ""
    """A letter that may be typed instead of the number."""
    quiet: bool = False
    """Said at ``?`` only, to keep what is heard each time short."""

    @property
    def line(self) -> str:
        """The choice in words, with its state and letter."""
        said = f"{self.words}: {self.state}" if self.state else self.words
        return f"{said} (or {self.letter})" if self.letter else said


class Menu(Struct, frozen=True, kw_only=True):
    """What can be chosen in one place."""

    heading: str
    choices: tuple[Choice, ...]
    enter: str = ""
    """Id that Enter alone chooses; empty when it chooses nothing."""
    enter_words: str = ""
    """What Enter alone does, in words."""
    help: tuple[str, ...] = ()
    """What this place is for, said at ``?``."""


def choose(teller: Teller, menu: Menu) -> str:
    """Say a menu and ask until one of it is chosen.

    Returns:
        The id of the choice.
    """
    typed = _told(teller, menu)
    while True:
        found = _meant(menu, typed)
        if len(found) == 1:
            teller.answered += 1
            return found[0].id
        if found:
            named = [choice.words for choice in found[:_MOST_NAMED]]
            teller.say(f'"{_short(typed)}" could be {listed(named)}. Type more of it, or the number.')
        elif typed:
            teller.say(f'"{_short(typed)}" is not one of these. Type a number from 1 to {len(menu.choices)}.')
            teller.say("Or type the beginning of a choice, b for one step back, or ? for help.")
        elif menu.enter:
            teller.answered += 1
            return menu.enter
        else:
            teller.say(f"Type a number from 1 to {len(menu.choices)}, b for one step back, or ? for help.")
        typed = _ask(teller, menu)


def _told(teller: Teller, menu: Menu) -> str:
    """Say heading and choices; what was typed then, or already after a piece of a long menu."""
    teller.say("", menu.heading)
    told = [(number, choice) for number, choice in enumerate(menu.choices, 1) if not choice.quiet]
    for at, (number, choice) in enumerate(told, 1):
        teller.say(f"{number}. {choice.line}")
        if at % PIECE == 0 and at < len(told):
            typed = _ask(teller, menu, "Enter goes on, or type your choice > ")
            if typed:
                return typed
    if any(choice.quiet for choice in menu.choices):
        teller.say("?: everything else that can be done here")
    if menu.enter_words:
        teller.say(f"Enter: {menu.enter_words}")
    return _ask(teller, menu)


def _ask(teller: Teller, menu: Menu, prompt: str = PROMPT) -> str:
    told = (f"{number}. {choice.line}" for number, choice in enumerate(menu.choices, 1))
    return teller.ask(prompt, (*menu.help, *told), words=True)


def _meant(menu: Menu, typed: str) -> tuple[Choice, ...]:
    """The choices that a line could mean: by number, letter or whole name, else by the beginning of a name."""
    wanted = clean_line(typed).casefold()
    if not wanted:
        return ()
    if wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(menu.choices):
        return (menu.choices[int(wanted[:9]) - 1],)
    by_letter = tuple(choice for choice in menu.choices if choice.letter == wanted)
    exact = by_letter or tuple(choice for choice in menu.choices if wanted in _names(choice))
    return exact or tuple(choice for choice in menu.choices if any(name.startswith(wanted) for name in _names(choice)))


def _names(choice: Choice) -> tuple[str, ...]:
    """What may be typed for a choice: its words, its id, and the number that its words begin with."""
    words = clean_line(choice.words).casefold()
    first = words.partition(" ")[0].rstrip(".")
    return (words, choice.id.casefold(), *((first,) if first[:1].isdigit() else ()))


def _short(typed: str) -> str:
    return clean_line(typed)[:_MOST_READ]


def titled(position: int, number: int, title: str) -> str:
    """A standard in a list: by its number, where the list does not say that already."""
    return title if position == number else f"Standard {number}, {title}"
