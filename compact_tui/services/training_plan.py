"""The training plan: what training is wanted on and why, to look at, and to write as a page and a Word file."""

from pathlib import Path

from compact_tui.core import training_plan as rules
from compact_tui.core.audit_views import View
from compact_tui.core.learning_log import learning_log
from compact_tui.core.record_forms import parse_path
from compact_tui.core.text import slug
from compact_tui.core.training_page import training_page
from compact_tui.core.training_plan import TrainingPlan
from compact_tui.services.desk import Desk
from compact_tui.services.learning_sources import figures, little_known, log_lines, standards_here, voices
from compact_tui.services.partnership_book import head_of
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.publishing import Publishing, spread_of
from compact_tui.storage.report_files import keep_reports, naming


class PlanWritten(View, frozen=True, kw_only=True):
    """The plan as files."""

    page: str
    """Path of the page for a browser."""
    document: str
    """Path of the Word file."""
    sentence: str
    notes: tuple[str, ...] = ()
    """What whoever hands it on should know first; not in the plan."""

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, to be read."""
        return (self.sentence, *self.notes)


def training_plan(desk: Desk) -> TrainingPlan:
    """What training is wanted on, most wanted first, and whether the log has something about it.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If what was collected cannot be read.
    """
    head, standards = head_of(desk), standards_here(desk)
    return rules.training_plan(
        figures(desk),
        standards,
        voices(desk),
        learning_log(log_lines(desk), head.cycle, desk.today, standards),
        partnership=head.name,
        today=desk.today,
    )


def write_training_plan(desk: Desk, output: str = "") -> PlanWritten:
    """Write the plan as a page and as a Word file; files that somebody changed are kept, and it goes beside them.

    Args:
        desk: Where and when.
        output: A folder, instead of the workspace's own for reports.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If what was collected cannot be read, or the files cannot be written; names those that were.
    """
    from compact_tui.exchange.docx_page import page_docx
    from compact_tui.exchange.html import page_html

    made = training_page(training_plan(desk))
    files = {".html": page_html(made), ".docx": page_docx(made)}
    folder = Path(parse_path(output)).expanduser() if output else desk.workspace.reports_folder
    stem = f"{slug(head_of(desk).cycle)}-training-plan"
    publishing = Publishing(desk)
    told = spread_of(pack_asked(desk), figures(desk), topics=little_known(desk))
    notes = publishing.warnings(told)
    publishing.remember(told)
    written: list[Path] = []
    with naming(written):
        page, document = keep_reports(folder, stem, files, written).files
    return PlanWritten(
        page=str(page.absolute()),
        document=str(document.absolute()),
        sentence=f"Written to {page.absolute()}, to print from a browser, and to {document.absolute()}, to change "
        "in Word.",
        notes=notes,
    )
