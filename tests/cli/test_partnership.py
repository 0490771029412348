"""The partnership's side by commands: from starting to chasing, as data and as text."""

from pathlib import Path

from tests.cli.conftest import SMALL_PACK, Run
from tests.services.partnership_desks import TABLE

START = ("partnership", "start", "--name", "Rain partnership", "--area", "Portsea", "--cycle", "2026-2028")


def test_a_round_is_begun_asked_for_and_chased_by_commands(run: Run, workspace: Path, tmp_path: Path) -> None:
    table = tmp_path / "settings.csv"
    table.write_text(TABLE + "P04,Bad,nusery,,,\n", "utf-8")
    more = ("--due", "2026-12-01", "--return-to", "returns@rain.example", "--pack", str(SMALL_PACK))

    assert run(*START, *more).code == 0
    assert run("partnership", "contact-point", "--what", "lado", "--name", "LADO", "--value", "1234").code == 0
    look = run("partnership", "register", "import", str(table), "--dry-run")
    assert (look.code, "Nothing was changed: this was a look." in look.out) == (1, True)
    assert 'Row 5: "nusery" is not a kind of the register.' in look.err
    taken = run("partnership", "register", "import", str(table), "--json")
    assert (taken.code, taken.data["new"], taken.data["problems"][0]["line"]) == (1, 3, 5)
    again = run("partnership", "register", "import", str(table))
    assert "Nothing was changed: no row that could be taken says anything new." in again.out
    table.write_text(TABLE, "utf-8")
    sound = run("partnership", "register", "import", str(table))
    assert (sound.code, "Nothing was changed: the register says all of it already." in sound.out) == (0, True)
    assert "undo reverses" not in again.out
    listed = run("partnership", "register", "list", "--find", "acorn", "--json").data
    assert [entry["id"] for entry in listed["entries"]] == ["P02"]
    assert "Saved: P02 Little Acorns" in run("partnership", "register", "edit", "P02", "--note", "Rang on Monday").out

    nobody = run("partnership", "register", "edit", "NOPE", "--closed-on", "2026-12-31")
    assert (nobody.code, "The register has no NOPE." in nobody.err, "register add" in nobody.err) == (2, True, True)
    added = run("partnership", "register", "add", "P09", "--name", "Dew Pre-school", "--kind", "nursery")
    assert (added.code, added.out) == (0, "Saved: P09 Dew Pre-school, Nursery or pre-school.\n")
    assert run("partnership", "register", "add", "P09", "--name", "Other").code == 2
    assert run("partnership", "undo").code == 0
    early = run("partnership", "reply", "--all")
    assert (early.code, early.out, "No return of this round has come in yet." in early.err) == (2, "", True)

    made = run("partnership", "request", "--all")
    assert made.code == 0
    assert "3 requests made, NOT yet sent." in made.out
    assert "LADO was never checked" in made.err
    assert len(list((workspace / "sent").iterdir())) == 3
    assert run("partnership", "sent", "P01", "--json").data["noted"] == 1
    chase = run("partnership", "chase", "--json").data
    assert (chase["expected"], chase["returned"], chase["late"], chase["unsent"]) == (3, 0, 2, 2)
    assert [line["id"] for line in chase["awaited"]] == ["P01", "P02", "P03"]
    told = run("partnership", "chase")
    assert "0 of 3 returns came in (0 per cent); 2 are late." in told.out
    assert "2 days late" in told.out
    assert "2 reminders made" in run("partnership", "chase", "--remind").out
    log = run("partnership", "chase", "--log").out
    assert log.count("reminder") == 4
    assert log.count("not noted yet") == 4


def test_what_is_said_of_a_partnership_is_shown_changed_and_taken_back(run: Run) -> None:
    run(*START)

    about = run("partnership", "change", "--threshold", "7", "--letter", "-", stdin=b"Dear all,\n\nplease.\n").out
    assert "Smallest group shown: 7" in about
    assert "Nobody is named yet whom settings ring" in about
    data = run("partnership", "about", "--json").data
    assert (data["threshold"], data["letter"], data["started"]) == (7, "Dear all,\n\nplease.", True)
    history = run("partnership", "history", "--json").data
    assert [change["what"] for change in history] == [
        "Rain partnership: what is said of it changed",
        "Rain partnership started",
    ]
    assert run("partnership", "undo").out == "Undid Rain partnership: what is said of it changed.\n"
    assert run("partnership", "about", "--json").data["threshold"] == 5
    assert run("partnership", "redo", "--json").data["what"].startswith("redid")
    assert "taken back" not in run("partnership", "history").out.splitlines()[1]


def test_contact_points_are_added_changed_and_taken_out(run: Run) -> None:
    run(*START)
    said = ("--what", "lado", "--name", "LADO", "--value", "1234", "--checked-on", "2026-12-01")

    (one,) = run("partnership", "contact-point", *said, "--json").data["contacts"]
    assert one["age"] == "checked 2 days ago"
    changed = run("partnership", "contact-point", one["id"], "--value", "5678", "--json").data["contacts"]
    assert [contact["value"] for contact in changed] == ["5678"]
    assert "5678" in run("partnership", "contact-point").out
    assert run("partnership", "contact-point", "--remove").code == 2
    assert run("partnership", "contact-point", one["id"], "--remove", "--json").data["contacts"] == []


def test_what_is_not_clear_is_asked_about_and_nothing_is_printed_on_standard_output(run: Run) -> None:
    for argv, code, words in (
        (("partnership", "about"), 2, "No partnership was started in this workspace."),
        (("partnership", "chase", "--json"), 2, "No partnership was started in this workspace."),
        (("partnership", "contact-point"), 2, "No partnership was started in this workspace."),
        ((*START, "--pack", "nothing-like-it"), 2, 'There is no pack "nothing-like-it".'),
    ):
        ran = run(*argv)
        assert (ran.code, ran.out) == (code, "")
        assert words in ran.err
    run(*START)
    for more, words in (
        (("request",), "Say which settings, or --all."),
        (("request", "P01", "--all"), "Say which settings, or --all."),
        (("request", "P01"), 'The register has no "P01".'),
        (("chase", "P01"), "Settings are named with --remind only."),
        (("sent",), "Nothing waits to be noted as sent."),
        (("register", "import", "gone.csv"), "gone.csv"),
        (("register", "edit", "P01"), "Say what to change."),
        (("change",), "Say what to change."),
    ):
        ran = run("partnership", *more)
        assert (ran.code in {2, 3}, ran.out) == (True, "")
        assert words in ran.err
