"""A file that came by email: what it may be, on whose computer each is opened, and what is said of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.audit_views import View
from compact_tui.core.came_words import CAME
from compact_tui.core.forms import Field, Form
from compact_tui.core.merge_words import MergeView
from compact_tui.core.request_opened import RequestView
from compact_tui.core.text import listed

SETTING, PARTNERSHIP, EMPTY = "setting", "partnership", "empty"
"""Whose side a workspace is; an empty one is nobody's yet."""
OPEN, COLLECT, LOOK, MERGE, REQUEST, GO = "open", "collect", "look", "merge", "request", "go"
"""Taken at once · collected · taken after a look · merged · a request · a place of the program does it."""
UNKNOWN, DAMAGED, CLOSED = "unknown", "damaged", "closed"
NOTHING = "Nothing was changed."
CAME_FORM = Form(
    "came",
    CAME,
    (
        Field(
            id="file",
            question="Which file?",
            help="Its path, as pasted from your file manager: the file itself, or the whole email (.eml, .msg).",
            required=True,
        ),
    ),
)
"""What is asked where any file is opened."""


class CameKind(Struct, frozen=True):
    """What a file may be."""

    words: str
    """What people call it, with its article."""
    ways: Mapping[str, str]
    """How it is taken, by whose side the workspace is; a side that is not named does not open it."""
    place: str = ""
    """The place that shows it, or does it."""
    elsewhere: str = ""
    """Where it is opened, as a clause, said on the wrong side."""


_BOTH = (SETTING, PARTNERSHIP)
_AT_SETTING = "it is opened on the computer of the setting"
_AT_PARTNERSHIP = "it is opened on the partnership's computer"
_BY_EYE = "it is for reading, with the program that your computer has for it"


def _at_setting(words: str, way: str, place: str) -> CameKind:
    return CameKind(words, {SETTING: way, EMPTY: way}, place, _AT_SETTING)


def _collected(words: str) -> CameKind:
    return CameKind(words, {PARTNERSHIP: COLLECT}, "collect", _AT_PARTNERSHIP)


KINDS: Mapping[str, CameKind] = {
    "reply": _at_setting("a partnership's reply to a return", OPEN, "reply"),
    "receipt": _at_setting("a partnership's receipt for a return", OPEN, "return"),
    "request": _at_setting("a partnership's request for a return", REQUEST, "setup"),
    "part-back": _at_setting("a part of an audit that was answered", MERGE, "colleagues"),
    "workbook": CameKind(
        "a workbook of an audit", {SETTING: MERGE, EMPTY: MERGE, PARTNERSHIP: COLLECT}, "", _AT_SETTING
    ),
    "walk-rows": _at_setting("walks round the notice boards of another computer", LOOK, "boards"),
    "spot-rows": CameKind(
        "answers to spot checks of another computer",
        {SETTING: LOOK, EMPTY: LOOK, PARTNERSHIP: COLLECT},
        "spot",
        _AT_SETTING,
    ),
    "return": _collected("a setting's return"),
    "answer": _collected("a setting's answer to a reply"),
    "agency-audit": _collected("an agency's single-agency audit"),
    "spot-counts": _collected("counts of what staff know"),
    "reading-out": CameKind(
        "a reader's share of returns",
        {EMPTY: LOOK},
        "partnership",
        "whoever reads for the partnership opens it in an empty folder of their own, with --workspace FOLDER",
    ),
    "reading-back": CameKind("what a reader decided about returns", {PARTNERSHIP: MERGE}, "readqueue", _AT_PARTNERSHIP),
    "part-lent": CameKind("a part of an audit, lent to be answered", dict.fromkeys((*_BOTH, EMPTY), LOOK)),
    "book": CameKind("a book of this program, from a copy or a backup", dict.fromkeys((*_BOTH, EMPTY), MERGE)),
    "bank": CameKind("a question bank", dict.fromkeys((*_BOTH, EMPTY), LOOK), "banks"),
    "pack": CameKind("an audit pack", dict.fromkeys((*_BOTH, EMPTY), GO), "packs"),
    "table": CameKind("a table", {PARTNERSHIP: GO}, "register", "open it with your spreadsheet"),
    "page": CameKind("a page or a picture", {}, elsewhere=_BY_EYE),
    DAMAGED: CameKind("a damaged file", {}, elsewhere="ask the sender to send it again, as an attachment"),
    CLOSED: CameKind("a file that cannot be opened", {}, elsewhere="ask the sender for the file itself, unpacked"),
    UNKNOWN: CameKind(
        "nothing that this program knows",
        {},
        elsewhere="if somebody sent it for this program, ask them to attach the file itself, unchanged",
    ),
}
"""Everything that may come, by its id."""
READ_ONLY = frozenset({"page", "table", UNKNOWN})
"""What goes unmentioned where it came together with something of ours: the words of the mail, a letterhead."""
_GO_WORDS = {
    "pack": "Press enter: the place of audit packs takes it, by its path.",
    "table": "Press enter for the register, which takes a list of settings; answers of a survey tool go to Collect.",
}
_DO_WORDS = {
    OPEN: "Press enter to open it.",
    COLLECT: "Press enter to collect it.",
    LOOK: "Press enter to see what it brings; then take it, or leave it.",
    MERGE: "Press enter to see what it would change; then take it, or leave it.",
    REQUEST: "Press enter to read it; then take it, or leave it.",
}


class Document(Struct, frozen=True):
    """One document in a file that came."""

    name: str
    """Where it was, from the outside in."""
    kind: str
    reason: str = ""
    """Why it cannot be opened; empty where it can."""


class CameLine(View, frozen=True, kw_only=True):
    """What came, as one row: a document, or all that is collected together."""

    id: str
    """Its number in the file, or ``collect``."""
    name: str
    kind: str
    words: str
    way: str
    """How it is taken here; empty where it is not."""
    looked_at: bool
    """Whether it is shown first what taking it would do."""
    place: str
    word: str
    """In one or two words, whether it is opened here."""
    state: str
    """``started attention``."""
    sentence: str
    """What it is, and where it is opened if not here."""
    next_step: str


class CameView(View, frozen=True, kw_only=True):
    """What is in a file that came."""

    file: str
    sha256: str
    """Of the file as it was looked at, so that nothing else is taken in its place."""
    lines: tuple[CameLine, ...]
    sentence: str


class CamePreview(View, frozen=True, kw_only=True):
    """What taking it would do."""

    title: str
    lines: tuple[str, ...] = ()
    merge: MergeView | None = None
    request: RequestView | None = None


class CameDone(View, frozen=True, kw_only=True):
    """What was done with it."""

    sentence: str
    lines: tuple[str, ...] = ()
    place: str = ""
    """Where to go on; empty for nowhere."""
    merge: MergeView | None = None
    """What was merged, where it was."""
    state: str = "done"
    """``done attention``."""
    word: str = "taken"
    """In one or two words, what became of it."""

    @property
    def waits(self) -> bool:
        """Whether something in it waits for a choice, so that it can be taken once more."""
        return self.merge is not None and bool(self.merge.undecided)


def merged_words(merge: MergeView, place: str) -> CameDone:
    """What became of a file that was merged."""
    done = CameDone(sentence=merge.sentence, lines=merge.notes, place=place, merge=merge)
    return replace(done, state="attention", word=f"{merge.undecided} to choose") if done.waits else done


def way_of(kind: str, sides: Collection[str]) -> str:
    """How a kind is taken in a workspace that is of these sides; empty where it is not."""
    return next((way for side, way in KINDS[kind].ways.items() if side in sides), "")


def came_view(file: str, sha256: str, documents: Iterable[Document], sides: Collection[str]) -> CameView:
    """What is in a file, a row each; what is collected is one row, and what is only for reading goes unmentioned.

    Args:
        file: Its path, as it was named.
        sha256: Of its bytes.
        documents: What was found in it, in order.
        sides: Whose side the workspace is.
    """
    every = tuple(enumerate(documents))
    ours = tuple(one for one in every if one[1].kind not in READ_ONLY)
    shown = ours or every[:1]
    collected = [one for _, one in shown if way_of(one.kind, sides) == COLLECT]
    lines = [_line(str(at), one, sides) for at, one in shown if way_of(one.kind, sides) != COLLECT]
    if collected:
        lines.insert(0, _together(collected, sides))
    here = sum(bool(line.way) for line in lines)
    if not lines:
        said = f"There is nothing in it. {NOTHING}"
    elif len(lines) == 1:
        said = lines[0].sentence
    else:
        said = f"{len(lines)} things came in it, {here} of which can be opened here."
    return CameView(file=file, sha256=sha256, lines=tuple(lines), sentence=said)


def _line(id_: str, one: Document, sides: Collection[str]) -> CameLine:
    kind, way = KINDS[one.kind], way_of(one.kind, sides)
    clause = f": {kind.elsewhere}" if kind.elsewhere else ""
    why = f" ({one.reason})" if one.reason else ""
    return CameLine(
        id=id_,
        name=one.name.rpartition(" > ")[2],
        kind=one.kind,
        words=kind.words,
        way=way,
        looked_at=way in {LOOK, MERGE, REQUEST},
        place=kind.place,
        word="to open" if way else _not_opened(one.kind),
        state="started" if way else "attention",
        sentence=f"This is {kind.words}{why}." if way else f"This is {kind.words}{why}{clause}. {NOTHING}",
        next_step=_DO_WORDS.get(way, "") or (_GO_WORDS[one.kind] if way else ""),
    )


def _not_opened(kind: str) -> str:
    """In a few words, that it is opened on no computer by this program, or not on this one."""
    return "not for this program" if kind in READ_ONLY and not KINDS[kind].ways else "not for here"


def _together(documents: list[Document], sides: Collection[str]) -> CameLine:
    """All that is collected, as one row."""
    line = _line(COLLECT, documents[0], sides)
    if len(documents) == 1:
        return _placed(line, line.words, line.sentence, line.name)
    counted = Counter(KINDS[one.kind].words for one in documents)
    words = listed([f"{number} times {said}" if number > 1 else said for said, number in counted.items()])
    name = documents[0].name.partition(" > ")[0]
    return _placed(line, words, f"{len(documents)} documents are in it: {words}.", name)


def _placed(line: CameLine, words: str, sentence: str, name: str) -> CameLine:
    return replace(line, words=words, sentence=sentence, name=name, place="collect")
