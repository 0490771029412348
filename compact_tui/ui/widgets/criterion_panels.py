"""The panels of the criterion screen: the question with its answers, and the lines of the others."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from compact_tui.core.days import say_short
from compact_tui.core.text import visible
from compact_tui.core.views import ActionView, CriterionPage, EvidenceView, Guidance
from compact_tui.ui.glyphs import glyphs_of
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.words import Words, title


class QuestionPanel(Vertical):
    """The question as title, the statement, and the answers to choose from."""

    DEFAULT_CSS: ClassVar[str] = """
    QuestionPanel {
        height: auto; padding: 0 1;
        & > #statement { height: auto; margin-bottom: 1; }
        & > #answers { height: auto; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="question", classes="panel")

    def compose(self) -> ComposeResult:
        """Statement, answers."""
        yield Words(id="statement")
        yield PickList(id="answers")

    def show_page(self, page: CriterionPage, moved: bool) -> None:
        """Show a criterion; the cursor goes to its answer when the criterion is another one."""
        criterion = page.criterion
        glyphs = glyphs_of(self)
        strength = " · ".join(
            part for part in (criterion.duty_word, "essential" if criterion.essential else "") if part
        )
        below = f"{strength}   {page.position}" if strength else page.position
        title(self, glyphs.text(f"{criterion.number}  {criterion.question}"), glyphs.text(below))
        words = "\n".join((criterion.text, *criterion.before))
        self.query_one("#statement", Words).say(glyphs.text(visible(words)))
        rows = tuple(
            Row(
                option.id,
                option.word + (" …" if option.needs_reason and not option.chosen else ""),
                option.key,
                state="done" if option.chosen else "none",
                detail=criterion.reason if option.chosen and criterion.reason else option.meaning,
            )
            for option in page.options
        )
        chosen = next((row.id for row in rows if row.state == "done"), "")
        self.query_one("#answers", PickList).show_rows(rows, chosen if moved or criterion.answer_word else None)


def evidence_lines(evidence: tuple[EvidenceView, ...], bullet: str) -> tuple[str, ...]:
    """Evidence as lines, or what to press."""
    return tuple(
        f"{bullet} {', '.join(part for part in (e.title, e.where, say_short(e.seen_on)) if part)}" for e in evidence
    ) or ("None yet. Press e to add a piece.",)


def action_lines(actions: tuple[ActionView, ...], bullet: str, late: str) -> tuple[str, ...]:
    """Actions as lines, or what to press."""
    lines = []
    for action in actions:
        when = f"by {say_short(action.due)}" if action.due else ""
        state = "overdue" if action.overdue else (action.status if action.status != "open" else "")
        mark = late if action.overdue else bullet
        lines.append(f"{mark} {', '.join(part for part in (action.what, action.who, when, state) if part)}")
    return tuple(lines) or ("None yet. Press a to add one.",)


def guidance_lines(guidance: Guidance, bullet: str) -> tuple[str, ...]:
    """Guidance as lines: what good looks like, where to look, whom to ask, what fits as evidence, sources."""
    lines = [" ".join(guidance.good.split()), ""]
    for heading, items in (("Where to look", guidance.where), ("Whom to ask", guidance.ask)):
        if items:
            lines += [f"{heading}:", *(f"  {bullet} {item}" for item in items)]
    if guidance.evidence_kinds:
        lines.append(f"Evidence that fits: {'; '.join(guidance.evidence_kinds)}.")
    if guidance.sources:
        lines.append("Rests on:")
    for source in guidance.sources:
        named = ", ".join(part for part in (source.title, source.edition, source.place) if part)
        note = f" ({source.note})" if source.note else ""
        lines.append(f"  {bullet} {named}; checked {say_short(source.checked_on)}{note}")
    return tuple(lines)
