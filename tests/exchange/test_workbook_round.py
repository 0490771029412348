"""Out and back: whatever was typed into the audit, an unchanged workbook changes nothing."""

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, Summary
from compact_tui.core.merge_words import LENT_RULES
from compact_tui.core.merging import merge
from compact_tui.core.pack import AuditPack
from compact_tui.core.text import clean, clean_line
from compact_tui.core.workbook import Lent
from compact_tui.core.workbook_build import build_workbook
from compact_tui.core.workbook_changes import Taken, taken_from
from compact_tui.exchange import workbook_write
from compact_tui.exchange.workbook_read import read_workbook
from compact_tui.exchange.workbook_write import workbook_bytes
from tests.samples import head, umbrella_pack, without_levels

TEXT = st.text(max_size=40).map(clean)
LINE = TEXT.map(clean_line)
DAY = st.dates().map(str) | st.just("")
WHERE = st.sampled_from(("u1", "u1-ticket", "u2-watch", "u3", "gone-one"))
SUPPORTS = st.lists(WHERE, max_size=3, unique=True).map(tuple)
ANSWERS = st.sampled_from(("unanswered", "in-hand", "half-way", "no-rain-here", "still-asking", "dropped-one"))


ASKED = tuple(criterion.id for standard in umbrella_pack().standard for criterion in standard.criterion)


@cache
def _pack() -> AuditPack:
    return umbrella_pack()


@pytest.fixture(autouse=True, scope="module")
def few_spare_rows() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook_write, "SPARE_ROWS", 2)
        yield


def _answer(criterion: str) -> st.SearchStrategy[CriterionAnswer]:
    return st.builds(CriterionAnswer, criterion=st.just(criterion), answer=ANSWERS, note=TEXT, reason=TEXT)


AUDITS = st.builds(
    Audit,
    head=st.just(head(variation="gallery")),
    answers=st.tuples(_answer("u1-ticket"), _answer("u2-watch"), _answer("gone-one")),
    grades=st.tuples(
        st.builds(Grade, standard=st.just("u1"), level=st.sampled_from(("soaked", "bone-dry", "x")), reason=TEXT)
    ),
    summaries=st.tuples(st.builds(Summary, standard=st.just("u2"), text=TEXT)),
    evidence=st.tuples(
        st.builds(
            Evidence,
            id=st.just("e-1"),
            title=LINE,
            kind=st.sampled_from(("", "ticket-stub", "gone-kind")),
            where=LINE,
            held_by=LINE,
            seen_on=DAY,
            review_by=DAY,
            supports=SUPPORTS,
        )
    ),
    actions=st.tuples(
        st.builds(
            Action,
            id=st.just("t-1"),
            what=LINE,
            who=LINE,
            due=DAY,
            outcome=LINE,
            status=st.sampled_from(("open", "done", "dropped")),
            supports=SUPPORTS,
        )
    ),
)


def _back(audit: Audit, pack: AuditPack) -> tuple[Lent | None, Taken]:
    book = build_workbook(audit, pack, setting="The Gallery", made_on="2026-12-03")
    read = read_workbook(workbook_bytes(book))
    assert read.lent == book.lent
    return read.lent, taken_from(read, pack, audit, by="Porter", at="2026-12-05T12:00:00Z", today="2026-12-05")


@settings(derandomize=True, deadline=None, max_examples=12)
@given(audit=AUDITS, graded=st.booleans())
@example(audit=Audit(head=head()), graded=True)
def test_an_unchanged_workbook_changes_nothing(audit: Audit, graded: bool) -> None:
    pack = _pack() if graded else without_levels(_pack())

    _, taken = _back(audit, pack)
    merged = merge(taken.base, taken.mine, taken.theirs, rules=LENT_RULES)

    assert (merged.lines, merged.edits, taken.wrong, taken.notes) == ((), (), (), ())


def test_texts_that_spreadsheets_treat_as_something_else_come_through() -> None:
    texts = (
        "=1+1", "+1", "-1", "@x", "'=1", "1.10", "007", "TRUE", "#N/A", "3/12/26", "_x0041_", "_x005F_x0041_", "x005F_",
        "a\nb\n\nc", "=1\n-2", "tab\there", "bell\x07", "null\x00", "\ufffe\uffff", "\u2028\u2029\x85", "\U0001d11e",
        "<&>\"'",
        "https://example.org", "mailto:a@b.example", "{=A1}", "  x", "e\u0301", "\u202eabc", " ",
    )  # fmt: skip
    seen = tuple(
        Evidence(id=f"e-{at}", title=clean_line(f"{at}. {text}"), where=clean_line(text), supports=("u1",))
        for at, text in enumerate(texts)
    )
    said = tuple(CriterionAnswer(criterion=name, note=clean(text)) for name, text in zip(ASKED, texts, strict=False))

    _, taken = _back(Audit(head=head(), answers=said, evidence=seen), _pack())

    assert (taken.wrong, taken.notes) == ((), ())
    assert taken.theirs == taken.base
