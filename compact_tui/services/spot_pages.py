"""Pages of the spot checks to print: a sheet and a pocket card of a round, a slide, a briefing."""

import os
from pathlib import Path

from compact_tui.core.asking_views import AskPage
from compact_tui.core.bank import ROLES
from compact_tui.core.briefing_page import briefing_page as page_of_briefing
from compact_tui.core.card_page import MOST, card_page
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.sheet_page import sheet_page
from compact_tui.core.slide_page import slide_page
from compact_tui.core.spot import PAPER
from compact_tui.core.spot_views import SpotPrinted
from compact_tui.services.desk import Desk
from compact_tui.services.pages import write_again
from compact_tui.services.spot_checks import ROUND, begin, next_questions, question_page
from compact_tui.services.spot_parts import check_named, question_named, topic_titles
from compact_tui.services.spot_results import briefing
from compact_tui.storage.atomic import make_folder

_OPEN = "Open it with a browser and print it from there."


def sheet(
    desk: Desk,
    group: str = "",
    *,
    round_id: str = "",
    number: int = ROUND,
    topic: str = "",
    seed: int | None = None,
    output: str = "",
) -> SpotPrinted:
    """Write the questions of a round as a sheet; the round waits until its answers are typed in.

    Args:
        desk: Where, when and who.
        group: The role group, for a new round.
        round_id: A round that is there already, to print again.
        number: How many questions.
        topic: Only this topic; empty for all.
        seed: Where chance begins; ``None`` for a new one.
        output: Path of the file, instead of the usual one.

    Raises:
        UsageError: No such round or topic, nobody is named, or another file is there already.
        CompactError: If there is nothing that may be asked.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.html import page_html

    pages = _round(desk, group, round_id, number, topic, seed, output)
    mark = f"spot sheet {pages[0].check}"
    target = _write(desk, f"spot-sheet-{pages[0].check}", output, page_html(sheet_page(pages), mark), mark)
    return _of_round("sheet", "The sheet, answers on the back", pages, target)


def card(
    desk: Desk,
    group: str = "",
    *,
    round_id: str = "",
    topic: str = "",
    seed: int | None = None,
    output: str = "",
) -> SpotPrinted:
    """Write three questions as a pocket card with the answers behind the fold; the rest as for ``sheet``."""
    from compact_tui.exchange.spot_html import card_html

    pages = _round(desk, group, round_id, MOST, topic, seed, output)
    mark = f"spot card {pages[0].check}"
    target = _write(desk, f"spot-card-{pages[0].check}", output, card_html(card_page(pages), mark), mark)
    return _of_round("card", "The pocket card, to be cut and folded", pages, target)


def slide(desk: Desk, question: str = "", *, topic: str = "", output: str = "") -> SpotPrinted:
    """Write one question as a slide, with its answer on the next.

    Args:
        desk: Where, when and who.
        question: Id of the question; empty for one that everybody is asked next.
        topic: Only this topic, where no question is named; empty for all.
        output: Path of the file, instead of the usual one.

    Raises:
        UsageError: No such question or topic, or another file is there already.
        CompactError: If there is nothing that may be asked.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.spot_html import slide_html

    name = question or _next_for_all(desk, topic)
    asked, bank = question_named(desk, name, desk.today)
    made = slide_page(asked, bank, topic_titles().get(asked.question.topic, asked.question.topic))
    mark = f"spot slide {name}"
    target = _write(desk, f"spot-slide-{name}", output, slide_html(made, mark), mark)
    return SpotPrinted(
        page=str(target),
        kind="slide",
        question=name,
        sentence=f"The slide, answer on the next: written to {target}. Open it with a browser and show it full screen.",
    )


def briefing_page(desk: Desk, topic: str = "", output: str = "") -> SpotPrinted:
    """Write a five-minute briefing as a page.

    Args:
        desk: Where, when and who.
        topic: Id or title of the topic; empty for the one that wants it most.
        output: Path of the file, instead of the usual one.

    Raises:
        UsageError: No such topic, or another file is there already.
        CompactError: If there is no question on it that may be asked.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.html import page_html

    made = briefing(desk, topic)
    mark = f"spot briefing {made.topic}"
    data = page_html(page_of_briefing(made), mark)
    target = _write(desk, f"{desk.today}-briefing-{made.topic}", output, data, mark)
    said = f"The briefing on {made.title}, one side: written to {target}. {_OPEN}"
    return SpotPrinted(page=str(target), kind="briefing", topic=made.topic, sentence=said)


def _round(
    desk: Desk, group: str, round_id: str, number: int, topic: str, seed: int | None, output: str
) -> tuple[AskPage, ...]:
    """Every question of a round, which is begun where none is named, unless its page could not be written anyway."""
    if not round_id and output and os.path.lexists(Path(output).expanduser()):
        raise UsageError(f"{output} is there already.", "Nothing was written. Name another file with --output.")
    named = round_id or begin(desk, group, number=number, topic=topic, seed=seed, way=PAPER).check
    check, _ = check_named(desk, named)
    return tuple(question_page(desk, check.id, name) for name in check.questions)


def _next_for_all(desk: Desk, topic: str) -> str:
    found = next_questions(desk, ROLES[0][0], number=1, topic=topic)
    if not found:
        raise CompactError(
            "There is no question that may be put to everybody now.",
            "Nothing was written. See which banks there are with: compact-tui bank list",
        )
    return found[0].id


def _write(desk: Desk, name: str, output: str, data: bytes, mark: str) -> Path:
    target = Path(output).expanduser() if output else desk.workspace.pages_folder / f"{name}.html"
    if not output:
        desk.workspace.prepare()
        make_folder(target.parent)
    write_again(target, data, mark, "this page")
    return target.absolute()


def _of_round(kind: str, words: str, pages: tuple[AskPage, ...], target: Path) -> SpotPrinted:
    check = pages[0].check
    said = f"{words}: written to {target}. {_OPEN} Its answers are typed in afterwards as round {check}."
    return SpotPrinted(page=str(target), kind=kind, round=check, sentence=said)
