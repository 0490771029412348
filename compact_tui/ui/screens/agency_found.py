"""What a single-agency audit found: the counts, the texts that leave, and what will be done."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.agency_audit import AgencyAction
from compact_tui.core.agency_forms import ACTION_FORM, SUMMARY_FORM
from compact_tui.core.agency_views import SummaryView
from compact_tui.core.days import say_short
from compact_tui.core.forms import Form, as_typed
from compact_tui.core.text import count, word_count
from compact_tui.services import agency_summary
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.record_asking import ask
from compact_tui.ui.screens.agency_place import AgencyPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_TEXTS = {field.id: field for field in SUMMARY_FORM.fields if field.long}
_SHARED = Form("agency-shared", "Rating, and sharing inside", tuple(f for f in SUMMARY_FORM.fields if not f.long))
_ALL_LEAVES = "All of this is sent: no names, nothing that gives a child away."


class AgencyFoundScreen(AgencyPlace):
    """The texts and actions; the counts that help to write them below."""

    CSS_PATH = "agency.tcss"
    HELP = """What you found

enter writes the text at the cursor, or changes the action there; a adds an action. Below stand the
answers counted for each question, and what was written beside the files, as help. What was written
beside a file is never sent; the texts and actions here are.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("write", "enter", "Write …", "Write the text, or change the action, at the cursor", footer=True),
        Command("add", "a", "Action …", "Add what will be done", footer=True),
        Command("remove", "d", "Remove", "Take the action at the cursor away; undo brings it back", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the audit", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(c for c in COMMANDS_HERE if c.key != "enter")
    AUTO_FOCUS = "#texts"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: SummaryView | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The texts and actions, then the one at the cursor and the counts."""
        yield PickList(id="texts", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show what was found."""
        view = self.attempt(agency_summary.summary, self.audit_id)
        if view is not None:
            self._show_view(view)

    def _show_view(self, view: SummaryView) -> None:
        self._view = view
        self.query_one(StatusBar).show_what("Single-agency audit", "what you found", view.sentence)
        listed = self.query_one("#texts", PickList)
        listed.border_title = _ALL_LEAVES
        listed.show_rows((*_texts(view), *(_action(one) for one in view.actions)))
        self._show_one()

    def _show_one(self) -> None:
        row, view = self.query_one("#texts", PickList).row, self._view
        if row is None or view is None:
            return
        glyph = self.program.glyphs["attention"]
        warning = (f"{glyph} {view.warning}", "") if view.warning else ()
        here = _text_of(view, row.id)
        counted = ("", "What the answers say:", *(f"{one.words} {one.sentence}" for one in view.tallies))
        beyond = tuple(one.beyond for one in view.tallies if one.beyond)
        beside = tuple(
            line for one in view.from_cases for line in _beside(one.ref, one.strength, one.learning, one.action)
        )
        self.query_one("#one", Lines).show_lines(
            row.label,
            *warning,
            *here,
            *counted,
            *((view.limits,) if view.limits else ()),
            *(("", "Of those not looked at:", *beyond) if beyond else ()),
            *(("", "Written beside them (never sent):", *beside) if beside else ()),
        )

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_write()

    @work
    async def action_write(self) -> None:
        """Write the text at the cursor, or change the action there."""
        row, view = self.query_one("#texts", PickList).row, self._view
        if row is None or view is None:
            return
        if row.id in _TEXTS:
            field = _TEXTS[row.id]
            text = await self.ask_text(
                field.question, f"{field.help} {_ALL_LEAVES}".strip(), getattr(view.summary, row.id)
            )
            kept = self.attempt(agency_summary.summarise, self.audit_id, {row.id: text}) if text is not None else None
        elif row.id == _SHARED.id:
            now = {field.id: str(getattr(view.summary, field.id)) for field in _SHARED.fields}
            kept = await ask(self, _SHARED, self._take_shared, as_typed(_SHARED, now))
        else:
            kept = await self._ask_action(row.id)
        if kept is not None:
            self._show_view(kept)

    async def _take_shared(self, typed: dict[str, str]) -> SummaryView:
        return agency_summary.summarise(self.desk, self.audit_id, typed)

    async def _ask_action(self, action_id: str = "") -> SummaryView | None:
        async def take(typed: dict[str, str]) -> SummaryView:
            return agency_summary.write_action(self.desk, self.audit_id, typed, action_id)

        known = next((one for one in self._view.actions if one.id == action_id), None) if self._view else None
        now = {field.id: str(getattr(known, field.id)) for field in ACTION_FORM.fields} if known else {"status": "open"}
        return await ask(self, ACTION_FORM, take, as_typed(ACTION_FORM, now))

    @work
    async def action_add(self) -> None:
        """Add what will be done."""
        kept = await self._ask_action()
        if kept is not None:
            self._show_view(kept)

    def action_remove(self) -> None:
        """Take the action at the cursor away."""
        row, view = self.query_one("#texts", PickList).row, self._view
        if row is None or view is None or row.id not in {one.id for one in view.actions}:
            self.notify("Move to an action first; a text is emptied with enter.", timeout=3)
            return
        kept = self.attempt(agency_summary.remove_action, self.audit_id, row.id)
        if kept is not None:
            self._show_view(kept)


def _texts(view: SummaryView) -> tuple[Row, ...]:
    rows = []
    for name, field in _TEXTS.items():
        words = word_count(getattr(view.summary, name))
        rows.append(Row(name, field.question, state="done" if words else "none", word=count(words, "word")))
    shared = view.summary
    words_shared = ", ".join(part for part in (shared.rating, shared.shared_with, say_short(shared.shared_on)) if part)
    state = "done" if words_shared else "none"
    return (*rows, Row(_SHARED.id, _SHARED.title, state=state, word=words_shared or "not said"))


def _action(one: AgencyAction) -> Row:
    words = ", ".join(part for part in (one.who, say_short(one.due), one.status) if part)
    return Row(one.id, f"Action: {one.what}", state="done" if one.status == "done" else "none", word=words)


def _text_of(view: SummaryView, row: str) -> tuple[str, ...]:
    if row in _TEXTS:
        return (getattr(view.summary, row) or _TEXTS[row].help or "Nothing is written yet.", "enter writes it.")
    action = next((one for one in view.actions if one.id == row), None)
    if action is None:
        return ("enter changes it.",)
    known = (f"How we will know: {action.how_known}",) if action.how_known else ()
    return (action.what, *known, *((action.outcome,) if action.outcome else ()), "enter changes it.")


def _beside(ref: str, *texts: str) -> tuple[str, ...]:
    return tuple(f"{ref}: {text}" for text in texts if text)
