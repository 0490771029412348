"""One case of a single-agency audit: a question a line, one key for each answer, and what is written beside it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.agency_audit import ANSWERS, RATED
from compact_tui.core.agency_forms import CASE_FORM
from compact_tui.core.agency_views import CasePage, CaseQuestion
from compact_tui.core.forms import Form
from compact_tui.services import agency_cases, agency_second
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.record_asking import ask
from compact_tui.ui.screens.agency_place import AgencyPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_TEXTS = CASE_FORM.fields[:3]
_WHO_WHEN = Form("agency-case-who", "Who does it, and by when?", CASE_FORM.fields[3:])
_WHO = "who"
_STATES = {"yes": "done", "partly": "attention", "no": "wrong"}
_NOTE = "In a few words; it stays here. No names, and nothing that a child could be known by."
_ANSWER_KEYS = tuple(
    Command(f"answer('{known}')", letter, words.capitalize(), f"Answer: {words}", footer=known in RATED)
    for known, words, letter in ANSWERS
)


class AgencyCaseScreen(AgencyPlace):
    """A case as its first reader fills it in. Its reference comes as ``criterion``."""

    CSS_PATH = "agency.tcss"
    HELP = """One file

Find it by its number in your paper list. y, p, n and x answer the question at the cursor and go on
to the next; what each answer looks like stands below. enter writes a note, or what stands beside
the file. u says that what you read shows a child who may be unsafe: then stop, and act on it now.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        *_ANSWER_KEYS,
        Command("unsafe", "u", "Unsafe", "What was read shows a child who may be unsafe", footer=True),
        Command("done", "d", "Done", "This one is done: on to the next", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the audit", footer=True),
        Command("write", "enter", "Write …", "A note to the question, or what stands beside the case"),
        Command("told", "l", "Lead told", "Say that the lead was told today of the child who may be unsafe"),
        Command("previous", "left", "Before", "The case before"),
        Command("next", "right", "After", "The case after"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(c for c in COMMANDS_HERE if c.key != "enter")
    AUTO_FOCUS = "#questions"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._page: CasePage | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The questions, then what the one at the cursor means."""
        yield PickList(id="questions", classes="panel")
        yield Lines(id="one")

    def read(self) -> CasePage | None:
        """The case as it is kept."""
        return self.attempt(agency_cases.case_page, self.audit_id, self.criterion)

    def show(self) -> None:
        """Show the case; the cursor begins at the first open question."""
        page = self.read()
        if page is not None:
            self._show_page(page, page.first_open if self._page is None or self._page.ref != page.ref else "")

    def _show_page(self, page: CasePage, cursor: str = "") -> None:
        self._page = page
        self.criterion = page.ref
        bar = self.program.glyphs.bar(page.answered, len(page.questions)) if page.questions else ""
        self.query_one(StatusBar).show_what("Single-agency audit", page.title, f"{page.place} {bar}")
        listed = self.query_one("#questions", PickList)
        listed.border_title = f"{page.ref}, {page.position}"
        listed.border_subtitle = page.sentence
        rows = tuple(_row(one) for one in page.questions)
        listed.show_rows(rows if page.blind else (*rows, *_beside(page)), cursor or None)
        self._show_one()

    def _show_one(self) -> None:
        row, page = self.query_one("#questions", PickList).row, self._page
        if row is None or page is None:
            return
        glyph = self.program.glyphs["attention"]
        first = (f"{glyph} {page.act_now}", "l: the lead was told today.", "") if page.act_now else ()
        asked = next((one for one in page.questions if one.id == row.id), None)
        lines = _meaning(asked) if asked is not None else _written(page, row.id)
        self.query_one("#one", Lines).show_lines(asked.text if asked else row.label, *first, *lines)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_write()

    def _asked(self) -> CaseQuestion | None:
        row, page = self.query_one("#questions", PickList).row, self._page
        return next((one for one in page.questions if one.id == row.id), None) if row and page else None

    def action_answer(self, answer: str) -> None:
        """Answer the question at the cursor, and go on to the next."""
        asked, page = self._asked(), self._page
        if asked is None or page is None:
            self.notify("Move to a question first.", timeout=3)
            return
        kept = self.say(page.ref, asked.id, answer)
        if kept is not None:
            after = next((one.id for one in kept.questions if one.number == asked.number + 1), asked.id)
            self._show_page(kept, after)

    def say(self, ref: str, question: str, answer: str) -> CasePage | None:
        """Keep an answer."""
        return self.attempt(agency_cases.answer, self.audit_id, ref, question, answer)

    def mark(self, ref: str, question: str, *, unsafe: bool) -> CasePage | None:
        """Keep whether it shows a child who may be unsafe."""
        return self.attempt(agency_cases.answer, self.audit_id, ref, question, unsafe=unsafe)

    def tell(self) -> CasePage | None:
        """Keep that the lead was told."""
        return self.attempt(agency_cases.told, self.audit_id, self.criterion)

    def action_unsafe(self) -> None:
        """Say that what was read shows a child who may be unsafe, and what to do now; again takes it back."""
        asked, page = self._asked(), self._page
        if asked is None or page is None:
            self.notify("Move to the question where you read it.", timeout=3)
            return
        kept = self.mark(page.ref, asked.id, unsafe=not asked.unsafe)
        if kept is not None:
            self._show_page(kept)
            if not asked.unsafe:
                self.program.action_act_now()

    def action_told(self) -> None:
        """Say that the lead was told today."""
        kept = self.tell()
        if kept is not None:
            self._show_page(kept)

    @work
    async def action_write(self) -> None:
        """Write a note to the question at the cursor, or what stands beside the case."""
        row, page, asked = self.query_one("#questions", PickList).row, self._page, self._asked()
        if row is None or page is None or page.blind:
            return
        kept = None
        if asked is not None:
            text = await self.ask_text("A note to this question", _NOTE, asked.note)
            if text is not None:
                kept = self.attempt(agency_cases.answer, self.audit_id, page.ref, asked.id, note=text)
        elif row.id == _WHO:
            kept = await ask(
                self, _WHO_WHEN, self._take_who, {"who": page.who, "due": _WHO_WHEN.fields[1].show(page.due)}
            )
        else:
            text = await self.ask_text(row.label, _NOTE, getattr(page, row.id))
            if text is not None:
                kept = self.attempt(agency_cases.write_case, self.audit_id, page.ref, {row.id: text})
        if kept is not None:
            self._show_page(kept)

    async def _take_who(self, typed: dict[str, str]) -> CasePage:
        return agency_cases.write_case(self.desk, self.audit_id, self.criterion, typed)

    def action_done(self) -> None:
        """This case is done: on to the next, or back to the audit after the last."""
        page = self._page
        kept = self.attempt(agency_cases.done, self.audit_id, page.ref) if page is not None else None
        if kept is not None:
            self._leave_for(kept.next)

    def action_previous(self) -> None:
        """The case before."""
        if self._page is not None and self._page.previous:
            self._leave_for(self._page.previous)

    def action_next(self) -> None:
        """The case after."""
        if self._page is not None and self._page.next:
            self._leave_for(self._page.next)

    def _leave_for(self, ref: str) -> None:
        if ref:
            self.criterion = ref
            self.show()
        else:
            self.go(self.BACK, self.audit_id)


class AgencyBlindScreen(AgencyCaseScreen):
    """A case as the second reader sees it: nothing of the first one's is on it."""

    BACK = "agencysecond"
    HELP = """A second reading

You read what the first reader has read, without seeing what they said. y, p, n and x answer the
question at the cursor and go on. u says that what you read shows a child who may be unsafe: then stop,
and act on it now. After the last file, press f there: then the two stand side by side.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        *_ANSWER_KEYS,
        Command("done", "d", "Next", "On to the next one to read", footer=True),
        Command("unsafe", "u", "Unsafe", "What was read shows a child who may be unsafe", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the second reading", footer=True),
        Command("told", "l", "Lead told", "Say that the lead was told today of the child who may be unsafe"),
        Command("previous", "left", "Before", "The case before"),
        Command("next", "right", "After", "The case after"),
    )

    def read(self) -> CasePage | None:
        """The case with what the second reader said."""
        return self.attempt(agency_second.second_page, self.audit_id, self.criterion)

    def say(self, ref: str, question: str, answer: str) -> CasePage | None:
        """Keep what the second reader said."""
        return self.attempt(agency_second.second_answer, self.audit_id, ref, question, answer)

    def mark(self, ref: str, question: str, *, unsafe: bool) -> CasePage | None:
        """Keep whether it shows a child who may be unsafe."""
        return self.attempt(agency_second.second_answer, self.audit_id, ref, question, unsafe=unsafe)

    def tell(self) -> CasePage | None:
        """Keep that the lead was told."""
        return self.attempt(agency_second.second_told, self.audit_id, self.criterion)

    def action_done(self) -> None:
        """On to the next case to read, or back after the last."""
        if self._page is not None:
            self._leave_for(self._page.next)


def _row(one: CaseQuestion) -> Row:
    state = "attention" if one.unsafe else _STATES.get(one.answer, "none")
    words = "; ".join(
        part for part in (one.answer_words, "unsafe" if one.unsafe else "", "note" if one.note else "") if part
    )
    return Row(one.id, f"{one.number:>2} {one.text}", state=state, word=words)


def _beside(page: CasePage) -> tuple[Row, ...]:
    texts = (Row(f.id, f.question, word="written" if getattr(page, f.id) else "", quiet=True) for f in _TEXTS)
    return (*texts, Row(_WHO, _WHO_WHEN.title, word=page.who, quiet=True))


def _meaning(one: CaseQuestion) -> tuple[str, ...]:
    """What is known about a question, and what was noted."""
    named = (("Yes", one.yes), ("Partly", one.partly), ("No", one.no), ("Where to look", one.look), ("Why", one.why))
    told = (one.help, *(f"{name}: {said}" for name, said in named if said))
    note = (f"Note: {one.note}", "") if one.note else ()
    return (*note, *(tuple(line for line in told if line) or ("y, p, n and x answer it.",)))


def _written(page: CasePage, row: str) -> tuple[str, ...]:
    """What stands beside the case."""
    if row == _WHO:
        return (page.who or "Nobody is named yet.", _WHO_WHEN.fields[1].show(page.due), "", "enter changes it.")
    return (getattr(page, row) or "Nothing is written.", "", "enter changes it. It stays here and is never sent.")
