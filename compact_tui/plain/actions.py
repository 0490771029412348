"""Actions: the plan, one action in full, adding, changing, done, dropped, open again."""

from compact_tui.core.record_forms import DONE_FORM, DROP_FORM
from compact_tui.core.views import ActionView
from compact_tui.plain.asking import ask_form, yes
from compact_tui.plain.belonging import tick
from compact_tui.plain.evidence import go_there
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import records

_HELP = ("What someone will do by a date, overdue first. Who does it is a role, not a name.",)


def actions_place(teller: Teller, visit: Visit) -> Step:
    """The plan; from a criterion, its own actions; or one action in full."""
    if visit.here.record:
        return _one(teller, visit)
    desk, here = visit.desk, visit.here
    if here.criterion:
        offers = records.actions_here(desk, here.criterion)
        heading, rows = "Actions from this question", tuple(Choice(o.id, o.words, o.about) for o in offers)
    else:
        page = records.actions_page(desk)
        heading, rows = f"Actions: {page.sentence}", tuple(map(_row, page.items))
    add = Choice("add", "Add an action")
    chosen = choose(teller, Menu(heading=heading, choices=(add, *rows), help=_HELP))
    if chosen != "add":
        return Step(place="actions", record=chosen)
    supports = (here.criterion,) if here.criterion else ()
    form = records.form_of_action(desk)
    item = ask_form(teller, form, {}, lambda typed: records.add_action(desk, typed, supports), about=here.criterion)
    teller.say(f'Action "{item.what}" is added.')
    return Step(place="back") if here.criterion else AGAIN


def _row(item: ActionView) -> Choice:
    return Choice(item.id, item.what, ", ".join(part for part in (item.state_word, item.who, item.due_words) if part))


def _one(teller: Teller, visit: Visit) -> Step:
    desk = visit.desk
    item = records.show_action(desk, visit.here.record)
    teller.say("", f"Action: {item.what}")
    teller.facts(
        (
            ("Who", item.who),
            ("By", item.due_words),
            ("State", item.state_word),
            ("What happened", item.outcome),
            ("From", ", ".join(item.numbers) or "no question yet"),
        )
    )
    still_open = item.status == "open"
    closing = (Choice("done", "It is done"), Choice("drop", "It will not be done"))
    choices = (
        *(closing if still_open else (Choice("reopen", "Open it again"),)),
        Choice("edit", "Change it"),
        Choice("belongs", "Which questions it came from"),
        Choice("remove", "Take it away"),
        Choice("go", "Go to the question it came from"),
    )
    chosen = choose(teller, Menu(heading="What now?", choices=choices, help=_HELP))
    if chosen == "go":
        return go_there(teller, visit, item.supports)
    return _change(teller, visit, item, chosen)


def _change(teller: Teller, visit: Visit, item: ActionView, chosen: str) -> Step:
    desk = visit.desk
    match chosen:
        case "done":
            ask_form(
                teller,
                DONE_FORM,
                {"outcome": item.outcome},
                lambda said: records.do_action(desk, item.id, said["outcome"], said["on"]),
                about=item.id,
            )
        case "drop":
            drop = DROP_FORM
            ask_form(teller, drop, {}, lambda said: records.drop_action(desk, item.id, said["reason"]), about=item.id)
        case "reopen":
            records.reopen_action(desk, item.id)
        case "edit":
            form, typed = records.edit_form_of_action(desk), records.typed_action(desk, item.id)
            ask_form(teller, form, typed, lambda said: records.edit_action(desk, item.id, said), about=item.id)
        case "belongs":
            tick(
                teller,
                f'Which questions did "{item.what}" come from?',
                lambda: records.action_belongs(desk, item.id),
                lambda supports: records.action_from(desk, item.id, supports),
            )
            return AGAIN
        case _:
            if not yes(teller, f'Take "{item.what}" away? u brings it back.'):
                return AGAIN
            records.remove_action(desk, item.id)
            teller.say("Taken away. u brings it back.")
            return Step(place="back")
    teller.kept()
    return AGAIN
