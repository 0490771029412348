"""The licences of everything inside: their texts, and a table of who gave what under which terms."""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path, PurePosixPath

from bundling.faults import BundleError

_TEXT = re.compile(r"^[^/]+\.dist-info/(.*/)?(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
_LONGEST = 60


@dataclass(frozen=True)
class Licence:
    """The licence of one package."""

    name: str
    version: str
    terms: str
    """Its name, as the package gives it."""
    texts: tuple[tuple[str, bytes], ...]
    """Name and content of each file that says so."""


def licence_of(wheel: Path) -> Licence:
    """What a wheel says about its licence.

    Raises:
        BundleError: If it names none, or brings no text.
    """
    with zipfile.ZipFile(wheel) as held:
        names = sorted(held.namelist())
        about = next(name for name in names if name.endswith(".dist-info/METADATA") and name.count("/") == 1)
        metadata = HeaderParser().parsestr(held.read(about).decode("utf-8"))
        texts = tuple((PurePosixPath(name).name, held.read(name)) for name in names if _TEXT.match(name))
    terms = metadata["License-Expression"] or _short(metadata["License"]) or _classified(metadata)
    if not terms or not texts:
        raise BundleError(f"{wheel.name} does not say under which licence it is, or brings no text of it.")
    return Licence(metadata["Name"], metadata["Version"], terms, texts)


def write_licences(wheels: Iterable[Path], folder: Path) -> tuple[Licence, ...]:
    """Write the texts, a folder for each package, and the table over them.

    Returns:
        What was written about, by name; a package that comes in several wheels once.
    """
    found: dict[str, Licence] = {}
    for wheel in wheels:
        licence = licence_of(wheel)
        found.setdefault(licence.name.lower(), licence)
        for name, data in licence.texts:
            target = folder / licence.name / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    licences = tuple(found[name] for name in sorted(found))
    (folder / "licences.txt").write_text(table(licences), "utf-8", newline="\r\n")
    return licences


def table(licences: Iterable[Licence]) -> str:
    """Package, version and terms in columns; the texts are in the folder of each package's name."""
    rows = [(one.name, one.version, one.terms) for one in licences]
    wide = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    lines = [f"{name:<{wide[0]}}  {version:<{wide[1]}}  {terms}" for name, version, terms in rows]
    return "\n".join(("What is inside, and under which licence. The texts are in the folders beside.", "", *lines, ""))


def _short(text: str | None) -> str:
    """The name of a licence; empty where the whole text stands instead."""
    line = (text or "").strip()
    return line if len(line) <= _LONGEST and "\n" not in line and line != "UNKNOWN" else ""


def _classified(metadata: Message) -> str:
    named = metadata.get_all("Classifier", [])
    ends = [line.rsplit(" :: ", 1)[-1] for line in named if line.startswith("License ::")]
    return ", ".join(ends)
