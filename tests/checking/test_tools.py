"""What is said where a program is missing."""

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
