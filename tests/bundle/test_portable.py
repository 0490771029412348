"""The real folder: made from the lock, started without network, environment, home, locale or right to write."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_tree import ROOT

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform != "linux", reason="the folder made here is for Linux"),
]
WITHOUT_NETWORK = ("unshare", "--map-root-user", "--net")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder as somebody unpacks it, in a place with spaces and accents, without the right to write."""
    where = tmp_path_factory.mktemp("portable")
    script = [sys.executable, str(ROOT / ".ci" / "bundle.py"), "--platform", "linux", "--output", str(where / "out")]
    ran = subprocess.run(script, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    place = where / "Ordner für Ömer & Co"
    with zipfile.ZipFile(next((where / "out").glob("*.zip"))) as held:
        held.extractall(place)
    shutil.rmtree(where / "out")
    (unpacked,) = place.iterdir()
    (unpacked / "compact-audit").chmod(0o555)
    for path in (*unpacked.rglob("*"), unpacked):
        path.chmod(path.stat().st_mode & ~0o222)
    yield unpacked
    for path in (unpacked, *unpacked.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)


def _run(folder: Path, cwd: Path, *words: str, code: int = 0, stdin: str = "", **environ: str) -> str:
    if subprocess.run([*WITHOUT_NETWORK, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this computer lets nobody make a place without network")
    ran = subprocess.run(
        [*WITHOUT_NETWORK, str(folder / "compact-audit"), *words],
        env={"LC_ALL": "C", "TERM": "dumb", "COMPACT_TUI_PYTHON": sys.executable, **environ},
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (code, "")
    return ran.stdout


def test_a_whole_job_in_an_empty_environment(folder: Path, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    school = str(tmp_path / "school")

    assert re.fullmatch(r"compact-tui \S+\n", _run(folder, tmp_path, "--version"))
    _run(folder, tmp_path, "demo", school, "--no-open")
    assert "Made is not sent" in _run(folder, tmp_path, "return", "make", "--workspace", school)
    (made,) = (tmp_path / "school" / "sent").rglob("*-return.json")
    assert "The digest matches" in _run(folder, tmp_path, "return", "verify", str(made))
    assert "Home. What next?" in _run(folder, tmp_path, "--plain", "--workspace", school, stdin="q\n")
    _run(folder, tmp_path, "audit", "workbook", "export", "--standards", "3", "--workspace", school)

    found = json.loads(_run(folder, tmp_path, "doctor", "--json"))

    said = {check["id"]: check["said"] for check in found["checks"]}
    assert found["well"]
    assert said["kind"] == f"a portable folder: {folder}"
    assert "missing" not in said["dependencies"]
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_the_full_screen_opens_and_leaves_with_16_colours_and_with_none(folder: Path, tmp_path: Path) -> None:
    _run(folder, tmp_path, "demo", str(tmp_path / "school"), "--no-open")

    for look in ({"TERM": "linux"}, {"TERM": "xterm", "NO_COLOR": "1"}):
        ran = _opened_and_left(folder, tmp_path / "school", look)
        assert (ran.returncode, ran.stderr) == (0, "")


def _opened_and_left(folder: Path, school: Path, look: dict[str, str]) -> subprocess.CompletedProcess[str]:
    script = f"""
import os, sys
from tests import open_and_leave
os.execv = lambda program, words: os.execve(
    {str(folder / "compact-audit")!r}, ["compact-audit", *words[3:]],
    {{"COMPACT_TUI_PYTHON": {sys.executable!r}, "LC_ALL": "C", **{look!r}}},
)
sys.exit(open_and_leave.main({str(school)!r}))
"""
    return subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
