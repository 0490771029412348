"""Commands about people: whom to ring, who is at the keyboard, and what to do when a child may be at risk."""

from compact_tui.core.setting_forms import PEOPLE_FORM
from tests.cli.conftest import Run


def test_people_are_said_by_options_and_shown(run: Run) -> None:
    done = run("people", "--lead-name", "Jo Park", "--numbers-checked-on", "3 Dec 2026")

    assert done.code == 0
    assert "Jo Park" in done.out
    assert run("people", "--json").data == {
        **{field.id: "" for field in PEOPLE_FORM.fields},
        "lead_name": "Jo Park",
        "numbers_checked_on": "3 December 2026",
    }


def test_a_day_that_is_none_is_told_and_nothing_is_kept(run: Run) -> None:
    done = run("people", "--lead-name", "Jo", "--numbers-checked-on", "soon")

    assert (done.code, done.out) == (2, "")
    assert "--numbers-checked-on" in done.err
    assert run("people", "--json").data["lead_name"] == ""


def test_the_card_works_before_anything_else_was_said(run: Run) -> None:
    done = run("act-now")

    assert done.code == 0
    assert done.out.index("999") < done.out.index("Tell the safeguarding lead")
    assert "Not in your profile yet" in done.out


def test_the_card_is_data_too(run: Run) -> None:
    run("people", "--lead-name", "Jo Park")

    assert run("act-now", "--json").data["steps"][1]["ring"] == ["Jo Park"]


def test_who_is_said_once_and_carried_by_what_follows(run: Run) -> None:
    assert "Nobody has said" in run("who").out
    assert run("who", "Deputy lead", "--initials", "ab").out.startswith("At the keyboard: Deputy lead (AB).")

    run("setup", "--name", "Brolly House", "--sector", "education")
    run("audit", "start")
    run("audit", "answer", "1.1", "met")

    assert run("audit", "history", "--json").data[0]["by"] == "Deputy lead (AB)"


def test_by_goes_before_who_was_remembered(run: Run) -> None:
    run("who", "Deputy lead")
    run("setup", "--name", "Brolly House", "--sector", "education")
    run("audit", "start")
    run("audit", "answer", "1.1", "met", "--by", "Head")

    assert run("audit", "history", "--json").data[0]["by"] == "Head"


def test_nobody_is_remembered_when_asked(run: Run) -> None:
    run("who", "Deputy lead")

    assert run("who", "--nobody", "--json").data["who"] == ""
    assert run("who", "--json").data["who"] == ""


def test_a_whole_name_is_not_taken_for_initials(run: Run) -> None:
    done = run("who", "Head", "--initials", "Jo Park")

    assert (done.code, done.out) == (2, "")
    assert "at most four letters" in done.err
