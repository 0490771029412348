"""Replies in typed lines: a partnership makes them; a setting hears one, acts on it and answers it."""

from compact_tui.core.page_speech import spoken_lines
from compact_tui.core.partnership_forms import SENT_FORM
from compact_tui.core.reply_views import ANSWER_FORM, REPLY_FILE_FORM, ReplyView
from compact_tui.plain.asking import ask_form, yes
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import replies_in, replies_out, requests_out
from compact_tui.services.desk import Desk
from compact_tui.services.reply_beside import damaged_replies

_MAKING = (
    Choice("all", "Make a reply to each return that has none"),
    Choice("one", "Make one for a setting"),
    Choice("list", "Hear which return has one"),
    Choice("sent", "Say that what was made has been sent"),
    Choice("back", "The partnership's side"),
)
_MAKING_HELP = ("A reply is a folder with a file, a page and the draft of an email. Nothing is sent from here.",)
_HELP = ("Your own grades stay as they are. Your answer is a folder with the draft of an email.",)


def replies_place(teller: Teller, visit: Visit) -> Step:
    """Say how many have a reply and ask what to do."""
    desk = visit.desk
    view = replies_out.list_replies(desk)
    teller.say("", view.sentence)
    match choose(teller, Menu(heading="Replies. What next?", choices=_MAKING, help=_MAKING_HELP)):
        case "back":
            return Step(place="partnership")
        case "all":
            teller.pages(replies_out.make_replies(desk).lines)
        case "list":
            teller.pages(f"{one.name}: {one.word}" for one in view.lines)
        case "sent":
            noted = ask_form(teller, SENT_FORM, {}, lambda said: requests_out.note_sent(desk, on=said["on"]))
            teller.kept(noted.sentence)
        case _ if view.lines:
            rows = tuple(Choice(one.entry, one.name, one.word) for one in view.lines)
            entry = choose(teller, Menu(heading="Which setting?", choices=rows))
            teller.pages(replies_out.make_replies(desk, [entry]).lines)
        case _:
            teller.say("There is no return to reply to.")
    return AGAIN


def reply_place(teller: Teller, visit: Visit) -> Step:
    """Say what the partnership replied and ask what to do about it."""
    desk = visit.desk
    if not replies_in.has_reply(desk):
        teller.say(*damaged_replies(desk))
        _open(teller, desk)
        return AGAIN
    view = replies_in.show_reply(desk)
    teller.say("", view.sentence, *view.notes, *filter(None, (view.answer_words,)))
    asked = tuple(Choice(one.id, one.words, one.word) for one in view.remarks if one.word)
    choices = (
        Choice("read", "Hear the whole reply"),
        *((Choice("answer", "Answer one in words"), Choice("act", "Make an action of one")) if asked else ()),
        Choice("make", "Make the answer to send"),
        Choice("open", "Open a reply that came"),
        Choice("back", "The return"),
    )
    match choose(teller, Menu(heading="The partnership's reply. What next?", choices=choices, help=_HELP)):
        case "back":
            return Step(place="return")
        case "read":
            teller.pages(spoken_lines(view.page))
        case "make" | "answer" | "act" if not _answered_here(teller, view):
            teller.say("Nothing was changed.")
        case "make":
            made = replies_in.make_answer(desk, view.id)
            teller.say(made.sentence, f"Folder: {made.folder}")
        case "open":
            _open(teller, desk)
        case chosen:
            which = choose(teller, Menu(heading="Which one?", choices=asked))
            if chosen == "act":
                replies_in.act_on(desk, which, view.id)
            else:
                ask_form(
                    teller, ANSWER_FORM, {}, lambda said: replies_in.answer_remark(desk, which, said["text"], view.id)
                )
            teller.kept("")
    return AGAIN


def _answered_here(teller: Teller, view: ReplyView) -> bool:
    """Whether a reply is to a return of ours, or is answered here all the same."""
    if view.known:
        return True
    teller.say(f"It is to {view.setting}, and that return was not made on this computer. Answer it where it was.")
    return yes(teller, "Answer it here all the same?")


def _open(teller: Teller, desk: Desk) -> None:
    opened = ask_form(teller, REPLY_FILE_FORM, {}, lambda said: replies_in.open_reply(desk, said["file"]))
    teller.say(opened.sentence)
