"""The return: read as its reader will, made, sent, received; and looking at a return file."""

from pathlib import Path

from compact_tui.core.days import say_day
from compact_tui.core.forms import Field
from compact_tui.core.page_speech import spoken_lines
from compact_tui.core.return_forms import RECEIPT_FORM, SENT_FORM
from compact_tui.core.return_views import ReturnMadeView
from compact_tui.core.text import count, size_words
from compact_tui.core.views import HomeView
from compact_tui.plain.asking import ask, ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.standing import share
from compact_tui.plain.teller import Teller
from compact_tui.services import home, returns

_HELP = (
    "What you read is what the reader will see. Making writes a folder with the return, a page and an email.",
    "Making is not sending: send it yourself, then say here when. You may make it again at any time.",
)
_FILE = Field(id="file", question="Which return file?", help="The path of its .json file.", required=True)


def return_place(teller: Teller, visit: Visit) -> Step:
    """Say where the return stands, and ask what to do with it."""
    desk = visit.desk
    view, preview = home.home(desk, with_places=False), returns.preview(desk)
    teller.say("", view.whole, *view.standing)
    teller.say("Nothing is missing." if preview.complete else "Not complete: its first line will say so.")
    teller.say(*(f"Held back until this is put right: {error}" for error in preview.held_back))
    teller.say(preview.standing_words)
    teller.facts((("Code of what it holds now", preview.code),))
    chosen = choose(teller, _menu(view, len(preview.warnings)))
    match chosen:
        case "read":
            teller.pages(spoken_lines(preview.page))
        case "warnings":
            teller.pages(preview.warnings or ("Nothing that a reader would question.",))
        case "review" | "reply":
            return Step(place=chosen)
        case "make":
            _say_made(teller, returns.make(desk), ours=view.for_ourselves)
        case "standing":
            return share(teller, visit)
        case "sent":
            typed = {"on": say_day(desk.today), "by": desk.who}
            told = ask_form(
                teller,
                SENT_FORM,
                typed,
                lambda said: returns.sent(desk, view.return_id, said["on"], said["by"]),
                about=view.return_id,
            )
            teller.say(f"Noted: {told.sentence}.")
        case "receipt":
            typed = {"on": say_day(desk.today)}
            told = ask_form(
                teller,
                RECEIPT_FORM,
                typed,
                lambda said: returns.receipt(desk, view.return_id, said["on"], said["ref"]),
                about=view.return_id,
            )
            teller.say(f"Noted: {told.sentence}.")
        case _:
            _look(teller, visit, chosen)
    return AGAIN


def _menu(view: HomeView, warnings: int) -> Menu:
    choices = [
        Choice("read", "Read it as its reader will"),
        Choice("warnings", "What a reader would question", count(warnings, "thing")),
        Choice("review", "Review: where each of these is mended"),
        Choice("make", "Make it: a folder with everything to send"),
        Choice("standing", "Whether counts of what is known, shown and seen travel with it"),
    ]
    if view.return_id:
        choices += [Choice("sent", "Say when it was sent"), Choice("receipt", "Note the receipt")]
    choices += [Choice("reply", "The partnership's reply: hear it, act on it, answer it")]
    choices += [Choice("show", "Read a return file"), Choice("verify", "Check that a return file is whole")]
    heading = f"{view.whole}. What now?"
    return Menu(heading=heading, choices=tuple(choices), help=_HELP)


def _say_made(teller: Teller, made: ReturnMadeView, *, ours: bool) -> None:
    said = "Made. Nobody has it but you." if ours else "Made, and NOT yet sent."
    teller.say("", said, f"Folder: {made.folder}")
    teller.say(*(f"  {file.name}, {size_words(file.bytes)}" for file in made.files))
    teller.say(f"Code to read out over the phone: {made.code}")
    teller.say(*(f"A reader would question: {warning}" for warning in made.warnings))
    teller.say(
        "To share it, if you choose:" if ours else "To send it:",
        "Open the draft email in your mail program, check the address, and press send.",
        "If it does not open, the read-me-first file says how to do it by hand. Then say here when it was sent.",
    )


def _look(teller: Teller, visit: Visit, chosen: str) -> None:
    """Read or check a return file."""
    path = Path(ask(teller, _FILE)).expanduser()
    if chosen == "show":
        view = returns.show_file(path, visit.desk)
        teller.pages((*spoken_lines(view.page), *(check.sentence for check in view.sign_offs)))
        return
    verified = returns.verify_file(path)
    teller.say(f"{verified.setting}, {verified.cycle}: return {verified.id}", verified.sentence)
    teller.say(*(check.sentence for check in verified.sign_offs))
    if verified.unknown:
        teller.say(f"It also holds {', '.join(verified.unknown)}, which this version does not know.")
