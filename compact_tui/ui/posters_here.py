"""Printing a poster from a screen: which one, what is missing, and where it was written."""

from compact_tui.core.poster_views import PosterPrinted
from compact_tui.services import posters
from compact_tui.services.settings import set_people
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.pick_list import Row

_MISSING = (
    Row("say", "Say it now; it is kept with whom to ring"),
    Row("blank", "Leave a line to write on"),
    Row("no", "Not now"),
)


async def print_poster(screen: CompactScreen) -> tuple[str, ...]:
    """Ask which poster, and for what it lacks, and write it; what came of it, in lines.

    Args:
        screen: Where it is asked.
    """
    from compact_tui.ui.dialogs.choose import Choose

    view = screen.attempt(posters.posters)
    if view is None:
        return ()
    rows = tuple(Row(one.id, one.title, detail=f"for {one.audience_words}", word=one.state) for one in view.posters)
    chosen = await screen.app.push_screen_wait(Choose("Which poster?", rows))
    made = screen.attempt(posters.poster, chosen) if chosen else None
    if made is not None and not made.page:
        made = await _with_what_is_missing(screen, chosen or "", made)
    return (made.sentence, *made.notes) if made is not None else ()


async def _with_what_is_missing(screen: CompactScreen, name: str, made: PosterPrinted) -> PosterPrinted | None:
    from compact_tui.ui.dialogs.choose import Choose
    from compact_tui.ui.dialogs.form import FormDialog

    chosen = await screen.app.push_screen_wait(Choose("Something is missing", _MISSING, lines=(made.sentence,)))
    if chosen == "blank":
        return screen.attempt(posters.poster, name, blank=True)
    form = screen.attempt(posters.poster_form, name) if chosen == "say" else None
    typed = await screen.app.push_screen_wait(FormDialog(form)) if form is not None else None
    if typed is None or screen.attempt(set_people, typed) is None:
        return None
    return screen.attempt(posters.poster, name)
