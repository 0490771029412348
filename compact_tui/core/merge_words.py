"""How the records of an audit are merged, and what is said about it on every screen."""

from collections.abc import Mapping

import msgspec

from compact_tui.core.audit import CriterionAnswer, Summary
from compact_tui.core.audit_views import View
from compact_tui.core.change import Plain
from compact_tui.core.days import is_day, say_short
from compact_tui.core.merge_values import BOTH, KEEP, MINE, THEIRS, MergeLine, Saying, TableRule, plain_words
from compact_tui.core.merging import Merged
from compact_tui.core.pack import UNANSWERED, AuditPack, word_of
from compact_tui.core.show import numbers_of
from compact_tui.core.text import count, listed

FILE_FIELDS = ("file", "sha256", "file_size", "file_on")
"""What a piece of evidence says about a file of this computer; it never leaves."""

AUDIT_RULES: Mapping[str, TableRule] = {
    "answers": TableRule(
        together=("answer", "reason"),
        leads=("answer", "reason"),
        texts=("note", "reason", "private_note"),
        blank=lambda criterion: msgspec.to_builtins(CriterionAnswer(criterion=criterion)),
    ),
    "grades": TableRule(together=("level", "reason", "suggested", "provisional", "edition"), texts=("reason",)),
    "summaries": TableRule(texts=("text",), blank=lambda standard: msgspec.to_builtins(Summary(standard=standard))),
    "evidence": TableRule(),
    "actions": TableRule(together=("status", "outcome", "done_on"), texts=("outcome",)),
}
"""The tables that two people may fill in side by side."""

LENT_RULES: Mapping[str, TableRule] = {
    **AUDIT_RULES,
    "answers": msgspec.structs.replace(AUDIT_RULES["answers"], hidden=("private_note",)),
    "evidence": TableRule(hidden=FILE_FIELDS),
}
"""The same where the other side got a file of ours: what never leaves was not in it, and stays as it is here."""

_FIELDS = {
    ("answers", "answer"): "Answer",
    ("answers", "note"): "Note",
    ("answers", "private_note"): "Private note",
    ("grades", ""): "Grade",
    ("grades", "level"): "Grade",
    ("summaries", "text"): "Summary",
    ("evidence", ""): "Evidence",
    ("evidence", "title"): "Evidence: what it is",
    ("evidence", "kind"): "Evidence: kind",
    ("evidence", "where"): "Evidence: where",
    ("evidence", "held_by"): "Evidence: who holds it",
    ("evidence", "seen_on"): "Evidence: day it was seen",
    ("evidence", "review_by"): "Evidence: look again by",
    ("evidence", "supports"): "Evidence: what it belongs to",
    ("reply_answers", ""): "Answer to the partnership's reply",
    ("reply_answers", "text"): "Answer to the partnership's reply",
    ("reply_answers", "action"): "Answer to the partnership's reply: the action",
    ("actions", ""): "Action",
    ("actions", "what"): "Action: what",
    ("actions", "who"): "Action: who",
    ("actions", "due"): "Action: by when",
    ("actions", "status"): "Action: how it stands",
    ("actions", "supports"): "Action: what it belongs to",
}
_STATES = {MINE: "only ours changed", THEIRS: "only theirs changed", BOTH: "both changed"}
_SHORT = {MINE: "ours", THEIRS: "theirs", KEEP: "both texts"}
WAY_WORDS = {MINE: "ours stays", THEIRS: "theirs comes in", KEEP: "both texts are kept"}
"""What a choice does, in words."""


class MergeLineView(View, frozen=True, kw_only=True):
    """A line of a merge as it is shown."""

    id: str
    place: str
    words: str
    base: str
    mine: str
    theirs: str
    mine_by: str
    theirs_by: str
    state: str
    state_words: str
    ways: tuple[str, ...]
    choice: str
    choice_word: str
    """The same as ``choice`` in a word or two, for a narrow column."""
    choice_words: str
    """What will happen, in words."""
    result: str


class MergeView(View, frozen=True, kw_only=True):
    """What a file would change, or has changed."""

    title: str
    sentence: str
    """The counts, in words."""
    lines: tuple[MergeLineView, ...]
    """All that differs."""
    notes: tuple[str, ...] = ()
    """What else is to be said, such as rows that cannot be taken; one sentence each."""
    same: int
    mine: int
    theirs: int
    both: int
    undecided: int
    taken: int
    """How many lines come in as things are chosen."""
    take_words: str
    """What taking it in does, for a button."""
    done: bool = False
    """Whether it was taken in."""


def merge_view(title: str, merged: Merged, *, notes: tuple[str, ...] = (), done: bool = False) -> MergeView:
    """A merge as screens show it."""
    states = [line.state for line in merged.lines]
    taken = sum(line.choice in (THEIRS, KEEP) for line in merged.lines)
    undecided = len(merged.undecided)
    return MergeView(
        title=title,
        sentence=_sentence(merged, taken, undecided, done),
        lines=tuple(_line_view(line) for line in merged.lines),
        notes=notes,
        same=merged.same,
        mine=states.count(MINE),
        theirs=states.count(THEIRS),
        both=states.count(BOTH),
        undecided=undecided,
        taken=taken,
        take_words=f"Take in {count(taken, 'change')}" if taken else "Nothing to take in",
        done=done,
    )


def _sentence(merged: Merged, taken: int, undecided: int, done: bool) -> str:
    states = [line.state for line in merged.lines]
    counts = ((THEIRS, "changed by them"), (BOTH, "changed by both"), (MINE, "changed by us"))
    parts = [f"{states.count(state)} {words}" for state, words in counts if state in states]
    said = f"{listed(parts)}." if parts else "Nothing differs."
    if done:
        said = f"{count(taken, 'change')} taken in. Undo takes all of it back." if taken else "Nothing was taken in."
    waits = "1 change waits for your choice; ours stays until then."
    many = f"{undecided} changes wait for your choice; ours stay until then."
    return " ".join([said, *([waits if undecided == 1 else many] if undecided else [])])


def _line_view(line: MergeLine) -> MergeLineView:
    known = {name: getattr(line, name) for name in MergeLineView.__struct_fields__ if hasattr(line, name)}
    words = WAY_WORDS.get(line.choice, "not decided: ours stays until you choose")
    return MergeLineView(
        **known, state_words=_STATES[line.state], choice_word=_SHORT.get(line.choice, "choose"), choice_words=words
    )


def saying_of(pack: AuditPack, me: str, them: str) -> Saying:
    """How the records of an audit are said, in its pack's words.

    Args:
        pack: The audit's pack.
        me: Who we are, in a word or two.
        them: Who they are.
    """
    numbers = numbers_of(pack)

    def place(table: str, record: str, plain: Plain) -> str:
        supports = plain.get("supports")
        ids = list(supports) if isinstance(supports, list | tuple) else [record]
        return ", ".join(numbers.get(str(one), str(one)) for one in ids)

    def value(table: str, field: str, kept: object) -> str:
        if field == "supports" and isinstance(kept, list | tuple):
            return ", ".join(numbers.get(str(one), str(one)) for one in kept)
        text = plain_words(kept)
        if (table, field) == ("answers", "answer"):
            return "" if text == UNANSWERED else word_of(pack, "answer", text)
        if table == "grades":
            tables = {"level": word_of(pack, "level", text), "reason": text}
            return tables.get(field, "")
        if (table, field) == ("evidence", "kind"):
            return word_of(pack, "evidence_kind", text)
        return say_short(text) if is_day(text) else text

    def record(table: str, plain: Plain) -> str:
        shown = {"grades": ("level", "reason"), "evidence": ("title", "where"), "actions": ("what", "who", "due")}
        names = shown.get(table, tuple(plain))
        return ", ".join(words for name in names if (words := value(table, name, plain.get(name))))

    return Saying(me=me, them=them, place=place, field=_field_words, value=value, record=record)


def _field_words(table: str, field: str) -> str:
    return _FIELDS.get((table, field), field.replace("_", " ").capitalize())
