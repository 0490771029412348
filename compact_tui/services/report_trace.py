"""Which returns are behind every figure of a learning report: looked up, and written as a table for use inside."""

from pathlib import Path

from compact_tui.core.fact_tables import Column, FactTable
from compact_tui.core.learning_report import LearningReport
from compact_tui.core.learning_trace import Sources, TraceLine, trace
from compact_tui.core.pack import AuditPack
from compact_tui.exchange.fact_lines import csv_head, csv_lines
from compact_tui.services.analysing import beside_of, round_before
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import head_of
from compact_tui.services.round_returns import counted_returns, settings_in_round
from compact_tui.storage.atomic import make_folder, write_atomically

_TABLE = FactTable(
    "trace",
    "The returns behind every figure of a report. With names: for use inside the partnership only.",
    (
        Column("figure", "integer", "Number of the figure in the report as data."),
        Column("what", "text", "What the figure tells."),
        Column("value", "text", "The figure as it stands in the report."),
        Column("counted", "text", "Which of its numbers."),
        Column("return_id", "text", "The return that counts; empty for a setting that one is expected from."),
        Column("entry", "text", "The setting's id in the register."),
        Column("name", "text", "The setting."),
        Column("times", "integer", "How often it counts: more than once only where answers are counted."),
    ),
)


def trace_report(desk: Desk, report: LearningReport, pack: AuditPack) -> tuple[TraceLine, ...]:
    """The returns behind every figure of a report.

    Raises:
        WorkspaceError: If what was collected cannot be read.
    """
    before, kept = round_before(desk, pack)
    head = head_of(desk)
    sources = Sources(
        pack=pack,
        returns=tuple(counted_returns(desk, head.cycle)),
        earlier=tuple(counted_returns(desk, before)) if before else (),
        kept=kept,
        expected=settings_in_round(desk, head.cycle),
        beside=beside_of(desk, pack),
        threshold=head.threshold,
    )
    return tuple(trace(report, sources))


def write_trace(desk: Desk, report: LearningReport, pack: AuditPack, path: Path) -> Path:
    """Write that as a table; one that is there is replaced.

    Raises:
        WorkspaceError: If what was collected cannot be read, or the table cannot be written.
    """
    names = [column.name for column in _TABLE.columns]
    rows = [tuple(getattr(line, name) for name in names) for line in trace_report(desk, report, pack)]
    make_folder(path.parent)
    write_atomically(path, csv_head(_TABLE) + csv_lines(rows))
    return path
