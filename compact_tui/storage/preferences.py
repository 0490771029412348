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
_FILE = "preferences.json"
_LARGEST = 1024 * 1024
_BY_FOLDER = ("last_here", "who")
"""What is kept for each workspace."""


class Preferences(Struct, frozen=True, kw_only=True):
    """The options of the program."""

    theme: str = ""
    """Name of the theme; empty for the program's own choice."""
    ascii: bool = False
    """Whether to keep to plain ASCII signs."""
    welcome_seen: bool = False
    last_here: tuple[tuple[str, str], ...] = ()
    """Workspace folder, and the instant at which this person was last in it."""
    who: tuple[tuple[str, str], ...] = ()
    """Workspace folder, and who was at the keyboard there last: a role, with initials if they like."""

    def here_last(self, root: Path) -> str:
        """The instant at which this person was last in a workspace; empty if never."""
        return dict(self.last_here).get(str(root), "")

    def with_here(self, root: Path, instant: str) -> "Preferences":
        """The same after this person was in a workspace; the last fifty workspaces are remembered."""
        return msgspec.structs.replace(self, last_here=_with(self.last_here, root, instant))

    def who_at(self, root: Path) -> str:
        """Who was at the keyboard in a workspace last; empty when nobody has said."""
        return dict(self.who).get(str(root), "")

    def with_who(self, root: Path, who: str) -> "Preferences":
        """The same after somebody said who they are; the last fifty workspaces are remembered."""
        return msgspec.structs.replace(self, who=_with(self.who, root, who))


def _with(known: tuple[tuple[str, str], ...], root: Path, said: str) -> tuple[tuple[str, str], ...]:
    others = tuple((folder, before) for folder, before in known if folder != str(root))
    return (*others, (str(root), said))[-50:]


def preferences_path(environ: Mapping[str, str]) -> Path:
    """The file; the folder named by ``COMPACT_TUI_CONFIG`` goes before the system's own place.

    Where the system knows no home for this person, as on some locked-down machines, it is in the present folder.
    """
    wanted = environ.get(CONFIG_VARIABLE, "").strip()
    if wanted:
        return Path(wanted).expanduser() / _FILE
    import platformdirs

    try:
        return platformdirs.user_config_path("compact-tui", appauthor=False) / _FILE
    except RuntimeError:  # what both platformdirs and pathlib raise where there is no home
        return Path.cwd() / ".compact-tui" / _FILE


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
        **{name: dict(getattr(preferences, name)) for name in _BY_FOLDER},
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
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise DamagedError("The preferences are not a file of this program.")
    by_folder = {name: value.get(name, {}) for name in _BY_FOLDER}
    if not all(isinstance(said, dict) for said in by_folder.values()):
        raise DamagedError("The preferences are not a file of this program.")
    pairs = {name: list(said.items()) for name, said in by_folder.items()}
    return msgspec.convert({**value, **pairs}, Preferences)
