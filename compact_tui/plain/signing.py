"""Sign-off: who signs, the page that is signed, and what has changed since."""

from compact_tui.core.days import say_day
from compact_tui.core.page_speech import spoken_lines
from compact_tui.core.signing_forms import sign_form
from compact_tui.core.signing_views import SignerView, SigningView
from compact_tui.plain.asking import ask_form, yes
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import signing

_HELP = (
    "Each of these roles signs for itself: read the page, then sign it. It is kept with its code.",
    "Later changes do not unsay a signature; they are listed.",
)


def signing_place(teller: Teller, visit: Visit) -> Step:
    """Say who has signed; or one role and its page."""
    if visit.here.record:
        return _one(teller, visit)
    view = signing.signing(visit.desk)
    teller.say("", view.title, view.sentence, view.sent_sentence, *view.notes)
    teller.say(*(f"To put right before anyone signs: {error}" for error in view.held_back))
    rows = tuple(Choice(f"signer-{at}", one.word, one.state_word) for at, one in enumerate(view.signers))
    more = (Choice("sent", "What changed since it was sent"), Choice("print", "Write the page, to sign it by pen"))
    chosen = choose(teller, Menu(heading="Sign-off. Who signs?", choices=rows + more, help=_HELP))
    if chosen == "sent":
        teller.pages(_changes(view.sent_sentence, tuple(change.words for change in view.since_sent)))
    elif chosen == "print":
        teller.say(signing.write_head_page(visit.desk).sentence)
    else:
        return Step(place="signing", record=chosen)
    return AGAIN


def _one(teller: Teller, visit: Visit) -> Step:
    """One role: how its signature stands, the page, signing and withdrawing."""
    at = int(visit.here.record.removeprefix("signer-"))
    signers = signing.signing(visit.desk).signers
    if at >= len(signers):
        return Step(place="back")
    view = signing.signing(visit.desk, signers[at].id)
    signer = signers[at]
    teller.say("", signer.word, signer.sentence)
    choices = [Choice("read", "Read the page that is signed", f"code {view.code}"), Choice("sign", "Sign")]
    if signer.sign_off:
        choices += [Choice("changes", "What changed since"), Choice("withdraw", "Withdraw the signature")]
    match choose(teller, Menu(heading="What now?", choices=tuple(choices), help=_HELP)):
        case "read":
            teller.pages(spoken_lines(view.page))
        case "changes":
            teller.pages(_changes(signer.sentence, tuple(change.words for change in signer.changes)))
        case "withdraw":
            if yes(teller, f"Withdraw the signature of {signer.name}? u brings it back."):
                signing.withdraw(visit.desk, signer.sign_off)
                teller.say("Withdrawn. u brings it back.")
        case _:
            _sign(teller, visit, view, signer)
    return AGAIN


def _sign(teller: Teller, visit: Visit, view: SigningView, signer: SignerView) -> None:
    """Ask for name and day, say what is signed, ask once more, and sign exactly what was shown."""
    desk = visit.desk
    signing.ready(desk, view.code)
    form, typed = sign_form(signer.word if signer.id else ""), {"on": say_day(desk.today)}
    said = ask_form(teller, form, typed, lambda answers: answers, about=signer.id)
    teller.say("", view.asked)
    if not yes(teller, f"{said['name']}: sign?"):
        teller.say("Nothing was signed.")
        return
    role = signer.id or said["role"]
    signed = signing.sign_off(desk, role, said["name"], said["on"], expected_code=view.code)
    teller.say(signed.sentence, f"Kept in: {signed.folder}", signed.next_step)


def _changes(sentence: str, changes: tuple[str, ...]) -> tuple[str, ...]:
    return sentence, *changes
