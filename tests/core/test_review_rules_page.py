"""The page about the rules says of each what the program does, and nothing of any other."""

import re
from pathlib import Path

from compact_tui.core.findings import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "review-rules.md").read_text("utf-8")
ROW = re.compile(r"^\| `([a-z-]+)` \| (\w+)(, \*firm\*)? \| (.+?) \| (.+) \|$", re.MULTILINE)


def test_every_rule_stands_on_the_page_as_it_is_and_in_its_order_and_no_other_does() -> None:
    told = [(found[1], found[2], bool(found[3]), found[4]) for found in ROW.finditer(PAGE)]

    assert told == [(rule.id, rule.severity, rule.firm, rule.words) for rule in RULES]


def test_the_page_says_of_each_rule_in_words_of_its_own_why_a_reader_asks() -> None:
    reasons = [found[5] for found in ROW.finditer(PAGE)]

    assert len(set(reasons)) == len(reasons)
    assert all(reason.endswith(".") and len(reason) > 30 for reason in reasons)


def test_the_page_counts_the_errors_as_they_are() -> None:
    assert sum(rule.severity == "error" for rule in RULES) == 4
    assert "There are four." in PAGE
