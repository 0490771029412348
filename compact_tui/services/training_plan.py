"""The training plan: what training is wanted on and why, to look at, and to write as a page and a Word file."""

from pathlib import Path

from compact_tui.core import training_plan as rules
from compact_tui.core.audit_views import View
from compact_tui.core.record_forms import parse_path
from compact_tui.core.text import slug
from compact_tui.core.training_page import training_page
from compact_tui.core.training_plan import TrainingPlan
from compact_tui.services.desk import Desk
from compact_tui.services.learning_log import learning_log
from compact_tui.services.learning_sources import figures, standards_here, voices
from compact_tui.services.pages import write_again
from compact_tui.services.partnership_book import head_of
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.reading import read_bytes


class PlanWritten(View, frozen=True, kw_only=True):
    """The plan as files."""

    page: str
    """Path of the page for a browser."""
    document: str
    """Path of the Word file."""
    sentence: str


def training_plan(desk: Desk) -> TrainingPlan:
    """What training is wanted on, most wanted first, and whether the log has something about it.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If what was collected cannot be read.
    """
    return rules.training_plan(
        figures(desk),
        standards_here(desk),
        voices(desk),
        learning_log(desk),
        partnership=head_of(desk).name,
        today=desk.today,
    )


def write_training_plan(desk: Desk, output: str = "") -> PlanWritten:
    """Write the plan as a page and as a Word file that can be changed; a Word file that is there is kept.

    Args:
        desk: Where and when.
        output: A folder, instead of the workspace's own for reports.

    Raises:
        UsageError: If no partnership was started here, or another page has that name.
        WorkspaceError: If what was collected cannot be read, or the files cannot be written.
    """
    from compact_tui.exchange.docx_page import page_docx
    from compact_tui.exchange.html import page_html

    plan, head = training_plan(desk), head_of(desk)
    made, mark = training_page(plan), f"training-plan {head.id} {head.cycle}"
    folder = Path(parse_path(output)) if output else desk.workspace.reports_folder
    make_folder(folder)
    page = folder / f"{slug(head.cycle)}-training-plan.html"
    write_again(page, page_html(made, mark), mark, "the training plan of this round")
    word = page_docx(made)
    document = _free(page.with_suffix(".docx"), word)
    write_atomically(document, word)
    return PlanWritten(
        page=str(page.absolute()),
        document=str(document.absolute()),
        sentence=f"Written to {page.absolute()}, to print from a browser, and to {document.absolute()}, to change "
        "in Word.",
    )


def _free(path: Path, data: bytes) -> Path:
    """Where a Word file goes: beside one that is there and differs, as somebody may have changed that."""
    tried, number = path, 1
    while tried.exists() and read_bytes(tried)[0] != data:
        number += 1
        tried = path.with_stem(f"{path.stem}-{number}")
    return tried
