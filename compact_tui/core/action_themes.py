"""The themes that actions of settings are counted under: which of them an action's words belong to."""

from collections.abc import Iterable

from msgspec import Struct

from compact_tui.core.audit_views import View
from compact_tui.core.forms import Field, Form, parse_list, split
from compact_tui.core.likeness import words
from compact_tui.core.partnership import Theme

THEME_FORM = Form(
    "theme",
    "A theme that actions are counted under",
    (
        Field(id="word", question="What is the theme called?", required=True),
        Field(
            id="terms",
            question="Words that such actions use",
            help="Separated by commas; the beginning of a word is enough: train finds training and trained.",
            parse=parse_list,
            required=True,
        ),
    ),
    of_us=True,
)


class ThemeList(Struct, frozen=True):
    """The themes that come with the program."""

    theme: tuple[Theme, ...]


class ThemesView(View, frozen=True, kw_only=True):
    """The themes that actions are counted under."""

    themes: tuple[Theme, ...]
    usual: bool
    """Whether they are those that come with the program."""
    sentence: str


def typed_theme(theme: Theme | None) -> dict[str, str]:
    """A theme as it stands in its form."""
    return {"word": theme.word, "terms": ", ".join(theme.terms)} if theme else {}


def terms_in(text: str) -> tuple[str, ...]:
    """The terms of the form's field, in lower case, each once."""
    return tuple(dict.fromkeys(term.lower() for term in split(text)))


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
