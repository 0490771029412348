"""What is put into the copy of a page, and what is read out of it."""

import json
from html import escape

import pytest
from checking.browser import NotLookedAt, Violation, violations, with_axe

from compact_tui.exchange.html import page_html
from tests.chart_samples import LAMPS, chart_page

PAGE = page_html(chart_page(LAMPS)).decode()


def dom(results: str) -> str:
    return f'<html><body><pre>no</pre></body><pre id="axe-results">{results}</pre><p>after</p></html>'


def test_the_copy_runs_axe_at_its_end_and_has_no_policy_that_forbids_it() -> None:
    copy = with_axe(PAGE, "var axe = '</body>'")

    assert "Content-Security-Policy" in PAGE
    assert "Content-Security-Policy" not in copy
    before, _, after = copy.partition("<script>")
    assert before.endswith("</main>\n")
    assert after.startswith("var axe = '</body>'</script><script>")
    assert after.endswith("</script></body>\n</html>")


def test_what_was_found_is_read_with_its_element() -> None:
    found = ["label", "Has a name", '<pre id="x">&amp;']

    assert violations(dom(escape(json.dumps([found])))) == (Violation(*found),)
    assert violations(dom("[]")) == ()


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<html></html>", "came to no result"),
        (dom(""), "came to no result"),
        (dom('[["failed", "Error: no", ""]]'), "axe-core failed: Error: no"),
    ],
)
def test_a_page_without_results_is_not_called_sound(page: str, said: str) -> None:
    with pytest.raises(NotLookedAt, match=said):
        violations(page)


def test_a_violation_is_said_in_a_line_of_some_length() -> None:
    said = Violation("region", "In a landmark", "<p>\n  " + "x" * 500).said

    assert said.startswith("region: In a landmark: <p> xxx")
    assert len(said) < 200
