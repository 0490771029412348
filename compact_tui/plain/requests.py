"""A partnership's request: said first, then taken."""

from compact_tui.core.request_opened import REQUEST_FORM, told_lines
from compact_tui.plain.asking import ask
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import HOME, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import requests


def open_request(teller: Teller, visit: Visit) -> Step:
    """Ask for the file, say what it would set, and take it if the person says so."""
    file = ask(teller, REQUEST_FORM.fields[0])
    view = requests.show_request(visit.desk, file)
    teller.pages(told_lines(view))
    begin = (Choice("begin", "Take it, and begin the audit that it asks for"),) if view.can_start else ()
    choices = (Choice("leave", "Leave it"), Choice("take", "Take it"), *begin)
    chosen = choose(teller, Menu(heading="Take this request?", choices=choices))
    if chosen != "leave":
        taken = requests.take_request(visit.desk, file, begin=chosen == "begin")
        teller.say(taken.sentence)
    return HOME
