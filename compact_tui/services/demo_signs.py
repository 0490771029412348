"""What stands beside the claims of the demonstration: two questions that groups were asked, and a walk."""

from collections.abc import Mapping
from typing import Any

from compact_tui.core.spot import TOGETHER, Heard, SpotCheck
from compact_tui.services.boards import add_suggested
from compact_tui.services.desk import Desk, edit
from compact_tui.services.looking import look
from compact_tui.services.spot_books import MONTH_BOOK, keep, month_of
from compact_tui.services.walk_right import finish_walk
from compact_tui.services.walks import begin_walk


def demo_heard(desk: Desk, row: Mapping[str, Any]) -> None:
    """Keep what a group answered together.

    Args:
        desk: The desk on the day it was asked.
        row: A row of the table ``heard`` of the demonstration.
    """
    counts = tuple(dict(row["counts"]).items())
    check = SpotCheck(
        id=desk.new_id("s"),
        on=desk.today,
        group=row["group"],
        way=TOGETHER,
        people=sum(said for _, said in counts),
        questions=(row["question"],),
        follow_up=row.get("follow_up", ""),
        ended_at=desk.at,
        by=desk.who,
        at=desk.at,
    )
    heard = Heard(
        id=desk.new_id("h"),
        check=check.id,
        question=row["question"],
        fact=row["fact"],
        topic=row["topic"],
        bank=row["bank"],
        edition=row["edition"],
        group=row["group"],
        on=desk.today,
        level="",
        critical=bool(row.get("critical")),
        counts=counts,
        by=desk.who,
        at=desk.at,
    )
    edits = (edit("checks", check.id, None, check), edit("heard", heard.id, None, heard))
    keep(desk, desk.workspace.spot_month_path(month_of(desk.today)), MONTH_BOOK, "together", "answers counted", edits)


def demo_walk(desk: Desk, row: Mapping[str, Any]) -> None:
    """Name a board and walk to it.

    Args:
        desk: The desk on the day of the walk.
        row: The table ``walk`` of the demonstration.
    """
    board = add_suggested(desk, (row["board"],)).boards[0].id
    walk = begin_walk(desk, role=row["role"]).walk
    for one in row["look"]:
        look(desk, walk, board, one["item"], mark=one["mark"], note=one.get("note"))
    finish_walk(desk, walk)
