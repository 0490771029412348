"""The card "a child may be at risk": what to do now, and whom to ring, from the setting's own profile."""

import textwrap

from msgspec import Struct

from compact_tui.core.days import days_until, is_day, say_day, say_short
from compact_tui.core.page import Facts, ListBlock, Paragraph, ReportPage, Section
from compact_tui.core.setting import Setting, others_of
from compact_tui.core.setting_forms import PEOPLE_FORM

EMERGENCY = "999"
OTHERS = "Others to ring"
OLD_AFTER_DAYS = 60
"""Days after which names and numbers want another look: half-terms are shorter."""


class ActStep(Struct, frozen=True):
    """One thing to do, with whom to ring."""

    words: str
    ring: tuple[str, ...] = ()
    """Name, place and number of each, in the order in which they are tried."""
    missing: str = ""
    """What the profile does not say yet; empty when it says enough."""


class ActNowCard(Struct, frozen=True, kw_only=True):
    """The card, whole."""

    title: str
    first: str
    """What stands above everything else."""
    steps: tuple[ActStep, ...]
    others: tuple[str, ...]
    """Others whom one may have to ring, in the profile's own words."""
    do_not: tuple[str, ...]
    checked: str
    """When the names and numbers were last checked, in words."""
    state: str
    """Whether the profile says all that the card needs, in a few words."""
    remedy: str
    """How to fill in what is missing; empty when nothing is."""


def act_now_card(setting: Setting | None, today: str) -> ActNowCard:
    """The card as the profile fills it; what the profile does not say is asked for, never invented.

    Args:
        setting: Who we are; ``None`` while nobody has said.
        today: The day by which the age of the numbers is judged.
    """
    own = setting or Setting(id="", name="")
    steps = (
        ActStep(f"Someone is in danger now, or a crime is happening: ring {EMERGENCY}. Do not wait for anybody."),
        _step(
            "Tell the safeguarding lead now, in person or by voice. If you cannot reach them, whoever stands in.",
            (_person(own.lead_name, own.lead_where, own.lead_phone), "lead_name"),
            (_person(own.deputy_name, own.deputy_where, own.deputy_phone), "deputy_name"),
        ),
        _step(
            "You cannot reach either: ring children's social care yourself. Anyone may.",
            (_labelled("In the day", own.social_care_phone), "social_care_phone"),
            (_labelled("Out of hours", own.out_of_hours_phone), "out_of_hours_phone"),
        ),
        _step(
            "The worry is about an adult who works or helps here: tell this person instead, and nobody else.",
            (own.allegations_to, "allegations_to"),
            (_labelled("If it is about them", own.allegations_about_head_to), "allegations_about_head_to"),
            (_labelled("The council's officer (LADO)", own.lado_contact), "lado_contact"),
        ),
        _step(
            "Then write it down today, in the child's own words, where your setting keeps concerns.",
            (own.form_place, "form_place"),
        ),
    )
    missing = any(step.missing for step in steps)
    return ActNowCard(
        title="A child may be at risk: act now",
        first="Stop what you are doing here. This program can wait, and everything in it is saved.",
        steps=steps,
        others=others_of(own),
        do_not=(
            "Do not write it into this program: it is no place for a child's name or story.",
            "Do not promise to keep a secret, ask leading questions, or look into it yourself.",
            "Do not tell the person the worry is about.",
        ),
        checked=_checked(own.numbers_checked_on, today),
        state="not filled in yet" if missing else _short_state(own.numbers_checked_on),
        remedy="Fill in what is missing under Whom to ring (m on Home), or with: compact-tui people" if missing else "",
    )


def act_now_page(card: ActNowCard, setting: str) -> ReportPage:
    """The card as a page to print and hang up."""
    facts = tuple(
        (f"{number}. {step.words}", "\n".join((*step.ring, *([step.missing] if step.missing else []))))
        for number, step in enumerate(card.steps, 1)
    )
    return ReportPage(
        title=card.title,
        first_lines=tuple(line for line in (setting, card.checked) if line),
        sections=(
            Section("What to do, in this order", 2, (Facts(facts),)),
            *((Section(OTHERS, 2, (ListBlock(card.others),)),) if card.others else ()),
            Section("What not to do", 2, (ListBlock(card.do_not[1:]),)),
            *((Section("Not filled in yet", 2, (Paragraph(card.remedy),)),) if card.remedy else ()),
        ),
    )


def act_now_lines(card: ActNowCard, width: int) -> tuple[str, ...]:
    """The card as lines of text, of at most so many columns."""
    lines = [*_wrapped(card.first, width), ""]
    for number, step in enumerate(card.steps, 1):
        lines += _wrapped(step.words, width, f"{number}. ", "   ")
        for said in (*step.ring, step.missing):
            lines += _wrapped(said, width, "   > " if said is not step.missing else "   ! ", "     ") if said else []
    if card.others:
        lines += ["", f"{OTHERS}:", *(line for said in card.others for line in _wrapped(said, width, "   > ", "     "))]
    lines += ["", *(line for said in card.do_not for line in _wrapped(said, width)), "", *_wrapped(card.checked, width)]
    return (*lines, *(_wrapped(card.remedy, width) if card.remedy else ()))


def _wrapped(text: str, width: int, first: str = "", then: str = "") -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=then)


def _person(name: str, where: str, phone: str) -> str:
    """A line such as ``Jo Park, office by the door: 023 9200 0000``; empty when there is nothing to go by."""
    return ": ".join(part for part in (", ".join(part for part in (name, where) if part), phone) if part)


def _labelled(label: str, said: str) -> str:
    return f"{label}: {said}" if said else ""


def _step(words: str, *reached: tuple[str, str]) -> ActStep:
    questions = {field.id: field.question for field in PEOPLE_FORM.fields}
    lacking = [questions[field].rstrip("?") for line, field in reached if not line]
    said = "; ".join(f"{one[:1].lower()}{one[1:]}" for one in lacking)
    return ActStep(
        words, tuple(line for line, _ in reached if line), f"Not in your profile yet: {said}." if said else ""
    )


def _short_state(day: str) -> str:
    return f"checked {say_short(day)}" if is_day(day) else "never checked"


def _checked(day: str, today: str) -> str:
    if not is_day(day):
        return "Nobody has said when these names and numbers were last checked."
    if -days_until(day, today) > OLD_AFTER_DAYS:
        return f"Names and numbers last checked on {say_day(day)}: check them again soon."
    return f"Names and numbers checked on {say_day(day)}."
