"""Where everything stands in a workspace."""

from pathlib import Path

import platformdirs
import pytest

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.workspace import Workspace, default_root, pack_path


def test_everything_stands_where_the_design_says(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    audit = workspace.audit_path("2026-2028", "k7m2")

    assert audit == tmp_path / "audits" / "2026-2028-k7m2.json"
    assert workspace.pack_path(audit) == pack_path(audit) == tmp_path / "audits" / "2026-2028-k7m2.pack.json"
    assert workspace.setting_path == tmp_path / "setting.json"
    assert [
        folder.name
        for folder in (
            workspace.audits_folder,
            workspace.sent_folder,
            workspace.received_folder,
            workspace.backups_folder,
            workspace.banks_folder,
        )
    ] == ["audits", "sent", "received", "backups", "question_banks"]


@pytest.mark.parametrize(
    ("cycle", "id_", "name"),
    [
        ("2026/2028 (autumn)", "A1", "2026-2028-autumn-a1.json"),
        ("../../etc/passwd", "..", "etc-passwd-setting.json"),
        ("con", "nul", "con-x-nul-x.json"),
        ("", "", "setting-setting.json"),
    ],
)
def test_a_name_that_reaches_the_disk_is_ours(cycle: str, id_: str, name: str, tmp_path: Path) -> None:
    assert Workspace(tmp_path).audit_path(cycle, id_) == tmp_path / "audits" / name


def test_the_audits_are_the_books_and_nothing_that_lies_beside_them(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert workspace.audit_paths() == ()
    workspace.prepare()
    names = ["b.json", "a.json", "a.pack.json", "a.history-0001.json", "a.json.damaged-1", "notes.txt"]
    for name in [*names, ".~a.json.0123abcd-1-0123abcd.tmp", ".hidden.json"]:
        (workspace.audits_folder / name).write_bytes(b"")
    (workspace.audits_folder / ".locks").mkdir()

    assert [path.name for path in workspace.audit_paths()] == ["a.json", "b.json"]


def test_an_audits_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "audits").write_bytes(b"")

    with pytest.raises(WorkspaceError, match="cannot be looked into"):
        Workspace(tmp_path).audit_paths()


def test_preparing_twice_is_fine_and_a_place_that_cannot_be_is_said_with_a_remedy(tmp_path: Path) -> None:
    Workspace(tmp_path / "new" / "one").prepare()
    Workspace(tmp_path / "new" / "one").prepare()
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(WorkspaceError) as caught:
        Workspace(tmp_path / "file" / "two").prepare()
    assert "--workspace" in caught.value.hint
    assert (tmp_path / "new" / "one" / "audits").is_dir()


def test_the_variable_goes_first_and_a_tilde_is_home(tmp_path: Path) -> None:
    assert default_root({"COMPACT_TUI_WORKSPACE": "/srv/audit"}, tmp_path) == Path("/srv/audit")
    assert default_root({"COMPACT_TUI_WORKSPACE": "~/audit"}, tmp_path) == tmp_path / "audit"


@pytest.mark.parametrize(("there", "where"), [(True, "Documents"), (False, "")])
def test_without_it_the_documents_are_taken_or_else_home(
    there: bool, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: Path.home() / "Documents")
    if there:
        (tmp_path / "Documents").mkdir()

    assert default_root({"COMPACT_TUI_WORKSPACE": "  "}, tmp_path) == tmp_path / where / "Compact audit"


def test_documents_that_are_not_under_home_are_taken_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path)

    assert default_root({}, tmp_path / "home") == tmp_path / "Compact audit"
