"""A line or block of words that costs nothing while the words stay the same."""

from rich.cells import cell_len
from textual.widget import Widget
from textual.widgets import Static


class Words(Static):
    """Static text, never markup; new words of the same size, or in a hidden panel, cost no new layout."""

    def __init__(
        self,
        words: str = "",
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(words, id=id, classes=classes, markup=False)
        self._words = words
        self._said_unseen = False

    def say(self, words: str) -> None:
        """Show words."""
        if words != self._words:
            self._words = words
            self.update(words, layout=False)
            if not all(node.display for node in self.ancestors_with_self):
                self._said_unseen = True
            elif not self._fits(words):
                self.refresh(layout=True)

    def on_show(self) -> None:
        """Take the room that is needed by what was said while nothing of it was to be seen."""
        if self._said_unseen:
            self._said_unseen = False
            self.refresh(layout=True)

    def _fits(self, words: str) -> bool:
        size = self.content_size
        width, height = self.styles.width, self.styles.height
        if width is not None and width.is_auto and cell_len(words) != size.width:
            return False
        if height is None or not height.is_auto:
            return bool(size.width)
        return bool(size.width) and self.get_content_height(size, self.app.size, size.width) == size.height


def title(widget: Widget, words: str, below: str = "") -> None:
    """Set the titles of a panel's border, when they differ from what is there."""
    if widget.border_title != words:
        widget.border_title = words
    if (widget.border_subtitle or "") != below:
        widget.border_subtitle = below
