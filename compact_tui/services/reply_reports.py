"""The learning report that goes with a reply: the one that was named, else the newest of the setting's sector."""

from collections.abc import Iterable
from pathlib import Path

from compact_tui.core.errors import UsageError
from compact_tui.core.record_forms import parse_path
from compact_tui.exchange.email_draft import Attachment
from compact_tui.services.desk import Desk
from compact_tui.services.learning_reports import newest_report
from compact_tui.storage.reading import read_given

_LARGEST = 10_000_000


def reports_to_attach(desk: Desk, sectors: Iterable[str], named: str) -> dict[str, tuple[Attachment, Path]]:
    """The report for each sector, and where it lies; sectors that have none are left out.

    Raises:
        UsageError: If the one that was named is no page or Word file.
        WorkspaceError: If one cannot be read.
    """
    path = parse_path(named)
    if path:
        file = Path(path).expanduser()
        one = _report(file)
        return {sector: (one, file) for sector in sorted(sectors)}
    newest = {sector: newest_report(desk, sector) for sector in sorted(sectors)}
    return {sector: (_report(file), file) for sector, file in newest.items() if file is not None}


def _report(file: Path) -> Attachment:
    ending = file.suffix.lower()
    if ending not in {".html", ".docx"}:
        raise UsageError("The learning report is a .html or .docx file.", "Nothing was made.")
    return Attachment(f"learning-report{ending}", read_given(file, _LARGEST))
