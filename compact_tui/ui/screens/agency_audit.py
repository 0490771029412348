"""One single-agency audit: what is done, what comes next, and one key to each step of it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.agency_audit import CLOSED, DROPPED, PLANNED, RANDOM
from compact_tui.core.agency_forms import QUESTION_FORM, SAMPLE_FORM, START_FORM
from compact_tui.core.agency_send_views import FILE_FORM
from compact_tui.core.agency_views import AgencyOverview
from compact_tui.core.forms import as_typed
from compact_tui.core.text import count
from compact_tui.services import agency_audits, agency_cases, agency_questions, agency_summary
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.record_asking import ask
from compact_tui.ui.screens.agency_place import AgencyPlace, case_row
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_CASE = "case:"


class AgencyAuditScreen(AgencyPlace):
    """The steps of an audit and its cases; what is known about it below."""

    CSS_PATH = "agency.tcss"
    BACK = "agency"
    HELP = """One single-agency audit

From the top: choose by chance which ones you look at, go through them, let a second person read
some, write up what you found, close it, send it. n always goes on where you were. No name of a
child belongs anywhere here; the list with the names stays on paper.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("do('next')", "n", "Go on", "Go on with the next case", footer=True),
        Command("do('sample')", "c", "Choose …", "Choose which ones you look at", footer=True),
        Command("do('second')", "s", "Second", "A second reader: blind, then side by side"),
        Command("do('found')", "w", "Found", "Write up what you found, and what will be done"),
        Command("do('send')", "v", "Send", "See it as the partnership will; make and send it", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the register", footer=True),
        Command("do('turn')", "o", "Close", "Close it; or begin it, or open it again"),
        Command("do('attach')", "r", "Our report …", "Name the file of your own report, or take it off"),
        Command("do('about')", "e", "About it …", "Change what it says about itself"),
        Command("do('question')", "a", "Question …", "Add a question of your own, before the first answer"),
        Command("do('unask')", "x", "Fewer questions …", "Take a question out, before the first answer"),
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#jobs"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: AgencyOverview | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The steps and cases, then what is known."""
        yield PickList(id="jobs", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show where the audit stands."""
        view = self.attempt(agency_audits.show, self.audit_id)
        if view is not None:
            self._show_view(view)

    def _show_view(self, view: AgencyOverview) -> None:
        first = self._view is None
        self._view = view
        self.query_one(StatusBar).show_what("Single-agency audit", view.head.title, view.when)
        jobs = self.query_one("#jobs", PickList)
        jobs.border_title = view.next_step
        jobs.show_rows((*_steps(view), *_cases(view)), "next" if first else None)
        glyph = self.program.glyphs["attention"]
        told = [f"{glyph} {said}" for said in (view.act_now, *(one.sentence for one in view.doubled)) if said]
        missing = ("Before it can be closed:", *view.to_do) if view.to_do else ()
        about = tuple(f"{name}: {said}" for name, said in _about(view) if said)
        parts = (tuple(told), view.sample_sentences, missing, about)
        lines = [line for part in parts if part for line in (*part, "")]
        self.query_one("#one", Lines).show_lines("How it stands", *lines)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_do(event.row.id)

    def action_do(self, what: str) -> None:
        """Do one of the steps."""
        view = self._view
        if view is None:
            return
        ref = what.removeprefix(_CASE) if what.startswith(_CASE) else view.next_case if what == "next" else ""
        if ref:
            self.go("agencycase", self.audit_id, ref)
        elif what == "next":
            self.notify(view.next_step, timeout=4, markup=False)
        elif what in {"second", "found", "send"}:
            self.go({"second": "agencysecond", "found": "agencyfound", "send": "agencysend"}[what], self.audit_id)
        elif what == "turn":
            self._turn_over(view)
        else:
            self._ask(what)

    def _turn_over(self, view: AgencyOverview) -> None:
        """Begin, close or open again, as it stands."""
        verbs = {PLANNED: agency_audits.begin, CLOSED: agency_audits.reopen, DROPPED: agency_audits.reopen}
        kept = self.attempt(verbs.get(view.head.status, agency_audits.close), self.audit_id)
        if kept is not None:
            self._show_view(kept)

    @work
    async def _ask(self, what: str) -> None:
        ways = {
            "sample": self._sample,
            "attach": self._our_report,
            "about": self._about,
            "question": self._question,
            "unask": self._unask,
        }
        kept = await ways[what]()
        if kept is not None:
            self._show_view(kept)

    async def _sample(self) -> AgencyOverview | None:
        async def take(typed: dict[str, str]) -> AgencyOverview:
            return agency_cases.draw(self.desk, self.audit_id, typed)

        return await ask(self, SAMPLE_FORM, take, {"method": RANDOM})

    async def _about(self) -> AgencyOverview | None:
        async def take(typed: dict[str, str]) -> AgencyOverview:
            return agency_audits.change(self.desk, self.audit_id, typed)

        return await ask(self, START_FORM, take, self.attempt(agency_audits.typed_agency, self.audit_id))

    async def _question(self) -> AgencyOverview | None:
        async def take(typed: dict[str, str]) -> AgencyOverview:
            return agency_questions.add_question(self.desk, self.audit_id, typed)

        return await ask(self, QUESTION_FORM, take)

    async def _unask(self) -> AgencyOverview | None:
        from compact_tui.ui.dialogs.choose import Choose

        rows = tuple(Row(name, text) for name, text in self._view.questions) if self._view else ()
        chosen = await self.app.push_screen_wait(Choose("Which question is not asked here?", rows)) if rows else None
        return self.attempt(agency_questions.remove_question, self.audit_id, chosen) if chosen else None

    async def _our_report(self) -> AgencyOverview | None:
        from compact_tui.ui.dialogs.choose import Choose

        async def take(typed: dict[str, str]) -> AgencyOverview:
            return agency_summary.attach(self.desk, self.audit_id, typed["file"])

        there = self._view.attached if self._view else ()
        rows = (
            Row("", "Another file, or the same file as it is now"),
            *(Row(f.id, f"Take off: {f.name}") for f in there),
        )
        chosen = await self.app.push_screen_wait(Choose("Our own report", rows)) if there else ""
        if chosen is None:
            return None
        if chosen:
            return self.attempt(agency_summary.detach, self.audit_id, chosen)
        return await ask(self, FILE_FORM, take, as_typed(FILE_FORM, {}))


def _steps(view: AgencyOverview) -> tuple[Row, ...]:
    """What can be done, in the order in which it is done."""
    turn = {PLANNED: "Begin it today", CLOSED: "Open it again", DROPPED: "Open it again"}
    chosen = view.head.many if view.sample is None else count(view.sample.size, view.head.one, view.head.many)
    own = ", ".join(file.name for file in view.attached) or "none yet"
    return (
        Row(
            "sample",
            f"Choose which {view.head.many} you look at",
            "c",
            word=f"{chosen} chosen" if view.sample else "not yet",
        ),
        Row("next", "Go on", "n", word=view.case_sentence),
        Row(
            "second",
            "A second reader",
            "s",
            word=count(len(view.second.cases), view.head.one, view.head.many) if view.second else "not yet",
        ),
        Row("found", "What you found, and what will be done", "w", word=view.summary_sentence),
        Row("attach", "Our own report", "r", word=own),
        Row("turn", turn.get(view.head.status, "Close it"), "o", word=view.status_words),
        Row("send", "See it, and send it", "v", word=view.sent_sentence),
    )


def _cases(view: AgencyOverview) -> tuple[Row, ...]:
    return tuple(case_row(f"{_CASE}{line.ref}", line) for line in view.cases)


def _about(view: AgencyOverview) -> tuple[tuple[str, str], ...]:
    head = view.head
    return (
        ("Looks at", view.kind_words),
        ("Team", head.team),
        ("Why", head.why),
        ("Period", head.period),
        ("Led by", head.lead),
        ("Who audits", head.auditors),
        ("Standards", view.standard_words),
        ("List on paper", view.sample.key_place if view.sample else ""),
    )
