"""The part of the program that opens a card over any place: act now, who, guide, glossary."""

from msgspec.structs import replace
from textual import work

from compact_tui.core.errors import CompactError
from compact_tui.core.who_forms import WHO_FORM
from compact_tui.services.session import named_still, stay
from compact_tui.ui.messages import Go
from compact_tui.ui.saving import SavingApp
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.pick_list import Row

_SOMEBODY_ELSE = "somebody else"


class CardsApp(SavingApp):
    """A program with cards that lie over whatever is on the screen."""

    def action_act_now(self) -> None:
        """A child may be at risk: what to do, and whom to ring."""
        from compact_tui.services.act_now import act_now
        from compact_tui.ui.dialogs.act_now import ActNowDialog
        from compact_tui.ui.dialogs.problem import ProblemDialog

        if isinstance(self.screen, ActNowDialog):
            return
        try:
            self.push_screen(ActNowDialog(act_now(self.session.desk)))
        except CompactError as error:
            self.push_screen(ProblemDialog(error))

    @work
    async def action_who(self) -> None:
        """Say who is at the keyboard now."""
        from compact_tui.services.who import be, who_is
        from compact_tui.ui.dialogs.choose import Choose
        from compact_tui.ui.dialogs.form import FormDialog
        from compact_tui.ui.dialogs.problem import ProblemDialog

        self.hand_over()
        try:
            view = who_is(self.session.desk)
            rows = (*(Row(who, who) for who in view.known), Row(_SOMEBODY_ELSE, "Somebody else ..."))
            chosen = await self.push_screen_wait(Choose(WHO_FORM.title, rows, view.who)) if view.known else ""
            if chosen is None:
                return
            typed = {"who": chosen} if chosen not in {"", _SOMEBODY_ELSE} else None
            typed = typed or await self.push_screen_wait(FormDialog(WHO_FORM))
            if typed is None:
                return
            desk = be(self.session.desk, typed)
        except CompactError as error:
            self.push_screen(ProblemDialog(error))
            return
        self.session = stay(replace(self.session, desk=desk))
        for screen in self.screen_stack:
            if isinstance(screen, CompactScreen):
                screen.desk = desk
        self.notify(f"At the keyboard: {desk.who}.", timeout=4, markup=False)
        if isinstance(self.screen, CompactScreen):
            self.screen.show()

    @work
    async def action_erase(self, place: str = "") -> None:
        """Erase a text, or all that ever stood at a place, from everything that is kept; then begin anew from Home."""
        from compact_tui.ui.dialogs.erase import EraseDialog

        self.hand_over()
        if await self.push_screen_wait(EraseDialog(self.session.desk, place)):
            self.session = named_still(self.session)
            self.post_message(Go("home"))

    def action_glossary(self) -> None:
        """Look up what a term means."""
        from compact_tui.ui.dialogs.read import GlossaryDialog

        self.push_screen(GlossaryDialog())

    def action_guide(self) -> None:
        """Read the one-minute guide."""
        from compact_tui.ui.dialogs.read import GuideDialog

        self.push_screen(GuideDialog())
