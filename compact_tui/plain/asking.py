"""Asking for fields, forms and longer texts in typed lines."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from compact_tui.core.errors import CompactError
from compact_tui.core.forms import Field, Form, parse_field
from compact_tui.core.text import clean_line, visible_line
from compact_tui.plain.moving import AGAIN, Ended, Moved
from compact_tui.plain.teller import PROMPT, WIDTH, Teller

_ROOM = 24
"""Columns left for typing after what an empty line keeps."""
_HOW_TEXT = "Type as many lines as you like; a line with a single full stop ends the text."
_HOW_KEEP = "A single - keeps what is there. A full stop as the first line makes it empty."
_HOW_NONE = "Only Enter writes nothing."
Taken = TypeVar("Taken")


def ask(teller: Teller, field: Field, kept: str = "", *, warn: bool = False) -> str:
    """Ask for a field until what is typed can be taken.

    Args:
        teller: Whoever asks.
        field: What is asked.
        kept: What an empty line keeps, as a person would type it.
        warn: Whether to say so where what was typed could identify a child.

    Returns:
        What was typed, or what was kept.
    """
    if field.long:
        teller.answered += 1
        return long_text(teller, field.question, kept, field.help)
    teller.say("", field.question, *((f"  {field.help}",) if field.help else ()))
    for number, (_, words) in enumerate(field.choices, 1):
        teller.say(f"  {number}. {words}")
    how = "Type a number." if field.choices else "Type an answer."
    how += " Only Enter keeps what is there; a full stop makes it empty."
    prompt = _prompt(teller, dict(field.choices).get(kept, kept))
    while True:
        typed = teller.ask(prompt, (field.help, how) if field.help else (how,))
        if typed in {"", "-"} and kept:
            teller.answered += 1
            return kept
        chosen = "" if typed == "." else _chosen(field, typed)
        try:
            parse_field(field, chosen)
        except ValueError as error:
            told = f'"{clean_line(typed)[:40]}" is not one of these. Type a number from 1 to {len(field.choices)}.'
            teller.say(f"  {told if field.choices and chosen else error}")
        else:
            if warn and chosen != kept and not field.choices:
                teller.warn(chosen)
            teller.answered += 1
            return chosen


def _prompt(teller: Teller, kept: str) -> str:
    """The prompt with what an empty line keeps in brackets; said on a line of its own where it is long."""
    now = visible_line(kept)
    if len(now) <= WIDTH - _ROOM:
        return f"[{now}] {PROMPT}" if now else PROMPT
    teller.say(f"  Now: {now}")
    return PROMPT


def _chosen(field: Field, typed: str) -> str:
    """What was typed, with the number or the beginning of a choice turned into its id."""
    if not field.choices:
        return typed
    if typed.isdecimal() and 1 <= int(typed[:9]) <= len(field.choices):
        return field.choices[int(typed[:9]) - 1][0]
    wanted = " ".join(typed.casefold().split())
    begin = [known for known, words in field.choices if wanted and words.casefold().startswith(wanted)]
    return begin[0] if len(begin) == 1 else typed


def ask_form(
    teller: Teller,
    form: Form,
    typed: Mapping[str, str],
    take: Callable[[dict[str, str]], Taken],
    *,
    about: str = "",
) -> Taken:
    """Ask for every field of a form and have it taken; what cannot be taken is said, and asked again.

    Args:
        teller: Whoever asks.
        form: What is asked.
        typed: What stands there already.
        take: Takes what was typed, such as a verb of the services.
        about: Id of what the form is about, so that what was typed about another is never offered here.

    Raises:
        Moved: If the person leaves it; nothing was taken then, and what was typed is offered again.
    """
    key = f"{form.id} {about}"
    answers = {**typed, **teller.drafts.pop(key, {})}
    if form.fields:
        teller.say("", form.title)
        teller.say("Only Enter keeps what stands in brackets, or leaves a question open. b leaves without keeping.")
    try:
        while True:
            for field in form.fields:
                answers[field.id] = ask(teller, field, answers.get(field.id, ""), warn=not form.of_us)
            try:
                return take(answers)
            except CompactError as error:
                teller.problem(error)
                if not yes(teller, "Correct it? What you typed is still here."):
                    raise Moved(AGAIN) from error
    except Moved:
        if answers != dict(typed):
            teller.drafts[key] = answers
            teller.say("What you typed is not used yet. It is offered again when you come back here.")
        raise


def yes(teller: Teller, question: str) -> bool:
    """Ask a question that is answered by yes or no; the safe answer is no."""
    teller.say("", question, "1. Yes", "2. No")
    while True:
        typed = teller.ask(help_lines=("Type 1 or yes, 2 or no.",)).casefold()
        if typed in {"1", "y", "yes"}:
            return True
        if typed in {"2", "n", "no"}:
            return False
        teller.say("Type 1 for yes or 2 for no.")


def long_text(teller: Teller, question: str, kept: str, help_line: str = "") -> str:
    """Ask for a text of several lines; what is there is read out first.

    What was typed is kept when the lines end or the person interrupts.

    Args:
        teller: Whoever asks.
        question: What is asked.
        kept: What is there, and what ``-`` or only Enter keeps.
        help_line: A sentence on what belongs here.
    """
    teller.say("", question, *((help_line,) if help_line else ()))
    if kept:
        teller.say("It says now:")
        teller.pages(f"  {line}" for line in kept.split("\n"))
    teller.say(_HOW_TEXT, _HOW_KEEP if kept else _HOW_NONE)
    lines: list[str] = []
    try:
        line = teller.ask(help_lines=(_HOW_TEXT, _HOW_KEEP))
        if line in {"", "-"}:
            return kept
        while line != ".":
            lines.append(line[1:] if line.startswith("..") else line)
            line = _next_line(teller)
    except (Ended, Moved) as stop:
        if not lines:
            raise
        if isinstance(stop, Moved):
            teller.say("What you typed is kept.")
    written = "\n".join(lines)
    teller.warn(written)
    return written


def _next_line(teller: Teller) -> str:
    """A further line of a text: only ``!`` and ``?`` alone are no text."""
    while True:
        line = teller.line().rstrip()
        if line == "?":
            teller.say(_HOW_TEXT)
        elif line != "!" or not teller.everywhere(line, False):
            return line
