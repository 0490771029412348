"""Learning reports: what came of the round for each sector and for the city, looked at, written and found again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from compact_tui.core.analysis_heat import short_sector
from compact_tui.core.analysis_views import Analysis
from compact_tui.core.answered_words import all_returned_words, returned_words
from compact_tui.core.city_knowledge import narrowed
from compact_tui.core.city_overview import city_overview
from compact_tui.core.errors import UsageError
from compact_tui.core.good_practice import one_line, warnings_about, why_refused
from compact_tui.core.knowledge_views import KnowledgeTopic
from compact_tui.core.learning_late import late_count, late_lines, late_words
from compact_tui.core.learning_report import CITY, LearningReport, Material, report_page
from compact_tui.core.learning_report_build import learning_report
from compact_tui.core.learning_report_views import ReportLine, ReportsView, ReportWritten
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import GoodPractice, Learning, RegisterEntry
from compact_tui.core.record_forms import parse_path
from compact_tui.core.sector_words import sector_typed
from compact_tui.core.text import count, did_you_mean, slug
from compact_tui.services.analysing import analyse, audit_named
from compact_tui.services.city_knowledge import topics_known
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import contacts_of, head_of, kept, register_of
from compact_tui.services.publishing import Publishing, figures_in_report
from compact_tui.services.report_trace import write_trace
from compact_tui.storage.report_files import keep_reports, naming, newest_of, written_of


class _Counted(Struct, frozen=True):
    """An audit of the round, counted."""

    pack: AuditPack
    analysis: Analysis
    publishing: Publishing


def list_reports(desk: Desk) -> ReportsView:
    """The report of each sector and the overview of the city, as each would be written now.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If what was collected cannot be read.
    """
    cycle = head_of(desk).cycle
    lines = tuple(_line(desk, counted, sector) for sector, counted in _sectors(desk))
    written = sum(bool(one.files) for one in lines)
    late = late_lines(_log_told(kept(desk, "learning", Learning), register_of(desk)), CITY, desk.today)
    return ReportsView(
        cycle=cycle,
        folder=str(desk.workspace.reports_folder.absolute()),
        lines=lines,
        sentence=f"{count(len(lines), 'report')}, {written} written{f'; {late_count(late)}' if late else ''}.",
        notes=late_words(late),
    )


def show_report(desk: Desk, sector: str, *, numbered: bool = False) -> LearningReport:
    """One of them, as it would be written now; nothing is written.

    Args:
        desk: Where and when.
        sector: The sector, by its id or its name; ``city`` for the overview of all.
        numbered: Whether the number of each figure stands behind it, as in the list of returns behind them.

    Raises:
        UsageError: If no partnership was started here, or there is no such report.
        WorkspaceError: If what was collected cannot be read.
    """
    only, counted = _named(_sectors(desk), sector)
    return _report(desk, counted, only, numbered=numbered)


def write_report(desk: Desk, sector: str, *, output: str = "", trace: bool = False) -> ReportWritten:
    """Write a report as a Word file to change and a page for a browser; a file that was changed is kept.

    Args:
        desk: Where and when.
        sector: The sector, by its id or its name; ``city`` for the overview of all.
        output: A folder, instead of the workspace's own for reports.
        trace: Whether to write beside it which returns are behind every figure, for use inside only.

    Raises:
        UsageError: If no partnership was started here, or there is no such report.
        WorkspaceError: If what was collected cannot be read, or the files cannot be written; names those that were.
    """
    only, counted = _named(_sectors(desk), sector)
    written: list[Path] = []
    with naming(written):
        return _write(desk, counted, only, output, written, trace=trace)


def write_reports(desk: Desk, *, output: str = "", trace: bool = False) -> tuple[ReportWritten, ...]:
    """Write the report of every sector, and the overview.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If what was collected cannot be read, or the files cannot be written; what was written before
            stays, and is named.
    """
    sectors, written = _sectors(desk), list[Path]()
    with naming(written):
        return tuple(_write(desk, counted, sector, output, written, trace=trace) for sector, counted in sectors)


def newest_report(desk: Desk, sector: str) -> Path | None:
    """The newest report of a sector for this round that lies in the folder of reports; ``None`` where none does.

    Raises:
        WorkspaceError: If the folder cannot be looked into.
    """
    return newest_of(desk.workspace.reports_folder, _stem(head_of(desk).cycle, sector)) if sector else None


def _stem(cycle: str, sector: str) -> str:
    return f"{slug(cycle)}-city-overview" if sector == CITY else f"{slug(cycle)}-{slug(sector)}-learning-report"


def _sectors(desk: Desk) -> tuple[tuple[str, _Counted], ...]:
    """The sectors that a report is made for, each with the audit that its settings answered; last the city."""
    page, publishing = analyse(desk), Publishing(desk)
    asked = _Counted(audit_named(desk, ""), page.analysis, publishing)
    others = [
        _Counted(audit_named(desk, one.id), analyse(desk, audit=one.id).analysis, publishing)
        for one in page.audits
        if not one.chosen and any(group.elsewhere and not group.returned for group in page.analysis.sectors)
    ]
    there = [one.sector for one in asked.analysis.sectors if one.sector and (one.expected or one.returned)]
    there += [one.sector for one in asked.analysis.sectors if one.sector and one.elsewhere and one.sector not in there]
    return (*((sector, _answered(asked, others, sector)) for sector in there), (CITY, asked))


def _answered(asked: _Counted, others: Sequence[_Counted], sector: str) -> _Counted:
    """The audit that a sector's report is about: what was asked for, where anybody returned it; else the others'."""

    def returned(one: _Counted) -> int:
        group = next((group for group in one.analysis.sectors if group.sector == sector), None)
        return group.returned if group else 0

    return asked if returned(asked) or not others else max((asked, *others), key=returned)


def _named(known: Sequence[tuple[str, _Counted]], typed: str) -> tuple[str, _Counted]:
    """The sector that is meant, with what its report is made of."""
    found = dict(known)
    sector = typed if typed in found else sector_typed(typed)
    if sector not in found:
        hint = did_you_mean(typed, found) or f"There is {', '.join(found)}."
        raise UsageError(f'There is no report on "{typed}".', hint)
    return sector, found[sector]


def _line(desk: Desk, counted: _Counted, sector: str) -> ReportLine:
    report = _report(desk, counted, sector)
    group = next((one for one in counted.analysis.sectors if one.sector == sector), None)
    folder = desk.workspace.reports_folder
    files = tuple(path.name for path in written_of(folder, _stem(report.cycle, sector)))
    return ReportLine(
        sector=sector,
        words=group.word if group else "The city on one side",
        returned=returned_words(group) if group else all_returned_words(counted.analysis),
        state="done" if files else "not-started",
        word="written" if files else "not written yet",
        files=files,
        report=report,
    )


def _report(desk: Desk, counted: _Counted, sector: str, *, numbered: bool = False) -> LearningReport:
    material = _material(desk, counted, sector)
    if sector == CITY:
        return city_overview(material, numbered=numbered)
    return learning_report(material, sector, numbered=numbered)


def _material(desk: Desk, counted: _Counted, sector: str) -> Material:
    register = register_of(desk)
    log, practice = kept(desk, "learning", Learning), kept(desk, "good_practice", GoodPractice)
    told = _log_told(log, register)
    known = _known(desk, sector)
    return Material(
        head=head_of(desk),
        pack=counted.pack,
        analysis=counted.analysis,
        today=desk.today,
        log=told,
        practice=tuple(one for one in practice if not why_refused(one.text, register)),
        contacts=contacts_of(desk),
        known=known,
        notes=(
            *counted.publishing.warnings(figures_in_report(counted.pack, counted.analysis, sector, known)),
            *_doubts([*map(_of_log, log), *(one.text for one in practice)], register),
            *late_words(late_lines(told, sector, desk.today)),
        ),
    )


def _known(desk: Desk, sector: str) -> tuple[KnowledgeTopic, ...]:
    """What staff know of each topic, of a sector or of all of them."""
    known = topics_known(desk)
    return (known if sector == CITY else narrowed(known, sector, short_sector(sector))).topics


def _log_told(log: Sequence[Learning], register: Sequence[RegisterEntry]) -> tuple[Learning, ...]:
    """The lines of the log that a report may repeat."""
    return tuple(one for one in log if not why_refused(_of_log(one), register))


def _of_log(one: Learning) -> str:
    """What a report says of a line of the log."""
    return "\n".join((one.will_do, one.who, one.showed))


def _doubts(texts: Sequence[str], register: Sequence[RegisterEntry]) -> Iterator[str]:
    """What was left out of a report, and what should be looked at in it."""
    for text in texts:
        refused = why_refused(text, register)
        if refused:
            yield f'Left out: "{one_line(text)}" {refused}'
        else:
            yield from (f'Look again at "{one_line(text)}" {warning}' for warning in warnings_about(text))


def _write(
    desk: Desk, counted: _Counted, sector: str, output: str, written: list[Path], *, trace: bool
) -> ReportWritten:
    """Write a report; what its figures count is remembered before, so that no file lies there that nobody knows of."""
    from compact_tui.exchange.docx_page import page_docx
    from compact_tui.exchange.html import page_html

    report = _report(desk, counted, sector)
    page, stem = report_page(report), _stem(report.cycle, sector)
    folder = (Path(parse_path(output)).expanduser() if output else desk.workspace.reports_folder).absolute()
    files = {".docx": page_docx(page), ".html": page_html(page)}
    traced = ""
    if trace and report.figures:
        written.append(write_trace(desk, report, counted.pack, folder / f"{stem}-trace.csv"))
        traced = str(written[-1])
    counted.publishing.remember(figures_in_report(counted.pack, counted.analysis, sector, _known(desk, sector)))
    made = keep_reports(folder, stem, files, written)
    document, shown = (str(path) for path in made.files)
    left = tuple(str(path) for path in made.left)
    return ReportWritten(
        sector=sector,
        words=report.title,
        document=document,
        page=shown,
        trace=traced,
        left=left,
        lines=(
            f"{report.title}: written to {document}, to change in Word, and to {shown}, for a browser.",
            *(f"{path} was changed since it was written, or is not ours: it was left as it is." for path in left),
            *((f"The returns behind its figures, for use inside only: {traced}",) if traced else ()),
            *(("It has no figures, so there are no returns to list behind them.",) if trace and not traced else ()),
            *report.notes,
        ),
    )
