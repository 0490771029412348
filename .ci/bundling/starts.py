"""The files that a person starts, and those that stand beside them, for each platform."""

from dataclasses import dataclass

from bundling.pages import filled, template
from bundling.platforms import PYTHONS, Platform

_WINDOWS = (("Compact audit.cmd", ""), ("Compact audit (line by line).cmd", " --plain"))
_LINUX = "compact-audit"


@dataclass(frozen=True)
class Start:
    """One file to be written."""

    name: str
    text: str
    crlf: bool = False
    """Whether its lines end as on Windows; such a file is plain ASCII."""
    executable: bool = False

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        if not self.crlf:
            return self.text.encode("utf-8")
        return self.text.replace("\n", "\r\n").encode("ascii")


def starts(platform: Platform, compiled: str) -> tuple[Start, ...]:
    """The start files of a platform.

    Args:
        platform: For whom.
        compiled: The version of Python that the byte code inside is for; tried first where there are several.
    """
    program = Start("start.py", template("start.py"))
    if not platform.is_windows:
        order = " ".join(f"python{version}" for version in sorted(PYTHONS, key=lambda one: (one != compiled, one)))
        return program, Start(_LINUX, filled("compact-audit.sh", {"order": order}), executable=True)
    files = [program]
    for name, option in _WINDOWS:
        words = {"option": option, "name": _WINDOWS[0][0]}
        files.append(Start(name, filled("compact-audit.cmd", words), crlf=True))
    for version in PYTHONS:
        named = f"python{version.replace('.', '')}"
        files.append(Start(f"python/{named}._pth", filled("pth.txt", {"zip": f"{named}.zip"}), crlf=True))
    files.append(Start("python/read-me.txt", filled("python-read-me.txt", {"compiled": compiled}), crlf=True))
    return tuple(files)


def words_of(platform: Platform) -> dict[str, str]:
    """How a page for people names the start files, the places and the ways to allow them."""
    if platform.is_windows:
        return {
            "start": 'double-click "Compact audit.cmd"',
            "plain": 'double-click "Compact audit (line by line).cmd"',
            "command": '"Compact audit.cmd"',
            "preferences": "%LOCALAPPDATA%\\compact-tui",
            "allow": template("allow-windows.text").strip(),
            "note": 'In PowerShell, type & ".\\Compact audit.cmd" doctor (and so on).\n'
            "Python has to be put into the folder once: see python\\read-me.txt.\n"
            "This folder was made and checked on Linux. It is not yet tried on Windows.",
        }
    return {
        "start": "./compact-audit",
        "plain": "./compact-audit --plain",
        "command": "./compact-audit",
        "preferences": "~/.config/compact-tui",
        "allow": template("allow-linux.text").strip(),
        "note": f"It needs {platform.needs}.",
    }
