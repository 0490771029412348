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


@pytest.mark.parametrize(
    "argv",
    [
        ("audit", "note", "1.1", "{}"),
        ("audit", "note", "1.1", "{}", "--private"),
        ("audit", "answer", "1.1", "in-hand", "--note", "{}"),
        ("audit", "grade", "1", "bone-dry", "--reason", "{}"),
        ("audit", "summary", "1", "{}"),
        ("evidence", "add", "--title", "{}", "--for", "1.1"),
        ("action", "add", "--what", "{}", "--who", "Porter", "--by", "2026-12-20", "--for", "1.1"),
    ],
)
def test_a_text_that_could_name_a_child_is_kept_and_said_beside_it(started: Run, argv: tuple[str, ...]) -> None:
    told = started(*(part.format("Sam K, dob 14.03.2015") for part in argv), "--json")
    quiet = started(*(part.format("Seen on 14.03.2026") for part in argv), "--json")

    assert (told.code, quiet.code) == (0, 0)
    assert "Please leave out what could identify a child" in told.err
    assert "identify" not in quiet.err


@pytest.mark.parametrize(
    "argv",
    [
        ("evidence", "edit", "{id}", "--where", "{text}"),
        ("action", "edit", "{id}", "--what", "{text}"),
        ("action", "done", "{id}", "--outcome", "{text}"),
        ("action", "drop", "{id}", "--reason", "{text}"),
    ],
)
def test_a_record_that_is_changed_is_watched_as_one_that_is_added(started: Run, argv: tuple[str, ...]) -> None:
    adding = {
        "evidence": ("--title", "Slate"),
        "action": ("--what", "Mend it", "--who", "Porter", "--by", "2026-12-20"),
    }[argv[0]]
    record = str(started(argv[0], "add", *adding, "--for", "1.1", "--json").data["id"])

    told = started(*(part.format(id=record, text="Sam K, dob 14.03.2015") for part in argv))

    assert told.code == 0
    assert "Please leave out what could identify a child" in told.err
