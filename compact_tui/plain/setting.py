"""Saying who the setting is, and whom to ring: field by field, each saved as it is answered."""

from collections.abc import Callable, Mapping

from compact_tui.core.forms import Form
from compact_tui.core.setting import sector_of_kind
from compact_tui.core.setting_forms import PEOPLE_FORM, SETTING_FORM
from compact_tui.core.small_group import WHICH_FORM
from compact_tui.plain.asking import ask, ask_form, yes
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, BACK, Step, Visit
from compact_tui.plain.requests import open_request
from compact_tui.plain.teller import Teller
from compact_tui.services import audits, settings

Save = Callable[[Mapping[str, str]], object]
_HELP = ("Choose what to change. Each answer is saved at once.", "The first choice asks everything in turn.")
_WHICH = "Which tool is ours? A few plain questions say"
_REQUEST = Choice("request", "Open a request that your partnership sent")
_BEGIN = Menu(
    heading="About your setting",
    choices=(Choice("begin", "Say who you are"), Choice("which", _WHICH), _REQUEST),
    enter="begin",
    enter_words="say who you are",
    help=_HELP,
)
_FIRST = ("kind", "name", "sector")
"""What is asked before anything else: nothing begins without it."""


def setup_place(teller: Teller, visit: Visit) -> Step:
    """Say who the setting is; the first time in turn, later field by field."""
    desk = visit.desk
    typed = settings.typed_setting(desk)
    if not typed.get("name"):
        chosen = choose(teller, _BEGIN)
        if chosen != "begin":
            return which_tool(teller, visit) if chosen == "which" else open_request(teller, visit)
        _begin(teller, typed, lambda answers: settings.set_up(desk, answers))
        typed = settings.typed_setting(desk)
        return _in_turn(teller, SETTING_FORM, typed, lambda said: settings.set_up(desk, said), skip=_FIRST)
    which = Choice("which", _WHICH)
    step = _by_field(teller, SETTING_FORM, typed, lambda said: settings.set_up(desk, said), which, _REQUEST)
    if isinstance(step, Step):
        return step
    return which_tool(teller, visit) if step == "which" else open_request(teller, visit)


def which_tool(teller: Teller, visit: Visit) -> Step:
    """Ask a few plain questions, say which tool is ours and why, and keep it if the person wants."""
    desk = visit.desk
    tool = ask_form(teller, WHICH_FORM, {}, lambda typed: audits.which_tool(desk, typed))
    teller.say("", tool.title, tool.sentence, *tool.notes)
    teller.say("What asks for the full audit:", *(f"  {line.words}: {line.state_word}" for line in tool.obliges))
    if yes(teller, "Take this one? You can change it later."):
        wanted = {"kind": tool.kind, "sector": tool.sector}
        typed = settings.typed_setting(desk)
        if typed.get("name"):
            settings.set_up(desk, wanted if tool.kind else {"sector": tool.sector})
            teller.kept()
        else:
            teller.drafts[SETTING_FORM.id] = {**typed, **wanted}
            teller.say("It is offered when you say who you are.")
    return AGAIN


def people_place(teller: Teller, visit: Visit) -> Step:
    """Say whom to ring and where things are."""
    desk = visit.desk
    typed = settings.typed_people(desk)
    step = _by_field(teller, PEOPLE_FORM, typed, lambda said: settings.set_people(desk, said))
    return step if isinstance(step, Step) else BACK


def _begin(teller: Teller, typed: Mapping[str, str], save: Save) -> None:
    """Ask what nothing can begin without, and keep it together."""
    teller.say("", "Name and sector are needed to begin. The rest can wait: b leaves the questions at any time.")
    answers = teller.drafts.setdefault(SETTING_FORM.id, dict(typed))
    for field in (field for field in SETTING_FORM.fields if field.id in _FIRST):
        known = answers.get(field.id, "")
        if field.id == "sector":
            known = sector_of_kind(answers.get("kind", "")) or known
        answers[field.id] = ask(teller, field, known)
    save(answers)
    teller.drafts.pop(SETTING_FORM.id, None)
    teller.kept(f"{answers['name']}.")


def _in_turn(teller: Teller, form: Form, typed: Mapping[str, str], save: Save, skip: tuple[str, ...] = ()) -> Step:
    for field in form.fields:
        if field.id not in skip:
            said = ask(teller, field, typed.get(field.id, ""))
            if said != typed.get(field.id, ""):
                save({field.id: said})
    teller.say("", "That was the last question.")
    return BACK


def _by_field(teller: Teller, form: Form, typed: Mapping[str, str], save: Save, *more: Choice) -> Step | str:
    """Change one field, or all in turn; the id of the further choice where one was taken."""
    fields = {field.id: field for field in form.fields}
    choices = (
        Choice("everything", "Go through everything in turn"),
        *(
            Choice(field.id, field.question, dict(field.choices).get(typed[field.id], typed[field.id]) or "not said")
            for field in form.fields
        ),
        *more,
    )
    chosen = choose(teller, Menu(heading=form.title, choices=choices, help=_HELP))
    if chosen == "everything":
        return _in_turn(teller, form, typed, save)
    if chosen not in fields:
        return chosen
    said = ask(teller, fields[chosen], typed[chosen])
    if said != typed[chosen]:
        save({chosen: said})
        teller.kept()
    return AGAIN
