"""What is kept of spot checks: what staff are told, for how long, and what goes when the time is over."""

from collections.abc import Mapping

from compact_tui.core.asking_views import KeepingView
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import fill
from compact_tui.core.spot import Keeping
from compact_tui.core.spot_forms import KEEPING_FORM, MONTHS, PURPOSE
from compact_tui.core.text import count
from compact_tui.services.desk import Desk, edit
from compact_tui.services.spot_books import ABOUT_BOOK, keep, keeping_now


def keeping(desk: Desk) -> KeepingView:
    """What staff were told, or what they would be told where nobody has said yet."""
    known = keeping_now(desk)
    now = known or Keeping(purpose=PURPOSE, months=MONTHS)
    with_initials = "initials only of people who agree" if now.initials else "never names or initials"
    return KeepingView(
        told=known is not None,
        purpose=now.purpose,
        months=now.months,
        initials=now.initials,
        told_on=now.told_on,
        lines=(
            now.purpose,
            f"Answers are kept by role group, {with_initials}, on this computer.",
            f"After {count(now.months, 'month')} only counts stay.",
            "Nobody is ranked, and nobody fails: what is not known yet is told there and then.",
            "Anyone may say no, and see what is kept of their own words.",
            *((f"Staff were told on {say_day(now.told_on)}.",) if now.told_on else ()),
        ),
    )


def keeping_typed(desk: Desk) -> dict[str, str]:
    """What the form on this holds at the start."""
    now = keeping(desk)
    said = {"purpose": now.purpose, "months": str(now.months), "initials": "yes" if now.initials else "no"}
    return {**said, "told_on": say_day(now.told_on) if now.told_on else ""}


def tell_staff(desk: Desk, typed: Mapping[str, str] | None = None) -> KeepingView:
    """Keep what staff are told; nothing typed means the usual words.

    Raises:
        UsageError: If something typed cannot be taken.
    """
    filled = fill(KEEPING_FORM, {**keeping_typed(desk), **(typed or {})})
    for problem in filled.problems:
        raise UsageError(f"{_question(problem.field)} {problem.sentence}", "Nothing was changed.")
    before = keeping_now(desk)
    after = Keeping(
        purpose=filled.value("purpose"),
        months=int(filled.value("months")),
        initials=filled.value("initials") == "yes",
        told_on=filled.value("told_on"),
        by=desk.who,
        at=desk.at,
    )
    path = desk.workspace.spot_about_path
    keep(desk, path, ABOUT_BOOK, "keeping", "what staff are told", (edit("keeping", after.id, before, after),))
    return keeping(desk)


def _question(field_id: str) -> str:
    return next(field.question for field in KEEPING_FORM.fields if field.id == field_id)
