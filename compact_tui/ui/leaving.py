"""Leaving when something cannot be saved: stay, write a copy to another place, or leave all the same."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.core.errors import CompactError
from compact_tui.core.return_forms import COPY_FORM
from compact_tui.services.desk import home_folder
from compact_tui.services.session import save_copies
from compact_tui.ui.dialogs.choose import Choose
from compact_tui.ui.dialogs.form import FormDialog
from compact_tui.ui.dialogs.problem import ProblemDialog
from compact_tui.ui.widgets.pick_list import Row

if TYPE_CHECKING:
    from compact_tui.ui.saving import SavingApp

_WAYS = (
    Row("stay", "Stay here; ctrl+s tries to save again"),
    Row("copy", "Write a copy to another folder, then leave"),
    Row("leave", "Leave, and lose what is not saved"),
)


async def leave_unsaved(app: "SavingApp") -> None:
    """Ask what to do with what is not saved; staying is the safe answer."""
    way = await app.push_screen_wait(Choose("Not everything could be saved. What now?", _WAYS))
    if way == "leave" or (way == "copy" and await copy_elsewhere(app)):
        app.exit(4)


async def copy_elsewhere(app: "SavingApp") -> bool:
    """Ask for a folder and write there what could not be saved; whether that was done."""
    typed = await app.push_screen_wait(FormDialog(COPY_FORM, {"folder": str(home_folder(os.environ))}))
    if typed is None:
        return False
    try:
        made = save_copies(app.session, Path(typed["folder"]).expanduser())
    except CompactError as error:
        await app.push_screen_wait(ProblemDialog(error))
        return False
    app.notify(f"Copied to {made[0]}." if made else "There is nothing left to save.", timeout=4, markup=False)
    return True
