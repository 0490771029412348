"""What is shown of erasing: where the text stands, what went, and what cannot be reached."""

from collections.abc import Iterator

from compact_tui.core.audit_views import View
from compact_tui.core.text import count

_MOST_AGAIN = 8
"""How many of the files that can be made again are named; a round has hundreds."""
NOT_UNDONE = "Erasing cannot be undone: not with undo, and not from a backup."


class ErasedPlace(View, frozen=True, kw_only=True):
    """A file that a text stands in, or was erased from."""

    kind: str
    """``record history history-page backup damaged-copy sent-return signed-copy page received-file other-file``,
    ``lent-file report flat-table index original``."""
    kind_words: str
    file: str
    """From the workspace on."""
    count: int


class ErasedKind(View, frozen=True, kw_only=True):
    """How often it stands in files of one kind."""

    kind: str
    words: str
    count: int
    files: int


class OriginalHeld(View, frozen=True, kw_only=True):
    """A file that came in, kept byte for byte, and that holds the text."""

    file: str
    """From the workspace on."""
    sha256: str
    kind: str
    """``return agency-audit spot-counts workbook survey answer unknown``."""
    document: str
    """Id of the document in it; empty where it has none."""
    entry: str
    """Id of the setting in the register; empty where that is not known."""
    cycle: str
    """The round of a return."""
    words: str
    """What it is, of whom and when it came, in words."""


class EraseView(View, frozen=True, kw_only=True):
    """What would go, or what went. The text itself is never in it."""

    text_erased: int
    """How often it stands in the files; after erasing, how often it was taken out."""
    places: tuple[ErasedPlace, ...]
    kinds: tuple[ErasedKind, ...]
    """The same, by kind of file."""
    glimpses: tuple[str, ...]
    """A few characters around some of the places, without the text."""
    not_done: tuple[str, ...]
    """Files that could not be rewritten, and why; erasing again finishes them."""
    not_reached: tuple[str, ...]
    """Copies that this program cannot reach, a sentence each."""
    originals: tuple[OriginalHeld, ...] = ()
    """Files that came in and hold it; they are kept as they came, unless they are taken away."""
    originals_go: bool = False
    """Whether they are taken away."""
    still: tuple[str, ...] = ()
    """Files that hold it and stay as they are; of a dry run, those that erasing will leave."""
    perhaps: tuple[str, ...] = ()
    """Files that may hold what stood in a field, too short to be told from other words; they stay as they are."""
    again: tuple[str, ...] = ()
    """What is taken away because it cannot be rewritten, and can be made again; a sentence each."""
    marker: str
    """What stands in its place."""
    done: bool
    """Whether it was erased; false where it was only looked for."""
    sentence: str
    warning: str
    """That it cannot be undone."""

    @property
    def finished(self) -> bool:
        """Whether nothing is left that a person has to see to: no file that holds it, or may, but what came in."""
        return not (self.not_done or self.still or self.perhaps)


def by_kind(places: tuple[ErasedPlace, ...]) -> tuple[ErasedKind, ...]:
    """The places by kind, in the order in which they come."""
    found: dict[str, list[ErasedPlace]] = {}
    for place in places:
        found.setdefault(place.kind, []).append(place)
    return tuple(
        ErasedKind(
            kind=kind,
            words=some[0].kind_words,
            count=sum(place.count for place in some),
            files=len({place.file for place in some}),
        )
        for kind, some in found.items()
    )


def erase_lines(view: EraseView) -> Iterator[str]:
    """What would go, or what went, as lines to read."""
    yield view.sentence
    for kind in view.kinds:
        yield f"  {kind.words}: {count(kind.count, 'place')} in {count(kind.files, 'file')}"
    if view.places and not view.done:
        yield f"In its place will stand: {view.marker}"
        yield view.warning
    if view.originals:
        yield ""
        yield from _of_originals(view)
    if view.again:
        yield ""
        yield (
            "Taken away, as they cannot be rewritten:"
            if view.done
            else "To be taken away, as they cannot be rewritten:"
        )
        yield from (f"  {one}" for one in view.again[:_MOST_AGAIN])
        if len(view.again) > _MOST_AGAIN:
            yield f"  and {len(view.again) - _MOST_AGAIN} more like these."
    if view.glimpses:
        yield ""
        yield "Around it:"
        yield from (f"  {one}" for one in view.glimpses)
    if view.not_done:
        yield ""
        yield "NOT done; erase again to finish:"
        yield from (f"  {one}" for one in view.not_done)
    if view.places or view.not_reached:
        yield ""
        yield "What this program cannot reach, and you have to see to yourself:"
        yield from (f"  {one}" for one in view.not_reached)


def _of_originals(view: EraseView) -> Iterator[str]:
    number, held = count(len(view.originals), "file"), "holds" if len(view.originals) == 1 else "hold"
    if view.originals_go:
        yield f"{number} that came in {'taken away' if view.done else 'to be taken away'} whole:"
    else:
        yield f"{number} that came in still {held} it, kept as sent:"
    yield from (f"  {one.words}" for one in view.originals)
    if view.originals_go:
        yield "What they held is in no figures then. Ask each sender for a new one without the text."
    else:
        yield "Ask each sender for a new one without it. The old file holds it until it is taken away as well."
