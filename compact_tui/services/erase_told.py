"""What is told of erasing: the places, and the copies that cannot be reached."""

from collections.abc import Iterator
from pathlib import Path

from compact_tui.core.erase_text import fold
from compact_tui.core.erase_views import NOT_UNDONE, ErasedPlace, EraseView, by_kind
from compact_tui.core.text import count
from compact_tui.services.desk import Desk
from compact_tui.services.erase_places import Aim
from compact_tui.services.erase_plan import Plan
from compact_tui.storage import erase_kinds as kinds
from compact_tui.storage.erasing import Rewritten
from compact_tui.storage.presence import others

_WORDS = {
    kinds.RECORD: "records",
    kinds.HISTORY_OF: "history of changes",
    kinds.PAGE_OF_HISTORY: "older pages of the history",
    kinds.BACKUP: "backups",
    kinds.DAMAGED: "damaged copies",
    kinds.SENT: "our copies of what was sent",
    kinds.SIGNED: "our copies of what was signed",
    kinds.PRINTED: "pages to print",
    kinds.RECEIVED: "received files",
    kinds.LENT: "lent files",
    kinds.OTHER: "other files",
    kinds.REPORT: "reports",
    kinds.FACTS: "flat tables",
    kinds.INDEX: "the index of what came in",
    kinds.ORIGINAL: "files that came in",
}
_AGAIN = {
    kinds.SENT: "what was made to be sent; if it has not gone yet, make it again",
    kinds.REPORT: "a report; write it again",
}
"""What is said of a file that is taken away and can be made again, by its kind."""
_ELSEWHERE = (
    "What was emailed, printed, handed over, or copied to a stick or another folder before now.",
    "Earlier versions that a service such as OneDrive, Google Drive or Dropbox keeps of these files, and the "
    "school's own backups.",
    "Another computer on which this folder is open, with words that are not saved yet.",
    "The files that evidence points to: only their names stand here.",
)


def view_of(desk: Desk, aim: Aim, plan: Plan, not_done: tuple[str, ...], *, done: bool) -> EraseView:
    """What was found or erased, in words; the text itself is never in it."""
    places = tuple(_places(desk, plan))
    total = sum(place.count for place in places)
    number = count(len({place.file for place in places}), "file")
    found = f"{count(total, 'place')} in {number}"
    if not places:
        sentence = _nothing(aim, plan)
    elif not done:
        sentence = f"It stands in {found}. Nothing was erased yet."
    else:
        sentence = f"Erased from {found}." if not not_done else f"Not finished: some of {found} could not be rewritten."
    sentence = " ".join((sentence, *_remaining(plan, done=done or not places)))
    return EraseView(
        text_erased=total,
        places=places,
        kinds=by_kind(places),
        glimpses=() if done else plan.glimpses,
        not_done=not_done,
        not_reached=tuple(_not_reached(desk, aim, plan)),
        originals=tuple(one.told for one in plan.originals),
        originals_go=aim.originals,
        again=tuple(_again(desk, plan)),
        marker=aim.erasure.marker,
        done=done,
        still=tuple(_inside(desk, file.path) for file in plan.still),
        perhaps=tuple(_inside(desk, path) for path in plan.doubtful),
        sentence=sentence,
        warning=NOT_UNDONE,
    )


def _nothing(aim: Aim, plan: Plan) -> str:
    """What is said where nothing can be rewritten."""
    if plan.originals:
        only = "only " if not plan.still else ""
        return f"It stands {only}in {count(len(plan.originals), 'file')} that came in, kept as they came."
    if plan.still or plan.doubtful:
        return "Nothing here can be rewritten."
    if aim.erasure.field and not plan.erasure.needles:
        return "Nothing stands at this place. What stood there before is not known, so it was looked for nowhere else."
    what = "all that stood in this field" if aim.erasure.field else "this text"
    but = ", but for the questions themselves" if plan.content else ""
    return f"Nothing found: {what} is in no file here that can be looked into{but}."


def _remaining(plan: Plan, *, done: bool) -> Iterator[str]:
    """How many files hold it afterwards, surely or perhaps."""
    if plan.still:
        yield f"It {'is still' if done else 'will still be'} in {count(len(plan.still), 'file')}, named below."
    if plan.doubtful:
        yield f"It may {'' if done else 'then '}still be in {count(len(plan.doubtful), 'file')}, named below."


def _places(desk: Desk, plan: Plan) -> Iterator[ErasedPlace]:
    for file in (*plan.books, *(step.file for step in plan.steps)):
        apart = file.kind == kinds.RECORD
        if apart and file.records:
            yield _place(desk, file, kinds.RECORD, file.records)
        if apart and file.history:
            yield _place(desk, file, kinds.HISTORY_OF, file.history)
        if not apart and file.found:
            yield _place(desk, file, file.kind, file.found)


def _place(desk: Desk, file: Rewritten, kind: str, number: int) -> ErasedPlace:
    return ErasedPlace(
        kind=kind.replace(" ", "-"), kind_words=_WORDS[kind], file=_inside(desk, file.path), count=number
    )


def _again(desk: Desk, plan: Plan) -> Iterator[str]:
    for step in plan.steps:
        if step.remove and step.file.kind in _AGAIN:
            yield f"{_inside(desk, step.file.path)}: {_AGAIN[step.file.kind]}."


def _inside(desk: Desk, path: Path) -> str:
    return path.relative_to(desk.workspace.root).as_posix()


def _not_reached(desk: Desk, aim: Aim, plan: Plan) -> Iterator[str]:
    for file in plan.left:
        if file.closed:
            yield f"{_inside(desk, file.path)}: {file.closed}."
        elif file.elsewhere:
            yield (
                f"{_inside(desk, file.path)}: the same words stand in it at another place. To take them out there as "
                "well, erase the words themselves."
            )
        elif file.holds:
            yield (
                f"{_inside(desk, file.path)}: it holds the text in a form that is not rewritten here, such as an "
                "attachment. Delete the file, or replace it yourself."
            )
        else:
            yield (
                f"{_inside(desk, file.path)}: an id, a day, or the name of a file or of a field has it, which the "
                "program needs. Where you put the file there yourself, replace it."
            )
    for path in plan.doubtful:
        yield (
            f"{_inside(desk, path)}: it may hold what stood there, which is too short to be told from other words, so "
            "it was not rewritten. Look into it; then delete it, or make it again."
        )
    for path in plan.content:
        yield f"{_inside(desk, path)}: the questions themselves have these words; they are nobody's own and stay."
    yield from (f"The name of {name} has it." for name in _named(desk, plan))
    yield from _ELSEWHERE
    for presence in others(desk.workspace.root, desk.at[:10]):
        place = "on this computer" if presence.here else "on another computer"
        yield f"{aim.erasure.text(presence.who)[0] or 'Someone'} has this folder open {place}: words not saved there."


def _named(desk: Desk, plan: Plan) -> Iterator[str]:
    """Files and folders whose name has the text."""
    seen = set()
    for file in (*plan.books, *plan.left, *(step.file for step in plan.steps)):
        for part in file.path.relative_to(desk.workspace.root).parts:
            plain = _plain(part)
            if part not in seen and any(_plain(needle.folded) in plain for needle in plan.erasure.needles):
                seen.add(part)
                yield part


def _plain(text: str) -> str:
    """A text as the names of files have it: its letters and digits, without accents and what stands between."""
    return "".join(char for char in fold(text) if char.isalnum())
