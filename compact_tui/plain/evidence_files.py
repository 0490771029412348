"""The files kept with evidence, checked one by one; and the ladder of what kinds of evidence there are."""

from compact_tui.core.record_views import EvidencePage
from compact_tui.plain.asking import yes
from compact_tui.plain.teller import Teller
from compact_tui.services import records
from compact_tui.services.desk import Desk


def check_files(teller: Teller, desk: Desk) -> None:
    """Say what became of every file, and offer to take what changed as it is now."""
    view = records.verify(desk, told=lambda at, of: teller.say(f"Checking {at} of {of} ..."))
    teller.say("", view.sentence)
    for file in view.files:
        teller.say(f"{file.title}: {file.word}", f"  {file.sentence}", *((f"  {file.takes}",) if file.takes else ()))
    if view.to_take and yes(teller, "Take them as they are now? u takes it back."):
        records.take_files(desk, view)
        teller.kept("Taken.")


def say_ladder(teller: Teller, page: EvidencePage) -> None:
    """Say which rungs of the evidence ladder have something, for the whole and for each standard."""
    lines: list[str] = []
    for ladder in (page.ladder, *page.standards):
        lines += ["", ladder.title, *(f"  {rung.word}: {rung.words}" for rung in ladder.rungs)]
        lines += [f"  {said}" for said in (ladder.next, ladder.elsewhere) if said]
    teller.pages(lines if page.ladder.rungs else ["This audit has no ladder of evidence."])
