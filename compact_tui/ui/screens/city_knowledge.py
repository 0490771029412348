"""What staff across the city know: topics, the least known first, or standards; few settings kept back."""

from typing import ClassVar

from textual.binding import BindingType

from compact_tui.core.knowledge_views import CityKnowledge, KnowledgeStandard, KnowledgeTopic
from compact_tui.core.setting import SECTORS
from compact_tui.services import city_knowledge
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.list_place import ListPlace
from compact_tui.ui.widgets.pick_list import Row
from compact_tui.ui.widgets.status_bar import StatusBar

_TURN = ("", *(sector for sector, _ in SECTORS))
_EMPTY = (
    "No setting has sent its spot checks yet.",
    "A setting writes them in its own program, and sends you the file, which you collect like a return:",
    "compact-tui spot-check export",
)


class CityKnowledgeScreen(ListPlace[CityKnowledge, KnowledgeTopic | KnowledgeStandard]):
    """Topics or standards with how much was known; below them all that is told of the one at the cursor."""

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

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: CityKnowledge | None = None
        self._sector = ""
        self._by_standard = False

    def read(self) -> CityKnowledge | None:
        """What is known in the city, or in the sector that is shown."""
        return self.attempt(city_knowledge.city_knowledge, self._sector)

    def show_view(self, view: CityKnowledge) -> None:
        """Show topics, or standards."""
        self._view = view
        self.query_one(StatusBar).show_what(view.title, view.sentence)
        if self._by_standard:
            rows = [
                Row(one.standard, one.words, state=one.figure.state, word=one.figure.brief) for one in view.standards
            ]
            self.list_rows(f"{view.word}: standards", rows, {one.standard: one for one in view.standards})
        else:
            rows = [
                Row(one.topic, one.title, state=one.figure.state, detail=one.standard_words, word=one.figure.brief)
                for one in view.topics
            ]
            self.list_rows(f"{view.word}: the least known topics first", rows, {one.topic: one for one in view.topics})

    def show_line(self) -> None:
        """All that is told of the topic or standard at the cursor."""
        one = self.line
        if one is None:
            self.tell("Nothing came in yet", *_EMPTY)
        else:
            self.tell(one.title if isinstance(one, KnowledgeTopic) else one.words, *one.lines)

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
            self.tell("How it is counted", *self._view.notes, self._view.never_asked_sentence)
