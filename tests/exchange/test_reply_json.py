"""A reply and the answer to it: written, read back, and refused where anything in it cannot be right."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.pack import NOT_GRADED
from compact_tui.core.page import TableBlock
from compact_tui.core.page_speech import spoken_lines
from compact_tui.core.reply import AnswerLine, ReplyGrade, ReplyRemark
from compact_tui.core.reply_page import reply_page
from compact_tui.exchange.reply_json import (
    answer_schema,
    encode_answer,
    encode_reply,
    read_answer,
    read_reply,
    reply_schema,
)
from compact_tui.exchange.sealed_json import encode_sealed
from tests.reply_samples import answer, reply


def test_a_reply_and_an_answer_read_back_as_they_were_written() -> None:
    assert replace(read_reply(encode_reply(reply())), digest="") == reply()
    assert replace(read_answer(encode_answer(answer())), digest="") == answer()
    assert reply_schema()["title"] == "A reply of a partnership (compact-reply, version 1)"
    assert answer_schema()["title"] == "An answer to a partnership's reply (compact-answer, version 1)"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"partnership": ""}, "who replies"),
        ({"return_id": ""}, "to which return"),
        ({"id": ""}, "its id"),
        ({"plan": "perhaps"}, "can be said of a plan"),
        ({"made_on": "soon"}, "on which day it was made"),
        ({"received_on": "31.12."}, "is no day"),
        ({"setting": "Brolly\x1b[31m"}, "not a plain line"),
        ({"answer_to": ("a\nb",)}, "not a plain line"),
        ({"remarks": (ReplyRemark(id="q\u200b1", kind="question", text="A"),)}, "not a plain line"),
        ({"remarks": (ReplyRemark(id="q" * 301, kind="question", text="A"),)}, "not a plain line"),
        ({"remarks": (ReplyRemark(id="q", kind="question", text="A", title="B\nC"),)}, "not a plain line"),
        ({"remarks": (ReplyRemark(id="q", kind="question", text="A", priority="\x1b"),)}, "not a plain line"),
        ({"grades": (ReplyGrade(standard="u1", title="A", own="b\t", own_word="B"),)}, "not a plain line"),
        ({"grades": (ReplyGrade(standard="u1", title="A", own="b", own_word="B\x07"),)}, "not a plain line"),
        ({"grades": (ReplyGrade(standard="u1", title="A", own="b", own_word="B", sector="\x07"),)}, "not a plain line"),
        ({"report": "x" * 301}, "not a plain line"),
        ({"plan_reason": "x" * 10_001}, "longer than 10,000 characters"),
        ({"remarks": (ReplyRemark(id="q", kind="order", text="Go."),)}, "no known kind"),
        ({"remarks": (ReplyRemark(id="q", kind="question", text=""),)}, "no text"),
        ({"remarks": (ReplyRemark(id="q", kind="question", text="A\u202eB"),)}, "do not belong in a text"),
        ({"remarks": (ReplyRemark(id="q", kind="question", text="A"),) * 2}, "the same remark twice"),
        ({"answer_to": ("a@b.example",) * 501}, "more than 500 rows"),
    ],
)
def test_a_reply_that_cannot_be_right_is_neither_written_nor_read(changes: dict[str, Any], reason: str) -> None:
    _refused(lambda: encode_reply(reply(**changes)), lambda data: read_reply(data), reply(**changes), reason)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"reply": ""}, "to which reply"),
        ({"made_on": ""}, "on which day"),
        ({"answers": (AnswerLine(remark="q-1", due="soon"),)}, "is no day"),
        ({"answers": (AnswerLine(remark="q-1"),) * 2}, "the same answer twice"),
        ({"answers": (AnswerLine(remark="q-1", text="\x07"),)}, "do not belong in a text"),
    ],
)
def test_an_answer_that_cannot_be_right_is_neither_written_nor_read(changes: dict[str, Any], reason: str) -> None:
    _refused(lambda: encode_answer(answer(**changes)), lambda data: read_answer(data), answer(**changes), reason)


def _refused(write: Callable[[], bytes], read: Callable[[bytes], Any], document: Any, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        write()
    with pytest.raises(FileNotAcceptableError, match=reason):
        read(encode_sealed(document))


@pytest.mark.parametrize("read", [read_reply, read_answer])
def test_what_was_altered_or_is_something_else_is_refused(read: Callable[[bytes], Any]) -> None:
    data = (encode_reply(reply()) if read is read_reply else encode_answer(answer())).replace(b"Brolly", b"Broily")
    for wrong in (data, b"{}", b"", b'{"format": "compact-return"}'):
        with pytest.raises(FileNotAcceptableError):
            read(wrong)


def test_the_page_says_everything_and_marks_what_is_kept_back() -> None:
    told = "\n".join(spoken_lines(reply_page(reply())))

    for said in (
        "on 1 December 2026",
        "Your action plan is accepted.",
        "We see 1 standard of 2 otherwise",
        "Bone dry 3, Soaked 4 (of 7)",
        "not shown: it could tell of a few",
        "Handing out: No rack was seen.",
        "Handing out: Who counts them?",
        "Buy a rack. (now)",
        "A clear return.",
        "1 question and 1 recommendation within four weeks",
        "learning-report.html",
    ):
        assert said in told
    assert "compact-tui open FILE" in told
    assert "compact-tui open FILE" not in "\n".join(spoken_lines(reply_page(reply(), opened=True)))
    bare = "\n".join(spoken_lines(reply_page(reply(grades=(), remarks=(), plan="", report=""))))
    assert "Nothing more is needed from you." in bare
    assert "We see" not in bare


def test_a_standard_that_nobody_graded_is_not_said_to_be_seen_the_same() -> None:
    nobody = ReplyGrade(standard="u3", title="Giving back", own=NOT_GRADED, own_word="not graded")
    graded = ReplyGrade(standard="u2", title="Keeping", own="soaked", own_word="Soaked")

    other = replace(reply().grades[0])
    page = reply_page(reply(grades=(nobody, graded, other)))
    (table,) = (block for one in page.sections for block in one.blocks if isinstance(block, TableBlock))

    assert [row[:3] for row in table.rows[:2]] == [
        ("Giving back", "not graded", "none"),
        ("Keeping", "Soaked", "the same"),
    ]
