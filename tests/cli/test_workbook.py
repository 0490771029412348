"""Workbooks by command: out to a colleague, back by --dry-run, then with a choice."""

from pathlib import Path

import pytest

from compact_tui.core.text import visible
from tests.cli.conftest import Run
from tests.workbooks import Hands


def _lent(run: Run, *options: str) -> Path:
    return Path(run("audit", "workbook", "export", *options, "--json").data["path"])


def _filled(path: Path) -> Path:
    hands = Hands(path.read_bytes())
    hands.fill("1 ", "1.1", "What we found", "Nine of ten.")
    hands.fill("1 ", "1.2", "Answer", "half way")
    return hands.save(path.with_name("back.xlsx"))


def test_a_workbook_goes_out_and_comes_back_with_a_choice(started: Run) -> None:
    ran = started("audit", "workbook", "export", "--standards", "1, u3", "--for", "HR", "--due", "10/12/2026")
    path = Path(ran.out.partition(": ")[2].partition(".xlsx")[0] + ".xlsx")
    assert (ran.code, path.name) == (0, "2026-part-1-3-for-hr-2026-12-03.xlsx")
    assert ran.out.startswith("2 standards of the audit as a workbook: ")
    assert ran.out.endswith("Give it to HR; nothing was sent.\n")
    back = str(_filled(path))
    started("audit", "note", "1.1", "All of them.")

    shown = started("audit", "workbook", "import", back, "--dry-run")
    assert (shown.code, shown.err) == (1, "")
    assert "1 changed by them and 1 changed by both. 1 change waits for your choice" in shown.out
    assert "1.1 Note: both changed; not decided: ours stays until you choose  [answers/u1-ticket/note]" in shown.out
    assert "  theirs: Nine of ten." in shown.out
    assert started("audit", "show", "1", "--json").data["standards"][0]["criteria"][1]["answer"] == "unanswered"

    taken = started("audit", "workbook", "import", back, "--choose", "answers/u1-ticket/note=keep")
    assert taken.code == 0
    assert "2 changes taken in. Undo takes all of it back." in taken.out
    assert "The audit as it was before: " in taken.out
    first, second = started("audit", "show", "1", "--json").data["standards"][0]["criteria"][:2]
    assert first["note"].endswith("All of them.\n\nHR: Nine of ten.")
    assert second["answer"] == "half-way"
    assert started("audit", "undo").code == 0
    assert started("audit", "show", "1", "--json").data["standards"][0]["criteria"][1]["answer"] == "unanswered"


def test_both_ways_may_be_chosen_at_once_and_data_say_the_same(started: Run) -> None:
    back = str(_filled(_lent(started)))
    started("audit", "note", "1.1", "All of them.")

    data = started("audit", "workbook", "import", back, "--both", "theirs", "--json").data

    assert (data["merge"]["taken"], data["merge"]["undecided"], data["merge"]["done"], data["wrong"]) == (
        2,
        0,
        True,
        [],
    )
    assert [line["choice"] for line in data["merge"]["lines"]] == ["theirs", "theirs"]


def test_a_cell_that_cannot_be_taken_ends_with_1(started: Run) -> None:
    path = _lent(started)
    hands = Hands(path.read_bytes())
    hands.fill("1 ", "1.1", "Answer", "=IF(1,2)")

    ran = started("audit", "workbook", "import", str(hands.save(path.with_name("back.xlsx"))))

    assert (ran.code, ran.err) == (1, "")
    assert 'Sheet "1 Taking in", cell F3: holds a formula' in ran.out


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (("export", "--standards", "u9"), 2, 'There is no standard "u9"'),
        (("export", "--due", "soon"), 2, "--due:"),
        (("export", "--private", "--for", "HR"), 2, "Private notes are never lent"),
        (("import", "nowhere.xlsx"), 3, "nowhere.xlsx"),
        (("import", "text.xlsx"), 3, "is not a workbook"),
        (("import", "lent.xlsx", "--choose", "answers/u1-ticket/note"), 2, "--choose cannot take"),
        (("import", "lent.xlsx", "--choose", "answers/u1-ticket/note=thiers"), 2, 'Did you mean "theirs"?'),
        (("import", "lent.xlsx", "--choose", "answers/u1-tickt/note=mine"), 2, "Nothing differs at"),
        (("import", "lent.xlsx", "--both", "thiers"), 2, 'Did you mean "theirs"?'),
    ],
)
def test_what_cannot_be_done_is_said_on_standard_error(
    started: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.xlsx").write_text("No, Question")
    started("audit", "workbook", "export", "--output", "lent.xlsx")

    ran = started("audit", "workbook", *argv, "--json")

    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err


def test_text_of_a_workbook_steers_no_terminal(started: Run) -> None:
    path = _lent(started)
    hands = Hands(path.read_bytes())
    hands.fill("1 ", "1.1", "What we found", "good \u202eevil")

    out = started("audit", "workbook", "import", str(hands.save(path.with_name("back.xlsx"))), "--dry-run").out

    assert "good <U+202E>evil" in out
    assert out == visible(out)
