"""What spot checks have shown: unsafe first, then weak topics, then all of them, each by role group."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct
from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.spot_views import ResultsView, SpotPrinted, TopicView
from compact_tui.services import spot_pages, spot_place, spot_results
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class _Place(Struct, frozen=True):
    """What a row of the list is about."""

    topic: str
    lines: tuple[str, ...]


class ResultsScreen(CompactScreen):
    """The results; opened with a topic as the standard, the cursor is on that one."""

    CSS_PATH = "spot_results.tcss"
    BACK = "spot"
    HELP = """What is known, and what not yet

Unsafe answers first, then what is not known well, then every topic; below, how each role group
knows the topic at the cursor. enter opens a briefing of five minutes on it. e offers the result as
evidence to the audit. Groups are never ranked, and few answers are never shown by themselves.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("brief", "enter", "Briefing", "Five minutes for a team on the topic at the cursor", footer=True),
        Command("evidence", "e", "Evidence", "Offer the result as evidence to the audit", footer=True),
        Command("sheet", "s", "Sheet", "Print questions on a sheet, answers on the back", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("card", "c", "Card", "Print three questions as a pocket card", footer=True),
        Command("back", "escape", "Back", "Back to the spot checks", footer=True),
        Command("slide", "l", "Slide", "Write one question of the topic as a slide for everybody"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#results"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._topics: dict[str, TopicView] = {}
        self._places: dict[str, _Place] = {}

    def compose_body(self) -> Iterable[Widget]:
        """The lists, the row at the cursor in full, the role groups."""
        yield PickList(id="results", classes="panel")
        yield Lines(id="one")
        yield PickList(id="groups", classes="panel", quiet_cursor=True)

    def show(self) -> None:
        """Show the results."""
        view = self.attempt(spot_results.results)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Spot checks", view.sentence)
        self._topics = {topic.id: topic for topic in view.topics}
        rows, self._places = [], {}
        for row, place in _rows(view):
            rows.append(row)
            self._places[row.id] = place
        listed = self.query_one("#results", PickList)
        listed.border_title = "What is known, and what not yet"
        wanted = next((row.id for row in rows if self.standard and self._places[row.id].topic == self.standard), None)
        first = None if listed.rows else next((row.id for row in rows if not row.quiet), None)
        listed.show_rows(tuple(rows), wanted or first)
        self._show_one()

    def _show_one(self) -> None:
        row = self.query_one("#results", PickList).row
        place = self._places.get(row.id) if row else None
        groups = self.query_one("#groups", PickList)
        topic = self._topics.get(place.topic) if place else None
        self.query_one("#one", Lines).show_lines(topic.title if topic else "In full", *(place.lines if place else ()))
        groups.display = topic is not None
        if topic is not None:
            groups.border_title = "By role group"
            groups.show_rows(tuple(Row(c.group, c.group, state=c.state, word=c.words) for c in topic.cells))

    @on(PickList.Moved, "#results")
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_brief()

    def _topic(self) -> str:
        """The topic at the cursor; says so when there is none."""
        row = self.query_one("#results", PickList).row
        topic = self._places[row.id].topic if row else ""
        if not topic:
            self.notify("Move to a topic first.", timeout=3)
        return topic

    def action_brief(self) -> None:
        """Open the briefing on the topic at the cursor."""
        topic = self._topic()
        if topic:
            self.go("briefing", topic, back="results")

    @work
    async def action_evidence(self) -> None:
        """Offer the result at the cursor as evidence; the criteria it speaks to are ticked already."""
        from compact_tui.ui.dialogs.belongs import TickDialog

        topic = self._topic()
        offer = self.attempt(spot_results.offer_evidence, topic) if topic else None
        if offer is None:
            return
        if not offer.ready:
            self.query_one("#one", Lines).show_lines("As evidence", offer.sentence)
            return
        ticked = await self.app.push_screen_wait(TickDialog(f"Evidence: {offer.title}. For what?", offer.rows))
        if ticked is None:
            return
        item = self.attempt(spot_results.give_evidence, topic, ticked)
        if item is not None:
            self.query_one("#one", Lines).show_lines("Kept as evidence", item.title)

    def action_sheet(self) -> None:
        """Print a sheet."""
        self._print_for_group("sheet")

    def action_card(self) -> None:
        """Print a pocket card."""
        self._print_for_group("card")

    @work
    async def _print_for_group(self, kind: str) -> None:
        from compact_tui.ui.dialogs.choose import Choose

        place = self.attempt(spot_place.spot_place)
        if place is None:
            return
        if not place.told:
            self.notify("Say first what staff are told: escape, then k.", timeout=4)
            return
        rows = tuple(Row(name, name) for name in place.groups)
        group = await self.app.push_screen_wait(Choose("For which role group?", rows, place.last_group))
        if group is not None:
            verb = spot_pages.sheet if kind == "sheet" else spot_pages.card
            self._tell(self.attempt(verb, group))

    def action_slide(self) -> None:
        """Write a slide on the topic at the cursor."""
        topic = self._topic()
        if topic:
            self._tell(self.attempt(spot_pages.slide, topic=topic))

    def _tell(self, made: SpotPrinted | None) -> None:
        if made is not None:
            self.query_one("#one", Lines).show_lines("Written", made.sentence)


def _rows(view: ResultsView) -> Iterator[tuple[Row, _Place]]:
    """Every row with what it is about, in the order of what matters."""
    if not any(topic.answers or not topic.shown for topic in view.topics):
        yield _head("Nothing was heard yet: escape, then n asks three questions", (view.sentence,))
    if view.unsafe:
        yield _head("Unsafe answers", ("Talk about these first, kindly, and today.",))
    for at, bad in enumerate(view.unsafe):
        yield Row(f"unsafe:{at}", bad.words, state=bad.state), _Place(bad.topic, (bad.words,))
    if view.weakest:
        yield _head("Not known well yet, the weakest first", ("enter opens a briefing of five minutes.",))
    for line in view.weakest:
        yield Row(f"weak:{line.id}", line.title, state=line.state, word=line.word), _about(view, line.id)
    yield _head("All topics", view.notes)
    for topic in view.topics:
        yield Row(f"topic:{topic.id}", topic.title, state=topic.state, word=topic.words), _about(view, topic.id)
    for heading, name, questions in (
        ("Nobody knew", "nobody", view.nobody),
        ("Everybody knew", "everyone", view.everyone),
    ):
        if questions:
            yield _head(heading, ("Of questions with five answers or more.",))
        for one in questions:
            yield Row(f"{name}:{one.question}", one.words, state="bullet"), _Place(one.topic, (one.words,))
    if view.follow_ups:
        yield _head("You said, we did", ("What followed a round, and what changed since.",))
    for at, did in enumerate(view.follow_ups):
        lines = (did.words, did.change)
        yield Row(f"did:{at}", did.words, state="bullet", word=did.change), _Place(did.topic, lines)


def _head(words: str, lines: tuple[str, ...]) -> tuple[Row, _Place]:
    return Row(f"head:{words}", words, quiet=True), _Place("", lines)


def _about(view: ResultsView, topic_id: str) -> _Place:
    topic = next(topic for topic in view.topics if topic.id == topic_id)
    levels = ", ".join(f"{level.answers} {level.word}" for level in topic.levels)
    later = f"{topic.later} remembered more later" if topic.later else ""
    lines = (topic.words, levels, later, topic.trend)
    return _Place(topic_id, tuple(line for line in lines if line))
