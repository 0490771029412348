"""Starting, showing, answering and grading by commands."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import SMALL_PACK, Run

LINE: dict[str, Any] = {
    "id": "a-3",
    "pack": "umbrella-care",
    "edition": "2026.1",
    "variation": "gallery",
    "cycle": "2026",
    "standards": 3,
    "graded": 0,
    "to_grade": 3,
    "criteria": 9,
    "answered": 0,
}


def test_start_gives_the_audit_that_list_gives(run: Run) -> None:
    run("setup", "--name", "Brolly House", "--sector", "education")

    started = run("audit", "start", "--pack", str(SMALL_PACK), "--cycle", "2026", "--json").data

    assert started == LINE
    assert run("audit", "list", "--json").data == [LINE]


def test_the_usual_round_is_two_years_from_today(run: Run) -> None:
    run("setup", "--name", "Brolly House", "--sector", "education")

    assert run("audit", "start", "--pack", str(SMALL_PACK), "--json").data["cycle"] == "2026-2028"


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("audit", "start"), 2, "setup"),
        (("audit", "show"), 2, "audit start"),
        (("audit", "undo"), 2, "audit start"),
    ],
)
def test_before_there_is_a_setting_or_an_audit_the_next_command_is_named(
    run: Run, argv: tuple[str, ...], code: int, said: str
) -> None:
    ran = run(*argv)

    assert (ran.code, ran.out) == (code, "")
    assert f"compact-tui {said}" in ran.err


def test_an_audit_is_not_started_for_a_sector_that_the_pack_is_not_ready_for(run: Run) -> None:
    run("setup", "--name", "Brolly House", "--sector", "early-years")

    ran = run("audit", "start", "--pack", str(SMALL_PACK))

    assert (ran.code, ran.out) == (1, "")
    assert "Galleries with a cloakroom" in ran.err


@pytest.mark.parametrize(("pack", "code"), [("compact-13", 2), ("broken.toml", 3)])
def test_a_pack_that_cannot_be_used_starts_nothing(started: Run, tmp_path: Path, pack: str, code: int) -> None:
    (tmp_path / "broken.toml").write_text("[pack\n", "utf-8")
    named = str(tmp_path / pack) if pack.endswith(".toml") else pack

    ran = started("audit", "start", "--pack", named, "--json")

    assert (ran.code, ran.out) == (code, "")
    assert len(started("audit", "list", "--json").data) == 1


def test_show_gives_every_standard_with_its_criteria(started: Run) -> None:
    started("audit", "answer", "1.1", "half-way", "--note", "One roll only")

    view = started("audit", "show", "--json").data

    assert {key: view[key] for key in ("id", "pack", "edition", "variation", "cycle")} == {
        key: LINE[key] for key in ("id", "pack", "edition", "variation", "cycle")
    }
    assert [(s["id"], s["number"], s["title"]) for s in view["standards"]] == [
        ("u1", 1, "Taking umbrellas in"),
        ("u2", 2, "Keeping umbrellas"),
        ("u3", 3, "Giving umbrellas back"),
    ]
    first = view["standards"][0]
    assert (first["grade"], first["suggested"], first["suggested_because"], first["summary"]) == (
        "not-graded",
        "none",
        "Choose the model answer that fits you best.",
        "",
    )
    keys = ("id", "text", "duty", "essential", "answer", "note", "reason", "evidence", "actions")
    assert {key: first["criteria"][0][key] for key in keys} == {
        "id": "u1-ticket",
        "text": "Each umbrella that is handed over gets a numbered ticket, and its owner gets the other half.",
        "duty": "must",
        "essential": True,
        "answer": "half-way",
        "note": "One roll only",
        "reason": "",
        "evidence": [],
        "actions": [],
    }


@pytest.mark.parametrize("named", ["2", "u2", " U2 "])
def test_show_takes_a_standard_by_id_or_number(started: Run, named: str) -> None:
    assert [s["id"] for s in started("audit", "show", named, "--json").data["standards"]] == ["u2"]


@pytest.mark.parametrize("named", ["1.1", "u1-ticket"])
def test_one_criterion_is_shown_with_its_answers_and_what_helps(started: Run, named: str) -> None:
    started("audit", "answer", "1.1", "half-way", "--note", "Nine tickets.")

    shown = started("audit", "show", named)
    assert shown.code == 0
    assert shown.out.startswith("1.1  ")
    for said in ("Note: Nine tickets.", "half-way: ", "What good looks like:", "audit answer 1.1 ANSWER"):
        assert said in shown.out
    page = started("audit", "show", named, "--json").data
    assert (page["criterion"]["id"], page["criterion"]["note"]) == ("u1-ticket", "Nine tickets.")
    assert "There is no standard" in started("audit", "show", "1.99").err


def test_show_is_readable_without_json(started: Run) -> None:
    started("audit", "answer", "1.1", "in-hand", "--note", "Ten of ten")
    started("audit", "grade", "1", "a-few-drops")

    whole = started("audit", "show").out
    assert "1  Taking umbrellas in    1 of 3 answered    A few drops\n" in whole
    assert "3  Giving umbrellas back  0 of 3 answered    not graded\n" in whole
    one = started("audit", "show", "1").out
    assert "Grade: A few drops\n" in one
    assert "1.1  Does every umbrella get a ticket? [must, essential]\n" in one
    assert "     Answer: In hand   (u1-ticket)\n     Note: Ten of ten\n" in one
    assert "     Answer: not answered   (u1-wet-rack)\n" in one


@pytest.mark.parametrize(
    ("criterion", "answer", "more", "kept"),
    [
        ("1.1", "in-hand", (), ("in-hand", "", "")),
        ("u1-ticket", "need-support", ("--note", " Help "), ("need-support", "Help", "")),
        ("3.3", "no-rain-here", ("--reason", "No exit"), ("no-rain-here", "", "No exit")),
        ("3.3", "unanswered", (), ("unanswered", "", "")),
    ],
)
def test_answers_are_those_of_the_pack(
    started: Run, criterion: str, answer: str, more: tuple[str, ...], kept: tuple[str, str, str]
) -> None:
    data = started("audit", "answer", criterion, answer, *more, "--json").data

    assert (data["answer"], data["note"], data["reason"]) == kept


def test_an_answer_is_said_back_with_the_next_step(started: Run) -> None:
    ran = started("audit", "answer", "1.1", "in-hand")

    assert ran.out == "1.1 Does every umbrella get a ticket? In hand.\nWhat waits next: compact-tui status\n"
    assert "taken back" in started("audit", "answer", "1.1", "unanswered").out


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (("audit", "answer", "1.9", "in-hand"), "audit show"),
        (("audit", "answer", "u1-tickets", "in-hand"), 'Did you mean "u1-ticket"?'),
        (("audit", "answer", "1.1", "in-hnd"), 'Did you mean "in-hand"?'),
        (("audit", "answer", "1.1", "met"), "in-hand, half-way"),
        (("audit", "answer", "1.1", "no-rain-here"), "--reason"),
        (("audit", "grade", "1", "bone-dri"), 'Did you mean "bone-dry"?'),
        (("audit", "grade", "9", "bone-dry"), "1, 2, 3"),
        (("audit", "summary", "u9", "x"), "1, 2, 3"),
        (("audit", "show", "u11"), 'Did you mean "u1"?'),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(started: Run, argv: tuple[str, ...], hint: str) -> None:
    ran = started(*argv, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err.splitlines()[1]


def test_a_grade_and_its_reason_are_kept(started: Run) -> None:
    data = started("audit", "grade", "u1", "soaked", "--reason", "Wet floor", "--json").data

    assert (data["grade"], data["grade_word"], data["reason"]) == ("soaked", "Soaked", "Wet floor")
    assert started("audit", "grade", "u2", "bone-dry").out.startswith("2 Keeping umbrellas: Bone dry.\n")


def test_a_grade_that_differs_from_the_suggested_one_asks_why_until_it_is_said(run: Run) -> None:
    run("setup", "--name", "Oakfield", "--sector", "education")
    run("audit", "start")
    for criterion in run("audit", "show", "8", "--json").data["standards"][0]["criteria"]:
        run("audit", "answer", criterion["id"], "met")

    unsaid = run("audit", "grade", "8", "inadequate").out.splitlines()
    said = run("audit", "grade", "8", "inadequate", "--reason", "Nobody knows").out.splitlines()
    agreed = run("audit", "grade", "8", "good").out.splitlines()

    assert unsaid[0] == "8 Early help: Inadequate."
    assert unsaid[1].startswith("Suggested was Good: ")
    assert unsaid[2:] == ["Say why yours differs: compact-tui audit grade 8 inadequate --reason TEXT"]
    assert said == [*unsaid[:2], "What waits next: compact-tui status"]
    assert agreed == ["8 Early help: Good.", "What waits next: compact-tui status"]


def test_a_summary_is_said_back(started: Run) -> None:
    assert started("audit", "summary", "1", "Dry").out.startswith("Summary kept for 1 Taking umbrellas in.\n")
    assert started("audit", "summary", "1", "").out.startswith("Summary taken away for 1 Taking umbrellas in.\n")


def test_undo_and_redo_walk_the_history(started: Run) -> None:
    started("--by", "DSL", "audit", "answer", "1.1", "in-hand")

    assert started("audit", "undo", "--json").data == {
        "what": "undid 1.1 In hand",
        "criterion": "u1-ticket",
        "standard": "",
        "kept_apart": [],
    }
    assert started("audit", "list", "--json").data[0]["answered"] == 0
    assert started("audit", "redo").out == ("Redid 1.1 In hand.\nTo take it back again: compact-tui audit undo\n")
    assert started("audit", "list", "--json").data[0]["answered"] == 1
    history = started("audit", "history", "--json").data
    assert [change["what"] for change in history] == [
        "redid 1.1 In hand",
        "undid 1.1 In hand",
        "1.1 In hand",
        "audit 2026 started",
    ]
    assert {key: history[2][key] for key in ("at", "by", "verb")} == {
        "at": "2026-12-03T12:00:00Z",
        "by": "DSL",
        "verb": "answer",
    }
    assert "3 Dec 2026, 12:00 UTC  DSL  1.1 In hand\n" in started("audit", "history").out


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_nothing_to_take_back_ends_with_1(started: Run, verb: str) -> None:
    ran = started("audit", verb, "--json")

    assert (ran.code, ran.out) == (1, "")
    assert f"nothing to {verb}" in ran.err


def test_find_gives_the_places_and_says_when_there_are_none(started: Run) -> None:
    started("audit", "answer", "2.2", "in-hand", "--note", "Rib book lies under the till")

    (hit,) = started("find", "under", "the", "TILL", "--json").data
    assert (hit["standard"], hit["criterion"], hit["number"], hit["field"]) == ("u2", "u2-repair", "2.2", "note")
    assert started("find", "till").out.endswith("found.\n")
    none = started("find", "zeppelin")
    assert (none.code, none.out.startswith('Nothing holds "zeppelin".')) == (0, True)
    assert started("find", "zeppelin", "--json").data == []
    assert started("find", " ").code == 2


@pytest.fixture
def club(run: Run) -> Run:
    """A small group with a self-assessment that has no grades."""
    assert run("setup", "--name", "Judo Club", "--sector", "small-group", "--kind", "voluntary-group").code == 0
    assert run("audit", "start", "--cycle", "2026").code == 0
    return run


def test_a_list_of_audits_without_grades_has_no_column_for_them(club: Run) -> None:
    headers, row = club("audit", "list").out.splitlines()

    assert headers.split() == ["Id", "Round", "Pack", "Answered"]
    assert row.startswith("a-3  2026   small-group 2026.1  0 of ")
    assert "grade" not in row


def test_in_a_list_with_others_it_says_that_it_has_no_grades(club: Run) -> None:
    club("setup", "--sector", "education", "--kind", "primary-school")
    club("audit", "start", "--pack", str(SMALL_PACK))

    lines = sorted(club("audit", "list").out.splitlines()[1:], key=lambda line: "small-group" not in line)

    assert lines[0].endswith("has no grades")
    assert lines[1].endswith("0 of 3")


def test_without_grades_neither_the_overview_nor_a_standard_speaks_of_them(club: Run) -> None:
    club("audit", "answer", "1.1", "met")

    whole, one = club("audit", "show").out, club("audit", "show", "1").out

    assert "grade" not in whole.lower()
    assert not any(line.startswith("Grade") for line in one.splitlines())
    assert "Answer: Yes, we do this" in one
    assert not any("grade" in line for line in club("status").out.lower().splitlines()[:4])


def test_a_grade_where_there_are_none_is_refused_in_words(club: Run) -> None:
    ran = club("audit", "grade", "1", "good", "--json")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "This audit has no grades: its answers are all there is.",
        "Nothing was changed.",
    ]


def test_what_the_profile_switches_off_is_counted_and_shown_with_the_reason(club: Run) -> None:
    before = club("audit", "list", "--json").data[0]["answered"]
    club("setup", "--without", "website, transport, overnight, food")

    (line,) = club("audit", "list", "--json").data
    shown = [c for s in club("audit", "show", "--json").data["standards"] for c in s["criteria"]]
    off = [c for c in shown if c["reason"].startswith("Switched off by our profile: we have no ")]
    assert (before, line["answered"]) == (0, len(off))
    assert {c["answer"] for c in off} == {"not-applicable"}
    assert len(off) >= 1
    club("setup", "--without", "")
    assert club("audit", "list", "--json").data[0]["answered"] == 0
