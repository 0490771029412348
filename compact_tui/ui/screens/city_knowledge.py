"""What staff across the city know: topics, the least known first, or standards; few settings kept back."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.knowledge_views import CityKnowledge
from compact_tui.core.setting import SECTORS
from compact_tui.services import city_knowledge
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_TURN = ("", *(sector for sector, _ in SECTORS))
_EMPTY = (
    "No setting has sent its spot checks yet.",
    "A setting writes them in its own program, and sends you the file, which you collect like a return:",
    "compact-tui spot-check export",
)


class CityKnowledgeScreen(PartnershipPlace):
    """Topics or standards with how much was known; below them all that is told of the one at the cursor."""

    CSS_PATH = "city_knowledge.tcss"
    HELP = """What staff know, across the city

Answers of the last year to spot checks that settings sent, the least known topic first. A topic is shown only where
enough settings stand behind it. d shows standards in the place of topics, with what settings let travel with their
return; s goes from the city to one sector and on; n says how it is counted, and what nobody was asked.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("turn", "d", "Standards", "Show standards in the place of topics, or topics again", footer=True),
        Command("sector", "s", "Sector", "Show the next sector by itself, or the city again", footer=True),
        Command("notes", "n", "How", "How it is counted, and what nobody was asked", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the partnership's side", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#known"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: CityKnowledge | None = None
        self._sector = ""
        self._by_standard = False

    def compose_body(self) -> Iterable[Widget]:
        """The list, then what is told of the row at the cursor."""
        yield PickList(id="known", classes="panel")
        yield Lines(id="told")

    def show(self) -> None:
        """Show topics, or standards."""
        view = self._view = self.attempt(city_knowledge.city_knowledge, self._sector)
        if view is None:
            return
        self.query_one(StatusBar).show_what(view.title, view.sentence)
        listed = self.query_one("#known", PickList)
        listed.border_title = f"{view.word}: {'standards' if self._by_standard else 'the least known topics first'}"
        if self._by_standard:
            rows = tuple(
                Row(one.standard, one.words, state=one.figure.state, word=one.figure.brief) for one in view.standards
            )
        else:
            rows = tuple(
                Row(one.topic, one.title, state=one.figure.state, detail=one.standard_words, word=one.figure.brief)
                for one in view.topics
            )
        listed.show_rows(rows)
        self._show_one()

    def _show_one(self) -> None:
        row, told, view = self.query_one("#known", PickList).row, self.query_one("#told", Lines), self._view
        if view is None or row is None:
            told.show_lines("Nothing came in yet", *_EMPTY)
        elif self._by_standard:
            standard = next(one for one in view.standards if one.standard == row.id)
            told.show_lines(standard.words, *standard.lines)
        else:
            topic = next(one for one in view.topics if one.topic == row.id)
            told.show_lines(topic.title, *topic.lines)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    def action_turn(self) -> None:
        """Turn from topics to standards or back."""
        self._by_standard = not self._by_standard
        self.show()

    def action_sector(self) -> None:
        """Go on to the next sector, after the last one to the city."""
        self._sector = _TURN[(_TURN.index(self._sector) + 1) % len(_TURN)]
        self.show()

    def action_notes(self) -> None:
        """Say how it is counted and what nobody was asked."""
        if self._view is not None:
            self.query_one("#told", Lines).show_lines(
                "How it is counted", *self._view.notes, self._view.never_asked_sentence
            )
