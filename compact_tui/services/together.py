"""Answering together: what was counted at an event of everybody becomes the answer, with the count as evidence."""

from collections.abc import Mapping

from msgspec.structs import replace

from compact_tui.core.audit import Evidence, answer_to
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Form
from compact_tui.core.pack import numbered, word_of
from compact_tui.core.show import numbers_of
from compact_tui.core.small_group import title_for
from compact_tui.core.text import clean_line
from compact_tui.core.together import (
    COUNT,
    count_kept,
    count_title,
    counts_in,
    everybody,
    tally_of,
    together_kind,
    together_view,
)
from compact_tui.core.together import together_form as form_for
from compact_tui.core.together_views import AgreedView, TogetherView
from compact_tui.services.answering import answer_edit, answered
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.naming import answer_named, criterion_named, standard_named
from compact_tui.services.record_parts import taken

_AS_IT_WAS = "Nothing was changed."
_KEPT_WHERE = "Counted at the event; kept here without names"


def together(desk: Desk, standard: str = "") -> TogetherView:
    """A standard that is gone through together: each criterion, its answer and its newest count.

    Args:
        desk: Where, when and who.
        standard: Its id or number, or that of one of its criteria; else the first.

    Raises:
        UsageError: No audit, or no such standard or criterion.
    """
    opened = open_audit(desk)
    name = standard.strip().lower() or opened.pack.standard[0].id
    named = {word for s in opened.pack.standard for number, c in numbered(s) for word in (number, c.id)}
    found = criterion_named(opened.pack, name)[0] if name in named else standard_named(opened.pack, name)
    return together_view(opened.pack, opened.audit, found, title_for(opened.pack, opened.audit.head.cycle))


def together_form(desk: Desk, criterion: str) -> Form:
    """What is typed after a show of hands about a criterion: a count for each answer, and what was agreed.

    Raises:
        UsageError: If there is no such criterion.
    """
    opened = open_audit(desk)
    _, found = criterion_named(opened.pack, criterion)
    return form_for(opened.pack, numbers_of(opened.pack)[found.id], found)


def typed_together(desk: Desk, criterion: str) -> dict[str, str]:
    """What stands in that form at the start: today, everybody, and the note that is there.

    Raises:
        UsageError: If there is no such criterion.
    """
    opened = open_audit(desk)
    _, found = criterion_named(opened.pack, criterion)
    note = answer_to(opened.audit, found.id).note
    return {"on": say_day(desk.today), "by": everybody(opened.pack), "note": note}


def agree(desk: Desk, criterion: str, typed: Mapping[str, str]) -> AgreedView:
    """Keep what was agreed together as the answer, and the count as evidence; both are one change.

    Of fewer than five answers only that is kept, as the split would tell who said what. A second count of the
    same people on the same day takes the place of the first.

    Args:
        desk: Where, when and who.
        criterion: Its id or number.
        typed: The fields of ``together_form``; ``count-met`` and the like hold the counts. The day is today, and
            those who agreed are everybody, where they are not said. An empty note leaves the note as it is.

    Raises:
        UsageError: Unknown criterion or answer, nobody counted, a day to come, or a reason that is missing;
            nothing is changed.
    """
    opened = open_audit(desk)
    standard, found = criterion_named(opened.pack, criterion)
    for name in typed:
        if name.startswith(COUNT):
            answer_named(opened.pack, name.removeprefix(COUNT))
    whole = {**dict(typed), "on": typed.get("on", "").strip() or desk.today}
    form = form_for(opened.pack, numbers_of(opened.pack)[found.id], found)
    values = dict(taken(form, whole, _AS_IT_WAS).values)
    if values["on"] > desk.today:
        raise UsageError(f"{say_day(values['on'])} has not come yet.", f"{_AS_IT_WAS} Check the day.")
    counts = counts_in(values)
    if not counts:
        raise UsageError(
            "Nobody's answer was counted.", f"{_AS_IT_WAS} Say how many gave each answer, such as --count met=14."
        )
    by = clean_line(values["by"]) or everybody(opened.pack)
    note = values["note"] or None
    reason = note if answer_named(opened.pack, values["agreed"]).needs_reason else None
    before, after = answered(desk, opened, found.id, values["agreed"], note=note, reason=reason, by=by)
    old, item = _evidence(desk, opened, found.id, by, values["on"], counts)
    number = numbers_of(opened.pack)[found.id]
    word = word_of(opened.pack, "answer", values["agreed"])
    edits = (answer_edit(opened, before, after), edit("evidence", item.id, old, item))
    commit(desk, opened.book, "together", f"{number} {word}, agreed together", edits)
    ids = [c.id for _, c in numbered(standard)]
    return AgreedView(
        criterion=found.id,
        number=number,
        question=found.question,
        answer_word=word,
        by=by,
        evidence=item.id,
        title=item.title,
        tally=tally_of(opened.pack, counts),
        next=next(iter(ids[ids.index(found.id) + 1 :]), ""),
    )


def _evidence(
    desk: Desk, opened: OpenAudit, criterion: str, by: str, on: str, counts: Mapping[str, int]
) -> tuple[Evidence | None, Evidence]:
    """The piece of evidence that keeps the count: as it was, if it is there already, and as it will be."""
    title = count_title(opened.pack, by, on, counts)
    old = count_kept(opened.pack, opened.kept, criterion)
    if old is not None and old.supports == (criterion,) and old.title.startswith(f"{by} on {say_day(on)}: "):
        return old, replace(old, title=title, by=desk.who, at=desk.at)
    item = Evidence(
        id=desk.new_id("e"),
        title=title,
        kind=together_kind(opened.pack),
        where=_KEPT_WHERE,
        held_by=desk.who,
        seen_on=on,
        supports=(criterion,),
        by=desk.who,
        at=desk.at,
    )
    return None, item
