"""What the place of collecting can do that is about no one return: look again, receipts, the city, mapping, index."""

from textual import work

from compact_tui.core.collect_forms import MAPPING_FORM
from compact_tui.services import (
    city_register,
    collect_deciding,
    collect_index,
    collect_letters,
    put_aside,
    survey_mappings,
)
from compact_tui.services.desk import Desk
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList


class CollectPlace(PartnershipPlace):
    """A place of what was collected; undo and redo of a decision look again whose the returns are."""

    def tell(self, sentence: str) -> None:
        """Say what was done, below."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Take back the last change, and look again whose the returns are."""
        super().action_undo()
        self._look_again()

    def action_redo(self) -> None:
        """Do again what was taken back, and look again whose the returns are."""
        super().action_redo()
        self._look_again()

    def _look_again(self) -> None:
        if self.attempt(collect_deciding.rematch) is not None:
            self.show()

    def action_again(self) -> None:
        """Look again whose the returns are."""
        looked = self.attempt(collect_deciding.rematch)
        if looked is not None:
            self.show()
            self.tell(looked.sentence)

    def action_dealt_with(self) -> None:
        """Say that the file put aside at the cursor was dealt with."""
        row = self.query_one("#returns", PickList).row
        if row is None or not row.id.startswith("aside "):
            self.notify("Move to a file that was put aside first.", timeout=3)
            return
        done = self.attempt(put_aside.deal_with, [self.file_at(row.id)])
        if done is not None:
            self.show()
            self.tell(done.sentence)

    def file_at(self, row: str) -> str:
        """Id of the file put aside in a row."""
        raise NotImplementedError

    def action_as_before(self) -> None:
        """Say that the return at the cursor belongs where one of its name was put by hand last round."""
        row = self.query_one("#returns", PickList).row
        if row is None or row.id.startswith("aside "):
            self.notify("Move to a return first.", timeout=3)
            return
        decided = self.attempt(collect_deciding.match_as_before, row.id)
        if decided is not None:
            self.show()
            self.tell(decided.sentence)

    def action_receipts(self) -> None:
        """Make receipts."""
        made = self.attempt(collect_letters.make_receipts)
        if made is not None:
            self.tell(made.sentence)

    def action_forward_all(self) -> None:
        """Pass on every return that is shared and was not passed on yet."""
        made = self.attempt(collect_letters.forward_all)
        if made is not None:
            self.tell(made.sentence)

    def action_rebuild(self) -> None:
        """Make the index anew."""
        made = self.attempt(collect_index.rebuild_index)
        if made is not None:
            self.show()
            self.tell(made.sentence)

    def action_city(self) -> None:
        """Show the city register below."""
        view = self.attempt(city_register.city_register)
        if view is not None:
            told = (*(one.sentence for one in view.audits), *(one.sentence for one in view.topics))
            self.query_one("#one", Lines).show_lines("City register", view.sentence, *told)

    @work
    async def action_mapping(self) -> None:
        """Write a mapping to fill in."""

        def take(desk: Desk, typed: dict[str, str]) -> str:
            view = survey_mappings.mapping_typed(desk, typed)
            return "\n".join((view.sentence, *view.wrong))

        told = await self.form_taken(MAPPING_FORM, take)
        if told is not None:
            self.tell(told)
