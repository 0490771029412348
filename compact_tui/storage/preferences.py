"""What one person prefers on this computer; never in the workspace, never a reason to stop."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.atomic import sweep, write_atomically
from compact_tui.storage.faults import DamagedError, write_fault
from compact_tui.storage.reading import parse_json, read_bytes

CONFIG_VARIABLE = "COMPACT_TUI_CONFIG"
FORMAT = "compact-tui-preferences"
_LARGEST = 1024 * 1024


class Preferences(Struct, frozen=True, kw_only=True):
    """The options of the program."""

    theme: str = ""
    """Name of the theme; empty for the program's own choice."""
    ascii: bool = False
    """Whether to keep to plain ASCII signs."""
    welcome_seen: bool = False
    last_here: tuple[tuple[str, str], ...] = ()
    """Workspace folder, and the instant at which this person was last in it."""

    def here_last(self, root: Path) -> str:
        """The instant at which this person was last in a workspace; empty if never."""
        return dict(self.last_here).get(str(root), "")

    def with_here(self, root: Path, instant: str) -> "Preferences":
        """The same after this person was in a workspace; the last fifty workspaces are remembered."""
        others = tuple((known, at) for known, at in self.last_here if known != str(root))
        return msgspec.structs.replace(self, last_here=(*others, (str(root), instant))[-50:])


def preferences_path(environ: Mapping[str, str]) -> Path:
    """The file; the folder named by ``COMPACT_TUI_CONFIG`` goes before the system's own place."""
    wanted = environ.get(CONFIG_VARIABLE, "").strip()
    import platformdirs

    folder = Path(wanted).expanduser() if wanted else platformdirs.user_config_path("compact-tui", appauthor=False)
    return folder / "preferences.json"


def load_preferences(path: Path) -> tuple[Preferences, str]:
    """Read the preferences.

    Returns:
        The preferences, and a sentence for the person if they could not be read and are the usual ones now.
    """
    try:
        if not path.exists():
            return Preferences(), ""
        data, _ = read_bytes(path, _LARGEST)
        return _understood(parse_json(data, path)), ""
    except (OSError, WorkspaceError, msgspec.ValidationError):
        return Preferences(), f"Your preferences in {path} could not be read, so the usual ones are used."


def store_preferences(preferences: Preferences, path: Path) -> str:
    """Write the preferences.

    Returns:
        A sentence for the person if that was not possible, else ``""``.
    """
    kept = {
        "format": FORMAT,
        "version": 1,
        **msgspec.to_builtins(preferences),
        "last_here": dict(preferences.last_here),
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        write_atomically(path, msgspec.json.format(msgspec.json.encode(kept), indent=1))
    except OSError as error:
        return f"Your preferences could not be kept: {write_fault(path, error).message}"
    except WorkspaceError as error:
        return f"Your preferences could not be kept: {error.message}"
    return ""


def _understood(value: object) -> Preferences:
    if not isinstance(value, dict) or value.get("format") != FORMAT or not isinstance(value.get("last_here", {}), dict):
        raise DamagedError("The preferences are not a file of this program.")
    return msgspec.convert({**value, "last_here": list(value.get("last_here", {}).items())}, Preferences)
