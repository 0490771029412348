"""What both ways through a partnership's year share: the office with its clock, the cohort, and counting by SQL."""

import csv
import itertools
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from openpyxl import Workbook

from compact_tui.core.cohort import CohortSetting, cohort
from compact_tui.services.demo_partnership import demo_partnership
from compact_tui.services.desk import Desk, desk_at
from tests.msg_files import msg_file

NOW = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
SEED = 1
OTHER_AREA = "Southampton"
CYCLE, NEXT = "2026-2028", "2028-2030"


def fixed(desk: Desk, numbers: "itertools.count[int]") -> Desk:
    """A desk whose clock stands and whose ids are counted."""
    return replace(desk, now=lambda: NOW, new_id=lambda prefix: f"{prefix}-{next(numbers)}")


class Cohort:
    """What a made-up cohort sends, and which settings become of what."""

    def __init__(self, root: Path, settings: int) -> None:
        demo_partnership(fixed(desk_at(root, environ={}), itertools.count(1)), settings=settings, seed=SEED)
        self.root, self.inbox, self.before = root, root / "inbox", root / "last-round"
        self.settings: tuple[CohortSetting, ...] = tuple(cohort(settings, SEED, OTHER_AREA))

    def of(self, *fates: str) -> list[CohortSetting]:
        """The settings of some fates."""
        return [one for one in self.settings if one.fate in fates]

    @property
    def returned(self) -> int:
        """Settings of which a return can be taken from the inbox."""
        return len(self.settings) - len(self.of("never", "damaged"))

    def as_workbook(self) -> Path:
        """The register as a spreadsheet."""
        book = Workbook()
        with (self.root / "register.csv").open(encoding="utf-8", newline="") as table:
            for row in csv.reader(table):
                book.worksheets[0].append(row)
        path = self.root / "register.xlsx"
        book.save(path)
        return path

    def one_by_outlook(self) -> None:
        """One of the files that lie in the inbox comes in a mail that Outlook saved instead."""
        found = next(iter(sorted(self.inbox.glob("*-1.json"))))
        (self.inbox / "from-outlook.msg").write_bytes(msg_file([(found.name, found.read_bytes())]))
        found.unlink()


def counted_by_sql(facts: Path, pack: str, edition: str, cycle: str = CYCLE) -> dict[tuple[str, str], dict[str, int]]:
    """How many gave themselves each level, by sector and standard, counted by nothing but SQL on the fact tables."""
    query = """
        SELECT r.sector, g.standard, g.level, COUNT(*) FROM grades g JOIN returns r USING (return_id)
        WHERE r.pack = ? AND r.edition = ? AND r.cycle = ? AND g.level <> 'not-graded'
        GROUP BY r.sector, g.standard, g.level
    """
    found: dict[tuple[str, str], dict[str, int]] = {}
    with sqlite3.connect(facts) as tables:
        for sector, standard, level, number in tables.execute(query, (pack, edition, cycle)):
            found.setdefault((sector, standard), {})[level] = number
    tables.close()
    return found


def counted_by_analysis(analysis: Mapping[str, Any]) -> dict[tuple[str, str], dict[str, int]]:
    """The same from what ``analyse --json`` printed, where it is shown."""
    return {
        (sector["sector"], line["standard"]): {level: number for level, number in line["levels"].items() if number}
        for sector in analysis["sectors"]
        for line in sector["standards"]
        if not line["suppressed"] and line["n"]
    }
