"""Looking: status, where, doctor, packs and the schema."""

import shutil
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from compact_tui import __version__
from compact_tui.core.errors import WorkspaceError
from compact_tui.services import doctor
from tests.cli.conftest import SMALL_PACK, Run


def test_status_of_nothing_begins_with_setup(run: Run, workspace: Path) -> None:
    assert run("status").out.splitlines() == [
        "No setting named yet",
        "Compact audit: not started",
        "Return: not made; no due date set",
        "Next: Say who you are: it takes a minute. (compact-tui setup)",
        f"Kept in {workspace}",
    ]
    assert not workspace.exists()


def test_status_is_five_lines_and_names_the_next_command(started: Run, workspace: Path) -> None:
    started("setup", "--kind", "primary-school", "--due", "2026-12-18")
    started("audit", "answer", "1.1", "in-hand")

    assert started("status").out.splitlines() == [
        "Brolly House, Primary, infant or junior school",
        "Compact audit 2026: 1 of 9 answered, 0 of 3 graded",
        "Return: not made; due 18 December 2026, in 15 days",
        "Next: Go on with 1.2, in Taking umbrellas in. (compact-tui audit answer u1-wet-rack ANSWER)",
        f"Kept in {workspace}",
    ]


def test_status_as_data_is_the_home_view(started: Run, workspace: Path) -> None:
    data = started("status", "--json").data

    expected = {
        "setting": "Brolly House",
        "sector": "education",
        "kind": "",
        "workspace": str(workspace),
        "today": "2026-12-03",
        "due": "",
        "days_left": 0,
        "due_sentence": "no due date set",
        "audits": started("audit", "list", "--json").data,
        "audit": "a-3",
        "title": "Compact audit 2026",
        "wording_note": "Invented for trying things out.",
        "return_state": "not-made",
        "return_sentence": "not made",
        "since": [],
        "notices": [],
    }
    assert {name: data[name] for name in expected} == expected
    assert [row["state"] for row in data["rail"]["rows"]] == ["not-started"] * 3
    assert data["next"]["standard"] == "u1"


def test_a_damaged_book_is_told_and_what_was_put_right_goes_to_standard_error(started: Run, workspace: Path) -> None:
    (book,) = [path for path in (workspace / "audits").glob("*.json") if not path.name.endswith(".pack.json")]
    whole = book.read_bytes()
    book.write_bytes(whole[:100])
    refused = started("status", "--json")
    assert (refused.code, refused.out) == (4, "")
    assert book.name in refused.err

    book.write_bytes(whole)
    started("audit", "answer", "1.1", "in-hand")
    book.write_bytes(whole[:100])
    restored = started("audit", "list", "--json")

    assert [line["id"] for line in restored.data] == ["a-3"]
    assert "damaged" in restored.err
    assert started("audit", "list", "--json").err == ""

    book.write_bytes(whole[:100])
    failed = started("audit", "show", "9", "--json")
    assert (failed.code, failed.out) == (2, "")
    told = failed.err.splitlines()
    assert "damaged" in told[0]
    assert told[-2] == 'There is no standard "9".'


def test_where_names_the_folders(run: Run, workspace: Path) -> None:
    expected = {
        "workspace": str(workspace),
        "setting": str(workspace / "setting.json"),
        "audits": str(workspace / "audits"),
        "sent": str(workspace / "sent"),
        "backups": str(workspace / "backups"),
    }

    assert run("where", "--json").data == expected
    assert f"sent       {workspace / 'sent'}\n" in run("where").out


def test_doctor_looks_at_everything_and_leaves_nothing(run: Run, workspace: Path) -> None:
    data = run("doctor", "--json").data

    assert (data["well"], data["version"]) == (True, __version__)
    assert [check["id"] for check in data["checks"]] == [
        *("python", "program", "platform", "kind", "program-folder", "network", "terminal", "colours", "encoding"),
        *("places", "sync", "workspace", "lock", "space", "dependencies", "packs"),
    ]
    assert all(set(check) == {"id", "name", "state", "said", "remedy"} for check in data["checks"])
    assert {check["state"] for check in data["checks"]} <= {"ok", "advice"}
    assert "compact-12" in data["checks"][-1]["said"]
    assert not workspace.exists()
    assert run("doctor").out.splitlines()[-1] == "Everything works."


def test_doctor_ends_with_1_and_says_what_helps_when_something_is_wrong(
    started: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise WorkspaceError("The disk is full.", "Make room.")

    monkeypatch.setattr(doctor, "write_atomically", refuse)
    monkeypatch.setattr(doctor, "_NEEDED", ("msgspec", "no-such-part"))
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10, 9, 1))
    before = sorted(workspace.rglob("*"))

    ran = started("doctor", "--json")

    wrong = {check["id"]: check for check in ran.data["checks"] if check["state"] == "problem"}
    assert (ran.code, ran.data["well"]) == (1, False)
    assert list(wrong) == ["workspace", "space", "dependencies"]
    assert "The disk is full." in wrong["workspace"]["said"]
    assert "missing: no-such-part" in wrong["dependencies"]["said"]
    assert all(check["remedy"] for check in wrong.values())
    assert started("doctor").out.splitlines()[-1] == "3 problems to put right."
    assert sorted(workspace.rglob("*")) == before


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"NO_COLOR": "1", "TERM": "xterm-256color"}, "none (NO_COLOR is set)"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "dumb"}, "none"),
        ({}, "not known"),
    ],
)
def test_doctor_tells_the_colours_of_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], colours: str
) -> None:
    for name in ("NO_COLOR", "COLORTERM", "TERM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    checks = run("doctor", "--json").data["checks"]

    assert next(check["said"] for check in checks if check["id"] == "colours") == colours


def test_a_small_terminal_or_a_narrow_encoding_is_advice_and_no_problem(run: Run) -> None:
    from compact_tui.services.desk import desk_at

    small = doctor.Terminal(is_terminal=True, columns=79, lines=30, colours="16", encoding="cp1252")

    found = doctor.examine(desk_at(), small)

    advice = {check.id: check.remedy for check in found.checks if check.state == "advice"}
    assert found.well
    assert list(advice) == ["terminal", "encoding"]
    assert "80 columns" in advice["terminal"]
    assert "--ascii" in advice["encoding"]


def test_pack_list_and_show(run: Run) -> None:
    lines = {line["id"]: line for line in run("pack", "list", "--json").data}
    assert (lines["compact-12"]["standards"], "education" in lines["compact-12"]["variations"]) == (12, True)
    assert (lines["small-group"]["standards"], lines["small-group"]["variations"]) == (7, ["small-group"])
    assert "compact-12  " in run("pack", "list").out

    small = str(SMALL_PACK)
    assert run("pack", "show", small, "--json").data["pack"]["id"] == "umbrella-care"
    (one,) = run("pack", "show", small, "2", "--variation", "kiosk", "--json").data["standard"]
    assert one["id"] == "u2"
    assert "  2  Keeping umbrellas (3 criteria)\n" in run("pack", "show", small).out
    assert "3.1  Are the two halves matched? [must]\n" in run("pack", "show", small, "u3").out


@pytest.mark.parametrize("name", ["3", "s03"])
def test_a_standard_of_the_usual_pack_is_shown_without_naming_the_pack(run: Run, name: str) -> None:
    schools = run("pack", "show", name).out
    clubs = run("pack", "show", name, "--variation", "other").out

    assert schools.startswith("3  Safer recruitment\n")
    assert clubs.startswith("3  Safer recruitment\n")
    assert schools != clubs


def test_the_usual_pack_is_shown_when_none_is_named(run: Run) -> None:
    assert "  3  Safer recruitment (6 criteria)\n" in run("pack", "show").out


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (("show", "compact-21"), 'Did you mean "compact-12"?'),
        (("show", "compact-12", "s99"), "s0"),
        (("show", "compact-12", "--variation", "educaton"), 'Did you mean "education"?'),
        (("lint", "compact-21"), 'Did you mean "compact-12"?'),
    ],
)
def test_a_pack_that_is_not_there_is_told_with_the_nearest(run: Run, argv: tuple[str, ...], hint: str) -> None:
    ran = run("pack", *argv, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err


def test_lint_of_a_sound_pack_counts_and_ends_with_0(run: Run) -> None:
    ran = run("pack", "lint", str(SMALL_PACK))

    assert (ran.code, ran.out.splitlines()) == (
        0,
        [
            "umbrella-care 2026.1: 3 standards, 9 criteria; 0 errors, 0 warnings.",
            "  gallery: 9 criteria; 9 shared with all, 0 of its own; 4 must, 5 kind-custom.",
            "  kiosk: 9 criteria; 9 shared with all, 0 of its own; 4 must, 5 kind-custom.",
        ],
    )


def test_lint_names_file_line_place_mistake_and_remedy_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(SMALL_PACK, pack)
    text = (pack / "u2.toml").read_text("utf-8")
    (pack / "u2.toml").write_text(text.replace('duty = "must"', 'duty = "mast"'), "utf-8")
    line = text.splitlines().index('duty = "must"') + 1

    ran = run("pack", "lint", str(pack))
    data = run("pack", "lint", str(pack), "--json").data

    assert ran.code == 1
    assert ran.out.startswith(f"error: u2.toml, line {line}: u2-watch, duty: ")
    assert '"must"' in ran.out
    assert ran.out.splitlines()[1] == "umbrella-care 2026.1: 3 standards, 9 criteria; 1 error, 0 warnings."
    (problem,) = data["problems"]
    assert (data["errors"], problem["file"], problem["line"], problem["severity"]) == (1, "u2.toml", line, "error")


@pytest.mark.parametrize("argv", [("schema", "return"), ("schema", "return", "--json")])
def test_the_schema_of_the_return_is_a_schema(run: Run, argv: tuple[str, ...]) -> None:
    schema = run(*argv).data

    jsonschema.Draft202012Validator.check_schema(schema)
    assert "digest" in schema["$defs"]["Return"]["properties"]
