"""Both looks can be read: contrast computed from the colours themselves."""

import pytest
from textual.color import Color
from textual.theme import Theme

from compact_tui.ui.themes import THEMES

TEXT = ["foreground", "primary", "secondary", "accent", "success", "warning", "error"]
QUIET = ["title-quiet", "text-quiet", "footer-key-foreground"]
GROUNDS = ["background", "surface", "panel"]


def colour(theme: Theme, name: str) -> Color:
    """A colour of a theme by its name."""
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def contrast(one: Color, other: Color) -> float:
    """The ratio of WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_the_measure_is_right_at_both_ends() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")

    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == 1
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", [*TEXT, *QUIET])
def test_text_titles_and_muted_text_can_be_read(theme: Theme, ground: str, name: str) -> None:
    assert contrast(colour(theme, name), colour(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["foreground", "text-quiet", "success", "warning", "error"])
def test_the_row_at_the_cursor_can_be_read(theme: Theme, name: str) -> None:
    assert contrast(colour(theme, name), colour(theme, "cursor-row")) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("border", ["accent", "border-quiet"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_borders_can_be_seen(theme: Theme, border: str, ground: str) -> None:
    assert contrast(colour(theme, border), colour(theme, ground)) >= 3
