"""Tiny wheels, and locks that fit them."""

import zipfile
from pathlib import Path

from bundling.lock import Locked, lock_text, normal
from bundling.platforms import LINUX, PYTHONS, WINDOWS, tag
from bundling.wheels import digest_of

PROGRAM = {
    "compact_tui/__init__.py": '__version__ = "9.9"\n',
    "compact_tui/__main__.py": (
        "import os, sys\nimport pure, native\n\n\ndef run():\n"
        "    print(native.WHERE, sys.dont_write_bytecode, sys.argv[1:])\n"
        "    print([path for path in sys.path if 'packages' in path])\n    return len(sys.argv) - 1\n"
    ),
}
"""A program that says what it was started with, and ends with the number of words that were typed."""

KEEPS_A_SET = "def here(word):\n    return word in {'a', 'b', 'c', 'd', 'e', 'f'}\n"
"""A module whose byte code holds a set: Python 3.11 and later write its members in one order."""


def wheel(folder: Path, name: str, files: dict[str, str], *, tags: str = "py3-none-any", terms: str = "MIT") -> Path:
    """Write a wheel of version 1.0."""
    folder.mkdir(parents=True, exist_ok=True)
    about = f"{name}-1.0.dist-info"
    path = folder / f"{name}-1.0-{tags}.whl"
    with zipfile.ZipFile(path, "w") as held:
        for inside, text in files.items():
            held.writestr(inside, text)
        held.writestr(f"{about}/METADATA", f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\nLicense: {terms}\n\n")
        held.writestr(f"{about}/licenses/LICENSE", f"The terms of {name}.\n")
        held.writestr(f"{about}/RECORD", "")
    return path


def shelf(folder: Path) -> tuple[Path, Path, Path]:
    """Wheels of a whole tiny program.

    Returns:
        The folder of what it needs, its lock, and its own wheel.
    """
    needed = folder / "needed"
    wheel(needed, "pure", {"pure/__init__.py": KEEPS_A_SET, "pure/tests/big.py": "1\n"})
    for python in PYTHONS:
        for names in (".".join(LINUX.pip_names[:2]), *WINDOWS.pip_names):
            text = f"WHERE = {tag(python) + ' ' + names!r}\n"
            wheel(needed, "native", {"native.py": text}, tags=f"{tag(python)}-{tag(python)}-{names}")
    lock = folder / "locked.txt"
    lock.write_text(lock_text(locked(needed)), "utf-8")
    return needed, lock, wheel(folder / "own", "compact_tui", PROGRAM)


def locked(folder: Path) -> tuple[Locked, ...]:
    """The lock of the wheels in a folder."""
    hashes: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.whl")):
        hashes.setdefault(normal(path.name.split("-")[0]), []).append(digest_of(path))
    return tuple(Locked(name, "1.0", tuple(sorted(found))) for name, found in hashes.items())
