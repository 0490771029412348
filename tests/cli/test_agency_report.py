"""Sending a single-agency audit by commands."""

from pathlib import Path

import pytest

from compact_tui.services import agency_audits, agency_summary
from tests.agency import TODAY
from tests.cli.conftest import Run
from tests.services.agency_desks import filled
from tests.services.desks import desk_in, started


@pytest.fixture
def audit(workspace: Path) -> str:
    """The id of a single-agency audit that waits to be closed."""
    desk = started(workspace)
    audit = filled(desk)
    agency_summary.summarise(desk, audit, {"works": "Dry by four."})
    return audit


def close(workspace: Path, audit: str) -> None:
    agency_audits.close(desk_in(workspace, name="x"), audit)


def test_it_is_looked_at_made_and_said_to_be_sent(run: Run, workspace: Path, audit: str) -> None:
    close(workspace, audit)

    seen = run("agency-audit", "report", audit, "--preview")
    made = run("agency-audit", "report", "--json").data
    waiting = run("agency-audit", "report", audit, "--preview", "--json").data
    sent = run("agency-audit", "sent", "--on", TODAY, "--by", "Head")

    assert "Single-agency audit: Umbrellas (Brolly House)" in seen.out
    assert "Nothing has been made to send yet." in seen.out
    assert Path(made["folder"]).is_dir()
    assert [Path(made["folder"], file["name"]).stat().st_size for file in made["files"]] == [
        file["bytes"] for file in made["files"]
    ]
    assert waiting["made"] == made["id"]
    assert sent.out == "Sent on 3 Dec 2026 by Head.\n"


def test_made_is_told_with_every_file_and_what_to_do_next(run: Run, workspace: Path, audit: str) -> None:
    close(workspace, audit)

    ran = run("agency-audit", "report", audit)

    assert "Made, and NOT yet sent." in ran.out
    for end in (".json, ", ".html, ", ".docx, ", "-email.eml, ", "read-me-first.txt, "):
        assert end in ran.out
    assert f"compact-tui agency-audit sent {audit} --on DATE --by ROLE" in ran.out


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("report",), 1, "It cannot be sent yet. It is started: close it first."),
        (("report", "g-none"), 2, 'There is no single-agency audit "g-none".'),
        (("sent", "--on", TODAY), 2, "It is not said who sent it."),
        (("sent", "--on", TODAY, "--by", "Head"), 2, "Nothing has been made"),
    ],
)
@pytest.mark.usefixtures("audit")
def test_what_cannot_be_done_is_said_and_nothing_is_printed(
    run: Run, workspace: Path, argv: tuple[str, ...], code: int, said: str
) -> None:
    ran = run("agency-audit", *argv)

    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert not (workspace / "sent").exists()


def test_the_schema_of_what_is_sent_is_printed(run: Run) -> None:
    assert run("schema", "agency-audit").data["title"].startswith("A completed single-agency audit")
