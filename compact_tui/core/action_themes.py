"""The themes that actions of settings are counted under: which of them an action's words belong to."""

from collections.abc import Iterable, Sequence

from compact_tui.core.likeness import words
from compact_tui.core.partnership import Theme


class ThemeTerms:
    """The terms of themes, made ready for looking through many actions.

    Args:
        themes: The themes, in the order in which they are shown.
    """

    def __init__(self, themes: Iterable[Theme]) -> None:
        self._terms = tuple(
            (theme.id, tuple(f" {' '.join(words(term))}" for term in theme.terms if words(term))) for theme in themes
        )

    def of(self, text: str) -> tuple[str, ...]:
        """Ids of the themes of one action: those with a term that a word of it, or several, begin with."""
        said = f" {' '.join(words(text))}"
        return tuple(theme for theme, terms in self._terms if any(term in said for term in terms))

    def of_all(self, texts: Sequence[str]) -> set[str]:
        """Ids of the themes that any of several actions belongs to."""
        return {theme for text in texts for theme in self.of(text)}
