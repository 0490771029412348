"""The wheel: built as it is shipped, installed where nothing of the checkout can be seen, and used."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from compact_tui import __version__
from tests.source_tree import ROOT, package_sources

OPENS = """
import asyncio, sys
from pathlib import Path
from compact_tui.ui.app import CompactApp

async def look():
    app = CompactApp(Path("school"))
    async with app.run_test(size=(80, 24)):
        print(type(app.screen).__name__)
        app.action_leave()

asyncio.run(look())
"""
"""Opens the full screen, which reads every sheet of the way there."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    subprocess.run(build, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the programs of a clean environment that has the wheel, and borrows what the wheel needs."""
    home = tmp_path_factory.mktemp("clean")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    folders = sysconfig.get_paths("venv", {"base": str(home), "platbase": str(home)})
    scripts = Path(folders["scripts"])
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    install = (sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    subprocess.run(install, check=True, capture_output=True)
    # A line in a .pth file adds the folder, but does not read the .pth files in it, so the checkout stays unseen.
    Path(folders["purelib"], "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return scripts


def _run(programs: Path, folder: Path, *argv: str) -> str:
    environ = {**os.environ, "PYTHONPATH": "", "COMPACT_TUI_CONFIG": str(folder / "config")}
    ran = subprocess.run(
        [str(programs / argv[0]), *argv[1:]], cwd=folder, env=environ, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def test_everything_that_the_program_reads_is_in_the_wheel(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())

    content = [path for path in (ROOT / "compact_tui").rglob("*") if path.suffix in {".toml", ".tcss", ".j2"}]
    banks = [path for path in (ROOT / "question_banks").iterdir() if path.is_file()]
    shipped = {path.relative_to(ROOT).as_posix() for path in (*content, *banks)} | {s.name for s in package_sources()}
    assert shipped - held == set()
    assert {name.partition("/")[0] for name in held} == {
        "compact_tui",
        "question_banks",
        f"compact_tui-{__version__}.dist-info",
    }
    for kind in (
        "content/packs/compact-12/pack.toml",
        "content/demo/school.toml",
        "ui/app.tcss",
        "exchange/templates/",
    ):
        assert any(f"compact_tui/{kind}" in name for name in held), kind


def test_the_installed_program_works_from_another_folder(programs: Path, tmp_path: Path) -> None:
    where = _run(
        programs,
        tmp_path,
        "python",
        "-c",
        "import compact_tui as c, question_banks as q; print(c.__file__, q.__file__)",
    )
    assert str(ROOT) not in where

    assert _run(programs, tmp_path, "compact-tui", "--version") == f"compact-tui {__version__}\n"
    assert _run(programs, tmp_path, "python", "-m", "compact_tui", "--version") == f"compact-tui {__version__}\n"
    packs = json.loads(_run(programs, tmp_path, "compact-tui", "pack", "list", "--json"))
    assert [pack["id"] for pack in packs] == [
        path.name for path in sorted((ROOT / "compact_tui/content/packs").iterdir())
    ]
    _run(programs, tmp_path, "compact-tui", "demo", "school", "--no-open")
    status = json.loads(_run(programs, tmp_path, "compact-tui", "--workspace", "school", "status", "--json"))
    assert 0 < status["rail"]["answered"] < status["rail"]["criteria"]
    made = json.loads(_run(programs, tmp_path, "compact-tui", "--workspace", "school", "return", "make", "--json"))
    assert Path(made["report_file"]).stat().st_size > 10_000
    assert _run(programs, tmp_path, "python", "-c", OPENS) == "HomeScreen\n"
