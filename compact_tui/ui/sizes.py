"""How a screen looks at the size of the window, known before its first paint."""

from typing import Any

from textual.app import App
from textual.screen import Screen


def fit_window(screen: Screen[Any]) -> None:
    """Give a screen the classes of the window's size before anything on it is styled.

    Textual does this after the first layout only, so that each new place would be laid out and painted twice.
    """
    app: App[Any] = screen.app
    steps = ((app.size.width, app.HORIZONTAL_BREAKPOINTS), (app.size.height, app.VERTICAL_BREAKPOINTS))
    for room, named in steps:
        reached = [name for least, name in sorted(named or ()) if room >= least]
        screen.add_class(*reached[-1:], update=False)
