"""What was read off a notice, compared with the profile, the editions in force and the numbers that are known."""

from collections.abc import Sequence

from compact_tui.core.notice import NoticeList, Reading
from compact_tui.core.reading_dates import date_findings
from compact_tui.core.reading_editions import edition_findings
from compact_tui.core.reading_finding import OUT_OF_DATE, RIGHT, STATES, UNKNOWN, WRONG, Finding
from compact_tui.core.reading_names import name_findings, place_findings
from compact_tui.core.reading_numbers import contact_findings
from compact_tui.core.reading_words import without
from compact_tui.core.setting import Setting
from compact_tui.core.text import clean_line

__all__ = ["OUT_OF_DATE", "RIGHT", "STATES", "UNKNOWN", "WRONG", "Finding", "proposed", "read_off"]


def read_off(
    reads: Sequence[Reading],
    text: str,
    notices: NoticeList,
    setting: Setting | None,
    today: str,
    expires: str = "",
) -> tuple[Finding, ...]:
    """Compare what was read off a notice; nothing is guessed.

    Args:
        reads: What can be read off, as the notice's item has it.
        text: What was read off, in any order, such as ``Sam Hill, 0845 671 0271, KCSIE 2025``.
        notices: The list with the numbers and editions that are known.
        setting: Who we are; ``None`` while nobody has said.
        today: The day by which ages are judged.
        expires: The day (``YYYY-MM-DD``) that stands on the notice as its last; empty for none.
    """
    rest = clean_line(text)
    found: list[Finding] = []
    asked = {what: [reading.of for reading in reads if reading.what == what] for what in ("profile", "number")}
    editions = edition_findings([r.of for r in reads if r.what == "edition"], rest, notices, today)
    rest = without(rest, [finding.read for finding in editions if finding.read])
    dates = date_findings(any(r.what == "date" for r in reads), rest, expires, today)
    rest = without(rest, [finding.read for finding in dates if finding.read])
    contacts = contact_findings(asked["profile"], asked["number"], rest, notices, setting)
    found += contacts
    rest = without(rest, [finding.read for finding in contacts if finding.read])
    found = [*name_findings(asked["profile"], rest, setting), *contacts, *editions, *dates]
    return (*found, *place_findings(asked["profile"], rest, setting))


def proposed(findings: Sequence[Finding]) -> str:
    """The mark that follows from findings: ``wrong``, ``out-of-date``, ``there``; empty while it cannot be said."""
    states = {finding.state for finding in findings}
    if WRONG in states or OUT_OF_DATE in states:
        return WRONG if WRONG in states else OUT_OF_DATE
    return "there" if states == {RIGHT} else ""
