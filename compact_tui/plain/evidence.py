"""Evidence: the list, one piece in full, adding, changing, and what it backs."""

from compact_tui.core.days import say_day
from compact_tui.core.views import EvidenceView
from compact_tui.plain.asking import ask_form, yes
from compact_tui.plain.belonging import tick
from compact_tui.plain.evidence_files import check_files, say_ladder
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import records

_HELP = (
    "What you saw that supports your answers. One piece may back many questions.",
    "Name things, never a child.",
)
_ONE = (
    Choice("again", "I saw it again today"),
    Choice("edit", "Change it"),
    Choice("backs", "Which questions it backs"),
    Choice("remove", "Take it away"),
    Choice("go", "Go to the question it backs"),
)


def evidence_place(teller: Teller, visit: Visit) -> Step:
    """The evidence of the audit; from a criterion, what is offered there; or one piece in full."""
    if visit.here.record:
        return _one(teller, visit)
    return _at_criterion(teller, visit) if visit.here.criterion else _list(teller, visit)


def _list(teller: Teller, visit: Visit) -> Step:
    page = records.evidence_page(visit.desk)
    choices = (
        Choice("add", "Add a piece of evidence"),
        *(
            Choice(item.id, item.title, ", ".join(part for part in (*item.numbers, say_day(item.seen_on)) if part))
            for item in page.items
        ),
        Choice("files", "Check the files that are kept with it"),
        Choice("ladder", "What kinds of evidence you have, standard by standard"),
    )
    heading = "Evidence" if page.items else "Evidence: nothing here yet. It is best added where you answer."
    chosen = choose(teller, Menu(heading=heading, choices=choices, help=_HELP))
    match chosen:
        case "add":
            return _add(teller, visit)
        case "files":
            check_files(teller, visit.desk)
        case "ladder":
            say_ladder(teller, page)
        case _:
            return Step(place="evidence", record=chosen)
    return AGAIN


def _at_criterion(teller: Teller, visit: Visit) -> Step:
    """What is there already is offered before something new."""
    offers = records.evidence_to_use(visit.desk, visit.here.criterion)
    choices = (
        *(
            Choice(offer.id, offer.words, f"{offer.about}, backs this already" if offer.here else offer.about)
            for offer in offers
        ),
        Choice("add", "Something new"),
    )
    heading = "Evidence for this question. Use one that is there already, or something new?"
    chosen = choose(teller, Menu(heading=heading, choices=choices, help=_HELP))
    if chosen == "add":
        return _add(teller, visit)
    if next(offer.here for offer in offers if offer.id == chosen):
        return Step(place="evidence", record=chosen)
    item = records.use_evidence(visit.desk, chosen, visit.here.criterion)
    teller.kept(f'"{item.title}" backs this question too now.')
    return Step(place="back")


def _add(teller: Teller, visit: Visit) -> Step:
    desk, here = visit.desk, visit.here
    supports = (here.criterion,) if here.criterion else ()
    form = records.form_of_evidence(desk)
    item = ask_form(teller, form, {}, lambda typed: records.add_evidence(desk, typed, supports), about=here.criterion)
    teller.say(f'Evidence "{item.title}" is added.')
    return Step(place="back") if here.criterion else AGAIN


def _one(teller: Teller, visit: Visit) -> Step:
    desk = visit.desk
    item = records.show_evidence(desk, visit.here.record)
    _say(teller, item)
    chosen = choose(teller, Menu(heading="What now?", choices=_ONE, help=_HELP))
    match chosen:
        case "again":
            records.seen_again(desk, item.id)
            teller.kept("Seen again today.")
        case "edit":
            form, typed = records.form_of_evidence(desk), records.typed_evidence(desk, item.id)
            ask_form(teller, form, typed, lambda said: records.edit_evidence(desk, item.id, said), about=item.id)
            teller.kept()
        case "backs":
            tick(
                teller,
                f'Which questions does "{item.title}" back?',
                lambda: records.evidence_backs(desk, item.id),
                lambda supports: records.back_with_evidence(desk, item.id, supports),
            )
        case "remove":
            if yes(teller, f'Take "{item.title}" away? u brings it back.'):
                records.remove_evidence(desk, item.id)
                teller.say("Taken away. u brings it back.")
                return Step(place="back")
        case _:
            return go_there(teller, visit, item.supports)
    return AGAIN


def go_there(teller: Teller, visit: Visit, supports: tuple[str, ...]) -> Step:
    """Go to the first criterion or standard that a record belongs to."""
    if not supports:
        teller.say("It belongs to no question.")
        return AGAIN
    place, standard, criterion = records.place_of(visit.desk, supports[0])
    return Step(place=place, standard=standard, criterion=criterion)


def _say(teller: Teller, item: EvidenceView) -> None:
    teller.say("", f"Evidence: {item.title}")
    teller.facts(
        (
            ("Kind", item.kind_word),
            ("It stands for", item.rung_word),
            ("Where", item.where),
            ("Held by", item.held_by),
            ("Seen on", say_day(item.seen_on)),
            ("Look again by", say_day(item.review_by) + (", which has passed" if item.review_late else "")),
            ("File", item.file_words),
            ("Backs", ", ".join(item.numbers) or "no question yet"),
        )
    )
