"""What is said where a program is missing."""

from pathlib import Path

import pytest
from checking.tools import Tools


@pytest.mark.parametrize(
    ("tools", "said"),
    [
        (Tools("b", "a", "o", "p"), ()),
        (Tools("", "a", "o", "p"), ("none of chromium",)),
        (Tools("b", "", "o", "p"), ("axe.min.js is not here",)),
        (Tools("b", "a", "", "p"), ("soffice is not here",)),
        (Tools("b", "a", "o", ""), ("pdftotext is not here",)),
        (Tools(), ("none of chromium", "soffice is not here")),
    ],
)
def test_what_is_skipped_is_said_a_sentence_each(tools: Tools, said: tuple[str, ...]) -> None:
    assert len(tools.skipped) == len(said)
    assert all(part in sentence for part, sentence in zip(said, tools.skipped, strict=True))


def test_a_file_is_looked_at_where_all_that_needs_is_here() -> None:
    page, word, book = (Path(f"a.{ending}") for ending in ("html", "docx", "xlsx"))

    assert [Tools("b", "a").look_at(file) for file in (page, word, book)] == [True, False, False]
    assert [Tools("b", office="o").look_at(file) for file in (page, word, book)] == [False, True, True]
