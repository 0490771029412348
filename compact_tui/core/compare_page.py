"""Two rounds beside each other as a page to print, and as a view."""

from collections.abc import Iterator

from msgspec import Struct

from compact_tui.core.audit_views import View
from compact_tui.core.compare import Compared, Round, StandardCompared
from compact_tui.core.forms import Field, Form
from compact_tui.core.page import AnyBlock, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.text import capitalised, count

_LISTS = (
    ("Evidence that is new", "evidence_added"),
    ("Evidence that is not there any more", "evidence_gone"),
    ("Actions that are new", "actions_added"),
    ("Actions that were open and are closed", "actions_closed"),
)


RETURN_FILE_FORM = Form(
    "return-file",
    "Compare with a return file",
    (Field(id="file", question="Which file?", help="Its path, as pasted from your file manager.", required=True),),
)
"""What is asked where a round is compared with a return."""


class RoundChoice(Struct, frozen=True, kw_only=True):
    """A round that can be compared with another."""

    id: str
    """Id of the audit."""
    words: str


class CompareView(View, frozen=True, kw_only=True):
    """Two rounds, standard by standard."""

    then: str
    """What the first is called."""
    now: str
    sentence: str
    notes: tuple[str, ...]
    standards: tuple[StandardCompared, ...]


def compare_view(then: Round, now: Round, found: Compared) -> CompareView:
    """What was compared, in words."""
    moved = [
        f"{count(number, 'standard')} {word}"
        for number, word in ((found.up, "higher"), (found.down, "lower"))
        if number
    ]
    differ = sum(line.asked == "both" for one in found.standards for line in one.answers)
    sentence = f"{', '.join([*moved, count(differ, 'answer')])} changed from {then.name} to {now.name}."
    return CompareView(
        then=then.name,
        now=now.name,
        sentence=sentence,
        notes=tuple(_notes(then, now, found)),
        standards=found.standards,
    )


def _notes(then: Round, now: Round, found: Compared) -> Iterator[str]:
    if not found.same_pack:
        yield (
            f"Answered under edition {then.said.pack.edition}, then {now.said.pack.edition}: "
            "only what asks the same is compared."
        )
    if then.said.pack.variation != now.said.pack.variation:
        yield "They are different versions of the audit: only what both ask is compared."
    if then.said.setting.id != now.said.setting.id:
        yield f"They are of different settings: {then.said.setting.name}, then {now.said.setting.name}."
    if not (then.pack.standard and now.pack.standard):
        yield "The words of one of the packs are not on this computer, so ids stand for them."


def compare_page(view: CompareView) -> ReportPage:
    """The page."""
    rows = tuple(
        (f"{one.number}. {one.title}", one.then or "-", one.now or "-", one.change or one.sentence.partition(",")[0])
        for one in view.standards
    )
    table = TableBlock("Grades, then and now", ("Standard", view.then, view.now, "Change"), rows)
    return ReportPage(
        title=f"What changed: {view.then} and {view.now}",
        first_lines=(view.sentence, *view.notes),
        sections=(Section("At a glance", 2, (table,)), *map(_section, view.standards)),
    )


def _section(one: StandardCompared) -> Section:
    blocks: list[AnyBlock] = [Paragraph(f"{capitalised(one.sentence)}.")]
    if one.answers:
        blocks.append(ListBlock(tuple(f"{line.number} {line.question}: {line.words}" for line in one.answers)))
    for heading, name in _LISTS:
        titles: tuple[str, ...] = getattr(one, name)
        if titles:
            blocks += [Paragraph(f"{heading}:"), ListBlock(titles)]
    return Section(f"{one.number}. {one.title}", 2, tuple(blocks))


def compared_lines(one: StandardCompared) -> tuple[str, ...]:
    """A standard in two rounds, for reading."""
    lines = [f"{one.number}. {one.title}", one.sentence]
    lines += [f"{line.number} {line.question}: {line.words}" for line in one.answers]
    for heading, name in _LISTS:
        titles: tuple[str, ...] = getattr(one, name)
        if titles:
            lines += ["", f"{heading}:", *(f"  {title}" for title in titles)]
    return tuple(lines)
