"""What an IT department asks of a program: how it is here, what it writes where, who else copies that."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

import compact_tui
from compact_tui.storage.preferences import preferences_path

OK, ADVICE, PROBLEM = "ok", "advice", "problem"
_PORTABLE = "portable.txt"
"""The file that lies beside the packages of a portable folder."""
_SYNC_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SYNC_FOLDERS = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("box sync", "Box"),
)
"""How a folder begins that a service copies elsewhere, in small letters, and the service."""


class Check(Struct, frozen=True, kw_only=True):
    """One thing that was looked at."""

    id: str
    name: str
    state: str
    """``ok`` · ``advice`` (works, could be better) · ``problem``."""
    said: str
    """What was found."""
    remedy: str = ""


def program_checks() -> tuple[Check, ...]:
    """How the program is on this computer, whether its folder is let alone, and that no network is used."""
    packages = Path(compact_tui.__file__).parents[1]
    portable = (packages.parent / _PORTABLE).is_file()
    folder = packages.parent if portable else packages
    if portable:
        how = "a portable folder"
    else:
        how = "installed" if packages.name in {"site-packages", "dist-packages"} else "run from its source"
    writable = os.access(folder, os.W_OK)
    said = "may be written by you; the program never does" if writable else "read-only, and nothing is written there"
    network = "none is used: no connection, no look-up of names, no other program started"
    return (
        Check(id="kind", name="How it is here", state=OK, said=f"{how}: {folder}"),
        Check(id="program-folder", name="Program folder", state=OK, said=said),
        Check(id="network", name="Network", state=OK, said=network),
    )


def place_checks(root: Path, environ: Mapping[str, str] = os.environ) -> tuple[Check, ...]:
    """Every place that is written to, and whether a service copies the workspace to other computers.

    Args:
        root: The workspace.
        environ: The environment, which names the preferences' folder and OneDrive's.
    """
    said = f"{root}; preferences in {preferences_path(environ).parent}"
    return (
        Check(
            id="places",
            name="Written to",
            state=OK,
            said=f"{said}; after a fault of the program, one report in {tempfile.gettempdir()}",
        ),
        _sync(root, environ),
    )


def _sync(root: Path, environ: Mapping[str, str]) -> Check:
    service = sync_service(root.resolve(), environ)
    if not service:
        return Check(id="sync", name="Copied elsewhere", state=OK, said="not by a service that is known by its folder")
    return Check(
        id="sync",
        name="Copied elsewhere",
        state=ADVICE,
        said=f"{root} lies in a folder of {service}, which copies it to its server and to other computers",
        remedy="Ask whether your files may be there. Open them on one computer at a time, and wait until they are "
        "copied before you go on at another; compact-tui audit copies shows what came twice.",
    )


def sync_service(folder: Path, environ: Mapping[str, str]) -> str:
    """The service that copies a folder to other computers, told by names alone; empty when none is known."""
    for variable in _SYNC_VARIABLES:
        named = environ.get(variable, "").strip()
        if named and folder.is_relative_to(named):
            return "OneDrive"
    for part in folder.parts:
        for begins, service in _SYNC_FOLDERS:
            rest = part.lower().removeprefix(begins)
            if rest != part.lower() and not rest[:1].isalnum():
                return service
    return ""
