"""Views of learning reports: which there are, and what was written."""

from compact_tui.core.audit_views import View
from compact_tui.core.learning_report import LearningReport


class ReportLine(View, frozen=True, kw_only=True):
    """The report of a sector, or the overview of all of them."""

    sector: str
    words: str
    returned: str
    """Such as ``24 of 30 returned, 1 of them on another edition and not in these figures``."""
    state: str
    """The state whose glyph stands for it."""
    word: str
    """Whether it was written."""
    files: tuple[str, ...]
    """Names of the files that were written, in the folder of reports."""
    report: LearningReport


class ReportsView(View, frozen=True, kw_only=True):
    """The reports of a round."""

    cycle: str
    folder: str
    lines: tuple[ReportLine, ...]
    sentence: str
    notes: tuple[str, ...] = ()
    """What should be put right before one is written, a sentence each."""


class ReportWritten(View, frozen=True, kw_only=True):
    """A report as files."""

    sector: str
    words: str
    document: str
    """Path of the Word file, which can be changed."""
    page: str
    """Path of the page for a browser."""
    trace: str
    """Path of the list of returns behind its figures; empty where it was not asked for, or it has no figures."""
    left: tuple[str, ...]
    """Files of an earlier report that were changed since, and kept."""
    lines: tuple[str, ...]
    """All of it in sentences, with what to look at before publishing."""
