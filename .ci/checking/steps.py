"""Which commands make every page, Word file and workbook the program can make, and running them."""

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from compact_tui.core.page_kinds import PAGE_KINDS
from compact_tui.storage.notices import shipped_notices

ENDINGS = (".html", ".docx", ".xlsx")
_IN_GROUPS = {"improvement", "support"}
"""Pages of an audit without grades."""
_OPTIONS = {"blank-guided": ("--blank", "--guided"), "together": ("--together", "3")}
"""How a page is asked for whose option is not just its name."""
_SETTINGS = 30
"""Settings of the made-up partnership: so many that there are figures that may be shown."""
_SOME = ("P00001", "P00002")
"""Those of them that are asked and replied to."""


class NotMade(Exception):
    """A command did not do what it should; the text is a sentence."""


@dataclass(frozen=True)
class Step:
    """One command; a word like ``{school/sent/*.json}`` is the newest file of that pattern."""

    words: tuple[str, ...]
    place: str = ""
    """The workspace: ``school``, ``groups`` or ``city``; empty without."""
    ends: tuple[int, ...] = (0,)
    """Exit codes that are as it should be."""

    @property
    def said(self) -> str:
        """The command as it would be typed."""
        return " ".join(word if " " not in word else f'"{word}"' for word in self.words)


def _step(place: str, *words: str) -> Step:
    return Step(words, place)


def steps() -> tuple[Step, ...]:
    """Every command, in the order in which they can be given."""
    return (*_school(), *_groups(), *_city(), *_packs())


def _school() -> tuple[Step, ...]:
    audit = (kind for kind in PAGE_KINDS if kind.id not in _IN_GROUPS)
    return (
        _step("", "demo", "school", "--no-open"),
        *(_step("school", "audit", "print", *_OPTIONS.get(kind.id, (f"--{kind.id}",))) for kind in audit),
        *(_step("school", "board", "poster", item.id) for item in shipped_notices().item if item.poster),
        _step("school", "board", "sheet"),
        _step("school", "spot-check", "briefing", "prevent", "--page"),
        _step("school", "spot-check", "sheet", "--role", "Lunchtime staff"),
        _step("school", "spot-check", "card", "--role", "volunteer"),
        _step("school", "spot-check", "slide", "--topic", "prevent"),
        _step("school", "agency-audit", "report"),
        _step("school", "audit", "workbook", "export", "--standards", "4", "--for", "HR"),
        _step("school", "audit", "part", "export", "--standards", "3", "--for", "HR", "--form", "page"),
        _step("school", "return", "make"),
        _step("school", "audit", "compare", "{school/sent/*/*-return.json}", "--page"),
    )


def _groups() -> tuple[Step, ...]:
    said = {
        "name": "Puddle Club", "kind": "voluntary-group", "area": "Portsmouth", "return-to": "audit@example.org",
        "contact-name": "A. Light", "contact-role": "Lead", "contact-email": "lead@example.org",
    }  # fmt: skip
    return (
        _step("groups", "setup", *(word for name, value in said.items() for word in (f"--{name}", value))),
        _step("groups", "audit", "start"),
        _step("groups", "audit", "answer", "1.1", "need-support"),
        _step("groups", "audit", "answer", "1.2", "not-met"),
        *(_step("groups", "audit", "print", f"--{kind}") for kind in sorted(_IN_GROUPS)),
        _step("groups", "return", "make"),
    )


def _city() -> tuple[Step, ...]:
    said = ("--standard", "3", "--text", "Who looks at it while you are away?")
    return (
        _step("", "demo", "--partnership", "--settings", str(_SETTINGS), "city", "--no-open"),
        _step("city", "partnership", "request", *_SOME),
        replace(_step("city", "partnership", "collect", "city/inbox"), ends=(0, 1)),  # some of it is put aside
        _step("city", "partnership", "receipt"),
        _step("city", "partnership", "moderate", _SOME[0], "3", "good", "--reason", "The record has no dates."),
        _step("city", "partnership", "remark", _SOME[0], "--kind", "question", *said),
        *(_step("city", "partnership", "reply", setting) for setting in _SOME),
        _step("city", "partnership", "training", "--write"),
        *(_step("city", "partnership", "report", which) for which in ("--all", "--city")),
    )


def _packs() -> tuple[Step, ...]:
    return (
        _step("school", "pack", "print"),
        _step("", "pack", "export", "compact-12", "--output", "compact-12.xlsx"),
        _step("", "pack", "new", "--title", "Harbour self-assessment"),
    )


def made_all(folder: Path, which: tuple[Step, ...] = ()) -> tuple[Path, ...]:
    """Give commands in a folder, all of them unless some are named, and find what they made.

    Raises:
        NotMade: If a command fails, or made nothing where a later one looks.
    """
    for step in which or steps():
        _run(folder, step)
    return made_in(folder)


def made_in(folder: Path) -> tuple[Path, ...]:
    """Pages, Word files and workbooks of a folder, in order of their names."""
    return tuple(sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS))


def _run(folder: Path, step: Step) -> None:
    words = [found(folder, word) for word in step.words]
    where = ("--workspace", step.place) if step.place else ()
    settings = os.environ | {"COMPACT_TUI_CONFIG": str(folder / "config"), "NO_COLOR": "1"}
    argv = [sys.executable, "-m", "compact_tui", *where, *words]
    ended = subprocess.run(argv, cwd=folder, env=settings, capture_output=True, text=True, encoding="utf-8")
    if ended.returncode not in step.ends:
        raise NotMade(f"compact-tui {step.said} ended with {ended.returncode}: {ended.stderr.strip()}")


def found(folder: Path, word: str) -> str:
    """A word of a command; a pattern in braces becomes the newest file it fits.

    Raises:
        NotMade: If it fits none.
    """
    if not (word.startswith("{") and word.endswith("}")):
        return word
    there = sorted(folder.glob(word[1:-1]), key=lambda path: path.stat().st_mtime)
    if not there:
        raise NotMade(f"No file is where {word[1:-1]} should be.")
    return str(there[-1])
