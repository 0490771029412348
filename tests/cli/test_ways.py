"""The first pass and answering together by commands, and which tool is ours."""

import pytest

from tests.cli.conftest import Run


def test_the_first_pass_is_chosen_standard_by_standard_and_listed(started: Run) -> None:
    chosen = started("audit", "first-pass", "2", "soaked")

    assert chosen.out == (
        "2 Keeping umbrellas (2 of 3): Soaked (provisional). About 3 minutes left.\n"
        "\n"
        "Go on: compact-tui audit first-pass u3 LEVEL\n"
    )
    listed = started("audit", "first-pass").out
    assert listed.index("Soaked (provisional)") < listed.index("not chosen yet")
    assert "First pass: 1 of 3 chosen, 1 provisional, about 3 minutes left.\n" in listed
    assert "Begin the full audit with 2 Keeping umbrellas: you chose Soaked there.\n" in listed
    data = started("audit", "first-pass", "--json").data
    assert [(line["standard"], line["level"], line["provisional"]) for line in data["lines"]] == [
        ("u2", "soaked", True),
        ("u1", "", False),
        ("u3", "", False),
    ]


def test_a_standard_of_it_shows_its_model_answers(started: Run) -> None:
    ran = started("audit", "first-pass", "1")

    assert ran.out.startswith("1 Taking umbrellas in (1 of 3): nothing chosen yet. About 5 minutes left.\n")
    assert "\nsoaked: Soaked\n  Umbrellas lean against the wall." in ran.out
    data = started("audit", "first-pass", "1", "--json").data
    assert [level["key"] for level in data["levels"]] == ["1", "2", "3"]


def test_a_provisional_level_is_taken_back_and_confirmed_by_grading(started: Run) -> None:
    started("audit", "first-pass", "1", "soaked")
    assert started("audit", "first-pass", "1", "--clear", "--json").data["chosen"] == ""
    started("audit", "first-pass", "1", "soaked")
    assert "Soaked (provisional)" in started("audit", "show", "1").out

    assert started("audit", "grade", "1", "soaked").code == 0

    assert "provisional" not in started("audit", "show", "1").out
    assert started("audit", "first-pass", "1", "bone-dry").code == 2


def test_the_last_choice_says_where_the_result_is(started: Run) -> None:
    for standard in ("1", "2"):
        started("audit", "first-pass", standard, "soaked")

    ran = started("audit", "first-pass", "3", "soaked")

    assert ran.out.endswith("Nothing left to choose.\n\nSee what it came to: compact-tui audit first-pass\n")


@pytest.mark.parametrize(
    "argv",
    [("1", "soaked", "--clear"), ("--clear",), ("9", "soaked"), ("1", "soakd")],
)
def test_what_cannot_be_done_ends_with_2_and_chooses_nothing(started: Run, argv: tuple[str, ...]) -> None:
    assert started("audit", "first-pass", *argv).code == 2
    assert started("audit", "first-pass", "--json").data["done"] == 0


def test_without_an_audit_one_is_started(run: Run) -> None:
    assert run("audit", "first-pass").code == 2
    run("setup", "--name", "Brolly House", "--kind", "primary-school")

    data = run("audit", "first-pass", "--json").data

    assert (data["done"], data["total"]) == (0, 12)
    assert len(run("audit", "list", "--json").data) == 1


def test_counts_and_the_agreed_answer_are_kept_by_one_command(started: Run) -> None:
    ran = started(
        "audit", "together", "1.1", "--count", "in-hand=14", "--count", "half-way=3", "--agreed", "in-hand",
        "--on", "1 Dec 2026", "--said-by", "Day team", "--note", "The roll hangs by the door.",
    )  # fmt: skip

    assert ran.out == (
        "1.1 Does every umbrella get a ticket? In hand.\n"
        "17 answers: 14 in hand, 3 half way.\n"
        "Kept as evidence: Day team on 1 December 2026: 14 in hand, 3 half way\n"
    )
    listed = started("audit", "together", "1")
    assert "Day team on 1 December 2026: 14 in hand, 3 half way" in listed.out
    assert listed.out.endswith("1 Taking umbrellas in: 1 of 3 answered together.\n")
    line = started("audit", "together", "1.1", "--json").data["lines"][0]
    assert (line["by"], line["tally"]["total"]) == ("Day team", 17)


def test_a_count_agreed_is_data_too(started: Run) -> None:
    data = started("audit", "together", "1.1", "--count", "in-hand=5", "--agreed", "in-hand", "--json").data

    assert data["title"] == "Whole staff on 3 December 2026: 5 in hand"
    assert data["tally"]["parts"] == [
        {"id": "in-hand", "word": "In hand", "count": 5, "words": "5 of 5", "blocks": 20},
    ]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("--count", "in-hand", "--agreed", "in-hand"), "is not a count"),
        (("--count", "in-hnd=3", "--agreed", "in-hand"), 'Did you mean "in-hand"?'),
        (("--count", "in-hand=3"), "needed"),
        (("--agreed", "in-hand"), "Nobody's answer was counted."),
        (("--count", "in-hand=-3", "--agreed", "in-hand"), "not a number of people"),
    ],
)
def test_a_count_that_cannot_be_taken_changes_nothing(started: Run, argv: tuple[str, ...], words: str) -> None:
    ran = started("audit", "together", "1.1", *argv)

    assert ran.code == 2
    assert words in ran.err
    assert started("evidence", "list", "--json").data == []


NO = ("--paid", "no", "--ofsted", "no", "--school", "no", "--helpers", "3")


def test_which_tool_is_ours_is_said_with_the_reason_and_saves_nothing(run: Run) -> None:
    ran = run("setup", "--which", *NO)

    assert ran.out == (
        "The one for small groups.\n"
        "Yours is the one for small groups (7 parts, 42 questions, about 40 minutes), "
        "because nothing asks for more.\n"
        "It stays with you. You share it only if you choose.\n"
        "What asks for the full audit:\n"
        "  You are a school or college, or run by one: no\n"
        "  You are registered with Ofsted: no\n"
        "  The council or the NHS pays you to run it: no\n"
        "To take it: compact-tui setup --name NAME --kind voluntary-group\n"
    )
    assert run("status").out.startswith("No setting named yet\n")


def test_which_tool_is_ours_is_data_too(run: Run) -> None:
    data = run("setup", "--which", *NO, "--paid", "yes", "--json").data

    assert (data["tool"], data["sector"], data["questions"]) == ("full", "other", 70)
    assert run("setup", "--which", *NO, "--paid", "yes").out.endswith("setup --name NAME --sector other\n")


@pytest.mark.parametrize("argv", [("--which",), ("--paid", "no"), (*NO, "--helpers", "some")])
def test_which_tool_cannot_be_said_without_all_four_answers(run: Run, argv: tuple[str, ...]) -> None:
    assert run("setup", *argv).code == 2


def test_a_small_group_is_told_where_it_stands_without_due_day_or_return(run: Run) -> None:
    run("setup", "--name", "Tumble Judo", "--kind", "voluntary-group")
    run("audit", "start")

    lines = run("status").out.splitlines()

    assert lines[1:4] == [
        "Safeguarding self-check 2026-2028: 0 of 42 answered, about 40 minutes left",
        "Nobody waits for this: it is for yourselves.",
        "Next: Begin with part 1, Who looks after safeguarding. (compact-tui audit show g01)",
    ]
