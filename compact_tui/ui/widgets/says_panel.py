"""What the partnership's reply says about a standard, in a quiet panel; gone where it says nothing."""

from typing import ClassVar

from compact_tui.core.views import StandardView
from compact_tui.ui.widgets.lines import Lines


class SaysPanel(Lines):
    """A few dim lines beside the setting's own words; the reply itself is one key away."""

    DEFAULT_CSS: ClassVar[str] = """
    SaysPanel { display: none; height: auto; max-height: 8; color: $text-muted; }
    SaysPanel.-said { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(id="says")

    def show_standard(self, standard: StandardView) -> None:
        """Show what is said about a standard."""
        said = standard.partnership_says
        self.set_class(bool(said), "-said")
        self.screen.set_class(bool(said), "-said")  # the sheet of the screen makes room for it
        heading = f"The partnership says ({len(said)})"
        self.show_lines(heading, *(one.sentence for one in said), subtitle="y opens the reply")
