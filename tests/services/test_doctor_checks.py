"""What an IT department asks: how the program is here, what it writes, who copies it elsewhere."""

import os
from pathlib import Path

import pytest

import compact_tui
from compact_tui.services.doctor_checks import place_checks, program_checks, sync_service


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/a/OneDrive/Compact audit", "OneDrive"),
        ("/home/a/OneDrive - Brolly School/Documents/Compact audit", "OneDrive"),
        ("/home/a/Dropbox (Personal)/x", "Dropbox"),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"),
        ("/Users/a/GoogleDrive-a@b.example/My Drive/x", "Google Drive"),
        ("/srv/nextcloud/x", "Nextcloud"),
        ("/home/a/Dropboxes/x", ""),
        ("/home/a/my drivers/x", ""),
        ("/home/a/Compact audit", ""),
        ("/", ""),
    ],
)
def test_a_service_is_told_by_the_name_of_a_folder(folder: str, service: str) -> None:
    assert sync_service(Path(folder), {}) == service


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_or_by_what_the_system_says_of_onedrive(variable: str) -> None:
    environ = {variable: "/srv/cloud"}

    assert sync_service(Path("/srv/cloud/Compact audit"), environ) == "OneDrive"
    assert sync_service(Path("/srv/cloudy/Compact audit"), environ) == ""
    assert sync_service(Path("/srv/Compact audit"), {variable: " "}) == ""


def test_a_workspace_that_is_copied_elsewhere_is_advice_with_what_to_do(tmp_path: Path) -> None:
    root = tmp_path / "OneDrive - School" / "Compact audit"

    places, sync = place_checks(root, {"COMPACT_TUI_CONFIG": str(tmp_path / "config")})

    assert f"{root}; preferences in {tmp_path / 'config'}; after a fault" in places.said
    assert (sync.state, sync.said.count("OneDrive, which copies it")) == ("advice", 1)
    assert "audit copies" in sync.remedy


def test_a_workspace_behind_a_link_is_seen_where_it_really_is(tmp_path: Path) -> None:
    real = tmp_path / "Dropbox" / "audit"
    real.mkdir(parents=True)
    (tmp_path / "link").symlink_to(real)

    assert place_checks(tmp_path / "link", {"COMPACT_TUI_CONFIG": str(tmp_path)})[1].state == "advice"


@pytest.mark.parametrize(
    ("packages", "marked", "how", "shown"),
    [
        ("compact-audit-1/lib", True, "a portable folder", "compact-audit-1"),
        ("venv/lib/python3.11/site-packages", False, "installed", "venv/lib/python3.11/site-packages"),
        ("checkout", False, "run from its source", "checkout"),
    ],
)
def test_it_says_how_the_program_is_here(
    packages: str, marked: bool, how: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / packages
    folder.mkdir(parents=True)
    if marked:
        (folder.parent / "portable.txt").write_bytes(b"")
    monkeypatch.setattr(compact_tui, "__file__", str(folder / "compact_tui" / "__init__.py"))

    assert program_checks()[0].said == f"{how}: {tmp_path / shown}"


@pytest.mark.parametrize(("writable", "said"), [(True, "the program never does"), (False, "read-only")])
def test_it_says_whether_its_folder_can_be_written(writable: bool, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: writable)

    check = program_checks()[1]

    assert (check.state, said in check.said) == ("ok", True)
