"""Writing notes by command."""

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(("options", "field"), [((), "note"), (("--private",), "private_note")])
def test_a_note_is_written_and_taken_away(started: Run, options: tuple[str, ...], field: str) -> None:
    ran = started("audit", "note", "1.1", "Ask Bo", *options, "--json")
    assert {name: ran.data[name] for name in ("note", "private_note")} == {
        "note": "", "private_note": "", field: "Ask Bo",
    }  # fmt: skip

    assert "kept for 1.1 Does every umbrella get a ticket?" in started("audit", "note", "1.1", "Ask Jo", *options).out
    assert "taken away for 1.1" in started("audit", "note", "1.1", "", *options).out


def test_a_note_may_come_from_standard_input_and_leaves_the_answer_as_it_is(started: Run) -> None:
    started("audit", "answer", "1.1", "in-hand")

    data = started("audit", "note", "1.1", "-", "--json", stdin="Zoë\nlooked.\n".encode()).data

    assert (data["note"], data["answer"]) == ("Zoë\nlooked.", "in-hand")
